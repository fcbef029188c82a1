import { fold } from './words/fold.ts';

/** By what a person may be known again in a file: where they came from, and how they are reached. */
export interface Known {
  readonly names: readonly string[];
  readonly points: readonly { readonly kind: string; readonly value: string }[];
  readonly sources: readonly { readonly kind: string; readonly key: string }[];
}

/**
 * The marks by which somebody who was erased is known again: the id that a file has for them, an e-mail address, and a number or another
 * address together with the name, since several people may share those. A name alone is no mark.
 */
export function marksOf({ names, points, sources }: Known): string[] {
  const reached = points.flatMap(({ kind, value }) => {
    const where = value.trim().toLowerCase();
    return kind === 'email' ? [`email ${where}`] : names.map((name) => `${kind} ${where} ${fold(name)}`);
  });
  return [...new Set([...sources.map(({ kind, key }) => `source ${kind} ${key}`), ...reached])];
}
