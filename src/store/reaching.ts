import type { ImportedPerson } from '../domain/imported.ts';
import { reachedBy } from '../domain/reached.ts';
import { fold } from '../domain/words/fold.ts';
import { type Db, inPieces, marks, tuples } from './db.ts';

/** Who of those here has an address. */
interface Reached {
  readonly id: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly birthday: string | null;
}

/** Contacts by an address of theirs and a name, as both are compared. */
type Called = ReadonlyMap<string, readonly Reached[]>;

/** An address that more people have is a switchboard: of whom it reaches only the names of now are compared. */
const MOST_SHARING = 50;

/**
 * Who some people of a file are here, by their keys: those with the same e-mail address, number or other address who are called so, by name,
 * by nickname, or by a name that some file had for them, in this order; unless they were born on different days.
 */
export function sameByAddress(db: Db, people: readonly ImportedPerson[]): ReadonlyMap<string, string> {
  const reached = atPoints(db, people);
  const same = new Map<string, string>();
  const unknown = (left: readonly ImportedPerson[], called: Called) =>
    left.filter((person) => {
      const contact = sameAs(person, called);
      if (contact !== undefined) same.set(person.key, contact.id);
      return contact === undefined;
    });
  const unnamed = unknown(
    people,
    calledBy(reached, ({ name }) => [name]),
  );
  const left = unknown(
    unnamed,
    calledBy(reached, ({ nickname }) => (nickname === null ? [] : [nickname])),
  );
  const theirs = reachedAlone(left, reached);
  const names = namesToldOf(
    db,
    [...theirs.values()].flat().map(({ id }) => id),
  );
  unknown(
    left,
    calledBy(theirs, ({ id }) => names.get(id) ?? []),
  );
  return same;
}

function sameAs({ name, birthday, points }: ImportedPerson, called: Called): Reached | undefined {
  const folded = fold(name);
  for (const way of new Set(points.map(reachedBy)))
    for (const contact of called.get(calledAt(way, folded)) ?? [])
      if (!areApart(contact.birthday, birthday)) return contact;
  return undefined;
}

/** Two of the same name and address, as a mother and her daughter may be. One of the days may lack its year. */
function areApart(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a.startsWith('--') || b.startsWith('--') ? a.slice(-5) !== b.slice(-5) : a !== b;
}

function calledAt(way: string, folded: string): string {
  return `${folded}\n${way}`;
}

function calledBy(
  reached: ReadonlyMap<string, readonly Reached[]>,
  namesOf: (contact: Reached) => readonly string[],
): Called {
  const called = new Map<string, Reached[]>();
  for (const [way, contacts] of reached)
    for (const contact of contacts)
      for (const name of namesOf(contact)) {
        const key = calledAt(way, fold(name));
        const known = called.get(key);
        if (known === undefined) called.set(key, [contact]);
        else known.push(contact);
      }
  return called;
}

/** Whom the points of some people reach, but for switchboards. */
function reachedAlone(
  people: readonly ImportedPerson[],
  reached: ReadonlyMap<string, readonly Reached[]>,
): ReadonlyMap<string, readonly Reached[]> {
  const ways = new Set(people.flatMap(({ points }) => points.map(reachedBy)));
  return new Map(
    [...ways].flatMap((way) => {
      const contacts = reached.get(way) ?? [];
      return contacts.length === 0 || contacts.length > MOST_SHARING ? [] : [[way, contacts]];
    }),
  );
}

/** What files called some contacts when they were last imported, by their ids. */
export function namesToldOf(db: Db, contacts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const rows = inPieces([...new Set(contacts)], (piece) =>
    tuples(
      db,
      `SELECT DISTINCT contact_id, CASE WHEN json_valid(imported) THEN imported ->> '$.name' END FROM source
        WHERE contact_id IN (${marks(piece)}) AND deleted_at IS NULL`,
      ...piece,
    ),
  );
  for (const [id, name] of rows) {
    if (typeof id !== 'string' || typeof name !== 'string') continue;
    const known = names.get(id);
    if (known === undefined) names.set(id, [name]);
    else known.push(name);
  }
  return names;
}

/** `reachedBy` of a number: as the index of numbers has it, word for word. */
const NUMBER = `replace(replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', '')`;

/** The contacts whom the points of some people reach, by how these are compared. */
function atPoints(db: Db, people: readonly ImportedPerson[]): ReadonlyMap<string, readonly Reached[]> {
  const points = people.flatMap((person) => person.points);
  // A number without digits reaches nobody.
  const phones = points
    .filter(({ kind }) => kind === 'phone')
    .map(reachedBy)
    .filter((number) => number !== '');
  const others = points.filter(({ kind }) => kind !== 'phone').map(({ value }) => value);
  const found = (by: string, where: string, values: readonly string[]) =>
    inPieces([...new Set(values)], (piece) =>
      tuples(
        db,
        `SELECT ${by}, c.id, c.name, c.nickname, c.birthday FROM contact_point p JOIN contact c ON c.id = p.contact_id
          WHERE ${where} IN (${marks(piece)}) AND p.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY c.id`,
        ...piece,
      ),
    ) as [string, string, string, string | null, string | null][];
  const rows = [
    ...found('lower(p.value)', 'p.value COLLATE NOCASE', others),
    ...found(NUMBER, `p.kind = 'phone' AND ${NUMBER}`, phones),
  ];
  const reached = new Map<string, Reached[]>();
  for (const [way, id, name, nickname, birthday] of rows) {
    const contact = { id, name, nickname, birthday };
    const known = reached.get(way);
    if (known === undefined) reached.set(way, [contact]);
    else known.push(contact);
  }
  return reached;
}
