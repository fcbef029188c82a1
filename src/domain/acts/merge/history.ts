import { apartId, apartOf, keepApart } from '../../apart.ts';
import { type Change, type Making, type SettingRow, type Source, update } from '../../change.ts';
import type { Contact } from '../../contact.ts';
import type { Exchange } from '../../exchange.ts';
import type { Participant } from '../../interaction.ts';
import type { Moved } from './lists.ts';
import { mergedRecommendations, type RecommendationRows } from './recommendations.ts';

/** What was between somebody and me, and whatever else names them: live rows. */
export interface HistoryRows extends RecommendationRows {
  readonly participants: readonly Participant[];
  readonly exchanges: readonly Exchange[];
  readonly sources: readonly Source[];
  /** The contacts whom they introduced. */
  readonly introduced: readonly Contact[];
  /** From whom they are known to be apart; rows that were taken back, too: they keep their place. */
  readonly apart: readonly SettingRow[];
}

/** Both histories as one. */
export interface MergedHistory {
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
  readonly talks: Moved;
  readonly exchanges: number;
  readonly recommendations: number;
}

/** Everything that names the other names the first from now on. `nameOf` tells the name of somebody by their id. */
export function mergedHistory(
  first: HistoryRows & { readonly contact: Contact },
  other: HistoryRows & { readonly contact: Contact },
  nameOf: (id: string) => string,
  { now: deletedAt, today }: Making,
): MergedHistory {
  const [contactId, goneId] = [first.contact.id, other.contact.id];
  const present = new Set(first.participants.map(({ interactionId }) => interactionId));
  const talks = other.participants.map((row) => ({ row, isDouble: isRepeated(present, row.interactionId) }));
  const files = new Set(first.sources.map(({ kind, key }) => `${kind} ${key}`));
  const recommended = mergedRecommendations(first, other, nameOf, deletedAt);
  return {
    changes: [
      ...talks.map(({ row, isDouble }) =>
        update('participant', row.id, { contactId, ...(isDouble ? { deletedAt } : {}) }),
      ),
      ...other.exchanges.map((row) => update('exchange', row.id, { contactId })),
      ...other.sources.map((row) =>
        update('source', row.id, {
          contactId,
          ...(isRepeated(files, `${row.kind} ${row.key}`) ? { deletedAt } : {}),
        }),
      ),
      ...recommended.changes,
      ...other.introduced
        .filter(({ id }) => id !== contactId)
        .map((contact) => update('contact', contact.id, { viaId: contactId })),
      ...mergedApart(first.apart, other.apart, contactId, goneId, deletedAt, today),
    ],
    notes: recommended.notes,
    talks: {
      moved: talks.filter(({ isDouble }) => !isDouble).length,
      doubles: talks.filter(({ isDouble }) => isDouble).length,
    },
    exchanges: other.exchanges.length,
    recommendations: other.recommendations.length,
  };
}

/** Whether a key was there before; it is from now on. */
function isRepeated(known: Set<string>, key: string): boolean {
  if (known.has(key)) return true;
  known.add(key);
  return false;
}

/** Who is somebody else than the other is somebody else than the first; that the two were two holds no longer. */
function mergedApart(
  first: readonly SettingRow[],
  other: readonly SettingRow[],
  contactId: string,
  goneId: string,
  deletedAt: string,
  today: Making['today'],
): Change[] {
  return other
    .filter((row) => row.deletedAt === null)
    .flatMap((row) => {
      const third = apartOf(row.id)?.find((id) => id !== goneId) ?? contactId;
      const known = first.find(({ id }) => id === apartId(contactId, third)) ?? null;
      return [
        update('setting', row.id, { deletedAt }),
        ...(third === contactId ? [] : keepApart(contactId, third, known, today)),
      ];
    });
}
