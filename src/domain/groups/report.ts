import { plain } from '../words/plain.ts';
import type { Observation } from './group.ts';

/** What tells one report from another: its kind, its day and its words, or that it has none. */
type Reported = Pick<Observation, 'kind' | 'notedOn' | 'text'>;

/** What was seen on a day, in these words: the same event, whatever kinds it is noted under. */
export function eventOf({ notedOn, text }: Pick<Reported, 'notedOn' | 'text'>): string {
  return `${notedOn} ${plain(text ?? '')}`;
}

/** Each report once: noted twice in the same words it was seen once. */
export function reportsOf<O extends Reported>(observations: readonly O[]): O[] {
  return firstOf(observations, (seen) => `${seen.kind} ${eventOf(seen)}`);
}

/** The first of each event. */
export function eventsOf<O extends Reported>(observations: readonly O[]): O[] {
  return firstOf(observations, eventOf);
}

function firstOf<O>(all: readonly O[], key: (one: O) => string): O[] {
  const known = new Set<string>();
  return all.filter((one) => !known.has(key(one)) && known.add(key(one)));
}
