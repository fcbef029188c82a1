import type { CalendarDate } from '../days/day.ts';
import type { PausedSpan } from '../days/pause.ts';
import type { Exchange } from '../exchange.ts';
import type { Situation } from '../person.ts';
import type { Ranking } from '../settings.ts';
import type { WarmthBand } from '../warmth.ts';

export type TermKind = keyof Ranking['weights'];

interface Weighed {
  /** Between 0 and 1, never 0: a term that is 0 is none. */
  readonly value: number;
  /** weight × value: what it adds to the score. */
  readonly points: number;
}

/** One reason to tend somebody, with the facts that its wording needs. */
export type Term = Weighed &
  (
    | { readonly kind: 'promise'; readonly exchange: Exchange; readonly due: CalendarDate }
    | { readonly kind: 'thanks'; readonly exchange: Exchange; readonly since: CalendarDate }
    | { readonly kind: 'follow-up'; readonly since: CalendarDate }
    | {
        readonly kind: 'fading';
        readonly days: number;
        readonly gap: number;
        readonly cadence: number;
        readonly band: WarmthBand;
        readonly logged: boolean;
      }
    | { readonly kind: 'ask'; readonly exchange: Exchange; readonly days: number; readonly nudged: boolean }
    | { readonly kind: 'date'; readonly occasion: 'birthday' | 'job'; readonly on: CalendarDate }
    | { readonly kind: 'tell'; readonly times: number }
    | { readonly kind: 'thank-again'; readonly exchange: Exchange }
    | { readonly kind: 'dormant'; readonly days: number; readonly gap: number }
  );

/** A term before it is weighed. */
export type Facts = Term extends infer T ? (T extends Term ? Omit<T, 'points'> : never) : never;

/** Why somebody was listed: the term, and the exchange that it was about. */
export interface ShownReason {
  readonly kind: TermKind;
  readonly subject: string | null;
}

/** One appearance in an ended plan. */
export interface Showing {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly reasons: readonly ShownReason[];
}

/** The ended plans that listed one person, oldest first. */
export type Shown = readonly Showing[];

/** What a person is looked at with: the situation, the plan's days, and the ended plans that listed them. */
export interface View extends Situation {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly shown: Shown;
  /** A gap that is on offer as a pause: until that is answered, nobody changes stage for it. */
  readonly offered: PausedSpan | null;
}

/** The exchange that a term is about, if any: what `net done` settles and what ticks the line. */
export function subjectOf(term: Term): Exchange | null {
  return 'exchange' in term ? term.exchange : null;
}

/** A promise due by the plan's last day, or thanks owed: what comes first, for everybody, and never goes quiet. */
export function isObligation(term: Term, lastDay: CalendarDate): boolean {
  return term.kind === 'thanks' || (term.kind === 'promise' && term.due <= lastDay);
}

/** The day that a date is about: nothing else will do on another day. */
export function isToday(term: Term): boolean {
  return term.kind === 'date' && term.value === 1;
}

export function scoreOf(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.points, 0);
}
