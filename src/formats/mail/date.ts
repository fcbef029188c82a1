import { MONTHS } from '../../domain/days/month-name.ts';

/** No date is longer; what is, is not looked through. */
const LONGEST = 200;

/** Hours from UTC of the zones that mail has named instead of numbering them. Any other name tells nothing and is read as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  BST: 1,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
};

const MINUTE = 60_000;

/** No place is further from UTC. */
const FURTHEST_MINUTES = 15 * 60;

interface Told {
  day: number | null;
  month: number | null;
  year: number | null;
  time: number | null;
  zone: number | null;
}

/**
 * The instant, in milliseconds, of a date as mail writes it, or null: `Tue, 5 Mar 2024 10:00:00 +0100 (CET)` of RFC 5322, `Tue Mar  5
 * 10:00:00 2024` of mbox with or without a zone anywhere in it, years of two digits, and `2024-03-05 10:00:00+01:00`. Without a zone it is UTC.
 */
export function readDate(text: string): number | null {
  if (text.length > LONGEST) return null;
  const told: Told = { day: null, month: null, year: null, time: null, zone: null };
  for (const word of withoutComments(text).split(/[\s,]+/)) if (word !== '') tell(told, word);
  const { day, month, year, time, zone } = told;
  if (day === null || month === null || year === null || time === null) return null;
  const midnight = Date.UTC(year, month - 1, day);
  const isReal = year >= 100 && month >= 1 && month <= 12 && new Date(midnight).getUTCDate() === day;
  return isReal ? midnight + time - (zone ?? 0) * MINUTE : null;
}

function tell(told: Told, word: string): void {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/.exec(word);
  const dashed = /^(\d{1,2})-([a-z]{3,9})-(\d{2,4})$/i.exec(word);
  if (iso !== null) {
    [told.year, told.month, told.day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    if (iso[4] !== undefined) tellTime(told, iso[4]);
  } else if (dashed !== null) for (const part of dashed.slice(1)) tell(told, part);
  else if (word.includes(':') && /^\d/.test(word)) tellTime(told, word);
  else if (/^(?:gmt|utc)?[+-]\d{2}:?\d{2}$/i.test(word)) told.zone ??= offsetOf(word.replace(/^[a-z]+/i, ''));
  else if (/^\d{1,4}$/.test(word)) tellNumber(told, word);
  else if (/^[a-z]{3}/i.test(word) && MONTHS.includes(word.slice(0, 3).toLowerCase()))
    told.month ??= MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  else if (/^pm$/i.test(word) && told.time !== null && told.time < 720 * MINUTE) told.time += 720 * MINUTE;
  else told.zone ??= ZONES[word.toUpperCase()] === undefined ? null : (ZONES[word.toUpperCase()] ?? 0) * 60;
}

/** The first number of one or two digits is the day, any other the year. */
function tellNumber(told: Told, word: string): void {
  if (word.length <= 2 && told.day === null) told.day = Number(word);
  else told.year ??= fullYear(word);
}

/** As RFC 5322 has it: 00–49 is of this century, 50–999 counts from 1900. */
function fullYear(word: string): number {
  const year = Number(word);
  if (word.length > 3) return year;
  return word.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

/** `10:00`, `10:00:00`, `10:00:00.123`, with `Z` or an offset right after it where it is of ISO 8601. */
function tellTime(told: Told, word: string): void {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(z|[+-]\d{2}:?\d{2})?$/i.exec(word);
  if (parts === null) return;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60) return;
  told.time ??= ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (parts[4] !== undefined) told.zone ??= /z/i.test(parts[4]) ? 0 : offsetOf(parts[4]);
}

/** In minutes. One that no place has tells nothing. */
function offsetOf(word: string): number {
  const digits = word.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (minutes > FURTHEST_MINUTES) return 0;
  return word.startsWith('-') ? -minutes : minutes;
}

function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let depth = 0;
  let plain = '';
  for (const character of text) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += character;
  }
  return plain;
}
