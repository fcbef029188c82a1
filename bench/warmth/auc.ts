/** One thing that was told beforehand, by a number, and what came of it. */
export interface Told {
  readonly score: number;
  readonly positive: boolean;
}

/** Pairs of a positive and a negative, and how many of them were told right: ties count a half. */
export interface Pairs {
  readonly right: number;
  readonly all: number;
}

/** Compares each positive with each negative of one group. */
export function pairsOf(group: readonly Told[]): Pairs {
  const sorted = [...group].sort((a, b) => a.score - b.score);
  let right = 0;
  let below = 0;
  for (let i = 0; i < sorted.length; ) {
    const same = sorted.slice(i, firstAbove(sorted, i));
    const positives = same.filter(({ positive }) => positive).length;
    const negatives = same.length - positives;
    right += positives * (below + negatives / 2);
    below += negatives;
    i += same.length;
  }
  return { right, all: below * (group.length - below) };
}

function firstAbove(sorted: readonly Told[], from: number): number {
  const at = sorted.findIndex(({ score }, i) => i > from && score !== sorted[from]?.score);
  return at < 0 ? sorted.length : at;
}

/** The area under the curve over all pairs of all groups, from 0 to 1; null where no group has both a positive and a negative. */
export function auc(groups: readonly (readonly Told[])[]): number | null {
  let [right, all] = [0, 0];
  for (const pairs of groups.map(pairsOf)) {
    right += pairs.right;
    all += pairs.all;
  }
  return all === 0 ? null : right / all;
}
