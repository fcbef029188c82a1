import { type CalendarDate, dayOf } from '../../domain/days/day.ts';

/**
 * A time on the wall: the milliseconds that the same date and time would be in UTC. Which instant it is depends on the zone; days, and the
 * distance of two times in one zone, do not.
 */
export type Wall = number;

/** A date, or a date and a time, as a calendar writes it. */
export interface Moment {
  readonly wall: Wall;
  /** A date without a time. */
  readonly isDate: boolean;
  readonly isUtc: boolean;
  /** The name of its time zone; null for UTC, and for the time of wherever one is. */
  readonly tzid: string | null;
}

/** A time zone: from what a wall clock shows there to the instant, in milliseconds, and back. */
export interface Zone {
  readonly toInstant: (wall: Wall) => number;
  readonly toWall: (instant: number) => Wall;
}

export const DAY = 86_400_000;

const MOMENT =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?[ \t]*(Z|[+-]00:?00)?)?$/i;

/** A date, or a date and time; null for what is none. */
export function readMoment(text: string, tzid: string | null): Moment | null {
  const parts = MOMENT.exec(text.trim());
  if (parts === null) return null;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const [hour, minute, second] = [4, 5, 6].map((i) => Number(parts[i] ?? 0)) as [number, number, number];
  if (day === null || hour > 24 || minute > 59 || second > 60) return null;
  const isDate = parts[4] === undefined;
  const isUtc = parts[7] !== undefined;
  const wall = Date.parse(day) + ((hour * 60 + minute) * 60 + second) * 1000;
  return { wall, isDate, isUtc, tzid: isDate || isUtc ? null : tzid };
}

/** The day of a time on the wall. */
export function dayOfWall(wall: Wall): CalendarDate {
  return new Date(wall).toISOString().slice(0, 10) as CalendarDate;
}

/** `20260114T090000`, or `20260114` for a date: how a calendar writes it. */
export function written(wall: Wall, isDate: boolean): string {
  const text = new Date(wall).toISOString().replace(/[-:]|\.\d+Z$/g, '');
  return isDate ? text.slice(0, text.indexOf('T')) : text;
}

const DURATION =
  /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i;

/** `PT1H30M` in milliseconds; null for what is no duration. */
export function readDuration(text: string): number | null {
  const parts = DURATION.exec(text.trim());
  if (parts === null || !/\d/.test(text)) return null;
  const [weeks, days, hours, minutes, seconds] = [2, 3, 4, 5, 6].map((i) => Number(parts[i] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const length = (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return parts[1] === '-' ? -length : length;
}
