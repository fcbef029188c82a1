import type { Circle } from '../domain/contact.ts';

/** More people than a circle can hold. `people` is how many there are, `most` how many there should be. */
export interface Crowded {
  /** `close` counts inner and close people together. */
  readonly circle: 'inner' | 'close';
  readonly people: number;
  readonly most: number;
}

const MOST_INNER = 5;
const MOST_CLOSE = 15;

/** Whether the closest circles hold more people than anybody can: 5 inner, 15 inner and close together. Null where they do not. */
export function crowdedCircle(sizes: ReadonlyMap<Circle | 'growing', number>): Crowded | null {
  const inner = sizes.get('inner') ?? 0;
  const close = inner + (sizes.get('close') ?? 0);
  if (inner > MOST_INNER) return { circle: 'inner', people: inner, most: MOST_INNER };
  return close > MOST_CLOSE ? { circle: 'close', people: close, most: MOST_CLOSE } : null;
}
