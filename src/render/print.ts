import { barRows, labelRoom } from './chart.ts';
import { safe } from './safe.ts';
import { painter } from './style.ts';
import { type Bar, type Block, type Piece, type Table, type Text, table } from './text.ts';
import { measurer } from './width.ts';
import { type Printer, textOf, wrap } from './wrap.ts';

/** Where a text is printed. `columns` is Infinity in a pipe: nothing is wrapped there. */
export interface Page {
  readonly columns: number;
  readonly color: boolean;
}

const GAP = '  ';
const NARROWEST = 20;

/** A text as a terminal or a pipe gets it: safe, wrapped, aligned and, where asked for, in color. Ends with a line break. */
export async function print(text: Text, page: Page): Promise<string> {
  const lines = text.map(safely);
  const printer: Printer = {
    columns: Math.max(NARROWEST, page.columns),
    paint: await painter(page.color),
    width: await measurer(plainOf(lines)),
  };
  return lines
    .flatMap((block) => printBlock(block, printer))
    .map((printed) => `${printed}\n`)
    .join('');
}

function printBlock(block: Block, printer: Printer): string[] {
  if ('bars' in block) return printBars(block.bars, printer);
  return 'rows' in block ? printTable(block, printer) : wrap(block, printer);
}

function safely(block: Block): Block {
  const clean = (piece: Piece): Piece =>
    typeof piece === 'string' ? safe(piece) : { ...piece, text: safe(piece.text) };
  if ('bars' in block)
    return { bars: block.bars.map((bar) => ({ ...bar, label: safe(bar.label), note: safe(bar.note) })) };
  return 'rows' in block
    ? { ...block, rows: block.rows.map((row) => row.map(clean)) }
    : { ...block, pieces: block.pieces.map(clean) };
}

function plainOf(blocks: Text): string {
  return blocks
    .flatMap((block) => {
      if ('bars' in block) return block.bars.flatMap(({ label, note }) => [label, note]);
      return 'rows' in block ? block.rows.flat() : block.pieces;
    })
    .map(textOf)
    .join('');
}

/** A label that would leave no room for its bar ends in "…". */
function printBars(bars: readonly Bar[], printer: Printer): string[] {
  const { columns, width } = printer;
  const most = labelRoom(bars, columns, width);
  const fitting = bars.map((bar) => ({ ...bar, label: textOf(clip(bar.label, most, printer)) }));
  return printTable(table(barRows(fitting, columns, width)), printer);
}

/** Columns as wide as their widest cell; the last one wraps under itself while there is room for it. */
function printTable({ rows, clip }: Table, printer: Printer): string[] {
  if (clip) return printClipped(rows, printer);
  const widths = widthsOf(rows, printer, (row) => row.slice(0, -1));
  const indent = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  const hang = indent + NARROWEST <= printer.columns ? indent : GAP.length;
  return rows.flatMap((row) => wrap({ pieces: aligned(row, widths, printer), hang }, printer));
}

/** What is left of a column is worth showing from so many characters on. */
const NARROWEST_CELL = 6;

/**
 * A line for each row. Columns that do not fit the page are cut from the right: the first ones tell most. None before the last takes more than
 * half. */
function printClipped(rows: Table['rows'], printer: Printer): string[] {
  const narrowed: number[] = [];
  let room = printer.columns;
  const half = Math.floor(printer.columns / 2);
  const widths = widthsOf(rows, printer, (row) => row);
  for (const [i, width] of widths.entries()) {
    const fits = Math.min(width, room, i === widths.length - 1 ? room : half);
    if (fits < Math.min(width, NARROWEST_CELL)) break;
    narrowed.push(fits);
    room -= fits + GAP.length;
  }
  const cut = rows.map((row) =>
    row.slice(0, narrowed.length).map((piece, i) => clip(piece, narrowed[i] ?? 0, printer)),
  );
  const whole = { ...printer, columns: Number.POSITIVE_INFINITY };
  return cut.flatMap((row) => wrap({ pieces: aligned(row, narrowed, printer), hang: 0 }, whole));
}

/** A piece that is too wide ends in "…". */
function clip(piece: Piece, most: number, { width }: Printer): Piece {
  const text = textOf(piece);
  if (width(text) <= most) return piece;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (width(kept + segment) >= most) break;
    kept += segment;
  }
  const short = `${kept.trimEnd()}…`;
  return typeof piece === 'string' ? short : { ...piece, text: short };
}

/** The width of each column, of the cells of a row that count. */
function widthsOf(
  rows: Table['rows'],
  { width }: Printer,
  counted: (row: readonly Piece[]) => readonly Piece[],
): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, piece] of counted(row).entries())
      widths[i] = Math.max(widths[i] ?? 0, width(textOf(piece)));
  }
  return widths;
}

/** The cells of a row with the blanks that align them. */
function aligned(row: readonly Piece[], widths: readonly number[], { width }: Printer): Piece[] {
  return row.flatMap((piece, column): Piece[] => {
    if (column === row.length - 1) return [piece];
    const padding = (widths[column] ?? 0) - width(textOf(piece));
    return [piece, ' '.repeat(Math.max(0, padding)) + GAP];
  });
}
