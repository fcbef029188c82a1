import { type CalendarDate, isDay } from '../../domain/days/day.ts';
import { oneLine } from '../people.ts';
import type { Reject } from '../record.ts';

const NAME = /\*\*([^*]+)\*\*/g;

/** Underscores within a word are no marks. */
const PLACE = /(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu;

/** An activity or a note: a day, and what is told of it. */
export interface FriendEvent {
  readonly on: CalendarDate;
  /** Without the marks around names and places; the tags stay. */
  readonly text: string;
  /** Without names and places: what is left tells how people were in touch. */
  readonly plot: string;
  /** Everybody named, as they are written, each once. */
  readonly names: readonly string[];
}

/** The event in a line as `2018-01-04: Got lunch with **Grace Hopper** in _Paris_. @food`. */
export function readEvent(line: number, text: string, what: string): FriendEvent | Reject {
  const [, on = '', told = ''] = /^(\d{4}-\d{2}-\d{2})\s*:\s*(.*)$/s.exec(text) ?? [];
  if (!isDay(on))
    return {
      line,
      reason: `this ${what} does not begin with its day, as in "2018-01-04: Lunch with **Ana**"`,
    };
  const names = [...new Set([...told.matchAll(NAME)].map(([, name = '']) => oneLine(name)))].filter(Boolean);
  if (names.length === 0) return { line, reason: `this ${what} names nobody: names stand as **Name**` };
  return {
    on,
    text: oneLine(told.replace(NAME, '$1').replace(PLACE, '$1')),
    plot: told.replace(NAME, ' ').replace(PLACE, ' '),
    names,
  };
}
