import type { Season } from '../settings.ts';
import { addDays, type CalendarDate, daysBetween, latest } from './day.ts';

/** Days that do not count, both ends included. Open until told otherwise where `untilDay` is null. */
export interface Pause {
  readonly id: string;
  readonly sinceDay: CalendarDate;
  readonly untilDay: CalendarDate | null;
  readonly deletedAt: string | null;
}

export type PausedSpan = Pick<Pause, 'sinceDay' | 'untilDay'>;

/** How many of the days after `from`, up to and with `to`, lie in a pause. Overlapping pauses count once. */
export function pausedDays(from: CalendarDate, to: CalendarDate, pauses: readonly PausedSpan[]): number {
  let counted = from;
  let days = 0;
  for (const { sinceDay, untilDay } of [...pauses].sort((a, b) => (a.sinceDay < b.sinceDay ? -1 : 1))) {
    const start = latest(addDays(sinceDay, -1), counted) as CalendarDate;
    const end = untilDay === null || untilDay > to ? to : untilDay;
    if (end > start) {
      days += daysBetween(start, end);
      counted = end;
    }
  }
  return days;
}

/** Days since `from` that were not paused; 0 where `from` is later than `to`. */
export function elapsed(from: CalendarDate, to: CalendarDate, pauses: readonly PausedSpan[]): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  return pauses.length === 0 ? days : days - pausedDays(from, to, pauses);
}

/** The first day on which `count` days have elapsed since `from`; null where an open pause, or the end of all days, keeps it from coming. */
export function dayAfter(
  from: CalendarDate,
  count: number,
  pauses: readonly PausedSpan[],
): CalendarDate | null {
  let target = addDays(from, count);
  for (;;) {
    const missing = count - elapsed(from, target, pauses);
    if (missing <= 0) return target;
    if (pauses.some((pause) => pause.untilDay === null && pause.sinceDay <= target)) return null;
    const next = addDays(target, missing);
    if (!(next > target)) return null;
    target = next;
  }
}

export function isPaused(today: CalendarDate, pauses: readonly PausedSpan[]): boolean {
  return pauses.some(
    ({ sinceDay, untilDay }) => sinceDay <= today && (untilDay === null || untilDay >= today),
  );
}

/** Whether a day falls in a busy season. */
export function isBusy(today: CalendarDate, seasons: readonly Season[]): boolean {
  const now = today.slice(5);
  return seasons.some(({ from, to }) => (from <= to ? from <= now && now <= to : from <= now || now <= to));
}
