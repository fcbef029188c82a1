import { type SourceKind, saysTheSame } from '../../domain/acts/import.ts';
import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import type { Db } from '../../store/db.ts';
import { type Found, foundPeople, recordsUnder } from '../../store/sources.ts';
import { baseOf, isMade, isNameAlone, isSameFile, numbered } from './scope.ts';

/** People of a file, and whom here they mean, by their keys: nobody for those who are new. */
export interface Known {
  readonly people: readonly ImportedPerson[];
  readonly found: ReadonlyMap<string, Found>;
}

/** Whom the people of a file mean, many at a time. */
export interface Knowing {
  readonly whom: (people: readonly ImportedPerson[]) => Known;
  /** Whether a key that was made up has been in the file so far. */
  readonly hasBeen: (key: string) => boolean;
}

/** Whether the file says of somebody what it said before. */
export function isSame(person: ImportedPerson, found: Found | undefined, today: CalendarDate): boolean {
  return found?.source != null && saysTheSame(person, found.source.imported, today);
}

/**
 * Of rows without an id the order may have changed, and the name of their file: who says word for word what one of them said is that one, and
 * who has the same name and address in another file is the same person. No record is two rows: a row whose key has turned out to be another
 * one's is one that no other row is, or somebody new.
 */
export function knowing(db: Db, kind: SourceKind['kind'], today: CalendarDate): Knowing {
  const keys = new Set<string>();
  /** By the ids of records, the keys of the rows that they are. */
  const taken = new Map<string, string>();
  const isFree = (key: string, { source }: Found) => source === null || (taken.get(source.id) ?? key) === key;
  const isOwn = (key: string, { others }: Found) => others.some((other) => isSameFile(other.key, key));

  const otherwise = (key: string, exactly: Found | undefined, all: readonly Found[]) => {
    if (exactly?.source != null || isNameAlone(key)) return exactly;
    const first = all.find(({ others }) => others.some((other) => !keys.has(other.key)));
    return first === undefined ? exactly : { ...first, source: null };
  };

  const newKey = (key: string, all: readonly Found[]): string => {
    const stored = new Set(all.flatMap(({ others }) => others.map((other) => other.key)));
    let count = 2;
    while (keys.has(numbered(key, count)) || stored.has(numbered(key, count))) count++;
    return numbered(key, count);
  };

  const whom = (people: readonly ImportedPerson[]): Known => {
    for (const { key } of people) if (isMade(key)) keys.add(key);
    const found = new Map(foundPeople(db, people, kind));
    const renamed = new Map<string, string>();
    const records = new Map<string, readonly Found[]>();
    const under = (key: string): readonly Found[] => {
      const base = baseOf(key);
      const read = records.get(base) ?? recordsUnder(db, kind, base);
      records.set(base, read);
      return read;
    };
    const settle = (key: string, known: Found | undefined) => {
      if (known === undefined) return;
      found.set(key, known);
      if (known.source !== null) taken.set(known.source.id, key);
    };

    const changed = people.filter((person) => {
      const { key } = person;
      if (!isMade(key)) return false;
      const exactly = found.get(key);
      const same = isSame(person, exactly, today)
        ? exactly
        : under(key).find(
            (one) =>
              isSame(person, one, today) && isFree(key, one) && (exactly?.source == null || isOwn(key, one)),
          );
      settle(key, same);
      return same === undefined;
    });
    const left = changed.filter(({ key }) => {
      const exactly = found.get(key);
      if (exactly === undefined ? isNameAlone(key) : !isFree(key, exactly)) return true;
      settle(key, otherwise(key, exactly, under(key)));
      return false;
    });
    for (const { key } of left) {
      const free = under(key).find((one) => isOwn(key, one) && isFree(key, one));
      if (free !== undefined) settle(key, { ...free, others: [] });
      else if (isNameAlone(key) && found.delete(key)) renamed.set(key, newKey(key, under(key)));
    }
    const rename = (person: ImportedPerson) => ({ ...person, key: renamed.get(person.key) ?? person.key });
    return { people: renamed.size === 0 ? people : people.map(rename), found };
  };

  return { whom, hasBeen: (key) => keys.has(key) };
}
