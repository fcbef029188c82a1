import { addDays, type CalendarDate } from '../../domain/days/day.ts';
import { type ImportedPerson, type Meant, NOTHING_TOLD } from '../../domain/imported.ts';
import { digest } from '../people.ts';
import type { Given, Part } from '../record.ts';
import type { Correspondent } from './addresses.ts';
import type { Touch } from './message.ts';

/** How much of an archive is held: a lifetime of mail is far less. */
export interface Limits {
  readonly people: number;
  readonly talks: number;
}

export const LIMITS: Limits = { people: 200_000, talks: 1_000_000 };

/** Somebody who was written to or who wrote. */
interface Partner {
  readonly email: string;
  readonly isKnown: boolean;
  name: string | null;
  /** Which of two names is the better one: what people call themselves before what others call them, then the latest. */
  nameRank: number;
  /** All the names of somebody who is here: others may have the address, too. */
  readonly names: string[];
  sent: number;
  received: number;
}

/** What all messages of one day with one person come to, a row of numbers each: there may be very many. */
interface Days {
  readonly instants: number[];
  readonly lines: number[];
  readonly mine: boolean[];
  readonly keys: number[];
  /** Of the names of the person, those of that day, a bit each. */
  readonly names: number[];
}

/** As many as a number has bits; somebody with more is called otherwise on each day, and no name tells anything. */
const MOST_NAMES = 30;

export interface Gathered {
  /** False where no more is held; what is held already counts on. */
  readonly add: (touch: Touch, line: number) => boolean;
  /** Everybody who is to be taken in, each before their first talk, and the talks, by their days. */
  readonly parts: () => Iterable<Part>;
}

/** More days than there will be mail, so that a person and a day make one number. */
const DAYS = 65_536;

/** A name that somebody has given themselves counts more than any later one that others wrote. */
const OWN_NAME = 1e15;

/**
 * Puts messages together to one talk for each person and day in UTC, in whatever order they come. Two archives that overlap give the same
 * talks for what both hold, and so does the same one in another time zone; a talk is of the local day of its first message.
 */
export function gathering(
  { isKnown, dayOf }: Pick<Given, 'isKnown' | 'dayOf'>,
  limits: Limits = LIMITS,
): Gathered {
  const partners: Partner[] = [];
  const numbers = new Map<string, number>();
  const rows = new Map<number, number>();
  const days: Days = { instants: [], lines: [], mine: [], keys: [], names: [] };

  const numberOf = (email: string): number | null => {
    const found = numbers.get(email);
    if (found !== undefined) return found;
    if (partners.length >= limits.people) return null;
    // A copy: the text of an address may hold on to the whole header that it was cut out of.
    const own = Buffer.from(email).toString();
    numbers.set(own, partners.length);
    partners.push({
      email: own,
      isKnown: isKnown(own),
      name: null,
      nameRank: 0,
      names: [],
      sent: 0,
      received: 0,
    });
    return partners.length - 1;
  };

  const addOne = (person: Correspondent, { by, instant, day }: Touch, line: number): boolean => {
    const number = numberOf(person.email);
    const partner = number === null ? undefined : partners[number];
    if (number === null || partner === undefined) return false;
    const key = number * DAYS + day;
    const row = rows.get(key);
    if (row === undefined && days.keys.length >= limits.talks) return false;
    if (by === 'me') partner.sent++;
    else partner.received++;
    nameBy(partner, person, by === 'them' ? instant + OWN_NAME : instant);
    const name = nameBit(partner, person);
    if (row === undefined) {
      rows.set(key, days.keys.length);
      days.keys.push(key);
      days.instants.push(instant);
      days.lines.push(line);
      days.mine.push(by === 'me');
      days.names.push(name);
      return true;
    }
    days.names[row] = (days.names[row] ?? 0) | name;
    if (isBefore(instant, by === 'me', days.instants[row] ?? 0, days.mine[row] ?? false)) {
      days.instants[row] = instant;
      days.lines[row] = line;
      days.mine[row] = by === 'me';
    }
    return true;
  };

  return {
    add: (touch, line) => {
      let isHeld = true;
      for (const person of touch.people) isHeld = addOne(person, touch, line) && isHeld;
      return isHeld;
    },
    parts: () => partsOf(partners, days, dayOf),
  };
}

