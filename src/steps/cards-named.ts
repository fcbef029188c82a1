import { NetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { wanted } from './details.ts';
import { promisedText } from './promised.ts';
import type { Cards } from './stack.ts';
import { typedName, whoAre } from './who.ts';

/** The people whom a flag names. Throws `rejected` for somebody who is not in the stack, or from another gathering. */
export async function cardsNamed(
  db: Db,
  context: Context,
  cards: Cards,
  said: string | undefined,
  flag: string,
): Promise<Person[]> {
  if (said === undefined) return [];
  const named = await whoAre(db, context, wanted(said, flag));
  return named.map(({ id, name }) => {
    const card = cards.choosable.find(({ contact }) => contact.id === id);
    if (card === undefined) throw noCard(db, cards, id, name);
    return card;
  });
}

function noCard(db: Db, { at }: Cards, id: string, name: string): NetError {
  const [person] = readPeople(db, [id]);
  const { stage = 'stack' } = person?.contact ?? {};
  const typed = person === undefined ? id : typedName(db, person.contact);
  if (at !== null && stage === 'stack')
    return new NetError(
      'rejected',
      `${name} was not met at ${at}`,
      `without --at: net stack --grow ${typed}`,
    );
  return new NetError(
    'rejected',
    `${name} is ${stage === 'moved on' ? 'off every list' : stage}, not ${at === null ? 'in the stack' : `a card from ${at}`}`,
    `net rest ${typed} puts them there`,
  );
}

/** Throws `rejected` where something is promised to somebody who is to be moved on from. */
export function refusePromised(db: Db, people: readonly Person[]): void {
  for (const person of people) {
    const promised = promisedText(person);
    if (promised !== null)
      throw new NetError(
        'rejected',
        `${promised}, and that is open`,
        `keep it, or move on anyway: net moveon ${typedName(db, person.contact)} --yes`,
      );
  }
}
