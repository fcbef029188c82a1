import type { Trait } from '../domain/contact.ts';
import type { Person } from '../domain/person.ts';
import { all, type Db } from './db.ts';
import { readEverybody } from './people.ts';
import { select } from './rows.ts';

/** Somebody with the names and words that a list is filtered by. */
export interface ListedRow {
  readonly person: Person;
  readonly traits: readonly Trait[];
  readonly at: string | null;
  readonly via: string | null;
}

/** Everybody live, by name. */
export function readListing(db: Db): ListedRow[] {
  const traits = Map.groupBy(
    select(db, 'trait', 'WHERE deleted_at IS NULL ORDER BY id'),
    (trait) => trait.contactId,
  );
  const gatherings = names(db, 'SELECT id, name FROM gathering WHERE deleted_at IS NULL');
  const people = readEverybody(db);
  const known = new Map(people.map(({ contact }) => [contact.id, contact.name]));
  return people.map((person) => ({
    person,
    traits: traits.get(person.contact.id) ?? [],
    at: gatherings.get(person.contact.gatheringId ?? '') ?? null,
    via: known.get(person.contact.viaId ?? '') ?? null,
  }));
}

function names(db: Db, sql: string): ReadonlyMap<string, string> {
  return new Map(all<{ id: string; name: string }>(db, sql).map(({ id, name }) => [id, name]));
}
