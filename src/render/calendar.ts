import type { CalendarEntry } from '../reports/calendar.ts';

/** What an entry is called in a calendar. */
export function entryTitle({ kind, name, text }: CalendarEntry): string {
  switch (kind) {
    case 'due':
      return `Tend ${name}`;
    case 'promise':
      return `Promised ${name}: ${text ?? ''}`;
    case 'birthday':
      return `Birthday of ${name}`;
    case 'renewal':
      return `${name} renews`;
    case 'trial':
      return `The trial of ${name} ends`;
  }
}
