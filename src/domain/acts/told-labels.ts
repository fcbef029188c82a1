import { pointKey, type SheetPoint } from '../sheet.ts';

type Label = SheetPoint['label'];

/** All labels of one way to be reached: programs write the same number twice. */
type Labels = ReadonlySet<Label>;

/**
 * Ways to be reached with the labels that a file has changed, three ways: a label that is missing or that the file had before becomes the
 * new one, any other is the user's own.
 */
export function relabeled(
  now: readonly SheetPoint[],
  before: readonly SheetPoint[],
  told: readonly SheetPoint[],
): SheetPoint[] {
  const had = labelsOf(before);
  const news = new Map(
    [...labelsOf(told)].map(([key, said]) => {
      const old = had.get(key) ?? NONE;
      return [key, { old, said, fresh: [...said].find((label) => !old.has(label)) }];
    }),
  );
  return now.map((point) => {
    const { label } = point;
    const known = news.get(pointKey(point));
    if (known === undefined) return point;
    const { old, said, fresh } = known;
    if (label === null) return fresh == null ? point : { ...point, label: fresh };
    if (said.has(label) || !old.has(label)) return point;
    const [first = null] = said;
    return { ...point, label: fresh === undefined ? first : fresh };
  });
}

/** What a file says, with the labels that it has dropped though others say them. */
export function withLabelsElsewhere(
  said: readonly SheetPoint[],
  before: readonly SheetPoint[],
  elsewhere: readonly SheetPoint[],
): SheetPoint[] {
  const others = labelsOf(elsewhere);
  const stay = new Map(
    [...labelsOf(before)].map(([key, had]) => [
      key,
      [...had].find((label) => label !== null && others.get(key)?.has(label)) ?? null,
    ]),
  );
  return said.map((point) => {
    const label = point.label ?? stay.get(pointKey(point)) ?? null;
    return label === point.label ? point : { ...point, label };
  });
}

const NONE: Labels = new Set();

function labelsOf(points: readonly SheetPoint[]): ReadonlyMap<string, Labels> {
  const labels = new Map<string, Set<Label>>();
  for (const point of points) {
    const key = pointKey(point);
    const known = labels.get(key);
    if (known === undefined) labels.set(key, new Set([point.label]));
    else known.add(point.label);
  }
  return labels;
}
