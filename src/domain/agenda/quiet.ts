import type { CalendarDate } from '../day.ts';
import { dayAfter, elapsed } from '../pause.ts';
import { cadence, type Person } from '../person.ts';
import type { Shown, TermKind, View } from './term.ts';

/** In how many ended plans a reason was given. */
export function timesShown(shown: Shown, kind: TermKind, subject: string | null): number {
  return shown.filter(({ reasons }) => reasons.some((r) => r.kind === kind && r.subject === subject)).length;
}

/**
 * Never nag: after two ended plans that brought no action, quiet for max(14, C/2) days, until the first plan after; dormant
 * people after one, for 180 days. The last quiet day, past or to come; null where nothing asks for quiet.
 */
export function quietUntil(person: Person, view: View, dormant: boolean): CalendarDate | null {
  const { lastOn } = person.summary;
  const unacted = view.shown.filter(({ first }) => lastOn === null || first > lastOn);
  const latest = unacted.at(-1);
  if (latest === undefined || (!dormant && unacted.length % 2 !== 0)) return null;
  const days = dormant ? 180 : Math.ceil(Math.max(14, cadence(person, view.settings) / 2));
  return dayAfter(latest.last, days, view.pauses) ?? view.last;
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
