/** Who was in touch with whom on which days: for each person, each of their ties with its days, in order and each once. */
export type Ties = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

const SECONDS_A_DAY = 86_400;

/**
 * Reads lines of `from to seconds`, and gives both sides of every tie; somebody's contact with themselves is none. Throws an Error
 * that names the line which cannot be read.
 */
export function readTies(text: string): Ties {
  const days = new Map<string, Map<string, Set<number>>>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [from, to, seconds, ...more] = line.trim().split(/\s+/);
    const day = Math.floor(Number(seconds) / SECONDS_A_DAY);
    if (
      from === undefined ||
      to === undefined ||
      seconds === undefined ||
      more.length > 0 ||
      !Number.isFinite(day)
    )
      throw new Error(`line ${i + 1} is no record of who, whom and when: "${line}"`);
    if (from === to) continue;
    note(days, from, to, day);
    note(days, to, from, day);
  }
  return new Map([...days].map(([ego, ties]) => [ego, ordered(ties)]));
}

/** The ids of the people studied, one a line. */
export function readIds(text: string): string[] {
  return text.split(/\s+/).filter((id) => id !== '');
}

function note(days: Map<string, Map<string, Set<number>>>, ego: string, other: string, day: number): void {
  const ties = days.get(ego) ?? new Map<string, Set<number>>();
  const known = ties.get(other) ?? new Set<number>();
  days.set(ego, ties.set(other, known.add(day)));
}

function ordered(ties: ReadonlyMap<string, ReadonlySet<number>>): Map<string, readonly number[]> {
  return new Map([...ties].map(([other, days]) => [other, [...days].sort((a, b) => a - b)]));
}

/** Every touch once: the days of all ties, each tie from one of its two sides, in order. */
export function touchDays(ties: Ties): number[] {
  return [...ties]
    .flatMap(([ego, of]) => [...of].flatMap(([other, days]) => (ego < other ? days : [])))
    .sort((a, b) => a - b);
}
