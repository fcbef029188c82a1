import { type SourceKind, saidOf } from '../../domain/acts/import.ts';
import { type Change, update } from '../../domain/change.ts';
import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import type { Db } from '../../store/db.ts';
import { type Found, foundByAddress, foundPeople, type OtherRecord } from '../../store/sources.ts';
import { type LeftOver, type Like, leftOver, readLikes } from './likes.ts';
import { baseOf, isMade, isNameAlone, isSameFile, numbered } from './scope.ts';

/** People of a file, and whom here they mean. */
export interface Known {
  readonly people: readonly ImportedPerson[];
  /** By their keys; nobody for those who are new. */
  readonly found: ReadonlyMap<string, Found>;
  /** Of whom the file says what it said before. */
  readonly same: ReadonlySet<ImportedPerson>;
  /** Whom they mean can only be told once the whole file has been read. */
  readonly waiting: ReadonlySet<ImportedPerson>;
}

/** Whom the people of a file mean, many at a time. */
export interface Knowing {
  readonly whom: (people: readonly ImportedPerson[]) => Known;
  /** The same of those that were waiting, now that the file has been read. */
  readonly settled: (people: readonly ImportedPerson[]) => Known;
  /** Whether a record under a made-up key is of no row that has been in the file so far, so that the one with this key may be it. */
  readonly isLeft: (key: string, record: OtherRecord) => boolean;
  /** Notes that the row with a key is the record under another one. */
  readonly move: (key: string, record: OtherRecord) => void;
  /** The file has ended: every record gets the number of its row, so that the next file of the name means the same by it. */
  readonly renumbered: () => Change[];
}

/**
 * Of rows without an id the order may have changed, and others of the same name may have come or gone: who says word for word what one of them
 * said is that one, whatever the number in the key. Of those who are left once the file has been read, who has the same key is that one, else who
 * is left of the same name in the same file, and where there is more than a name in another one. No record is two rows.
 */
export function knowing(db: Db, kind: SourceKind['kind'], today: CalendarDate): Knowing {
  const keys = new Set<string>();
  /** Keys whose row is another record, so that their own is free. */
  const freed = new Set<string>();
  /** Which row has a record under another key: by the ids of records. */
  const moved = new Map<string, string>();
  /** By the base of their keys, who is no row of the file, once all have been read. */
  const left = new Map<string, LeftOver>();
  /** Of those the records of the same file, which go on under the key of their row. */
  const renumbering = new Map<string, string>();
  const numbers = new Map<string, number>();
  const recordsAt = readLikes(db, kind);

  const isFree = (key: string, { id }: Pick<OtherRecord, 'id'>) => (moved.get(id) ?? key) === key;
  /** Whether a record is no row's, now that all have been read: those of rows with its key are theirs. */
  const isLeft = (key: string, record: OtherRecord) =>
    isFree(key, record) && (record.key === key || !keys.has(record.key) || freed.has(record.key));

  const move = (key: string, record: OtherRecord) => {
    if (record.key === key) return;
    moved.set(record.id, key);
    if (isSameFile(record.key, key)) renumbering.set(record.id, key);
    left.get(baseOf(record.key))?.take(record);
    const free = recordsAt(key).byKey.get(key);
    if (free === undefined) return;
    freed.add(key);
    if (!moved.has(free.id)) left.get(baseOf(key))?.add(free);
  };

  const leftLike = (key: string): LeftOver => {
    const base = baseOf(key);
    const known = left.get(base) ?? leftOver(recordsAt(key).all.filter((record) => isLeft(key, record)));
    left.set(base, known);
    return known;
  };

  const underKey = (key: string, found: ReadonlyMap<string, Found>) => {
    const one = found.get(key);
    return one?.source == null || !isFree(key, one.source) ? null : one;
  };

  /** Who said the same: under the same key, else in the same file, else in any where nobody has the key. */
  const wordForWord = (person: ImportedPerson, found: ReadonlyMap<string, Found>): Found | null => {
    const { key } = person;
    const said = saidOf(person, today);
    const own = underKey(key, found);
    if (own?.source?.imported === said) return own;
    const alike = (recordsAt(key).bySaid.get(said) ?? []).filter((record) => isFree(key, record));
    const one = alike.find((record) => isSameFile(record.key, key)) ?? (own === null ? alike[0] : undefined);
    if (one === undefined) return null;
    move(key, one);
    return foundBy(one);
  };

  const whom = (people: readonly ImportedPerson[]): Known => {
    left.clear();
    for (const { key } of people) if (isMade(key)) keys.add(key);
    const found = new Map(foundPeople(db, people, kind));
    const same = new Set<ImportedPerson>();
    const waiting = new Set<ImportedPerson>();
    for (const person of people) {
      const { key } = person;
      if (!isMade(key)) {
        if (found.get(key)?.source?.imported === saidOf(person, today)) same.add(person);
        continue;
      }
      const one = wordForWord(person, found);
      if (one !== null) {
        found.set(key, one);
        same.add(person);
      } else if (found.get(key)?.source != null || recordsAt(key).all.length > 0) waiting.add(person);
    }
    return { people, found, same, waiting };
  };

  const settled = (people: readonly ImportedPerson[]): Known => {
    const found = new Map(foundPeople(db, people, kind));
    const ousted: ImportedPerson[] = [];
    for (const person of people) {
      const { key } = person;
      if (!isMade(key) || underKey(key, found) !== null) continue;
      const own = leftLike(key).inFileOf(key);
      const one = own ?? (isNameAlone(key) ? undefined : leftLike(key).inAny());
      if (one !== undefined) move(key, one);
      if (own !== undefined) found.set(key, { ...foundBy(own), others: [] });
      else if (one !== undefined) found.set(key, { ...foundBy(one), source: null });
      else if (found.get(key)?.source != null && found.delete(key)) ousted.push(person);
    }
    for (const [key, one] of foundByAddress(db, ousted, kind)) found.set(key, one);
    return { people, found, same: new Set(), waiting: new Set() };
  };

  /** A number that no row and no record has. */
  const newKey = (key: string): string => {
    const base = numbered(key, 0);
    let count = numbers.get(base) ?? 2;
    while (keys.has(numbered(key, count)) || recordsAt(key).byKey.has(numbered(key, count))) count++;
    numbers.set(base, count + 1);
    keys.add(numbered(key, count));
    return numbered(key, count);
  };

  const renumbered = (): Change[] => {
    const changes = new Map<string, Change>();
    for (const [id, key] of renumbering) {
      changes.set(id, update('source', id, { key }));
      const before = recordsAt(key).byKey.get(key);
      if (before !== undefined && !renumbering.has(before.id))
        changes.set(before.id, update('source', before.id, { key: newKey(key) }));
    }
    return [...changes.values()];
  };

  return { whom, settled, isLeft, move, renumbered };
}

function foundBy({ contactId, ...record }: Like): Found {
  return { contactId, source: { id: record.id, imported: record.imported }, others: [record] };
}
