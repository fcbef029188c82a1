import { reachedBy } from './reached.ts';
import { fold } from './words/fold.ts';

/** By what a person may be known again in a file: where they came from, and how they are reached. */
export interface Known {
  readonly names: readonly string[];
  readonly points: readonly { readonly kind: string; readonly value: string }[];
  readonly sources: readonly { readonly kind: string; readonly key: string }[];
}

/**
 * The marks by which somebody who was erased is known again: the id that a file has for them, an e-mail address, and a number or another
 * address together with the name, since several people may share those; however they are written. A name alone is no mark.
 */
export function marksOf({ names, points, sources }: Known): string[] {
  const reached = points.flatMap((point) => {
    const { kind } = point;
    const where = reachedAt(point);
    return kind === 'email' ? [`email ${where}`] : names.map((name) => `${kind} ${where} ${fold(name)}`);
  });
  return [...new Set([...sources.map(({ kind, key }) => `source ${kind} ${key}`), ...reached])];
}

/** How an address is compared, of a page what stays the same however it is linked; as it stands where nothing of it would be left. */
function reachedAt({ kind, value }: Known['points'][number]): string {
  const whole = reachedBy({ kind, value: value.trim() }).toLowerCase();
  const where =
    kind === 'url' ? whole.replace(/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?|(?<!\/)\/+$/g, '') : whole;
  return where === '' ? value : where;
}
