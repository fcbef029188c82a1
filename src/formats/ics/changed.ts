import type { Moment, Wall } from './moment.ts';
import type { Budget } from './rule.ts';
import {
  dayKey,
  isDense,
  isRepeated,
  numbersOf,
  type Series,
  startKey,
  startOfDay,
  timeOfDay,
  wallIn,
  wallsOfSeries,
} from './series.ts';
import type { Zones } from './zone.ts';

/** A series moved from one of its times on: when that would have been, and when it was. */
export interface Move {
  readonly instead: Moment;
  readonly start: Moment;
}

/** One of a series with a component of its own: which series, and when it would have been. */
export interface Moved {
  readonly uid: string;
  readonly instead: Moment;
}

/** The changed ones of all series of a file. */
export interface Changed {
  /** By what one of them is found again: by the same as if it had not been changed. */
  readonly keyOf: (moved: Moved) => string;
  /** Whether one of a series, by its key, has a component of its own; `wall` is when it would have been. */
  readonly has: (uid: string, wall: Wall, key: string) => boolean;
}

/** Tells the changed ones of the series of a file, by what the file says of these, wherever it does. */
export function changedOnes(
  moved: readonly Moved[],
  series: ReadonlyMap<string, Series>,
  zones: Zones,
  from: Wall,
  to: Wall,
  budget: Budget,
): Changed {
  const wallOf = ({ uid, instead }: Moved): Wall => {
    const own = series.get(uid);
    return own === undefined ? instead.wall : wallIn(own.start, zones)(instead);
  };
  const keys = new Map<string, string>();
  const wholeDays = new Set<string>();
  for (const [uid, all] of Map.groupBy(moved, (one) => one.uid)) {
    const walls = [...new Set(all.map(wallOf))].sort((a, b) => a - b);
    const numberOf = numbering(series.get(uid), walls, zones, from, to, budget);
    for (const one of all) {
      const wall = wallOf(one);
      const number = numberOf(wall);
      const key =
        number === null ? startKey(uid, one.instead, zones) : number === 0 ? uid : dayKey(uid, wall, number);
      keys.set(`${uid}\t${wall}`, key);
      if (one.instead.isDate) wholeDays.add(dayKey(uid, wall));
    }
  }
  const changed = new Set(keys.values());
  return {
    keyOf: (one) => keys.get(`${one.uid}\t${wallOf(one)}`) ?? dayKey(one.uid, wallOf(one)),
    has: (uid, wall, key) => changed.has(key) || wholeDays.has(dayKey(uid, wall)),
  };
}

/**
 * Which of its day a changed one is, from 1; 0 where there is but one at all; null where the series has none then: what was left over when a
 * series was moved to another hour. Of a series that the file does not tell the changed ones themselves are counted.
 */
function numbering(
  series: Series | undefined,
  walls: readonly Wall[],
  zones: Zones,
  from: Wall,
  to: Wall,
  budget: Budget,
): (wall: Wall) => number | null {
  const counted = numbersOf(walls);
  if (series === undefined) return (wall) => counted.get(wall) ?? null;
  if (!isRepeated(series)) return (wall) => (wall === series.start.wall ? 0 : (counted.get(wall) ?? null));
  if (isDense(series)) {
    const numbers = numbersOf(wallsOfSeries(series, zones, from, to, budget).walls);
    return (wall) => numbers.get(wall) ?? null;
  }
  const several = new Set(walls.filter((wall) => counted.get(wall) !== 1).map(startOfDay));
  const time = timeOfDay(series.start.wall);
  return (wall) => (timeOfDay(wall) === time || !several.has(startOfDay(wall)) ? 1 : null);
}
