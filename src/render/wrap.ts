import type { Paint } from './style.ts';
import type { Line, Piece, Style } from './text.ts';
import type { Measure } from './width.ts';

export interface Printer {
  readonly columns: number;
  readonly paint: Paint;
  readonly width: Measure;
}

/** A part of a line in one style. */
interface Run {
  text: string;
  readonly style: Style | null;
}

/** A word, in as many runs as it has styles, and the blanks in front of it. */
interface Word {
  blank: Run;
  readonly runs: Run[];
  width: number;
}

/** Breaks a line at blanks where it is too long for the page. A word that is longer than the page stays whole. */
export function wrap({ pieces, hang }: Line, printer: Printer): string[] {
  if (printer.columns === Number.POSITIVE_INFINITY) return [painted(pieces.map(runOf), printer.paint)];
  const lines: Run[][] = [];
  let current: Run[] = [];
  let used = 0;
  for (const { blank, runs, width } of wordsOf(pieces, printer.width)) {
    const begun = used > (lines.length === 0 ? 0 : hang);
    if (begun && used + blank.text.length + width > printer.columns) {
      lines.push(current);
      current = [{ text: ' '.repeat(hang), style: null }, ...runs];
      used = hang + width;
    } else {
      const kept = begun || lines.length === 0 ? [blank] : [];
      current.push(...kept, ...runs);
      used += (kept[0]?.text.length ?? 0) + width;
    }
  }
  lines.push(current);
  return lines.map((runs) => painted(runs, printer.paint));
}

function runOf(piece: Piece): Run {
  return { text: textOf(piece), style: typeof piece === 'string' ? null : piece.style };
}

/** A line of runs, each stretch of one style painted at once. Without blanks at its end. */
function painted(runs: readonly Run[], paint: Paint): string {
  const joined: Run[] = [];
  for (const { text, style } of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.style === style) last.text += text;
    else if (text !== '') joined.push({ text, style });
  }
  const end = joined.findLastIndex(({ text }) => text.trimEnd() !== '');
  return joined
    .slice(0, end + 1)
    .map(({ text, style }, i) => paint(i === end ? text.trimEnd() : text, style))
    .join('');
}

/** Words end at blanks only: what stands together stays together, whatever its style. A blank within a style belongs to it. */
function wordsOf(pieces: readonly Piece[], width: Measure): Word[] {
  const words: Word[] = [{ blank: { text: '', style: null }, runs: [], width: 0 }];
  for (const piece of pieces) {
    const style = typeof piece === 'string' ? null : piece.style;
    for (const [i, token] of (textOf(piece).match(/ +|[^ ]+/g) ?? []).entries()) {
      const last = words.at(-1);
      if (last === undefined) continue;
      if (!token.startsWith(' ')) {
        last.runs.push({ text: token, style });
        last.width += width(token);
      } else if (last.runs.length === 0) last.blank.text += token;
      else words.push({ blank: { text: token, style: i > 0 ? style : null }, runs: [], width: 0 });
    }
  }
  return words.filter(({ runs, blank }, i) => runs.length > 0 || (i === 0 && blank.text !== ''));
}

export function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}
