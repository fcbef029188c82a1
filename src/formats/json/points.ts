import type { ContactPointKind } from '../../domain/contact.ts';
import type { ImportedPerson } from '../../domain/imported.ts';

export type Point = ImportedPerson['points'][number];

/** Whether a text can be one of a kind. */
const POSSIBLE: Record<ContactPointKind, RegExp> = {
  email: /^[^\s@]+@[^\s@]+$/,
  phone: /\p{N}/u,
  url: /^(?:https?:\/\/|www\.)\S+$|^[^\s/@]+\.[^\s/@]+\/\S*$/i,
};

/** A way to reach somebody, or null where the text is none of that kind. */
export function pointFrom(kind: ContactPointKind, value: string, label: string | null): Point | null {
  return POSSIBLE[kind].test(value) ? { kind, value, label } : null;
}

/** Each way once, the first of those that are the same. */
export function uniquePoints(points: readonly Point[]): readonly Point[] {
  const seen = new Set<string>();
  return points.filter(({ kind, value }) => {
    const key = `${kind} ${kind === 'phone' ? value.replace(/[^0-9a-z+*#]/gi, '') : value.toLowerCase()}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
