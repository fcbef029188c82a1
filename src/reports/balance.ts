import type { CalendarDate } from '../domain/days/day.ts';
import {
  type Exchange,
  GIVE_TYPES,
  type GiveType,
  givenOn,
  isGiven,
  receivedOn,
} from '../domain/exchange.ts';

/** One side of what went between us: how often, first and last, and the last few, newest first. */
export interface Side {
  readonly n: number;
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly recent: readonly Exchange[];
}

/** How many gives had nothing back, and since when: a note, never a penalty. */
export interface Unreturned {
  readonly gives: number;
  readonly since: CalendarDate;
}

/** What went between one contact and me. All counts are of this one person. */
export interface Balance {
  /** Gives and promises kept; what came unasked; asks; asks that were helped with, partly ones too. */
  readonly given: Side;
  readonly received: Side;
  readonly asked: Side;
  readonly helped: Side;
  /** The gives by kind, null for those that do not say; no kind without any. */
  readonly types: readonly TypeCount[];
  /** How many exchanges it rests on, and the days of the first and the last. */
  readonly n: number;
  readonly since: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly unreturned: Unreturned | null;
}

export interface TypeCount {
  readonly type: GiveType | null;
  readonly n: number;
}

const RECENT = 3;
const NOTED_FROM = 4;

/** Adds up the exchanges with one contact, in any order. `noScore`: give and take is waived, so nothing is noted. */
export function balance(exchanges: readonly Exchange[], noScore: boolean): Balance {
  const given = dated(exchanges.filter(isGiven), givenOn);
  const received = dated(
    exchanges.filter(({ kind }) => kind === 'received'),
    receivedOn,
  );
  const asked = dated(
    exchanges.filter(({ kind }) => kind === 'ask'),
    ({ madeOn }) => madeOn,
  );
  const helped = dated(
    exchanges.filter(({ outcome }) => outcome === 'helped' || outcome === 'partly'),
    receivedOn,
  );
  const days = [...given, ...received, ...asked, ...helped].map(({ on }) => on).sort();
  return {
    given: side(given),
    received: side(received),
    asked: side(asked),
    helped: side(helped),
    types: typesOf(given.map(({ exchange }) => exchange)),
    n: given.length + received.length + asked.length,
    since: days[0] ?? null,
    last: days.at(-1) ?? null,
    unreturned: noScore ? null : unreturned(given, [...received, ...helped]),
  };
}

interface Dated {
  readonly exchange: Exchange;
  readonly on: CalendarDate;
}

/** Oldest first. */
function dated(exchanges: readonly Exchange[], dayOf: (exchange: Exchange) => CalendarDate): Dated[] {
  const key = ({ exchange, on }: Dated) => `${on} ${exchange.id}`;
  return exchanges
    .map((exchange) => ({ exchange, on: dayOf(exchange) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function side(list: readonly Dated[]): Side {
  return {
    n: list.length,
    first: list[0]?.on ?? null,
    last: list.at(-1)?.on ?? null,
    recent: list
      .slice(-RECENT)
      .reverse()
      .map(({ exchange }) => exchange),
  };
}

/** How many gives there are of each kind, in the order of the kinds; those that say none come last. */
export function typesOf(gives: readonly Pick<Exchange, 'type'>[]): TypeCount[] {
  return [...GIVE_TYPES, null]
    .map((type) => ({ type, n: gives.filter((give) => give.type === type).length }))
    .filter(({ n }) => n > 0);
}

/** Four gives and more since the last thing that came from them, or ever where nothing did. */
function unreturned(given: readonly Dated[], came: readonly Dated[]): Unreturned | null {
  const last = came
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const later = last === undefined ? given : given.filter(({ on }) => on > last);
  const [first] = later;
  if (first === undefined || later.length < NOTED_FROM) return null;
  return { gives: later.length, since: last ?? first.on };
}
