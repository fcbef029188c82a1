import type { Event } from './event.ts';
import type { Guest } from './guests.ts';
import { DAY } from './moment.ts';

/** A meeting of more people is a lecture. */
const LARGE = 20;

/** Another time that somebody proposed, or what a program asked: nobody met by it. */
const ASKING = /^(?:counter|declinecounter|refresh)$/;

const YEARLY = /\bfreq=yearly\b/i;

/** Why an event is no meeting with anybody: of the `others` whom it names `people` are those to be told of; null where it is one. */
export function leftOut(
  event: Event,
  others: readonly Guest[],
  people: readonly Guest[],
  { me, method }: { readonly me: ReadonlySet<string>; readonly method: string },
): string | null {
  if (event.canceled || method === 'cancel') return 'canceled meeting';
  if (ASKING.test(method)) return 'scheduling message';
  if (event.guests.some(({ email, declined }) => declined && me.has(email))) return 'declined meeting';
  if (others.length === 0) return 'event without guests';
  if (others.every(({ declined }) => declined)) return 'declined meeting';
  if (event.start.isDate && event.rules.some(({ text }) => YEARLY.test(text))) return 'yearly day';
  if (event.guests.length > LARGE) return 'large meeting';
  return people.length === 0 ? 'meeting with nobody known' : null;
}

/** Why none of the times of an event is taken. */
export function elsewhen({ start, rules, dates }: Event, earliest: number, latest: number): string {
  if (start.wall > latest - 2 * DAY) return 'meeting to come';
  const isOld = start.wall < earliest || rules.length + dates.length === 0;
  return isOld ? 'meeting over ten years ago' : 'meeting that never took place';
}
