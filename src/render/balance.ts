import type { Exchange } from '../domain/exchange.ts';
import { givenOn, receivedOn } from '../domain/exchange.ts';
import type { GiverLabel } from '../domain/giver.ts';
import type { Person } from '../domain/person.ts';
import type { WarmthBand } from '../domain/warmth.ts';
import type { PastAsks } from '../reports/asks.ts';
import type { Balance, Side, TypeCount, Unreturned } from '../reports/balance.ts';
import type { Balances } from '../reports/balances.ts';
import type { Untested } from '../reports/untested.ts';
import { outcomeCounts } from './asks.ts';
import { closenessText, helpedText, helpfulnessText } from './standing.ts';
import { clipped, count, faint, line, listed, type Piece, strong, type Text, table, times } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** One person's balance, with how close they are beside it: two things, never one figure. */
export interface BalanceView {
  readonly person: Person;
  readonly balance: Balance;
  readonly asks: PastAsks;
  readonly warmth: WarmthBand | null;
  readonly gap: number | null;
  readonly label: GiverLabel | null;
}

/** "introduction 2, advice 1, no kind said 3". */
export function typesText(types: readonly TypeCount[]): string {
  return types.map(({ type, n }) => `${type ?? 'no kind said'} ${n}`).join(', ');
}

/** A note, never a penalty. */
export function unreturnedText({ gives, since }: Unreturned, wording: Wording): string {
  return `You gave ${times(gives)} since ${dayWord(since, wording)} and nothing came back yet. That is a note, nothing more.`;
}

export function balanceText(view: BalanceView, wording: Wording): Text {
  const { person, balance, asks } = view;
  const { name } = person.contact;
  if (balance.n === 0) return [line('Nothing is noted yet that went between ', strong(name), ' and you.')];
  const { days } = person.summary;
  const rows: (readonly [string, string])[] = [
    ...sideRows('given', balance.given, typesText(balance.types), givenOn, wording),
    ...sideRows('received', balance.received, 'unasked', receivedOn, wording),
    ...sideRows('asked', balance.asked, listed(outcomeCounts(asks)), ({ madeOn }) => madeOn, wording),
    ...sideRows('helped', balance.helped, `of ${helpedText(asks)}`, receivedOn, wording),
    ...(balance.unreturned === null
      ? []
      : [['a note', unreturnedText(balance.unreturned, wording)] as const]),
    ['closeness', closenessText(view.warmth, days, view.gap) ?? 'nothing logged yet'],
    ['helpfulness', helpfulnessText(view.label, asks, person.summary.received)],
  ];
  return [
    line(strong(name), `: ${restsOn(balance, wording)}.`),
    table(rows.map(([label, text]): Piece[] => [faint(label), text])),
  ];
}

/** On how much it rests: "9 exchanges since March 1". */
function restsOn({ n, since }: Pick<Balance, 'n' | 'since'>, wording: Wording): string {
  return `${count(n, 'exchange')}${since === null ? '' : ` since ${dayWord(since, wording)}`}`;
}

function sideRows(
  label: string,
  { n, first, last, recent }: Side,
  detail: string,
  dayOf: (exchange: Exchange) => Exchange['madeOn'],
  wording: Wording,
): [string, string][] {
  if (first === null || last === null) return [[label, '0']];
  const days =
    first === last ? onDay(first, wording) : `${dayWord(first, wording)} to ${dayWord(last, wording)}`;
  return [
    [label, `${n} (${detail}), ${days}`],
    ...recent.map((exchange): [string, string] => [
      '',
      `${dayWord(dayOf(exchange), wording)} ${quoted(exchange.text)}${exchange.type === null ? '' : ` (${exchange.type})`}`,
    ]),
  ];
}

/** Everybody's, the last exchange first, and all together. */
export function balancesText({ people, totals }: Balances, wording: Wording): Text {
  if (totals.n === 0) return [line('Nothing is noted yet that was given, received or asked.')];
  const head = ['', 'given', 'received', 'asked', 'helped', 'last'].map(faint);
  const rows = people.map(({ contact, balance }): Piece[] => [
    strong(contact.name),
    ...[balance.given, balance.received, balance.asked, balance.helped].map(({ n }) => String(n)),
    balance.last === null ? '' : dayWord(balance.last, wording),
  ]);
  const notes = people.flatMap(({ contact, balance: { unreturned } }) =>
    unreturned === null ? [] : [line(contact.name, ': ', noteText(unreturned, wording))],
  );
  const moved =
    totals.movedOn === 0
      ? ''
      : ` ${count(totals.movedOn, 'person', 'people')} moved on from ${totals.movedOn === 1 ? 'is' : 'are'} counted here and not listed.`;
  const with_ = `${restsOn(totals, wording)} with ${count(totals.people, 'person', 'people')}`;
  return [
    ...(rows.length === 0 ? [] : [clipped([head, ...rows])]),
    ...notes,
    line(
      `In all: given ${totals.given}, received ${totals.received}, asked ${totals.asked}, helped ${totals.helped}; ${with_}.${moved}`,
    ),
    ...(totals.given === 0 ? [] : [line(`What you gave: ${typesText(totals.types)}.`)]),
  ];
}

function noteText({ gives, since }: Unreturned, wording: Wording): string {
  return `a note: ${count(gives, 'give')} since ${dayWord(since, wording)}, nothing back yet.`;
}

export function untestedText({ people, warm }: Untested, wording: Wording): Text {
  if (warm === 0)
    return [line('Nobody is here yet: it takes some days in touch. You can ask anybody at any time.')];
  if (people.length === 0)
    return [line(`You asked every warm person for something before: ${warm} of ${warm}.`)];
  return [
    line(`Whom you never asked: ${people.length} of ${count(warm, 'warm person', 'warm people')}.`),
    table(
      people.map(({ contact, summary }): Piece[] => [
        strong(contact.name),
        `in touch on ${count(summary.days, 'day')}`,
        summary.lastOn === null ? '' : `last ${dayWord(summary.lastOn, wording)}`,
      ]),
    ),
  ];
}
