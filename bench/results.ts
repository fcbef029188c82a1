import { BINARY, type Goal, judged, NODE_BUILD, unjudged } from './goals.ts';
import type { Row } from './rows.ts';
import { grouped, tableMarkdown } from './table.ts';

/** Rows that could not be measured because a program of ours failed: others may fail, and the table says so. */
export function failures(rows: readonly Row[]): Row[] {
  const isOurs = (by: string) => by === NODE_BUILD || by === BINARY;
  return rows.filter(({ value }) => 'missing' in value && isOurs(value.failed));
}

/** How many goals are met, and each that is not. Of a run of all, also each for which there is no row. */
export function goalsText(rows: readonly Row[], all: boolean): string {
  const goals = rows.flatMap((row) => {
    const goal = judged(row);
    return goal === null ? [] : [{ row, ...goal }];
  });
  const without = all ? unjudged(rows) : [];
  const count = goals.length + without.length;
  if (count === 0) return '';
  const missed = goals.filter(({ met }) => met !== true);
  const lines = [
    ...missed.map(({ row, most, met }) =>
      goalLine(met === null ? 'not measured' : 'not met', { ...row, most }),
    ),
    ...without.map((goal) => goalLine('not measured', goal)),
  ];
  return [`goals met: ${goals.length - missed.length} of ${count}`, ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

function goalLine(how: string, { what, by, people, against, most }: Goal): string {
  return `${how}: ${what} (${by}) on ${sizeText(people)} against ${against}, at most ${most}`;
}

function sizeText(people: Goal['people']): string {
  if (typeof people === 'number') return grouped(people);
  return people.from === 0 ? 'any number' : `${grouped(people.from)} and more`;
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
an entry each, a posting for each interaction. Each is set beside the command that does what it does: \`abook --mutt-query\` looks somebody
up, the others show what there is to see.

Everything is warm: a command has run twice before it is measured (another program once; an export or import of more than 1 000 people not at
all), so its files are in the memory of the system, and Node finds the code compiled. Networks are made on the day of the run, so no row holds
the backup that the first change of a day makes. Each network owes ten promises and waits for ten asks whatever its size: no row tells what
more of them cost.

${list(facts)}${list(missing.map((one) => `not found: ${one}`))}
${tableMarkdown(rows)}
${goalsText(rows, true)
  .trimEnd()
  .split('\n')
  .map((line) => `${line}  \n`)
  .join('')}`;
}
