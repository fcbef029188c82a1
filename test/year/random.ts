/** Chance with a fixed seed: the same year each time. */
export interface Chance {
  /** A number from 0 up to 1. */
  readonly next: () => number;
  /** Whether something of this probability happens. */
  readonly happens: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly oneOf: <A>(list: readonly A[]) => A;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and even enough to make up a year. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    oneOf: <A>(list: readonly A[]) => list[Math.floor(next() * list.length)] as A,
  };
}
