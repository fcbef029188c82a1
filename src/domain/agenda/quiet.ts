import type { CalendarDate } from '../days/day.ts';
import { dayAfter, elapsed } from '../days/pause.ts';
import { promiseDay } from '../exchange.ts';
import { cadence, type Person } from '../person.ts';
import { type Showing, type Shown, subjectOf, type Term, type TermKind, type View } from './term.ts';

/** In how many ended plans a reason was given. */
export function timesShown(shown: Shown, kind: TermKind, subject: string | null): number {
  return shown.filter(({ reasons }) => reasons.some((r) => r.kind === kind && r.subject === subject)).length;
}

/** Whether what is owed was shown in two ended plans in which it was due, by the day that it has now: a new day begins anew. */
export function isStale(term: Term, view: View): boolean {
  const due = term.kind === 'promise' ? term.due : null;
  const owing = view.shown.filter(({ last }) => due === null || due <= last);
  return timesShown(owing, term.kind, subjectOf(term)?.id ?? null) >= 2;
}

/**
 * Never nag: after two ended plans that brought no action, quiet for max(14, C/2) days, until the first plan after; dormant
 * people after one, for 180 days. The last quiet day, past or to come; null where nothing asks for quiet.
 */
export function quietUntil(person: Person, view: View, dormant: boolean): CalendarDate | null {
  const unacted = view.shown.filter((showing) => !isActedOn(showing, person));
  const latest = unacted.at(-1);
  if (latest === undefined || (!dormant && unacted.length % 2 !== 0)) return null;
  const days = dormant ? 180 : Math.ceil(Math.max(14, cadence(person, view.settings) / 2));
  return dayAfter(latest.last, days, view.pauses) ?? view.last;
}

/** A touch since the plan was made, or what the line led with has been settled or given another day. */
function isActedOn(
  { first, last, reasons: [leading] }: Showing,
  { contact, summary, open }: Person,
): boolean {
  if (summary.lastOn !== null && summary.lastOn >= first) return true;
  if (leading?.kind === 'tell') return contact.toldOn !== null && contact.toldOn >= first;
  if (leading === undefined || leading.kind === 'date' || leading.subject === null) return false;
  const exchange = open.find(({ id }) => id === leading.subject);
  if (exchange === undefined) return true;
  if (leading.kind === 'promise') return promiseDay(exchange) > last;
  return leading.kind === 'ask' && exchange.outcome !== null;
}

export function isQuiet(person: Person, view: View, dormant: boolean): boolean {
  const until = quietUntil(person, view, dormant);
  return until !== null && view.first <= until;
}

/**
 * My own side: after two messages without an answer no move, until any other contact or for one cadence, at least 30 days.
 */
export function isWaiting(person: Person, { settings, pauses, today }: View): boolean {
  const { unanswered, unansweredOn } = person.summary;
  if (unanswered < 2 || unansweredOn === null) return false;
  return elapsed(unansweredOn, today, pauses) < Math.max(30, cadence(person, settings));
}
