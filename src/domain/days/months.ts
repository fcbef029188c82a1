import { NetError } from '../error.ts';
import { type CalendarDate, dayOf } from './day.ts';

/**
 * `count` months later on the same day of month, or on the month's last day: 31 January and 1 month is 28 February. Throws `rejected`
 * outside the years 1 to 9999.
 */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const days = [dayOfMonth, 30, 29, 28].filter((last) => last <= dayOfMonth);
  for (const last of days) {
    const found = dayOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, last);
    if (found !== null) return found;
  }
  throw new NetError(
    'rejected',
    `${count} months from ${date} is no day of the calendar`,
    'name a nearer day',
  );
}
