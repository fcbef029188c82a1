import { judged, MEMORY } from './goals.ts';
import type { Row } from './rows.ts';

const HEAD = ['command', 'by', 'people', 'against', 'ratio', 'ms', 'other ms', 'n', 'goal'];

/** Columns that hold numbers stand to the right. */
const RIGHT = new Set([2, 4, 5, 6, 7]);

/** The table as a terminal shows it. */
export function tableText(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (RIGHT.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** The same for a page of Markdown. */
export function tableMarkdown(rows: readonly Row[]): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  const rule = HEAD.map((_, i) => (RIGHT.has(i) ? '---:' : '---'));
  return [HEAD, rule, ...rows.map(cells)].map(line).join('');
}

function cells(row: Row): string[] {
  const { what, by, people, against, value } = row;
  const begins = [what, by, grouped(people), against];
  if ('missing' in value) return [...begins, '–', '–', '–', '0', `not measured: ${firstLine(value.missing)}`];
  const goal = goalText(row);
  if ('bytes' in value)
    return [...begins, `${(value.bytes / 1e6).toFixed(1)} MB`, '–', '–', String(value.runs), goal];
  const { ratio, milliseconds, other, pairs } = value;
  return [...begins, ratioText(ratio), timeText(milliseconds), timeText(other), String(pairs), goal];
}

function goalText(row: Row): string {
  const goal = judged(row);
  if (goal === null) return '';
  const unit = row.against === MEMORY ? ' MB' : '';
  return `≤ ${goal.most}${unit}: ${goal.met === true ? 'met' : 'NOT MET'}`;
}

/** Two digits after the point say enough from a hundredth up; below that, two that are not naught. */
export function ratioText(ratio: number): string {
  if (ratio >= 100) return ratio.toFixed(0);
  return ratio >= 0.095 ? ratio.toFixed(2) : ratio.toPrecision(2);
}

function timeText(milliseconds: number): string {
  return milliseconds >= 1000 ? milliseconds.toFixed(0) : milliseconds.toFixed(1);
}

/** 100000 as 100 000. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
