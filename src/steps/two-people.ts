import { NetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import { betweenCommas, isAnd } from '../domain/words/typed-words.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { isCommaName } from './comma-names.ts';
import { namesIn, resolves, whoIs } from './who.ts';

/**
 * The two people whom the words of a command name, in that order: with a comma or "and" between them, or each as an argument of its own.
 * Throws `usage` where it is not two.
 */
export async function twoPeople(
  db: Db,
  context: Context,
  verb: string,
  args: readonly string[],
): Promise<readonly [Person, Person]> {
  const names = namesOfTwo(db, context, args);
  const [one, two, more] = names;
  if (one === undefined || two === undefined || more !== undefined)
    throw new NetError(
      'usage',
      `net ${verb} takes two people, not ${names.length}`,
      `name both, with a comma between them: net ${verb} ana, ana silva`,
    );
  const [first, other] = [await whoIs(db, context, one), await whoIs(db, context, two)];
  if (first.id === other.id)
    throw new NetError(
      'rejected',
      `both names mean ${first.name} (${first.short})`,
      'say their ids: net list shows them',
    );
  const people = new Map(readPeople(db, [first.id, other.id]).map((person) => [person.contact.id, person]));
  const [a, b] = [people.get(first.id), people.get(other.id)];
  if (a !== undefined && b !== undefined) return [a, b];
  throw new NetError('not-found', 'they are not both here anymore', 'net history shows what happened');
}

/** Between commas or with an "and" as everywhere; without either, every argument may be somebody. */
function namesOfTwo(db: Db, context: Context, args: readonly string[]): readonly string[] {
  const whole = args.findIndex((arg) => isCommaName(db, arg));
  if (whole >= 0) {
    const [name = ''] = namesIn(db, context, args[whole] ?? '');
    return [
      ...namesOfTwo(db, context, args.slice(0, whole)),
      name,
      ...namesOfTwo(db, context, args.slice(whole + 1)),
    ];
  }
  const text = args.join(' ');
  const isListed = betweenCommas(text).length > 1 || text.split(/\s+/).some(isAnd);
  if (isListed || args.length < 2) return text.trim() === '' ? [] : namesIn(db, context, text);
  if (resolves(db, context, text)) return [text];
  return args;
}
