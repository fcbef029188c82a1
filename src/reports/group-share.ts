import type { Touch } from '../domain/touch.ts';

/** Beyond this share, and from so many touches on, it is said that much goes through one group. */
const MUCH = 0.6;
const FEW = 10;

/** How many of my touches came through a group. */
export interface Share {
  readonly through: number;
  readonly of: number;
  /** Whether that is more than 60 % of at least ten. */
  readonly much: boolean;
}

/**
 * Touches are days in touch with one person: through a group where they were at one of its gatherings, or with somebody who was met
 * there. `met` are the ids of these.
 */
export function shareOf(
  groupId: string,
  met: { readonly has: (contactId: string) => boolean },
  touches: readonly Touch[],
): Share {
  const all = new Map<string, boolean>();
  for (const { heldOn, people, groupId: at } of touches) {
    for (const id of people) {
      const key = `${heldOn} ${id}`;
      all.set(key, all.get(key) === true || at === groupId || met.has(id));
    }
  }
  const through = [...all.values()].filter((isThrough) => isThrough).length;
  return { through, of: all.size, much: all.size >= FEW && through > MUCH * all.size };
}