/** Of two messages at the same instant the one of the user is the first, in whatever order they stand. */
function isBefore(instant: number, mine: boolean, other: number, otherMine: boolean): boolean {
  return instant < other || (instant === other && mine && !otherMine);
}

function nameBy(partner: Partner, { name }: Correspondent, rank: number): void {
  if (name === null) return;
  const isBetter =
    partner.name === null || rank > partner.nameRank || (rank === partner.nameRank && name < partner.name);
  if (!isBetter) return;
  if (name !== partner.name) partner.name = Buffer.from(name).toString();
  partner.nameRank = rank;
}

/** The bit of a name, 0 for none. */
function nameBit({ isKnown, names }: Partner, { name }: Correspondent): number {
  if (!isKnown || name === null) return 0;
  const known = names.indexOf(name);
  if (known >= 0) return 1 << known;
  return names.length < MOST_NAMES ? 1 << (names.push(Buffer.from(name).toString()) - 1) : 0;
}

function* partsOf(
  partners: readonly Partner[],
  { keys, instants, lines, mine, names }: Days,
  localDayOf: Given['dayOf'],
): Generator<Part> {
  const emailOf = (row: number) => partners[Math.floor((keys[row] ?? 0) / DAYS)]?.email ?? '';
  const dayOf = (row: number) => (keys[row] ?? 0) % DAYS;
  const order = Uint32Array.from(keys.keys()).sort(
    (a, b) =>
      dayOf(a) - dayOf(b) || (instants[a] ?? 0) - (instants[b] ?? 0) || (emailOf(a) < emailOf(b) ? -1 : 1),
  );
  const told = new Set<Partner>();
  for (const row of order) {
    const partner = partners[Math.floor((keys[row] ?? 0) / DAYS)];
    if (partner === undefined || !isTaken(partner)) continue;
    const line = lines[row] ?? 1;
    if (!partner.isKnown && !told.has(partner)) yield { person: personOf(partner, line) };
    told.add(partner);
    yield {
      talk: {
        key: digest(`${addDays(FIRST_DAY, dayOf(row))} ${partner.email}`),
        line,
        heldOn: localDayOf(new Date(instants[row] ?? 0).toISOString()),
        channel: 'email',
        text: null,
        minutes: null,
        startedBy: mine[row] === true ? 'me' : 'them',
        people: meant(partner, names[row] ?? 0),
      },
    };
  }
  for (const partner of partners) {
    if (isTaken(partner)) continue;
    for (let count = partner.sent + partner.received; count > 0; count--)
      yield { skipped: 'one-way message' };
  }
}

const FIRST_DAY = '1970-01-01' as CalendarDate;

/** Somebody new has written and was written to: who only ever wrote may be anyone. */
function isTaken({ isKnown, sent, received }: Partner): boolean {
  return isKnown || (sent > 0 && received > 0);
}

/** Somebody under each of the names of a day, else under the one that is the best. */
function meant({ isKnown, email, name, names }: Partner, bits: number): readonly Meant[] {
  if (!isKnown) return [{ key: keyOf(email) }];
  const ofDay = names.filter((_, at) => (bits & (1 << at)) !== 0).sort();
  return ofDay.length === 0 ? [{ email, name }] : ofDay.map((one) => ({ email, name: one }));
}

function personOf({ email, name }: Partner, line: number): ImportedPerson {
  return {
    ...NOTHING_TOLD,
    key: keyOf(email),
    line,
    name: name ?? email.split('@', 1)[0] ?? email,
    points: [{ kind: 'email', value: email, label: null }],
  };
}

function keyOf(email: string): string {
  return `email:${email}`;
}
