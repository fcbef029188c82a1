import type { Channel } from '../domain/channel.ts';
import { type CalendarDate, daysBetween, weekday } from '../domain/days/day.ts';
import type { ExchangeKind, GiveType } from '../domain/exchange.ts';

/** How days are said: on a terminal as people do, in a pipe in full. */
export interface Wording {
  readonly today: CalendarDate;
  readonly relative: boolean;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day: "yesterday", "Friday", "2 days ago", "March 3", or `2026-03-03`. */
export function dayWord(date: CalendarDate, { today, relative }: Wording): string {
  if (!relative) return date;
  const ahead = daysBetween(today, date);
  if (ahead === 0) return 'today';
  if (ahead === -1) return 'yesterday';
  if (ahead === 1) return 'tomorrow';
  if (ahead > 1 && ahead < 7) return WEEKDAYS[weekday(date)] ?? date;
  if (ahead < -1 && ahead > -31) return `${-ahead} days ago`;
  return calendarWord(date, today);
}

/** A day as it was understood, so that a slip is seen: "yesterday", "Friday, November 27", or `2026-03-03`. */
export function clearDay(date: CalendarDate, wording: Wording): string {
  const word = dayWord(date, wording);
  if (!wording.relative || /^(today|tomorrow|yesterday)$/.test(word)) return word;
  return `${WEEKDAYS[weekday(date)]}, ${calendarWord(date, wording.today)}`;
}

/** The same as part of a sentence: "on Friday", "on 2026-03-03", but "yesterday". */
export function onDay(date: CalendarDate, wording: Wording, said = dayWord): string {
  const word = said(date, wording);
  return /^(\d{4}-|[A-Z])/.test(word) ? `on ${word}` : word;
}

/** "March 3", with the year where it is another one. */
export function calendarWord(date: CalendarDate, today: CalendarDate): string {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  const name = `${MONTHS[Number(month) - 1]} ${Number(dayOfMonth)}`;
  return year === today.slice(0, 4) ? name : `${name}, ${year}`;
}

/** "in May", "in May 2024" where the year is another one, "earlier this month". */
export function inMonth(date: CalendarDate, today: CalendarDate): string {
  if (date.slice(0, 7) === today.slice(0, 7)) return 'earlier this month';
  const name = MONTHS[Number(date.slice(5, 7)) - 1] ?? date;
  return date.slice(0, 4) === today.slice(0, 4) ? `in ${name}` : `in ${name} ${date.slice(0, 4)}`;
}

/** A birthday: "March 3, 1980", "March 3", or `1980-03-03`, `03-03`. */
export function birthdayWord(birthday: string, { relative }: Wording): string {
  if (!relative) return birthday.replace(/^--/, '');
  const name = `${MONTHS[Number(birthday.slice(-5, -3)) - 1]} ${Number(birthday.slice(-2))}`;
  return birthday.startsWith('--') ? name : `${name}, ${birthday.slice(0, 4)}`;
}

const CHANNEL_WORDS: Record<Channel, string> = {
  'in-person': 'in person',
  video: 'by video',
  call: 'by call',
  message: 'by message',
  email: 'by email',
  social: 'on social media',
  letter: 'by letter',
};

/** "in person", "by call". */
export function channelWord(channel: Channel): string {
  return CHANNEL_WORDS[channel];
}

/** A text of the user's in quotation marks. */
export function quoted(text: string): string {
  return `"${text}"`;
}

/** What was done with an exchange, in the past tense. */
export const EXCHANGE_VERBS: Readonly<Record<ExchangeKind, string>> = {
  give: 'gave',
  received: 'received',
  ask: 'asked',
  promise: 'promised',
};

/** A kind of give as the object of a sentence: "Gave Ana an introduction". */
export const GIVE_WORDS: Readonly<Record<GiveType, string>> = {
  introduction: 'an introduction',
  advice: 'advice',
  time: 'time',
  referral: 'a referral',
  resource: 'a resource',
  support: 'support',
};
