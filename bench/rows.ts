import { median } from './median.ts';
import type { Measured } from './race.ts';

/** One line of the table: something measured, against something. */
export interface Row {
  readonly what: string;
  readonly by: string;
  readonly people: number;
  readonly against: string;
  readonly value: Compared | Memory | Missing;
}

/** Medians: the ratio is that of the pairs, not of the medians. */
export interface Compared {
  readonly ratio: number;
  readonly milliseconds: number;
  readonly other: number;
  readonly pairs: number;
}

export interface Memory {
  readonly bytes: number;
  readonly runs: number;
}

export interface Missing {
  /** Why there is nothing. */
  readonly missing: string;
  /** The program that failed: it may be the other one. */
  readonly failed: string;
}

export const BARE = 'node -e 0';

/** An entrant against bare Node. */
export function overBare({ entrant: { what, by, people }, own, base, failure }: Measured): Row {
  return {
    what,
    by,
    people,
    against: BARE,
    value: failure === null ? compared(own, base) : { missing: failure, failed: by },
  };
}

/** One entrant against another of the same race, in the rounds that both ran in. Where one of them failed, why. */
export function overOther(one: Measured, other: Measured, against = other.entrant.what): Row {
  const { what, by, people } = one.entrant;
  for (const { failure, entrant } of [one, other])
    if (failure !== null)
      return { what, by, people, against, value: { missing: failure, failed: entrant.by } };
  const rounds = Math.min(one.own.length, other.own.length);
  const value = compared(one.own.slice(0, rounds), other.own.slice(0, rounds));
  return { what, by, people, against, value };
}

function compared(own: readonly number[], other: readonly number[]): Compared {
  return {
    ratio: median(own.map((milliseconds, i) => milliseconds / (other[i] ?? Number.NaN))),
    milliseconds: median(own),
    other: median(other),
    pairs: own.length,
  };
}

/** By command, each where it first came; then by what it is measured against, by people and by program. */
export function inOrder(rows: readonly Row[]): Row[] {
  const firsts = (of: (row: Row) => string) => [...new Set(rows.map(of))];
  const [whats, againsts, bys] = [
    firsts((row) => row.what),
    firsts((row) => row.against),
    firsts((row) => row.by),
  ];
  const key = (row: Row) => [
    whats.indexOf(row.what),
    againsts.indexOf(row.against),
    row.people,
    bys.indexOf(row.by),
  ];
  return rows.toSorted((a, b) => {
    const [one, two] = [key(a), key(b)];
    const at = one.findIndex((n, i) => n !== two[i]);
    return (one[at] ?? 0) - (two[at] ?? 0);
  });
}
