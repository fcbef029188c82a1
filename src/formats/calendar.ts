import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { CalendarDate } from '../domain/days/day.ts';

/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same whenever the calendar is written anew, so that a day that moves is moved and not doubled. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly title: string;
  /** The month and day on which it comes again each year, as `02-29`; its own year says nothing. Null where it comes once. */
  readonly yearly: string | null;
}

/** The calendar as iCalendar. It is of a day: the same days on the same day give the same text. A title cannot add lines. */
export function calendarText(days: readonly CalendarDay[], today: CalendarDate): string {
  const calendar = ical({
    name: 'net',
    prodId: { company: 'netgarden', product: 'net', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, on, title, yearly } of days)
    calendar.createEvent({
      id: uid,
      stamp: new Date(today),
      start: new Date(on),
      allDay: true,
      summary: title,
      class: ICalEventClass.PRIVATE,
      // It takes no time of the day: nobody is to be told that it is busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(yearly === null ? {} : { repeating: eachYear(yearly) }),
    });
  // The first version of an entry is what is meant where none is named.
  return `${calendar.toString().replaceAll('\r\nSEQUENCE:0\r\n', '\r\n')}\r\n`;
}

/** In years without 29 February it is the 28th, as the last day of its month. */
function eachYear(monthAndDay: string): string {
  return monthAndDay === '02-29' ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY';
}
