import { noteExchange, touch } from '../domain/acts/log.ts';
import { type Consent, referralTo } from '../domain/acts/recommend.ts';
import type { Change, Making } from '../domain/change.ts';
import type { Channel } from '../domain/channel.ts';
import type { Contact } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Context } from '../host/context.ts';
import { agreedLine, type Naming, pairLine } from '../render/recommendations.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { bounded } from './details.ts';
import { asTimeLeft } from './lapsing.ts';
import { onePerson, peopleNamed, personNamed } from './people.ts';
import { exchangeWithTouch } from './touch.ts';
import { typedNames } from './typed-names.ts';
import { typedName } from './who.ts';

/** Who is recommended, to whom, and why. */
export interface Pair {
  readonly person: Person;
  readonly to: Person;
  readonly text: string | null;
}

/** Throws `usage` where nobody is named that they are recommended to, `rejected` for somebody recommended to themselves. */
export async function pairNamed(
  db: Db,
  context: Context,
  args: readonly string[],
  to: string | undefined,
): Promise<Pair> {
  const { person, text } = await onePerson(db, context, 'recommend', args);
  const { name } = person.contact;
  if (to === undefined)
    throw new NetError(
      'usage',
      `it does not say to whom ${name} is recommended`,
      `net recommend ${typedName(db, person.contact)} --to ben`,
    );
  const other = await personNamed(db, context, [to]);
  if (other.contact.id === person.contact.id)
    throw new NetError('rejected', `${name} cannot be recommended to themselves`, 'name two people');
  const said = bounded(text.trim(), 'the text');
  return { person, to: other, text: said === '' ? null : said };
}

/** Throws `rejected` where one of them was moved on from: what is recommended is followed, and they are off every list. */
export function refuseMovedOn(db: Db, { person, to }: Pair): void {
  for (const { contact } of [person, to])
    if (contact.stage === 'moved on')
      throw new NetError(
        'rejected',
        `you moved on from ${contact.name}, so nothing is followed with them`,
        `net rest ${typedName(db, contact)} brings them back`,
      );
}

/** Throws `exists` while one is under way: two people are one pair, whichever way round. A pending one of the same way round goes on. */
export function refuseAgain({ person, to }: Pair, last: Recommendation | null, naming: Naming): void {
  if (last === null || last.outcome !== null) return;
  const isReversed = last.contactId === to.contact.id;
  if (last.introducedOn === null && !isReversed) return;
  const names = [person.contact.name, to.contact.name];
  const [first, second] = isReversed ? names.reverse() : names;
  throw last.introducedOn === null
    ? new NetError(
        'exists',
        `${first} is to be recommended to ${second} already`,
        `once they agreed: ${agreedLine(last, 'both', naming)}`,
      )
    : new NetError(
        'exists',
        `${first} was recommended to ${second} already, on ${last.introducedOn}`,
        `what came of it: ${pairLine(last, naming)} --outcome helped`,
      );
}

/** Who has agreed: what `--agreed` says; without it, on a terminal, what is answered for whoever has not yet. */
export async function consentOf(
  db: Db,
  context: Context,
  { person, to }: Pair,
  said: readonly string[],
  before: Recommendation | null,
): Promise<Consent> {
  const agreed = new Set<string>();
  for (const who of said) {
    if (who.trim().toLowerCase() === 'both') {
      agreed.add(person.contact.id).add(to.contact.id);
      continue;
    }
    for (const { contact } of await peopleNamed(db, context, [who])) {
      if (contact.id !== person.contact.id && contact.id !== to.contact.id)
        throw new NetError(
          'rejected',
          `${contact.name} is neither ${person.contact.name} nor ${to.contact.name}`,
          'say which of the two agreed, or both',
        );
      agreed.add(contact.id);
    }
  }
  const has = async ({ contact }: Person, known: boolean) =>
    known ||
    agreed.has(contact.id) ||
    (said.length === 0 &&
      context.prompt !== null &&
      (await context.prompt.confirm(`Did ${contact.name} agree?`, false)));
  const first = await has(person, before !== null && before.contactAgreedOn !== null);
  return { contact: first, to: await has(to, before !== null && before.toAgreedOn !== null) };
}

/** What introducing two people writes: a give to each of them. */
export interface Introduced {
  readonly changes: readonly Change[];
  readonly exchanges: readonly Exchange[];
  readonly established: readonly Person[];
}

/**
 * A give to both. Saying how, as by email, makes it a touch with both; else it is none, since the two may have heard of one another
 * without me. Inside a transaction.
 */
export function introductions(
  db: Db,
  context: Context,
  { person, to }: Pair,
  recommendation: Recommendation,
  by: Channel | null,
  making: Making,
): Introduced {
  const on = recommendation.introducedOn ?? making.today;
  const talk = by === null ? null : touch(on, by);
  const give = (whom: Person, other: Person, isRecommended: boolean): Introduced => {
    const told = referralTo(other.contact.name, isRecommended, recommendation);
    if (talk !== null)
      return exchangeWithTouch(db, context, whom, told, { ...talk, startedBy: 'me' }, making);
    const [now] = asTimeLeft(db, context, [whom] as const);
    return noteExchange(now, told, on, making);
  };
  const both = [give(person, to, true), give(to, person, false)];
  return {
    changes: both.flatMap(({ changes }) => changes),
    exchanges: both.flatMap(({ exchanges }) => exchanges),
    established: both.flatMap(({ established }) => established),
  };
}

/** The names of some people, and how each can be typed, read while the file is open. */
export function namingOf(db: Db, contactIds: readonly string[]): Naming {
  return namingAmong(
    db,
    readPeople(db, contactIds).map(({ contact }) => contact),
  );
}

/** The same of contacts that were read; whoever is not among them is somebody. */
export function namingAmong(db: Db, contacts: readonly Contact[]): Naming {
  const typed = typedNames(db, contacts);
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  return { nameOf: (id) => names.get(id) ?? 'somebody', typedOf: (id) => typed.get(id) ?? '' };
}
