import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { type Exchange, isGiven } from '../domain/exchange.ts';
import { type Balance, balance, type TypeCount, typesOf } from './balance.ts';

/** What went between everybody and me, whatever their stage. */
export interface Balances {
  /** Those with any exchange and not moved on from; whoever had the last one first. Never by worth. */
  readonly people: readonly { readonly contact: Contact; readonly balance: Balance }[];
  readonly totals: Totals;
}

/** Everybody together, those moved on from too. */
export interface Totals {
  readonly given: number;
  readonly received: number;
  readonly asked: number;
  readonly helped: number;
  readonly types: readonly TypeCount[];
  readonly n: number;
  readonly since: CalendarDate | null;
  readonly people: number;
  readonly movedOn: number;
}

export function balances(contacts: readonly Contact[], exchanges: readonly Exchange[]): Balances {
  const byContact = Map.groupBy(exchanges, ({ contactId }) => contactId);
  const all = contacts
    .map((contact) => ({ contact, balance: balance(byContact.get(contact.id) ?? [], contact.noScore) }))
    .filter((row) => row.balance.n > 0);
  const sum = (of: (balance: Balance) => number) => all.reduce((total, row) => total + of(row.balance), 0);
  const movedOn = all.filter(({ contact }) => contact.stage === 'moved on').length;
  const counted = new Set(all.map(({ contact }) => contact.id));
  return {
    people: all
      .filter(({ contact }) => contact.stage !== 'moved on')
      .sort((a, b) => (key(a) < key(b) ? 1 : -1)),
    totals: {
      given: sum(({ given }) => given.n),
      received: sum(({ received }) => received.n),
      asked: sum(({ asked }) => asked.n),
      helped: sum(({ helped }) => helped.n),
      types: typesOf(exchanges.filter((each) => isGiven(each) && counted.has(each.contactId))),
      n: sum(({ n }) => n),
      since:
        all
          .flatMap((row) => row.balance.since ?? [])
          .sort()
          .at(0) ?? null,
      people: all.length,
      movedOn,
    },
  };
}

function key({ contact, balance: { last } }: { contact: Contact; balance: Balance }): string {
  return `${last} ${contact.id}`;
}
