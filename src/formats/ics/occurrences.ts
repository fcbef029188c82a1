import type { Reject } from '../record.ts';
import type { Event } from './event.ts';
import { DAY, type Moment, type Wall, written, type Zone } from './moment.ts';
import { type Budget, readRule, wallsOf } from './rule.ts';
import { UTC, type Zones } from './zone.ts';

/** One time that an event took place. */
export interface Occurrence {
  /** When it began, on the wall of the event. */
  readonly wall: Wall;
  /** By what it is found again: when it began, or would have if it had not been moved. */
  readonly key: string;
}

/** A series moved from one of its times on: when that would have been, and when it was. */
export interface Move {
  readonly instead: Moment;
  readonly start: Moment;
}

export interface Occurrences {
  /** In order. */
  readonly found: readonly Occurrence[];
  /** It took too long to find them all. */
  readonly cut: boolean;
  readonly rejects: readonly Reject[];
}

/** The zone that an event is in: null where it means the time of wherever one is, and for whole days. */
export function zoneOf({ isDate, isUtc, tzid }: Moment, zones: Zones): Zone | null {
  if (isDate) return null;
  return isUtc ? UTC : zones(tzid);
}

/**
 * When an event took place between two times on its wall. Days on which one of a series was moved or called off by a component of its own
 * are not among them: `changed` knows those by their keys.
 */
export function occurrencesOf(
  event: Event,
  zones: Zones,
  from: Wall,
  to: Wall,
  budget: Budget,
  changed: (key: string) => boolean,
  moves: readonly Move[],
): Occurrences {
  const { uid, start, instead, rules, dates, exceptDates } = event;
  const zone = zoneOf(start, zones);
  if (instead !== null) {
    const key = startKey(uid, instead, zones);
    return {
      found: start.wall >= from && start.wall <= to ? [{ wall: start.wall, key }] : [],
      cut: false,
      rejects: [],
    };
  }
  const onWall = (moment: Moment) => wallIn(moment, start, zone, zones);
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
  const except = new Set(exceptDates.filter(({ isDate }) => !isDate).map(onWall));
  const exceptDays = new Set(exceptDates.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  const found = [...walls]
    .filter((wall) => wall >= from && wall <= to && !except.has(wall) && !exceptDays.has(startOfDay(wall)))
    .sort((a, b) => a - b)
    .map((wall) => ({ wall, key: keyAt(uid, wall, start, zone) }))
    .filter(({ wall, key }) => !changed(key) && !changed(dayKey(uid, wall)))
    .map(({ wall, key }) => {
      const move = moves.find(({ instead }) => onWall(instead) <= wall);
      return { wall: move === undefined ? wall : wall + onWall(move.start) - onWall(move.instead), key };
    })
    .filter(({ wall }) => wall >= from && wall <= to);
  return { found, cut: isCut, rejects };
}

/** The key of the occurrence that begins at a moment. */
export function startKey(uid: string, start: Moment, zones: Zones): string {
  return keyAt(uid, start.wall, start, zoneOf(start, zones));
}

function keyAt(uid: string, wall: Wall, { isDate }: Moment, zone: Zone | null): string {
  if (isDate) return dayKey(uid, wall);
  return `${uid} ${zone === null ? written(wall, false) : `${written(zone.toInstant(wall), false)}Z`}`;
}

function dayKey(uid: string, wall: Wall): string {
  return `${uid} ${written(wall, true)}`;
}

/** Another moment of the same event, on the wall of where it begins. */
function wallIn(moment: Moment, start: Moment, zone: Zone | null, zones: Zones): Wall {
  if (start.isDate) return startOfDay(moment.wall);
  if (moment.isDate) return moment.wall + (start.wall - startOfDay(start.wall));
  const own = zoneOf(moment, zones);
  return zone === null || own === null || own === zone
    ? moment.wall
    : zone.toWall(own.toInstant(moment.wall));
}

function startOfDay(wall: Wall): Wall {
  return Math.floor(wall / DAY) * DAY;
}
