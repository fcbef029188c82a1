import type { Change, Making } from '../domain/change.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { type Stamp, writeChanges, writeInBulk } from '../store/operation.ts';

/** Writes what `decide` returns as one operation of the command, and gives back the decision. */
export function change<A extends { readonly changes: readonly Change[] }>(
  db: Db,
  context: Context,
  command: string,
  decide: (making: Making) => A,
): A {
  return writeChanges(db, stamp(context, command), () => decide(makingOf(context)));
}

/** The same for what is too much at once: `work` applies its changes as it goes. With `rehearse` nothing of it stays. */
export function changeInBulk<A>(
  db: Db,
  context: Context,
  command: string,
  rehearse: boolean,
  work: (making: Making, apply: (changes: readonly Change[]) => void) => Promise<A>,
): Promise<A> {
  return writeInBulk(db, stamp(context, command), rehearse, (apply) => work(makingOf(context), apply));
}

export function stamp(context: Context, command: string): Stamp {
  return { id: context.newId(), at: context.clock.now(), command };
}

export function makingOf({ newId, clock }: Context): Making {
  const now = clock.now();
  return { id: newId, now, today: clock.dayOf(now) };
}
