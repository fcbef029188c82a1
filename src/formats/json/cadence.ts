import { numberAt, unusable, type Value, valueAt } from './value.ts';

/** The most days that knotter takes; Monica takes any number. */
const MOST_DAYS = 3650;

/** Every how many days somebody is to be tended; null where that is not told, or is no number of days. 0 is how Monica says never. */
export function cadenceAt(of: Value, name: string): number | null {
  const days = numberAt(of, name);
  if (days === null || days === 0) return null;
  if (Number.isInteger(days) && days > 0 && days <= MOST_DAYS) return days;
  return unusable(valueAt(of, name), `is no number of days from 1 to ${MOST_DAYS}`);
}
