import { faint, type Piece, type Table, table } from './text.ts';

/** One bar of a chart. Where `of` is given the bar is as long as that, and filled as far as `value`. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly of?: number;
  /** What stands behind the bar: the figure itself. */
  readonly note: string;
}

const FILLED = '█';
const REST = '░';
const GAPS = 4;

/** The shortest and the longest that the longest bar is drawn; a pipe has room for a page's. */
const SHORTEST = 4;
const LONGEST = 30;

/** A bar for each row on one scale, as long as the page has room for beside the widest label and note. Whatever is not 0 shows. */
export function barChart(bars: readonly Bar[], columns: number): Table {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => [...text].length));
  const beside = widest(bars.map(({ label }) => label)) + widest(bars.map(({ note }) => note)) + GAPS;
  const room = Math.min(LONGEST, Math.max(SHORTEST, columns - beside));
  const most = Math.max(1, ...bars.map(({ value, of }) => of ?? value));
  return table(
    bars.map(({ label, value, of, note }): Piece[] => {
      const whole = lengthOf(of ?? value, most, room);
      const filled = of === undefined ? whole : lengthOf(value, of, whole);
      return [faint(label), FILLED.repeat(filled) + REST.repeat(whole - filled), note];
    }),
  );
}

/** How long a part of a whole is drawn: at least one block where there is any. */
function lengthOf(part: number, whole: number, room: number): number {
  return part <= 0 || whole <= 0 ? 0 : Math.min(room, Math.max(1, Math.round((part / whole) * room)));
}
