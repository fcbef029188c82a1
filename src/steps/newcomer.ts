import { type Added, addContact, firstStage, metDay, type Newcomer, NOBODY } from '../domain/acts/add.ts';
import type { Change, Making } from '../domain/change.ts';
import { groupCalled } from '../domain/groups/group.ts';
import type { Person, Situation } from '../domain/person.ts';
import { isShortTaken } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { gatheringFor } from '../store/gatherings.ts';
import { readGroups } from '../store/groups.ts';
import { slotHolders } from './slots.ts';

/** Somebody to add, with the gathering by its name. */
export interface Newcoming extends Omit<Newcomer, 'gathering'> {
  readonly at: string | null;
}

export const NEWCOMING: Newcoming = { ...NOBODY, at: null };

export interface Welcome extends Added {
  readonly changes: readonly Change[];
  /** Who held the growing slots before. */
  readonly growing: readonly Person[];
  readonly gathering: string | null;
}

/** Decides on somebody new: kept, growing where a slot is free, else the stack. Inside a transaction. */
export function welcome(db: Db, newcoming: Newcoming, situation: Situation, making: Making): Welcome {
  const { at, ...rest } = newcoming;
  const growing = slotHolders(db, situation);
  const group = at === null ? null : groupCalled(at, readGroups(db));
  const placed = { ...rest, gathering: null, groupKind: group?.kind ?? null };
  const stage = firstStage(placed, situation.settings.growingSlots - growing.length);
  const metOn = metDay(rest, stage, making.today);
  const event = at === null ? null : gatheringFor(db, at, metOn, making);
  const newcomer = { ...placed, gathering: event?.gathering ?? null };
  const added = addContact(newcomer, stage, making, (short) => isShortTaken(db, short));
  return {
    contact: added.contact,
    changes: [...(event?.changes ?? []), ...added.changes],
    growing,
    gathering: event?.gathering.name ?? null,
  };
}
