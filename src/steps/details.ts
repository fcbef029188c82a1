import type { Command } from 'commander';

import { checkPoint, LONGEST_NAME, LONGEST_TEXT } from '../domain/acts/limits.ts';
import { CIRCLES, type Circle, type ContactPointKind, ORIGINS, type Origin } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { readMinutes } from '../domain/days/minutes.ts';
import { NetError } from '../domain/error.ts';
import type { Sheet, SheetPoint } from '../domain/sheet.ts';
import { repeated } from './command.ts';
import { birthdayNamed, pastDay, spanNamed } from './days.ts';

/** What `add` and `edit` can be told of somebody. */
export interface DetailOptions {
  readonly nick?: string;
  readonly org?: string;
  readonly role?: string;
  readonly city?: string;
  readonly birthday?: string;
  readonly askAbout?: string;
  readonly email?: readonly string[];
  readonly phone?: readonly string[];
  readonly url?: readonly string[];
  readonly tag?: readonly string[];
  readonly interest?: readonly string[];
  readonly needs?: readonly string[];
  readonly offers?: readonly string[];
  readonly note?: string;
  readonly circle?: string;
  readonly every?: string;
  readonly last?: string;
  readonly origin?: string;
  readonly score?: boolean;
}

export function declareDetails(command: Command): Command {
  return command
    .option('--nick <name>', 'what they are called')
    .option('--org <name>', 'where they work')
    .option('--role <text>', 'what they do there')
    .option('--city <name>', 'where they live')
    .option('--birthday <day>', '"May 3", 05-03, 1980-05-03 or 24.8.1980')
    .option('--email <address>', 'may be given several times', repeated)
    .option('--phone <phone>', 'may be given several times', repeated)
    .option('--url <address>', 'may be given several times', repeated)
    .option('--tag <word>', 'may be given several times', repeated)
    .option('--interest <text>', 'what they care about; several times', repeated)
    .option('--needs <text>', 'what they need; several times', repeated)
    .option('--offers <text>', 'what they can offer; several times', repeated)
    .option('--ask-about <question>', 'a question for next time')
    .option('--note <text>', 'anything else')
    .option('--origin <origin>', `where it began: ${ORIGINS.join(', ')}`)
    .option('--circle <circle>', `keep them: ${CIRCLES.join(', ')}`)
    .option('--every <span>', 'keep them, in touch every 6w')
    .option('--last <day>', 'keep them, last in touch on that day')
    .option('--no-score', 'no give and take: never labeled, and nothing counts against them');
}

/** The fields that the options name; what was not said is left out. Throws `rejected` for a value that cannot be. */
export async function readDetails(options: DetailOptions, today: CalendarDate): Promise<Partial<Sheet>> {
  return {
    ...given('nickname', text(options.nick)),
    ...given('org', text(options.org)),
    ...given('role', text(options.role)),
    ...given('city', text(options.city)),
    ...given('birthday', await read(options.birthday, (said) => birthdayNamed(said, today))),
    ...given('askAbout', text(options.askAbout)),
    ...given('circle', await read(options.circle, (said) => oneOf<Circle>(said, CIRCLES, 'circle'))),
    ...given('everyDays', await read(options.every, spanNamed)),
    ...given('lastOn', await read(options.last, (said) => pastDay(said, today))),
    ...given('origin', await read(options.origin, (said) => oneOf<Origin>(said, ORIGINS, 'origin'))),
    ...(options.score === undefined ? {} : { noScore: !options.score }),
    notes: [options.note].filter((note) => note !== undefined).map((note) => wanted(note, 'note')),
    points: [
      ...(options.email ?? []).map((value) => point('email', value)),
      ...(options.phone ?? []).map((value) => point('phone', value)),
      ...(options.url ?? []).map((value) => point('url', value)),
    ],
    traits: [
      ...(options.tag ?? []).map((value) => ({
        kind: 'tag' as const,
        text: wanted(value.replace(/^[+@#]/, ''), 'tag'),
      })),
      ...(options.interest ?? []).map((value) => ({
        kind: 'interest' as const,
        text: wanted(value, 'interest'),
      })),
      ...(options.needs ?? []).map((value) => ({ kind: 'need' as const, text: wanted(value, 'needs') })),
      ...(options.offers ?? []).map((value) => ({ kind: 'offer' as const, text: wanted(value, 'offers') })),
    ],
  };
}

/** Throws `rejected` for an option that was given without a value: of somebody new there is nothing to take out. */
export function refuseBlanks(options: object): void {
  for (const [key, value] of Object.entries(options)) {
    const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof value === 'string') wanted(value, flag);
  }
}

/** A name that an option gives, as of a gathering: not empty, as short as other names. Throws `rejected`. */
export function nameGiven(value: string, flag: string): string {
  const name = wanted(value, flag);
  if (name.length <= LONGEST_NAME) return name;
  throw new NetError(
    'rejected',
    `--${flag} has ${name.length} characters; a name has at most ${LONGEST_NAME}`,
    'put the rest into --note',
  );
}

/** One of a few words. Throws `rejected` with the words that there are. */
export function oneOf<W extends string>(value: string, words: readonly W[], what: string): W {
  const found = words.find((word) => word === value.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new NetError('rejected', `"${value}" is no ${what}`, `choose from ${words.join(', ')}`);
}

/** Minutes of a day, from `--minutes`: `45`, `2h`, `1h30`. Throws `rejected`. */
export function minutesNamed(text: string): number {
  const minutes = readMinutes(text);
  if (minutes !== null) return minutes;
  throw new NetError(
    'rejected',
    `"${text}" is no number of minutes in a day`,
    'say it as 45, "45 min", 2h or 1h30',
  );
}

/** A text that was asked for: not empty, not endless. Throws `rejected`. */
export function wanted(value: string, what: string): string {
  const trimmed = value.trim();
  if (trimmed === '') throw new NetError('rejected', `--${what} is empty`, 'leave it out, or say something');
  return bounded(trimmed, `--${what}`);
}

/** Throws `rejected` for a text beyond 10 000 characters. */
export function bounded(value: string, what: string): string {
  if (value.length <= LONGEST_TEXT) return value;
  throw new NetError(
    'rejected',
    `${what} has ${value.length} characters; net takes ${LONGEST_TEXT} at most`,
    'keep the long version elsewhere and note where',
  );
}

function text(value: string | undefined): string | null | undefined {
  if (value === undefined) return undefined;
  const trimmed = bounded(value.trim(), 'the text');
  return trimmed === '' ? null : trimmed;
}

function point(kind: ContactPointKind, value: string): SheetPoint {
  const found = { kind, value: wanted(value, kind), label: null };
  checkPoint(found);
  return found;
}

function given<K extends keyof Sheet>(key: K, value: Sheet[K] | undefined): Partial<Sheet> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Sheet>);
}

/** Undefined is not said, null is said to be empty. */
async function read<V>(
  said: string | undefined,
  reading: (said: string) => V | Promise<V>,
): Promise<V | null | undefined> {
  if (said === undefined) return undefined;
  return said.trim() === '' ? null : reading(said);
}
