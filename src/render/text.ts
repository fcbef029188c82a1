/** How a piece of text stands out on a terminal; in a pipe it does not. */
export type Style = 'strong' | 'faint' | 'good' | 'attention';

export interface Styled {
  readonly text: string;
  readonly style: Style;
}

export type Piece = string | Styled;

/** One line of pieces; where it is too long, what follows is indented by `hang` columns. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly hang: number;
}

/** Rows whose columns align. The last column wraps under itself, or a row stays one line and its longest cells are cut short. */
export interface Table {
  readonly rows: readonly (readonly Piece[])[];
  readonly clip: boolean;
}

/** One bar of a chart. Where `of` is given the bar is as long as that, and filled as far as `value`. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly of?: number;
  /** What stands behind the bar: the figure itself. */
  readonly note: string;
}

/** Bars on one scale: how long they are is for the page to say. */
export interface Bars {
  readonly bars: readonly Bar[];
}

export type Block = Line | Table | Bars;

/** What a command says: values, not escape codes. Every piece is made safe where it is printed, so nothing stored can do harm. */
export type Text = readonly Block[];

export function line(...pieces: readonly Piece[]): Line {
  return { pieces, hang: 0 };
}

export function hanging(hang: number, ...pieces: readonly Piece[]): Line {
  return { pieces, hang };
}

export function table(rows: readonly (readonly Piece[])[]): Table {
  return { rows, clip: false };
}

/** A table with a line for each row: on a terminal what is too long ends in "…". */
export function clipped(rows: readonly (readonly Piece[])[]): Table {
  return { rows, clip: true };
}

export const strong = (text: string): Styled => ({ text, style: 'strong' });
export const faint = (text: string): Styled => ({ text, style: 'faint' });
export const good = (text: string): Styled => ({ text, style: 'good' });
export const attention = (text: string): Styled => ({ text, style: 'attention' });

/** Names as a sentence lists them: "Ana, Ben and Eva". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const MOST_SAID = 8;

/** A list for one line: the first eight, and how many more of `all` that it is of. */
export function shortened(labels: readonly string[], all = labels.length): string {
  const more = all - Math.min(labels.length, MOST_SAID);
  return more > 0 ? `${labels.slice(0, MOST_SAID).join(', ')} and ${more} more` : labels.join(', ');
}

/** A sentence that ends with a name: "James Doe Sr." has its period. */
export function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** As part of a sentence, so many at most: "Ana, Ben, Eva and 2 more". */
export function firstFew(words: readonly string[], most: number): string {
  const more = words.length - most;
  return listed(more > 0 ? [...words.slice(0, most), `${more} more`] : words);
}

/** With a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One of some words: "Artists, Choir or On Stage". */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** "1 person", "2 people". */
export function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "once", "twice", "three times", "12 times". */
export function times(n: number): string {
  return ['never', 'once', 'twice', 'three times', 'four times', 'five times'][n] ?? `${n} times`;
}
