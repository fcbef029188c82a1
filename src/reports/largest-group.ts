import type { Contact } from '../domain/contact.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import type { Touch } from '../domain/touch.ts';
import { shareOf } from './group-share.ts';

/** The group through which most touches go. */
export interface ThroughGroup {
  readonly name: string;
  readonly touches: number;
  readonly of: number;
}

/** The group through which most touches go, where these are much of all; else null. `gatherings` are those of the groups. */
export function largestGroup(
  touches: readonly Touch[],
  groups: readonly Group[],
  gatherings: readonly Pick<Gathering, 'id' | 'groupId'>[],
  contacts: readonly Pick<Contact, 'id' | 'gatheringId'>[],
): ThroughGroup | null {
  const groupAt = new Map(gatherings.map(({ id, groupId }) => [id, groupId]));
  const metIn = Map.groupBy(contacts, ({ gatheringId }) => groupAt.get(gatheringId ?? '') ?? null);
  const [most] = groups
    .map(({ id, name }) => {
      const met = new Set((metIn.get(id) ?? []).map((contact) => contact.id));
      return { name, share: shareOf(id, met, touches) };
    })
    .sort((a, b) => b.share.through - a.share.through);
  return most?.share.much === true
    ? { name: most.name, touches: most.share.through, of: most.share.of }
    : null;
}
