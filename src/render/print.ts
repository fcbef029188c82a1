import { safe } from './safe.ts';
import { type Paint, painter } from './style.ts';
import type { Line, Piece, Table, Text } from './text.ts';
import { type Measure, measurer } from './width.ts';

/** Where a text is printed. `columns` is Infinity in a pipe: nothing is wrapped there. */
export interface Page {
  readonly columns: number;
  readonly color: boolean;
}

interface Printer {
  readonly columns: number;
  readonly paint: Paint;
  readonly width: Measure;
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
    .flatMap((block) => ('rows' in block ? printTable(block, printer) : wrap(block, printer)))
    .map((printed) => `${printed}\n`)
    .join('');
}

function safely(block: Line | Table): Line | Table {
  const clean = (piece: Piece): Piece =>
    typeof piece === 'string' ? safe(piece) : { ...piece, text: safe(piece.text) };
  return 'rows' in block
    ? { rows: block.rows.map((row) => row.map(clean)) }
    : { ...block, pieces: block.pieces.map(clean) };
}

function plainOf(blocks: Text): string {
  return blocks
    .flatMap((block) => ('rows' in block ? block.rows.flat() : block.pieces))
    .map(textOf)
    .join('');
}

function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}

/** Columns as wide as their widest cell; the last one wraps under itself while there is room for it. */
function printTable({ rows }: Table, printer: Printer): string[] {
  const wide = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, wide - 1) }, (_, column) =>
    Math.max(
      0,
      ...rows.filter((row) => row.length > column + 1).map((row) => printer.width(textOf(row[column] ?? ''))),
    ),
  );
  const indent = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  const hang = indent + NARROWEST <= printer.columns ? indent : GAP.length;
  return rows.flatMap((row) => {
    const cells = row.flatMap((piece, column): Piece[] => {
      if (column === row.length - 1) return [piece];
      const padding = (widths[column] ?? 0) - printer.width(textOf(piece));
      return [piece, ' '.repeat(Math.max(0, padding)) + GAP];
    });
    return wrap({ pieces: cells, hang }, printer);
  });
}

/** Breaks a line at blanks where it is too long for the page. A word that is longer than the page stays whole. */
function wrap({ pieces, hang }: Line, printer: Printer): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const { blank, word, width } of wordsOf(pieces, printer)) {
    const begun = used > (lines.length === 0 ? 0 : hang);
    if (begun && used + blank.length + width > printer.columns) {
      lines.push(current);
      current = ' '.repeat(hang) + word;
      used = hang + width;
    } else {
      const kept = begun || lines.length === 0 ? blank : '';
      current += kept + word;
      used += kept.length + width;
    }
  }
  lines.push(current.trimEnd());
  return lines;
}

/** A word, painted, and the blanks in front of it. */
interface Word {
  blank: string;
  word: string;
  width: number;
}

/** Words end at blanks only: what stands together stays together, whatever its style. */
function wordsOf(pieces: readonly Piece[], { paint, width }: Printer): Word[] {
  const words: Word[] = [{ blank: '', word: '', width: 0 }];
  for (const piece of pieces) {
    const style = typeof piece === 'string' ? null : piece.style;
    for (const token of textOf(piece).match(/ +|[^ ]+/g) ?? []) {
      const last = words.at(-1);
      if (last === undefined) continue;
      if (!token.startsWith(' ')) {
        last.word += paint(token, style);
        last.width += width(token);
      } else if (last.word === '') last.blank += token;
      else words.push({ blank: token, word: '', width: 0 });
    }
  }
  return words.filter(({ word, blank }, i) => word !== '' || (i === 0 && blank !== ''));
}
