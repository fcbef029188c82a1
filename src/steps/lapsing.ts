import { lapsed } from '../domain/acts/lapse.ts';
import { offerFor } from '../domain/agenda/plan.ts';
import type { Change } from '../domain/change.ts';
import { asIfPaused, type Person, type Situation } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { lastOperationAt } from '../store/overtaken.ts';
import { recentPlans } from '../store/plans.ts';
import { situationOf } from './file.ts';

/** What stages are judged by: while a pause is on offer nobody changes theirs. */
export function stageSituation(db: Db, context: Context, situation = situationOf(db, context)): Situation {
  const { pauses, settings } = situation;
  const now = today(context.clock);
  const at = lastOperationAt(db);
  const lastCommandOn = at === null ? null : context.clock.dayOf(at);
  const plans = recentPlans(db, now).reverse();
  return asIfPaused(situation, offerFor({ pauses, plans, lastCommandOn, groupMinutes: 0 }, settings, now));
}

/** People as time has left them, with the changes that write it down before something is logged that would hide it. */
export function asTimeLeft<P extends readonly Person[]>(
  db: Db,
  context: Context,
  people: P,
): { readonly people: P; readonly changes: readonly Change[] } {
  return lapsed(people, stageSituation(db, context)) as { people: P; changes: readonly Change[] };
}
