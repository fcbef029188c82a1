import { numberedLines } from '../lines.ts';
import type { SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { type Component, componentsOf } from './components.ts';
import { readEvent } from './event.ts';
import type { Moment } from './moment.ts';
import { type Move, startKey } from './occurrences.ts';
import type { Budget } from './rule.ts';
import { type Zones, zonesOf } from './zone.ts';

/** What the whole file has to be known for before its first event can be read: it may stand behind it. */
export interface WholeFile {
  readonly zones: Zones;
  /** Whether the occurrence of a series has a component of its own, by its key. */
  readonly changed: (key: string) => boolean;
  /** From when on a series has moved, by its id, the last first. */
  readonly movesOf: (uid: string) => readonly Move[];
}

const ASKS = /BEGIN[ \t]*:[ \t]*VTIMEZONE|RECURRENCE-ID/i;

/** No file of a person has as many; what goes beyond stays in its series, too. */
const MOST_CHANGED = 200_000;
const MOST_DESCRIBED = 500;

/** Reads a file for its time zones and its changed occurrences alone, where it has any. */
export function wholeFile(file: SourceFile, budget: Budget, untilYear: number): WholeFile {
  const described: Component[] = [];
  const moved: { readonly uid: string; readonly instead: Moment }[] = [];
  const moves = new Map<string, Move[]>();
  if (asks(file)) {
    for (const part of componentsOf(numberedLines(blocksOf(file)))) {
      if (!('kind' in part)) continue;
      if (part.kind === 'vtimezone' && described.length < MOST_DESCRIBED) described.push(part);
      else if (part.kind === 'vevent' && moved.length < MOST_CHANGED && isChanged(part)) {
        const { event } = readEvent(part);
        if (event === null || event.instead === null) continue;
        const { uid, instead, start, onwards } = event;
        moved.push({ uid, instead });
        if (onwards) moves.set(uid, withMove(moves.get(uid), { instead, start }));
      }
    }
  }
  const zones = zonesOf(described, budget, untilYear);
  const keys = new Set(moved.map(({ uid, instead }) => startKey(uid, instead, zones)));
  return { zones, changed: (key) => keys.has(key), movesOf: (uid) => moves.get(uid) ?? [] };
}

/** Each occurrence is compared with every one of them: a series moves a few times. */
const MOST_MOVES = 20;

function withMove(moves: readonly Move[] = [], move: Move): Move[] {
  return [...moves, move].sort((a, b) => b.instead.wall - a.instead.wall).slice(0, MOST_MOVES);
}

function asks(file: SourceFile): boolean {
  for (const block of blocksOf(file)) if (ASKS.test(block)) return true;
  return false;
}

function isChanged({ lines }: Component): boolean {
  return lines.some(({ text }) => /^recurrence-id[ \t]*[;:]/i.test(text));
}
