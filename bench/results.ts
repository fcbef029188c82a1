import { BINARY, judged, NODE_BUILD } from './goals.ts';
import type { Row } from './rows.ts';
import { grouped, tableMarkdown } from './table.ts';

/** Rows of ours that could not be measured: others may fail, and the table says so. */
export function failures(rows: readonly Row[]): Row[] {
  return rows.filter(({ by, value }) => 'missing' in value && (by === NODE_BUILD || by === BINARY));
}

/** How many goals are met, and each that is not. */
export function goalsText(rows: readonly Row[]): string {
  const goals = rows.flatMap((row) => {
    const goal = judged(row);
    return goal === null ? [] : [{ row, ...goal }];
  });
  if (goals.length === 0) return '';
  const missed = goals.filter(({ met }) => met !== true);
  const lines = missed.map(
    ({ row: { what, by, people, against }, most, met }) =>
      `${met === null ? 'not measured' : 'not met'}: ${what} (${by}) on ${grouped(people)} against ${against}, at most ${most}`,
  );
  return [`goals met: ${goals.length - missed.length} of ${goals.length}`, ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

/** The page that keeps a whole run. */
export function resultsPage(
  day: string,
  facts: readonly string[],
  missing: readonly string[],
  rows: readonly Row[],
): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('');
  return `# How fast net is

Written by \`npm run bench\` on ${day}, and not by hand. Each ratio is the median of the ratios of paired runs, with n pairs in turn; \`ms\` and
\`other ms\` are the medians of the two. Every person has ten interactions, one in twenty is kept; of 105 000, 5 000 are, and 100 000 are in the
stack. \`net log\` adds to the file with its full sync, \`first of a week\` makes and stores a new plan each time, \`first page\` is in a terminal.
The limit is the shell of SQLite reading the five lines of the stored week. Other programs hold the same people: a task each, a card each,
an entry each, a posting for each interaction.

${list(facts)}${list(missing.map((one) => `not found: ${one}`))}
${tableMarkdown(rows)}
${goalsText(rows)
  .trimEnd()
  .split('\n')
  .map((line) => `${line}  \n`)
  .join('')}`;
}
