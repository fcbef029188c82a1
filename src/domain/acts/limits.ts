import type { Birthday, CalendarDate } from '../days/day.ts';
import { NetError } from '../error.ts';
import type { Sheet, SheetPoint } from '../sheet.ts';

/** The longest name or other short text, and the longest text of any kind, in characters. */
export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 10_000;

/** A long text is parted at a blank that is so near. */
const NEAR_END = 200;

/** Nobody is older. */
const OLDEST = 130;

const SHORT = { nickname: 'nickname', org: 'organization', role: 'role', city: 'city' } as const;

/** A name without blanks around it. Throws `rejected` where nothing is left or it is longer than a name can be. */
export function checkedName(text: string): string {
  const name = text.trim();
  if (name === '')
    throw new NetError('rejected', 'a name cannot be empty', 'say what they are called: "Ana Silva"');
  refuseLong(name, LONGEST_NAME, 'a name', 'put the rest into --note');
  return name;
}

/** Throws `rejected` for what is new in a sheet and cannot be: too long, a day to come, nobody's birthday. */
export function checkSheet(before: Sheet | null, sheet: Sheet, today: CalendarDate): void {
  const isNew = (key: keyof Sheet) => before === null || sheet[key] !== before[key];
  for (const [key, what] of Object.entries(SHORT) as [keyof typeof SHORT, string][]) {
    if (isNew(key)) refuseLong(sheet[key], LONGEST_NAME, `the ${what}`, 'put the rest into --note');
  }
  if (isNew('askAbout')) refuseLong(sheet.askAbout, LONGEST_TEXT, 'the question', ELSEWHERE);
  if (isNew('lastOn')) refuseFuture(sheet.lastOn, today);
  if (isNew('metOn')) refuseFuture(sheet.metOn, today);
  if (isNew('birthday') && sheet.birthday !== null && !isPossible(sheet.birthday, today)) {
    throw new NetError(
      'rejected',
      `${sheet.birthday} is nobody's birthday: it is ${isBefore(today, sheet.birthday) ? 'still to come' : 'too long ago'}`,
      'without its year, as 05-03, it is taken too',
    );
  }
  const known = new Set(before === null ? [] : textsOf(before));
  for (const text of textsOf(sheet))
    if (!known.has(text)) refuseLong(text, LONGEST_TEXT, 'a text', ELSEWHERE);
}

const ELSEWHERE = 'keep the long version elsewhere and note where';

/** Whether somebody alive can have been born on that day. Without a year any day is possible. */
export function isPossible(birthday: Birthday, today: CalendarDate): boolean {
  if (birthday.startsWith('--')) return true;
  const oldest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`;
  return !isBefore(today, birthday) && !isBefore(birthday, oldest);
}

function isBefore(a: string, b: string): boolean {
  return a < b;
}

/** Throws `rejected` for an e-mail address, number or address that cannot be one. */
export function checkPoint({ kind, value }: SheetPoint): void {
  if (kind === 'email' && !/^\S+@\S+$/.test(value))
    throw new NetError('rejected', `"${value}" is no e-mail address`, 'it looks like ana@example.org');
  if (kind === 'phone' && !/\p{N}/u.test(value))
    throw new NetError(
      'rejected',
      `"${value}" is no number: it has no digit`,
      'it looks like +351 900 000 001',
    );
  if (kind === 'url' && /\s/.test(value))
    throw new NetError(
      'rejected',
      `"${value}" is no address: it has blanks`,
      'it looks like https://example.org',
    );
}

/** A text cut to a length, never within a character. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** A text in pieces of at most a length, nothing of it lost: parted at a blank where one is near, never within a character. */
export function inParts(text: string, longest: number): string[] {
  const parts: string[] = [];
  let left = text;
  while (left.length > longest) {
    const head = left.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
    const blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
    const end = blank > longest - NEAR_END ? blank + 1 : head.length;
    parts.push(left.slice(0, end).trim());
    left = left.slice(end);
  }
  return [...parts, left.trim()].filter((part) => part !== '');
}

function textsOf({ points, traits, notes }: Sheet): string[] {
  return [
    ...points.flatMap(({ value, label }) => [value, label ?? '']),
    ...traits.map(({ text }) => text),
    ...notes,
  ];
}

function refuseLong(text: string | null, longest: number, what: string, hint: string): void {
  if (text === null || text.length <= longest) return;
  throw new NetError('rejected', `${what} has at most ${longest} characters, not ${text.length}`, hint);
}

function refuseFuture(date: CalendarDate | null, today: CalendarDate): void {
  if (date === null || date <= today) return;
  throw new NetError(
    'rejected',
    `${date} is still to come, so nothing can have happened then`,
    'name a day that has been',
  );
}
