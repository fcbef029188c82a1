import type { ImportedTalk } from '../../domain/imported.ts';
import { digest } from '../people.ts';
import type { Reject } from '../record.ts';
import type { Move } from './changed.ts';
import type { Event } from './event.ts';
import type { Moment, Wall } from './moment.ts';
import type { Budget } from './rule.ts';
import { dayKey, isRepeated, numbersOf, startKey, startOfDay, wallIn, wallsOfSeries } from './series.ts';
import type { WholeFile } from './whole-file.ts';

/** One time that an event took place. */
export interface Occurrence {
  /** When it began, on the wall of the event. */
  readonly wall: Wall;
  /** By what it is found again, wherever it was moved. */
  readonly key: string;
  /** By what instead, where the file has another event of the same id: null where there is no other way. */
  readonly otherKey: string | null;
  /** By what it was found if it was one of a series before, or none; null where it cannot have been. */
  readonly formerKey: string | null;
}

export interface Occurrences {
  /** In order. */
  readonly found: readonly Occurrence[];
  /** It took too long to find them all. */
  readonly cut: boolean;
  readonly rejects: readonly Reject[];
}

/**
 * When an event took place between two times on its wall. Those of a series that were moved or called off by a component of their own are not
 * among them. A meeting that does not repeat is found again by its id alone, so that it stays the same one on whatever day.
 */
export function occurrencesOf(
  event: Event,
  { zones, changed, movesOf }: WholeFile,
  from: Wall,
  to: Wall,
  budget: Budget,
): Occurrences {
  const { uid, start, instead, exceptDates } = event;
  if (instead !== null) {
    const key = changed.keyOf({ uid, instead });
    const isWithin = start.wall >= from && start.wall <= to;
    // The first of a series that was a single meeting before.
    const formerKey = /\t[\d-]+$/.test(key) ? uid : null;
    return {
      found: isWithin ? [{ wall: start.wall, key, otherKey: null, formerKey }] : [],
      cut: false,
      rejects: [],
    };
  }
  const { walls, cut, rejects } = wallsOfSeries(event, zones, from, to, budget);
  const onWall = wallIn(start, zones);
  const except = new Set(exceptDates.filter(({ isDate }) => !isDate).map(onWall));
  const exceptDays = new Set(exceptDates.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  // What was called off counts: the others of its day keep their numbers.
  const numbers = numbersOf(walls);
  const repeated = isRepeated(event);
  const found = walls
    .filter((wall) => !except.has(wall) && !exceptDays.has(startOfDay(wall)))
    .map((wall) => ({
      wall,
      key: repeated ? dayKey(uid, wall, numbers.get(wall)) : uid,
      otherKey: repeated ? null : startKey(uid, start, zones),
      formerKey: !repeated ? dayKey(uid, wall) : numbers.get(wall) === 1 ? uid : null,
    }))
    .filter(({ wall, key }) => !changed.has(uid, wall, key))
    .map((one) => ({ ...one, wall: movedBy(movesOf(uid), one.wall, onWall) }))
    .filter(({ wall }) => wall >= from && wall <= to);
  return { found, cut, rejects };
}

/** When one of a series took place that has moved with those after another one. */
function movedBy(moves: readonly Move[], wall: Wall, onWall: (moment: Moment) => Wall): Wall {
  const move = moves.find(({ instead }) => onWall(instead) <= wall);
  return move === undefined ? wall : wall + onWall(move.start) - onWall(move.instead);
}

/** The keys under which an occurrence is told, by the digests of those that were; null for a copy of what was told. */
export function newKeys(
  { key, otherKey, formerKey }: Occurrence,
  told: Set<string>,
): Pick<ImportedTalk, 'key' | 'formerKey'> | null {
  const other = digest(otherKey ?? key);
  const isTaken = told.has(digest(key));
  if (isTaken && told.has(other)) return null;
  told.add(digest(key)).add(other);
  if (isTaken) return { key: otherKey ?? key };
  return formerKey === null || told.has(digest(formerKey)) ? { key } : { key, formerKey };
}
