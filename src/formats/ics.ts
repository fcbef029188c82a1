import type { Importer } from './record.ts';

/** A line that begins a calendar. A mail may have one attached: such a file begins with the mail's own lines. */
const BEGINNING = /^[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*$/im;
const MAIL = /^(?:From |Received:|Return-Path:|MIME-Version:|Content-Type:)/im;

/** iCalendar, as Google, Outlook, Apple, Thunderbird and Nextcloud write it: past meetings become talks. */
export const ics: Importer = {
  name: 'iCalendar',
  source: { kind: 'ics', origin: null },
  history: true,
  detect: (text) => {
    const plain = text.replace(/\r/g, '\n');
    const at = plain.search(BEGINNING);
    return at >= 0 && !MAIL.test(plain.slice(0, at));
  },
  parser: async () => (await import('./ics/parse.ts')).parseCalendars,
};
