/** What keeps a release from being made: pure, so that every way to be refused is tried. */

/** What one family of faults has counted, as `npm run torture -- --json FILE` writes it. */
export interface Count {
  readonly name: string;
  readonly tried: number;
  readonly survived: number;
  readonly lost: number;
  readonly corrupt: number;
  readonly escaped: number;
}

export interface Torture {
  readonly families: readonly Count[];
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

/** What was found: the changes that git tells, the steps that failed, and the report of the torture, as it was read. */
export interface Found {
  readonly changes: string;
  readonly failed: readonly string[];
  readonly torture: unknown;
}

/** What only root and a kernel that allows it can try. */
const MAY_BE_SKIPPED = ['power'];

const NUMBERS = ['tried', 'survived', 'lost', 'corrupt', 'escaped'] as const;
const WRONG = ['lost', 'corrupt', 'escaped'] as const;

/** Why there is to be no release, a line each; nothing where there may be one. */
export function refusals({ changes, failed, torture }: Found): string[] {
  return [...changeRefusals(changes), ...failed.map((step) => `${step} failed`), ...tortureRefusals(torture)];
}

/** `changes` is what `git status --porcelain` says. */
export function changeRefusals(changes: string): string[] {
  return changes.trim() === '' ? [] : [`not everything is committed:\n${changes.trimEnd()}`];
}

function tortureRefusals(report: unknown): string[] {
  const torture = asTorture(report);
  if (torture === null) return ['the torture has left no report that can be read'];
  if (torture.families.length === 0) return ['the torture has tried nothing'];
  return [...torture.families.flatMap(countRefusals), ...torture.skipped.flatMap(skippedRefusals)];
}

function countRefusals({ name, ...count }: Count): string[] {
  const wrong = WRONG.flatMap((kind) => (count[kind] > 0 ? [`${name}: ${count[kind]} ${kind}`] : []));
  if (count.tried === 0) return [`${name}: nothing was tried`, ...wrong];
  const told = count.survived + count.lost + count.corrupt + count.escaped;
  return told === count.tried ? wrong : [`${name}: ${count.tried} tried, but ${told} told of`, ...wrong];
}

function skippedRefusals({ name, why }: { readonly name: string; readonly why: string }): string[] {
  return MAY_BE_SKIPPED.includes(name) ? [] : [`${name} was skipped: ${why}`];
}

/** The report, if it is one. */
export function asTorture(report: unknown): Torture | null {
  if (!isRecord(report) || !Array.isArray(report.families) || !Array.isArray(report.skipped)) return null;
  const counted = report.families.every(
    (count) =>
      isRecord(count) &&
      typeof count.name === 'string' &&
      NUMBERS.every((key) => Number.isInteger(count[key]) && Number(count[key]) >= 0),
  );
  const told = report.skipped.every(
    (skip) => isRecord(skip) && typeof skip.name === 'string' && typeof skip.why === 'string',
  );
  return counted && told ? { families: report.families, skipped: report.skipped } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
