import type { Group } from '../domain/groups/group.ts';
import type { Touch } from '../domain/touch.ts';

/** The group through which most touches go. */
export interface ThroughGroup {
  readonly name: string;
  readonly touches: number;
  readonly of: number;
}

/** Said from so many touches on, and beyond this share of them. */
const SAID_FROM = 10;
const SAID_BEYOND = 0.6;

/**
 * The group through which more than 60 % of at least ten touches go, or null: they were at one of its gatherings, or with somebody
 * who is in it.
 */
export function largestGroup(
  touches: readonly Touch[],
  groups: readonly Group[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
): ThroughGroup | null {
  if (touches.length < SAID_FROM) return null;
  const through = groups.map(({ id, name }) => {
    const own = members.get(id);
    const count = touches.filter(
      ({ groupId, people }) => groupId === id || people.some((person) => own?.has(person)),
    ).length;
    return { name, touches: count, of: touches.length };
  });
  const [most] = through.sort((a, b) => b.touches - a.touches);
  return most !== undefined && most.touches > SAID_BEYOND * most.of ? most : null;
}
