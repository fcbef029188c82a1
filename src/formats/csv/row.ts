import type { CalendarDate } from '../../domain/days/day.ts';
import type { DayOrder } from '../linkedin/date.ts';
import { oneLine } from '../people.ts';
import type { Column, Told } from './meaning.ts';
import type { Row } from './rows.ts';

/** How the values of a table are read. */
export interface Reading {
  readonly columns: readonly Column[];
  readonly order: DayOrder;
  readonly today: CalendarDate;
}

/** One value of a row. */
export interface Value extends Column {
  readonly text: string;
  /** Which of the values of its cell it is, counted from 0. */
  readonly nth: number;
}

/** Everything that a row says, by what it tells. */
export type Values = ReadonlyMap<Told, readonly Value[]>;

/** Google lists the values of one kind in one cell. */
const LIST = /\s+:::\s+/;
const MOST_VALUES = 1000;

/** The values of a row, each with what it is for. */
export function valuesOf({ cells }: Row, columns: readonly Column[]): Values {
  const values = new Map<Told, Value[]>();
  for (const column of columns) {
    const cell = (cells[column.index] ?? '').trim();
    if (cell === '' || column.told === 'skip' || column.nothing?.test(cell)) continue;
    const list = values.get(column.told) ?? [];
    values.set(column.told, list);
    for (const [nth, text] of split(cell, column.told).entries())
      if (text !== '' || column.told === 'address') list.push({ ...column, text, nth });
  }
  return values;
}

/** The pieces of a cell that lists several. */
function split(cell: string, told: Told): readonly string[] {
  if (told === 'note' || told === 'id') return [cell];
  if (told === 'address') return cell.split(LIST, MOST_VALUES).map((text) => text.trim());
  return cell.split(LIST, MOST_VALUES).flatMap((text) => SPLIT[told]?.(text) ?? [oneLine(text)]);
}

const SPLIT: Partial<Record<Told, (text: string) => readonly string[]>> = {
  tag: words,
  interest: words,
  need: words,
  offer: words,
  email: (text) => several(text, /[;,\s]+/, (piece) => /^[^@\s]+@[^@\s]+$/.test(piece)),
  phone: (text) =>
    several(text, /\s*[;\n]\s*|,\s+|,(?=\+)/, (piece) => piece.replace(/[^0-9]/g, '').length >= 5),
  url: (text) => several(text, /[;,]?\s+/, (piece) => /^(?:https?:\/\/|www\.)\S+$/i.test(piece)),
  extra: (text) => [text.trim()],
};

/** Mailchimp puts each of its tags into quotes. */
const WORD = /\s*"[^"]*"(?=\s*(?:[,;|\n]|$))|[^,;|\n]+/g;

function words(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) =>
    oneLine(word)
      .replace(/^\* /, '')
      .replace(/^"([^"]*)"$/, '$1'),
  );
}

/** The pieces of a text where each is one of its kind, else the text as it is. */
function several(text: string, separator: RegExp, isOne: (piece: string) => boolean): readonly string[] {
  const pieces = text.split(separator, MOST_VALUES).filter(Boolean);
  return pieces.length > 1 && pieces.every(isOne) ? pieces : [oneLine(text)];
}
