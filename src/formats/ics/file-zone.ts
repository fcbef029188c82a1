import { readContentLine } from '../vcard/content-line.ts';
import type { Component } from './components.ts';
import { readMoment, type Wall, type Zone } from './moment.ts';
import { type Budget, readRule, wallsOf } from './rule.ts';

/** From when on which time holds. */
interface Change {
  readonly from: number;
  readonly to: number;
  /** On the wall, by the time that held before. */
  readonly wall: Wall;
  readonly instant: number;
}

/** One half of a zone: summer time or standard time. */
interface Half {
  start: Wall | null;
  from: number | null;
  to: number | null;
  readonly rules: string[];
  readonly dates: Wall[];
}

const MOST_CHANGES = 20_000;

/** A zone as a file describes it, and its name; null where it says too little. */
export function fileZone(
  { lines }: Component,
  budget: Budget,
  untilYear: number,
): { readonly tzid: string | null; readonly zone: Zone | null } {
  const halves: Half[] = [];
  let tzid: string | null = null;
  for (const { text } of lines) {
    const property = readContentLine(text);
    if (property === null) continue;
    const { name, value } = property;
    const half = halves.at(-1);
    if (name === 'begin') halves.push({ start: null, from: null, to: null, rules: [], dates: [] });
    else if (name === 'tzid') tzid ??= value.trim();
    else if (half !== undefined) addTo(half, name, value);
  }
  const changes = halves.flatMap((half) => changesOf(half, budget, untilYear)).slice(0, MOST_CHANGES);
  return { tzid, zone: changes.length === 0 ? null : zoneOf(changes) };
}

function addTo(half: Half, name: string, value: string): void {
  if (name === 'dtstart') half.start = readMoment(value, null)?.wall ?? null;
  else if (name === 'tzoffsetfrom') half.from = readOffset(value);
  else if (name === 'tzoffsetto') half.to = readOffset(value);
  else if (name === 'rrule') half.rules.push(value);
  else if (name === 'rdate')
    for (const text of value.split(',')) {
      const moment = readMoment(text, null);
      if (moment !== null) half.dates.push(moment.wall);
    }
}

/** `+0100` in milliseconds. */
function readOffset(text: string): number | null {
  const [, sign, hours, minutes, seconds] = /^([+-])?(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -offset : offset;
}

function changesOf({ start, from, to, rules, dates }: Half, budget: Budget, untilYear: number): Change[] {
  if (start === null || to === null) return [];
  const before = from ?? to;
  const end = Date.UTC(untilYear + 1, 0, 1);
  const repeated = rules.slice(0, 2).flatMap((text) => {
    const rule = readRule(text, (until) => (until.isUtc ? until.wall + before : until.wall));
    return rule === null ? [] : [...wallsOf(rule, start, Number.NEGATIVE_INFINITY, end, budget).walls];
  });
  const walls = [...new Set([start, ...dates, ...repeated])];
  return walls.map((wall) => ({ from: before, to, wall, instant: wall - before }));
}

function zoneOf(changes: readonly Change[]): Zone {
  const sorted = [...changes].sort((a, b) => a.instant - b.instant);
  const first = sorted[0]?.from ?? 0;
  const offset = (key: 'wall' | 'instant', time: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Change)[key] <= time) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1]?.to ?? first;
  };
  return {
    toInstant: (wall) => wall - offset('wall', wall),
    toWall: (instant) => instant + offset('instant', instant),
  };
}
