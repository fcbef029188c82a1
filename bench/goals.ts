import { BARE, type Row } from './rows.ts';
import { FAR, FULL_STACK, NAMES_AT, NEAR } from './sizes.ts';

/** What a row is to reach: a ratio, or megabytes. */
export interface Goal {
  readonly what: string;
  readonly by: string | null;
  /** On exactly so many people, or from so many on. */
  readonly people: number | { readonly from: number };
  readonly against: string;
  readonly most: number;
}

export const NODE_BUILD = 'Node build';
export const BINARY = 'binary';
export const MEMORY = 'its peak memory';

/** How a row calls the same command on fewer people. */
export function onFewer(people: number): string {
  return `on ${people}`;
}

export const FIRST_OF_WEEK = 'net today, first of a week';
export const TODAY = 'net today';
export const NAMES = ['net show NAME', 'net show TYPO', 'completion of a name'] as const;
export const LIST_PAGE = 'net list, first page';

/** What each is to reach at most, in ratios, or megabytes for memory. Ahead of somebody means not to take longer. */
export const GOALS: readonly Goal[] = [
  { what: TODAY, by: NODE_BUILD, people: 10_000, against: BARE, most: 1.35 },
  { what: TODAY, by: BINARY, people: 10_000, against: BARE, most: 0.7 },
  { what: 'net log', by: NODE_BUILD, people: 10_000, against: BARE, most: 1.7 },
  { what: 'net log', by: BINARY, people: 10_000, against: BARE, most: 0.9 },
  { what: TODAY, by: null, people: FAR, against: onFewer(NEAR), most: 1.1 },
  { what: FIRST_OF_WEEK, by: null, people: FULL_STACK.people, against: BARE, most: 2 },
  { what: LIST_PAGE, by: null, people: 100_000, against: BARE, most: 1.5 },
  ...NAMES.map((what) => ({ what, by: null, people: NAMES_AT, against: BARE, most: 1.6 })),
  { what: TODAY, by: null, people: { from: 0 }, against: MEMORY, most: 60 },
  { what: TODAY, by: BINARY, people: { from: 1000 }, against: 'task next', most: 1 },
  { what: TODAY, by: NODE_BUILD, people: { from: 10_000 }, against: 'task next', most: 1 },
  { what: TODAY, by: null, people: { from: 1000 }, against: 'khard list', most: 1 },
  { what: TODAY, by: null, people: { from: 1000 }, against: 'hledger balance', most: 1 },
];

/** What a row is to reach, and whether it does; null where nothing was set for it. */
export function judged(row: Row): { readonly most: number; readonly met: boolean | null } | null {
  const goal = GOALS.find((one) => fits(one, row));
  if (goal === undefined) return null;
  const { value } = row;
  if ('missing' in value) return { most: goal.most, met: null };
  const reached = 'bytes' in value ? value.bytes / 1e6 : value.ratio;
  return { most: goal.most, met: reached <= goal.most };
}

/** Goals that no row is judged by: nothing was measured for them, not even in vain. Of each program that has to reach them. */
export function unjudged(rows: readonly Row[]): (Goal & { readonly by: string })[] {
  return GOALS.flatMap((goal) =>
    (goal.by === null ? [NODE_BUILD, BINARY] : [goal.by]).map((by) => ({ ...goal, by })),
  ).filter((goal) => !rows.some((row) => fits(goal, row)));
}

function fits({ what, by, people, against }: Goal, row: Row): boolean {
  const size = typeof people === 'number' ? row.people === people : row.people >= people.from;
  return what === row.what && (by === null || by === row.by) && size && against === row.against;
}
