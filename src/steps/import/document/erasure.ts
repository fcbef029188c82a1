import type { TableName } from '../../../domain/change.ts';
import { referencesOf } from '../../../domain/shape.ts';
import type { ReadRow } from '../../../formats/document-reading/rows.ts';
import type { DocumentPart } from '../../../formats/document-reading.ts';
import type { Reject } from '../../../formats/record.ts';
import type { Db } from '../../../store/db.ts';
import { erasedBefore } from '../../../store/purged.ts';
import type { RowState } from '../../../store/taking.ts';
import type { Entries } from './entries.ts';

interface Person {
  name: string;
  line: number;
  readonly points: { readonly kind: string; readonly value: string }[];
  readonly sources: { readonly kind: string; readonly key: string }[];
}

/** What those who were erased would bring along. Costs nothing where nobody ever was. */
export function erasure(db: Db): {
  readonly look: (
    part: Exclude<DocumentPart, { reject: Reject } | { unknown: string }>,
    state: RowState | null,
  ) => void;
  readonly found: (entries: Entries) => {
    readonly erased: { readonly line: number; readonly name: string }[];
    readonly isTheirs: (table: TableName, id: string) => boolean;
  };
} {
  const wasErased = erasedBefore(db);
  if (wasErased === null) return { look: () => {}, found: () => ({ erased: [], isTheirs: () => false }) };
  const people = new Map<string, Person>();
  const talks = new Map<string, string[]>();
  const plain = new Set<string>();
  const personOf = (id: string): Person => {
    const known = people.get(id) ?? { name: '', line: 0, points: [], sources: [] };
    people.set(id, known);
    return known;
  };
  return {
    look: (part, state) => {
      const { table, row } = part;
      if (table === 'contact' && state === 'new')
        Object.assign(personOf(row.id), { name: row.name, line: part.line });
      else if (table === 'contact_point')
        personOf(row.contactId).points.push({ kind: row.kind, value: row.value });
      else if (table === 'source' && row.contactId !== null)
        personOf(row.contactId).sources.push({ kind: row.kind, key: row.key });
      else if (table === 'participant') {
        const known = talks.get(row.interactionId);
        if (known === undefined) talks.set(row.interactionId, [row.contactId]);
        else known.push(row.contactId);
      } else if (table === 'gathering' && isBare(row)) plain.add(row.id);
    },
    found: (entries) => {
      const gone = new Map<TableName, Set<string>>([
        ['contact', new Set()],
        ['interaction', new Set()],
        ['gathering', new Set()],
      ]);
      const erased: { line: number; name: string }[] = [];
      for (const [id, { name, line, points, sources }] of people)
        if (line > 0 && wasErased({ id, names: [name], points, sources })) {
          gone.get('contact')?.add(id);
          erased.push({ line, name });
        }
      const isTheirs = (table: TableName, id: string) => gone.get(table)?.has(id) === true;
      for (const [id, others] of talks)
        if (others.every((other) => isTheirs('contact', other))) gone.get('interaction')?.add(id);
      for (const id of theirsAlone(entries, plain, isTheirs)) gone.get('gathering')?.add(id);
      return { erased: erased.sort((a, b) => a.line - b.line), isTheirs };
    },
  };
}

/** A gathering of which nothing is known but who was met there. */
function isBare(row: Extract<ReadRow, { table: 'gathering' }>['row']): boolean {
  const { groupId, minutes, commute, cost, aim, worth, text } = row;
  return [groupId, minutes, commute, cost, aim, worth, text].every((value) => value === null);
}

/** The gatherings that nobody but those who were erased was met at. */
function theirsAlone(
  entries: Entries,
  plain: ReadonlySet<string>,
  isTheirs: (table: TableName, id: string) => boolean,
): Set<string> {
  const theirs = new Set<string>();
  const others = new Set<string>();
  for (const table of ['contact', 'interaction'] as const) {
    const at = referencesOf(table).findIndex(({ to }) => to === 'gathering');
    for (const [id, { references }] of entries.get(table) ?? []) {
      const gathering = references[at] ?? null;
      if (gathering !== null) (isTheirs(table, id) ? theirs : others).add(gathering);
    }
  }
  return new Set([...theirs].filter((id) => plain.has(id) && !others.has(id)));
}
