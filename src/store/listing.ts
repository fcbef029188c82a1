import type { Origins, Trait } from '../domain/contact.ts';
import type { Person } from '../domain/person.ts';
import { originsOfAll } from './contacts.ts';
import { type Db, get, inPieces, marks, texts } from './db.ts';
import { readEverybody, readPeople } from './people.ts';
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
  return listedRows(db, readEverybody(db), select(db, 'trait', 'WHERE deleted_at IS NULL ORDER BY id'));
}

/** The first by name of those who have not moved on, how many such there are, and how many moved on. */
export interface FirstListed {
  readonly rows: readonly ListedRow[];
  readonly count: number;
  readonly movedOn: number;
}

/** What a first page takes. Nobody behind it is read, they are only counted. */
export function readFirst(db: Db, most: number): FirstListed {
  const sql = `SELECT s.contact_id FROM contact_summary s CROSS JOIN contact c ON c.id = s.contact_id
    WHERE c.stage <> 'moved on' ORDER BY s.called, s.contact_id LIMIT ?`;
  const ids = texts(db, sql, most);
  const people = new Map(readPeople(db, ids).map((person) => [person.contact.id, person]));
  const traits = inPieces(ids, (piece) =>
    select(db, 'trait', `WHERE contact_id IN (${marks(piece)}) AND deleted_at IS NULL ORDER BY id`, ...piece),
  );
  const listed = ids.flatMap((id) => people.get(id) ?? []);
  return { rows: listedRows(db, listed, traits), ...counted(db) };
}

/** All rows of a table are counted by its pages; only those are walked through that are not to be counted. */
function counted(db: Db): Pick<FirstListed, 'count' | 'movedOn'> {
  const n = (sql: string) => get<{ n: number }>(db, `SELECT count(*) AS n FROM contact ${sql}`)?.n ?? 0;
  const movedOn = n(`WHERE stage = 'moved on' AND deleted_at IS NULL`);
  return { count: n('') - n('WHERE deleted_at IS NOT NULL') - movedOn, movedOn };
}

function listedRows(db: Db, people: readonly Person[], traits: readonly Trait[]): ListedRow[] {
  const own = Map.groupBy(traits, (trait) => trait.contactId);
  const origins = originsOfAll(
    db,
    people.map(({ contact }) => contact),
  );
  return people.map((person) => {
    const { gathering, via }: Origins = origins(person.contact);
    return { person, traits: own.get(person.contact.id) ?? [], at: gathering, via };
  });
}
