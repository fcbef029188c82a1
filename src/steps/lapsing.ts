import { asLeft, lapsed } from '../domain/acts/lapse.ts';
import { offerFor } from '../domain/agenda/plan.ts';
import type { Change } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { asIfPaused, type Person, type Situation } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { lastOperationAt } from '../store/overtaken.ts';
import { recentPlans } from '../store/plans.ts';
import { situationOf } from './file.ts';

/** What stages are judged by: while a pause is on offer nobody changes theirs. All other figures take real pauses only. */
export function stageSituation(db: Db, context: Context, situation = situationOf(db, context)): Situation {
  const { pauses, settings } = situation;
  const now = today(context.clock);
  const at = lastOperationAt(db);
  const lastCommandOn = at === null ? null : context.clock.dayOf(at);
  const plans = recentPlans(db, now).reverse();
  return asIfPaused(situation, offerFor({ pauses, plans, lastCommandOn, groupMinutes: 0 }, settings, now));
}

/** People as time has left them: what is decided of them goes by that. */
export function asTimeLeft<P extends readonly Person[]>(db: Db, context: Context, people: P): P {
  return asLeft(people, stageSituation(db, context)) as P;
}

/** The changes that write it down before a touch on a day is logged that would hide it. */
export function timeWritten(
  db: Db,
  context: Context,
  people: readonly Person[],
  touchedOn: CalendarDate,
): readonly Change[] {
  return lapsed(people, touchedOn, stageSituation(db, context));
}
