import { numberedLines } from '../lines.ts';
import type { SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { type Changed, changedOnes, type Move, type Moved } from './changed.ts';
import { type Component, componentsOf } from './components.ts';
import { readEvent } from './event.ts';
import type { Wall } from './moment.ts';
import { type Budget, LONGEST_RULE } from './rule.ts';
import { isDense, type Series } from './series.ts';
import { type Zones, zonesOf } from './zone.ts';

/** What the whole file has to be known for before its first event can be read: it may stand behind it. */
export interface WholeFile {
  readonly zones: Zones;
  /** Those of a series that have a component of their own. */
  readonly changed: Changed;
  /** From when on a series has moved, by its id, the last first. */
  readonly movesOf: (uid: string) => readonly Move[];
}

const ASKS = /BEGIN[ \t]*:[ \t]*VTIMEZONE|RECURRENCE-ID/i;

/** No file of a person has as many; what goes beyond stays in its series, too. */
const MOST_CHANGED = 200_000;
const MOST_DESCRIBED = 500;

/** Of how many series with several times on one day it is kept when these are. */
const MOST_DENSE = 100;

/** Of an event, what tells when it takes place and which one it is. */
const WHEN = /^(?:uid|dtstart|rrule|rdate|recurrence-id)[ \t]*[;:]/i;

/** Reads a file for its time zones, its series and their changed occurrences alone, where it has any. */
export function wholeFile(
  file: SourceFile,
  budget: Budget,
  untilYear: number,
  from: Wall,
  to: Wall,
): WholeFile {
  const described: Component[] = [];
  const moves = new Map<string, Move[]>();
  const moved: Moved[] = [];
  const series = new Map<string, Series>();
  let dense = 0;
  if (asks(file)) {
    for (const part of componentsOf(numberedLines(blocksOf(file)))) {
      if (!('kind' in part)) continue;
      if (part.kind === 'vtimezone' && described.length < MOST_DESCRIBED) described.push(part);
      if (part.kind !== 'vevent') continue;
      const { event } = readEvent({ ...part, lines: part.lines.filter(({ text }) => WHEN.test(text)) });
      if (event === null) continue;
      const { uid, instead, start, onwards } = event;
      if (instead !== null && moved.length < MOST_CHANGED) moved.push({ uid, instead });
      if (instead !== null && onwards) moves.set(uid, withMove(moves.get(uid), { instead, start }));
      if (instead !== null || series.size >= MOST_CHANGED || series.has(uid)) continue;
      if (isDense(event)) dense++;
      series.set(uid, inBrief(event, dense > MOST_DENSE));
    }
  }
  const zones = zonesOf(described, budget, untilYear);
  const changed = changedOnes(moved, series, zones, from, to, budget);
  return { zones, changed, movesOf: (uid) => moves.get(uid) ?? [] };
}

/** Each occurrence is compared with every one of them: a series moves a few times. */
const MOST_MOVES = 20;

function withMove(moves: readonly Move[] = [], move: Move): Move[] {
  return [...moves, move].sort((a, b) => b.instead.wall - a.instead.wall).slice(0, MOST_MOVES);
}

/** What is kept of an event. With `least` a series may not be told to the last day. */
function inBrief({ start, rules, dates }: Series, least: boolean): Series {
  return {
    start,
    rules: rules.map(({ line, text }) => ({ line, text: text.slice(0, LONGEST_RULE + 1) })),
    dates: least ? dates.slice(0, 1) : dates,
  };
}

function asks(file: SourceFile): boolean {
  for (const block of blocksOf(file)) if (ASKS.test(block)) return true;
  return false;
}
