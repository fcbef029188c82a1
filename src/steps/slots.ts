import { NetError } from '../domain/error.ts';
import { holdsGrowingSlot, type Person, type Situation } from '../domain/person.ts';
import { enoughText, type Room } from '../render/welcome.ts';
import type { Db } from '../store/db.ts';
import { readStage } from '../store/people.ts';
import { typedName } from './who.ts';

/** The people who hold the growing slots. */
export function slotHolders(db: Db, situation: Situation): Person[] {
  return readStage(db, 'growing').filter((person) => holdsGrowingSlot(person, situation));
}

/** How somebody could grow now: the slots are free, or somebody, as they can be typed, has to rest first; null where that is not enough. */
export function roomToGrow(db: Db, holders: readonly Person[], slots: number): Room {
  if (holders.length < slots) return 'free';
  const [first] = holders;
  return first === undefined || holders.length > slots ? null : { rest: typedName(db, first.contact) };
}

/** Where more would grow than there are slots for. */
export function noRoom(holders: readonly Person[], wanted: number, slots: number): NetError {
  return new NetError(
    'rejected',
    `${enoughText(holders, slots)}: there is no room for ${wanted} more`,
    'make room with net keep WHO or net rest WHO; net config growing sets how many',
  );
}
