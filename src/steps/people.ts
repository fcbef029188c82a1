import { NetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { whoAre, whoIs } from './who.ts';
import { whoAndText } from './who-and-text.ts';

/** One person and the text that follows them on the command line. Throws `usage` where several are named. */
export async function onePerson(
  db: Db,
  context: Context,
  args: readonly string[],
): Promise<{ person: Person; text: string }> {
  const { people, text } = await whoAndText(db, context, args);
  const [first, ...others] = readPeople(
    db,
    people.map(({ id }) => id),
  );
  if (first === undefined || others.length > 0)
    throw new NetError('usage', 'this takes one person at a time', 'name one');
  return { person: first, text };
}

/** The one person whom all words together name. */
export async function personNamed(db: Db, context: Context, args: readonly string[]): Promise<Person> {
  const { id, name } = await whoIs(db, context, args.join(' '));
  const [person] = readPeople(db, [id]);
  if (person === undefined)
    throw new NetError('not-found', `${name} is not here anymore`, 'net history shows what happened');
  return person;
}

/** Everybody whom the words name, separated by commas. */
export async function peopleNamed(db: Db, context: Context, args: readonly string[]): Promise<Person[]> {
  const people = await whoAre(db, context, args.join(' '));
  return readPeople(
    db,
    people.map(({ id }) => id),
  );
}
