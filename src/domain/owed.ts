import { type Exchange, owesThanks, owesThanksForFruit } from './exchange.ts';
import { isGiver, type Person } from './person.ts';

/** Something that thanks are owed for: help, what it led to, or coming through at all, which a proven giver is told once. */
export type Owed =
  | { readonly kind: 'help' | 'fruit'; readonly exchange: Exchange }
  | { readonly kind: 'told'; readonly exchange: null };

/** All that somebody waits to be thanked for, in the order in which it is numbered. */
export function owedTo(person: Person): Owed[] {
  const { contact, open } = person;
  const of = (kind: 'help' | 'fruit', list: readonly Exchange[]) =>
    list.map((exchange): Owed => ({ kind, exchange }));
  return [
    ...of('help', open.filter(owesThanks)),
    ...of('fruit', open.filter(owesThanksForFruit)),
    ...(isGiver(person) && contact.toldOn === null ? [{ kind: 'told', exchange: null } as const] : []),
  ];
}
