import type { Contact, Origin } from '../contact.ts';
import { type GroupKind, originOf } from './group.ts';

/** What tells where a relationship began. */
export interface Beginning {
  /** As it was said. */
  readonly origin: Origin | null;
  /** The kind of the group at whose gathering it was. */
  readonly groupKind: GroupKind | null;
  readonly viaId: string | null;
  readonly gathering: object | null;
}

/** Where a relationship began: as it was said, else what the gathering, its group and who introduced them imply. */
export function beganAt({ origin, groupKind, viaId, gathering }: Beginning): Origin {
  if (origin !== null) return origin;
  if (groupKind === 'volunteering') return 'volunteering';
  if (viaId !== null) return 'introduction';
  if (groupKind !== null) return originOf(groupKind);
  return gathering === null ? 'other' : 'event';
}

/**
 * Where somebody began who was met at a gathering that becomes a group's, or whose group is of another kind now: what that implies, where
 * it was implied before. What was said stays. `from` is the kind of the group before, null where there was none.
 */
export function beganAnew(
  { origin, viaId }: Pick<Contact, 'origin' | 'viaId'>,
  from: GroupKind | null,
  to: GroupKind,
): Origin | null {
  const implied = (groupKind: GroupKind | null) => beganAt({ origin: null, groupKind, viaId, gathering: {} });
  return origin === implied(from) ? implied(to) : origin;
}

/** Whether somebody is followed up who was met there: everywhere but volunteering, where nobody was sought. */
export function isFollowedUp({ origin }: Pick<Contact, 'origin'>): boolean {
  return origin !== 'volunteering';
}
