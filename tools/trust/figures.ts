/** The figures of `npm run torture`, as docs/trust.md shows them. */
import type { Count, Torture } from '../release/refusals.ts';

const HEAD = [
  '| family | tried | survived | lost | corrupt | escaped | do it again |',
  '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
];

/** Before there are any. */
const NONE = 'None were written down yet: `npm run torture -- --json docs/torture.json && npm run docs`.';

/** A table with a row for each family and for each that was skipped. `families` are those that can be run alone. */
export function figuresText(torture: Torture | null, families: readonly string[]): string {
  if (torture === null) return NONE;
  const counts = [...torture.families].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = counts.map((count) => rowText(count, families));
  const skipped = torture.skipped.map(
    ({ name, why }) => `| ${cell(name)} | skipped: ${cell(why)} | | | | | \`${repeating(name, families)}\` |`,
  );
  return [...HEAD, ...rows, ...skipped].join('\n');
}

function rowText(
  { name, tried, survived, lost, corrupt, escaped }: Count,
  families: readonly string[],
): string {
  const figures = [tried, survived, lost, corrupt, escaped].map(grouped).join(' | ');
  return `| ${cell(name)} | ${figures} | \`${repeating(name, families)}\` |`;
}

/** What one types to have a family tried again: a family of several kinds names each after itself. */
export function repeating(name: string, families: readonly string[]): string {
  const own = families
    .filter(
      (family) => name === family || (name.startsWith(family) && !/^[\w-]/.test(name.slice(family.length))),
    )
    .sort((a, b) => b.length - a.length);
  return own[0] === undefined ? 'npm run torture' : `npm run torture -- ${own[0]}`;
}

/** 1234567 → 1 234 567 */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
