import { type Bar, type Bars, faint, type Piece } from './text.ts';
import type { Measure } from './width.ts';

const FILLED = '█';
const REST = '░';
const GAPS = 4;

/** The shortest and the longest that the longest bar is drawn; a pipe has room for a page's. */
const SHORTEST = 4;
const LONGEST = 30;

/** A bar for each row on one scale, drawn as the page has room for. */
export function barChart(bars: readonly Bar[]): Bars {
  return { bars };
}

/** How wide a label may be on a page of so many columns: the notes and the shortest bar have their room. */
export function labelRoom(bars: readonly Bar[], columns: number, width: Measure): number {
  const notes = Math.max(0, ...bars.map(({ note }) => width(note)));
  return Math.max(1, Math.min(Math.floor(columns / 2), columns - notes - GAPS - SHORTEST));
}

/** The rows of a chart, the longest bar as long as there is room beside the widest label and note. Whatever is not 0 shows. */
export function barRows(bars: readonly Bar[], columns: number, width: Measure): readonly Piece[][] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(width));
  const beside = widest(bars.map(({ label }) => label)) + widest(bars.map(({ note }) => note)) + GAPS;
  const room = Math.min(LONGEST, Math.max(SHORTEST, columns - beside));
  const most = Math.max(1, ...bars.map(({ value, of }) => of ?? value));
  return bars.map(({ label, value, of, note }): Piece[] => {
    const whole = lengthOf(of ?? value, most, room);
    const filled = of === undefined ? whole : lengthOf(value, of, whole);
    return [faint(label), FILLED.repeat(filled) + REST.repeat(whole - filled), note];
  });
}

/** How long a part of a whole is drawn: at least one block where there is any. */
function lengthOf(part: number, whole: number, room: number): number {
  return part <= 0 || whole <= 0 ? 0 : Math.min(room, Math.max(1, Math.round((part / whole) * room)));
}
