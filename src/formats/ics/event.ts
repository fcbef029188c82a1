import { cut, LONGEST_TEXT } from '../../domain/acts/limits.ts';
import type { Channel } from '../../domain/channel.ts';
import { digest, oneLine } from '../people.ts';
import type { Reject } from '../record.ts';
import { type ContentLine, readContentLine } from '../vcard/content-line.ts';
import { channelOf } from './channel.ts';
import type { Component } from './components.ts';
import { distinctGuests, type Guest, readGuest } from './guests.ts';
import { DAY, type Moment, readDuration, readMoment } from './moment.ts';

/** An event as a file tells it, with its times still as they are written. */
export interface Event {
  readonly line: number;
  /** The file's own id, the same for all of a series; one made of its content where there is none. */
  readonly uid: string;
  readonly text: string | null;
  readonly channel: Channel;
  readonly canceled: boolean;
  readonly start: Moment;
  /** Where it is the changed one of a series: when it would have been. */
  readonly instead: Moment | null;
  /** Where it is the changed one of a series: whether those that follow have moved as far. */
  readonly onwards: boolean;
  readonly end: Moment | null;
  /** How long it is, in milliseconds, where that is said instead of the end. */
  readonly length: number | null;
  readonly organizer: Guest | null;
  /** The organizer included, each once. */
  readonly guests: readonly Guest[];
  readonly rules: readonly { readonly line: number; readonly text: string }[];
  readonly dates: readonly Moment[];
  readonly exceptDates: readonly Moment[];
}

const LONGEST_UID = 150;
const MOST_DATES = 5000;
const MOST_RULES = 5;

const LINKS = new Set([
  'x-google-conference',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingconflink',
  'x-pm-conference-url',
]);

/** The event of a component; null where nobody can say when it was. With what could not be read of it. */
export function readEvent(component: Component): {
  readonly event: Event | null;
  readonly rejects: readonly Reject[];
} {
  const rejects: Reject[] = [...component.rejects];
  const read: (ContentLine & { readonly line: number })[] = [];
  for (const { line, text } of component.lines) {
    const property = readContentLine(text);
    if (property === null) rejects.push({ line, reason: 'this line has no colon before its value' });
    else read.push({ ...property, line });
  }
  const all = (name: string) => read.filter((property) => property.name === name);
  const first = (name: string) => read.find((property) => property.name === name);
  const textOf = (name: string) => oneLine(unescaped(first(name)?.value ?? ''));

  const times = (name: string): readonly Moment[] =>
    all(name).flatMap((property) => {
      const found: Moment[] = [];
      for (const value of property.value.slice(0, MOST_DATES * 40).split(',', MOST_DATES)) {
        const moment = momentOf(property, value.split('/', 1)[0] ?? '');
        if (moment !== null) found.push(moment);
        else if (value.trim() !== '')
          rejects.push({ line: property.line, reason: `"${shown(value)}" is no day` });
      }
      return found;
    });
  const time = (name: string): Moment | null => {
    const property = first(name);
    if (property === undefined) return null;
    const moment = momentOf(property, property.value);
    if (moment === null)
      rejects.push({ line: property.line, reason: `"${shown(property.value)}" is no day and time` });
    return moment;
  };

  const start = time('dtstart');
  const hasInstead = first('recurrence-id') !== undefined;
  const instead = time('recurrence-id');
  if (start === null || (hasInstead && instead === null)) {
    if (first('dtstart') === undefined)
      rejects.push({ line: component.line, reason: 'this event does not say when it begins' });
    return { event: null, rejects };
  }

  const organizers = all('organizer').map(readGuest);
  const guests = distinctGuests(
    [...organizers, ...all('attendee').map(readGuest)].filter((guest) => guest !== null),
  );
  const summary = textOf('summary');
  const links = all('conference').map(({ value }) => value);
  for (const { name, value } of read) if (LINKS.has(name) && value.trim() !== '') links.push(value);
  const event: Event = {
    line: component.line,
    uid: uidOf(first('uid')?.value ?? '', [String(start.wall), summary, ...guests.map(({ email }) => email)]),
    text: summary === '' ? null : cut(summary, LONGEST_TEXT),
    channel: channelOf(summary, textOf('location'), first('url')?.value ?? '', links),
    canceled: /^\s*cancell?ed\s*$/i.test(first('status')?.value ?? ''),
    start,
    instead,
    onwards: /^thisandfuture$/i.test(first('recurrence-id')?.params.get('range')?.trim() ?? ''),
    end: time('dtend'),
    length: readDuration(first('duration')?.value ?? ''),
    organizer: organizers[0] ?? null,
    guests,
    rules: all('rrule')
      .slice(0, MOST_RULES)
      .map(({ line, value }) => ({ line, text: value })),
    dates: times('rdate'),
    exceptDates: times('exdate'),
  };
  return { event, rejects };
}

/** In minutes; null where the event does not say when it ends, and for whole days. */
export function minutesOf({ start, end, length }: Event, instant: (moment: Moment) => number): number | null {
  if (start.isDate) return null;
  const milliseconds =
    end !== null && !end.isDate ? instant(end) - instant(start) : end === null ? length : null;
  if (milliseconds === null || milliseconds <= 0 || milliseconds >= DAY) return null;
  const minutes = Math.round(milliseconds / 60_000);
  return minutes === 0 ? null : minutes;
}

/** Outlook's `TZID=tzone://Microsoft/Utc:20260907T233000` has no quotes around its colon. */
function momentOf({ params }: ContentLine, value: string): Moment | null {
  const tzid = params.get('tzid')?.trim() || null;
  const moment = readMoment(value, tzid);
  const at = value.lastIndexOf(':');
  if (moment !== null || tzid === null || at < 0) return moment;
  return readMoment(value.slice(at + 1), `${tzid}:${value.slice(0, at)}`);
}

function uidOf(text: string, content: readonly string[]): string {
  const uid = oneLine(text);
  if (uid === '') return `made:${digest(JSON.stringify(content))}`;
  return uid.length > LONGEST_UID ? `long:${digest(uid)}` : uid;
}

/** A text without the escapes of its line. */
function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))
    : text;
}

const LONGEST_SHOWN = 40;

function shown(text: string): string {
  return cut(oneLine(text), LONGEST_SHOWN);
}
