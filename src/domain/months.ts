import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import type { CalendarDate } from './day.ts';

/** `count` months later on the same day of month, or on the month's last day: 31 January and 1 month is 28 February. */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const later = addMonthsTo(new UTCDateMini(Date.parse(date)), count);
  return new Date(later.getTime()).toISOString().slice(0, 10) as CalendarDate;
}
