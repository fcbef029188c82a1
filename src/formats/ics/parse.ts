import { addDays, type CalendarDate } from '../../domain/days/day.ts';
import { NetError } from '../../domain/error.ts';
import { type ImportedTalk, NOTHING_TOLD } from '../../domain/imported.ts';
import { numberedLines } from '../lines.ts';
import { oneLine } from '../people.ts';
import type { Given, Part, SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { readContentLine } from '../vcard/content-line.ts';
import { componentsOf, type OfCalendar } from './components.ts';
import { type Event, minutesOf, readEvent } from './event.ts';
import type { Guest } from './guests.ts';
import { elsewhen, leftOut } from './left-out.ts';
import { DAY, dayOfWall, type Moment, type Wall, type Zone } from './moment.ts';
import { newKeys, occurrencesOf } from './occurrences.ts';
import type { Budget } from './rule.ts';
import { zoneOf } from './series.ts';
import { type WholeFile, wholeFile } from './whole-file.ts';

/** How far back meetings are taken. */
const YEARS = 10;

/** Of what repeats, the most recent ones are enough. */
const MOST = 1000;

/** Steps that the repetitions of a file may take: some, and more in a long file. Measured: ten thousand take less than a tenth of a second. */
const STEPS = 60_000;
const BYTES_A_STEP = 20;

const OTHERS: Readonly<Record<string, string>> = {
  vtodo: 'task',
  vjournal: 'journal entry',
  vfreebusy: 'free/busy entry',
  vevent: 'event',
};

/** All that the parts of a file are read with. */
interface Reading extends WholeFile {
  readonly given: Given;
  readonly budget: Budget;
  readonly from: CalendarDate;
  /** On any wall, a day more on either side than is taken. */
  readonly earliest: Wall;
  readonly latest: Wall;
  /** The user's own addresses, and what the calendar itself is called where that is one. */
  readonly me: Set<string>;
  /** What the calendar that is being read was sent for: a file of invitations may hold several. */
  method: string;
  /** The digests of the keys of what was told, and the addresses of those who were taken in. */
  readonly told: Set<string>;
  readonly created: Set<string>;
}

/**
 * The meetings of a calendar up to now, one talk for each time that one took place with somebody who is known. Throws `rejected` where there
 * is no calendar at all; an event that cannot be read is a reject.
 */
export function* parseCalendars(file: SourceFile, given: Given): Generator<Part> {
  const { today } = given;
  const budget = { left: STEPS + file.size / BYTES_A_STEP };
  const from = yearsBefore(today, YEARS);
  const earliest = Date.parse(addDays(from, -1));
  const latest = Date.parse(today) + 2 * DAY;
  const reading: Reading = {
    ...wholeFile(file, budget, Number(today.slice(0, 4)), earliest, latest),
    given,
    budget,
    from,
    earliest,
    latest,
    me: new Set(given.me),
    method: '',
    told: new Set(),
    created: new Set(),
  };
  let components = 0;
  for (const part of componentsOf(watched(file, () => components++))) {
    if ('reason' in part) yield { reject: part };
    else if ('ofCalendar' in part) addOfCalendar(part, reading);
    else if (part.kind === 'vevent') {
      const { event, rejects } = readEvent(part);
      if (event !== null) yield* eventParts(event, reading);
      for (const reject of rejects) yield { reject };
    } else if (part.kind !== 'vtimezone') yield { skipped: OTHERS[part.kind] ?? 'other entry' };
  }
  if (components === 0)
    throw new NetError(
      'rejected',
      'there is no calendar in this file',
      'a calendar begins with a line BEGIN:VCALENDAR',
    );
}

/** The lines of a file; tells of each that begins something. */
function* watched(file: SourceFile, begun: () => void): ReturnType<typeof numberedLines> {
  for (const line of numberedLines(blocksOf(file))) {
    if (/^[ \t]*begin[ \t]*:/i.test(line.text)) begun();
    yield line;
  }
}

/**
 * Google calls a calendar by its owner's address. Whoever is known here is somebody else. What a calendar was sent for is empty at the
 * beginning of the next one.
 */
function addOfCalendar({ ofCalendar }: OfCalendar, reading: Reading): void {
  const { name: property, value = '' } = readContentLine(ofCalendar.text) ?? {};
  const name = oneLine(value).toLowerCase();
  const { given, me } = reading;
  if (property === 'method' || property === 'begin') reading.method = property === 'method' ? name : '';
  else if (/^[^\s@]+@[^\s@]+$/.test(name) && name.length < 255 && !given.isKnown(name)) me.add(name);
}

function* eventParts(event: Event, reading: Reading): Generator<Part> {
  const others = event.guests.filter(({ email }) => !reading.me.has(email));
  const people = wanted(others, reading);
  const reason = leftOut(event, others, people, reading);
  if (reason !== null) {
    yield { skipped: reason };
    return;
  }
  const { given, zones, budget, from, earliest, latest } = reading;
  const { found, cut, rejects } = occurrencesOf(event, reading, earliest, latest, budget);
  const zone = zoneOf(event.start, zones);
  const now = Date.parse(given.now);
  const held = found
    .filter(({ wall }) => zone === null || zone.toInstant(wall) <= now)
    .map((one) => ({ ...one, heldOn: heldOn(one.wall, zone, given) }))
    .filter((one) => one.heldOn >= from && one.heldOn <= given.today);
  for (const reject of rejects) yield { reject };
  if (cut || held.length > MOST) yield { skipped: 'repetition cut' };
  if (held.length === 0 && !cut) {
    const toCome = zone !== null && zone.toInstant(event.start.wall) > now;
    yield { skipped: toCome ? 'meeting to come' : elsewhen(event, earliest, latest) };
  }
  const talk = talkOf(event, people, reading);
  for (const one of held.slice(-MOST)) {
    const keys = newKeys(one, reading.told);
    if (keys === null) {
      yield { skipped: 'repeated meeting' };
      continue;
    }
    yield* newcomers(event.line, people, reading);
    yield { talk: { ...talk, ...keys, heldOn: one.heldOn } };
  }
}

function wanted(others: readonly Guest[], { given }: Reading): readonly Guest[] {
  return others.filter(({ email, declined }) => !declined && (given.create || given.isKnown(email)));
}

function heldOn(wall: number, zone: Zone | null, given: Given): CalendarDate {
  return zone === null ? dayOfWall(wall) : given.dayOf(new Date(zone.toInstant(wall)).toISOString());
}

function talkOf(
  event: Event,
  people: readonly Guest[],
  { zones, me }: Reading,
): Omit<ImportedTalk, 'key' | 'heldOn'> {
  const instant = (moment: Moment) => zoneOf(moment, zones)?.toInstant(moment.wall) ?? moment.wall;
  const by = event.organizer?.email;
  return {
    line: event.line,
    channel: event.channel,
    text: event.text,
    minutes: minutesOf(event, instant),
    startedBy:
      by === undefined ? null : me.has(by) ? 'me' : people.some(({ email }) => email === by) ? 'them' : null,
    people: people.flatMap(({ email, names }) =>
      (names.length === 0 ? [null] : names).map((name) => ({ email, name })),
    ),
  };
}

/** Whoever is not here yet and has not come before. */
function* newcomers(line: number, people: readonly Guest[], { given, created }: Reading): Generator<Part> {
  if (!given.create) return;
  for (const { email, names } of people) {
    if (created.has(email) || given.isKnown(email)) continue;
    created.add(email);
    yield {
      person: {
        ...NOTHING_TOLD,
        key: `email:${email}`,
        line,
        name: names[0] ?? email.slice(0, email.indexOf('@')),
        points: [{ kind: 'email', value: email, label: null }],
      },
    };
  }
}

function yearsBefore(date: CalendarDate, years: number): CalendarDate {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0');
  const monthAndDay = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  return `${year}${monthAndDay}` as CalendarDate;
}
