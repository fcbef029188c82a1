import { type SourceKind, saidOf } from '../../domain/acts/import.ts';
import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import type { Db } from '../../store/db.ts';
import { type Found, foundPeople, type OtherRecord, recordsUnder } from '../../store/sources.ts';
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
  /** Whether a key that was made up has been in the file so far. */
  readonly hasBeen: (key: string) => boolean;
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
  const numbers = new Map<string, number>();
  const recordsAt = records(db, kind);

  const isFree = (key: string, { id }: Pick<OtherRecord, 'id'>) => (moved.get(id) ?? key) === key;
  /** Whether a record is no row's, now that all have been read: those of rows with its key are theirs. */
  const isLeft = (key: string, record: OtherRecord) =>
    isFree(key, record) && (record.key === key || !keys.has(record.key) || freed.has(record.key));

  const move = (key: string, record: OtherRecord) => {
    if (record.key === key) return;
    moved.set(record.id, key);
    freed.add(key);
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
    const named = people.map((person): ImportedPerson => {
      const { key } = person;
      if (!isMade(key) || underKey(key, found) !== null) return person;
      const left = recordsAt(key).all.filter((record) => isLeft(key, record));
      const own = left.find((record) => isSameFile(record.key, key));
      const one = own ?? (isNameAlone(key) ? undefined : left[0]);
      if (one !== undefined) move(key, one);
      const isTaken = found.get(key)?.source != null;
      const free = own === undefined && isTaken ? newKey(key) : key;
      if (own !== undefined) found.set(key, { ...foundBy(own), others: [] });
      else if (one !== undefined) found.set(free, { ...foundBy(one), source: null });
      return { ...person, key: free };
    });
    const renamed = named.filter(({ key }) => !found.has(key));
    for (const [key, one] of foundPeople(db, renamed, kind)) found.set(key, one);
    return { people: named, found, same: new Set(), waiting: new Set() };
  };

  /** A number that no row and no record has. */
  const newKey = (key: string): string => {
    const base = numbered(key, 0);
    let count = numbers.get(base) ?? 2;
    while (keys.has(numbered(key, count)) || recordsAt(key).keys.has(numbered(key, count))) count++;
    numbers.set(base, count + 1);
    keys.add(numbered(key, count));
    return numbered(key, count);
  };

  return { whom, settled, hasBeen: (key) => keys.has(key) };
}

/** A record of somebody, under a key like the one that is looked for. */
interface Like extends OtherRecord {
  readonly contactId: string;
}

/** The records under a made-up key, whatever number and file follow it. */
interface Likes {
  readonly all: readonly Like[];
  readonly bySaid: ReadonlyMap<string, readonly Like[]>;
  readonly keys: ReadonlySet<string>;
}

function foundBy({ contactId, ...record }: Like): Found {
  return { contactId, source: { id: record.id, imported: record.imported }, others: [record] };
}

/** As they are when a key is first met: what the file makes itself need not be known. Those of one alone are quickly read again. */
function records(db: Db, kind: string): (key: string) => Likes {
  const read = new Map<string, Likes>();
  const none: Likes = { all: [], bySaid: new Map(), keys: new Set() };
  return (key) => {
    const base = baseOf(key);
    const before = read.get(base);
    if (before !== undefined) return before;
    const all = recordsUnder(db, kind, base);
    const bySaid = Map.groupBy(all, ({ imported }) => imported);
    const likes = all.length === 0 ? none : { all, bySaid, keys: new Set(all.map((one) => one.key)) };
    if (all.length !== 1) read.set(base, likes);
    return likes;
  };
}
