import { NetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { meant, namesIn, whoAre, whoIs } from './who.ts';
import { whoAndText } from './who-and-text.ts';

/** One person and the text that follows them on the command line. Throws `usage` where several are named. */
export async function onePerson(
  db: Db,
  context: Context,
  verb: string,
  args: readonly string[],
): Promise<{ person: Person; text: string }> {
  const { people, text } = await whoAndText(db, context, verb, args);
  const [first, ...others] = readPeople(
    db,
    people.map(({ id }) => id),
  );
  if (first === undefined || others.length > 0) throw severalNamed();
  return { person: first, text };
}

/** The one person whom all words together name. */
export async function personNamed(db: Db, context: Context, args: readonly string[]): Promise<Person> {
  const text = args.join(' ');
  const names = namesIn(db, context, text);
  if (names.length > 1 && meant(db, context, text).kind === 'none') throw severalNamed();
  const { id, name } = await whoIs(db, context, text);
  const [person] = readPeople(db, [id]);
  if (person === undefined)
    throw new NetError('not-found', `${name} is not here anymore`, 'net history shows what happened');
  return person;
}

function severalNamed(): NetError {
  return new NetError(
    'usage',
    'this takes one person at a time',
    'name one, then the other in a command of its own',
  );
}

/** Everybody whom the words name, separated by commas or by "and". */
export async function peopleNamed(db: Db, context: Context, args: readonly string[]): Promise<Person[]> {
  const people = await whoAre(db, context, args.join(' '));
  return readPeople(
    db,
    people.map(({ id }) => id),
  );
}
