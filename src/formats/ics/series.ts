import type { Reject } from '../record.ts';
import type { Event } from './event.ts';
import { DAY, type Moment, type Wall, written, type Zone } from './moment.ts';
import { type Budget, readRule, wallsOf } from './rule.ts';
import { UTC, type Zones } from './zone.ts';

/** Of an event, all that tells when it takes place. */
export type Series = Pick<Event, 'start' | 'rules' | 'dates'>;

/** All times of a series between two, on its wall, in order; those that were moved or called off are among them. */
export interface Walls {
  readonly walls: readonly Wall[];
  /** It took too long to find them all. */
  readonly cut: boolean;
  readonly rejects: readonly Reject[];
}

/** The zone that an event is in: null where it means the time of wherever one is, and for whole days. */
export function zoneOf({ isDate, isUtc, tzid }: Moment, zones: Zones): Zone | null {
  if (isDate) return null;
  return isUtc ? UTC : zones(tzid);
}

export function isRepeated({ rules, dates }: Series): boolean {
  return rules.length + dates.length > 0;
}

/** Whether it may take place several times on one day. */
export function isDense({ rules, dates }: Series): boolean {
  return (
    dates.length > 0 ||
    rules.length > 1 ||
    rules.some(({ text }) => /FREQ=(?:SECOND|MINUTE|HOUR)LY|BY(?:SECOND|MINUTE|HOUR)=/i.test(text))
  );
}

/** When something takes place between two times on its wall. */
export function wallsOfSeries(
  { start, rules, dates }: Series,
  zones: Zones,
  from: Wall,
  to: Wall,
  budget: Budget,
): Walls {
  const onWall = wallIn(start, zones);
  const rejects: Reject[] = [];
  let isCut = false;
  const walls = new Set([start.wall, ...dates.map(onWall)]);
  for (const { line, text } of rules) {
    const rule = readRule(text, onWall);
    if (rule === null) {
      rejects.push({ line, reason: 'this repetition cannot be understood: only its first day is taken' });
      continue;
    }
    const { walls: repeated, cut } = wallsOf(rule, start.wall, from, to, budget);
    for (const wall of repeated) walls.add(start.isDate ? startOfDay(wall) : wall);
    isCut ||= cut;
  }
  const within = [...walls].filter((wall) => wall >= from && wall <= to);
  return { walls: within.sort((a, b) => a - b), cut: isCut, rejects };
}

/** Puts other moments of an event on the wall of where it begins. */
export function wallIn(start: Moment, zones: Zones): (moment: Moment) => Wall {
  const zone = zoneOf(start, zones);
  return (moment) => {
    if (start.isDate) return startOfDay(moment.wall);
    if (moment.isDate) return moment.wall + timeOfDay(start.wall);
    const own = zoneOf(moment, zones);
    return zone === null || own === null || own === zone
      ? moment.wall
      : zone.toWall(own.toInstant(moment.wall));
  };
}

/** How many of some times, in order, are on the same day up to each. */
export function numbersOf(walls: readonly Wall[]): ReadonlyMap<Wall, number> {
  const numbers = new Map<Wall, number>();
  let [day, number] = [Number.NaN, 0];
  for (const wall of walls) {
    number = startOfDay(wall) === day ? number + 1 : 1;
    day = startOfDay(wall);
    numbers.set(wall, number);
  }
  return numbers;
}

/**
 * By what one of a series is found again: the day that it would have had, on its wall, and its number where there are several. When on that day is not
 * among it: a series may be moved to another hour. No id has a tab in it.
 */
export function dayKey(uid: string, wall: Wall, number = 1): string {
  return `${uid}\t${written(wall, true)}${number > 1 ? `#${number}` : ''}`;
}

/** The same for one that is no other way told apart: by when it begins. */
export function startKey(uid: string, start: Moment, zones: Zones): string {
  const zone = zoneOf(start, zones);
  return zone === null
    ? `${uid}\t${written(start.wall, start.isDate)}`
    : `${uid}\t${written(zone.toInstant(start.wall), false)}Z`;
}

export function startOfDay(wall: Wall): Wall {
  return Math.floor(wall / DAY) * DAY;
}

export function timeOfDay(wall: Wall): number {
  return wall - startOfDay(wall);
}
