import type { Plan, PlanLine } from '../domain/agenda/plan.ts';
import { type Db, get, run } from './db.ts';
import { operate, type Stamp, transact } from './operation.ts';

/** Does `work` in one transaction, which may store a plan. A plan can be made anew: no backup of the day comes before it. */
export function writePlan<A>(db: Db, work: (store: (stamp: Stamp, plan: Plan) => void) => A): A {
  return transact(db, () => work((stamp, plan) => storePlan(db, stamp, plan)), 'made anew');
}

/** Stores a new plan, or the lines that a stored one has gained. One operation that is never undone. Inside a
 * transaction. */
export function storePlan(db: Db, stamp: Stamp, plan: Plan): void {
  operate(db, 'plan', stamp, null, () => {
    const known = get(db, 'SELECT 1 FROM plan WHERE id = ?', plan.id) !== undefined;
    if (!known) insertPlan(db, plan);
    const listed =
      get<{ n: number }>(db, 'SELECT count(*) AS n FROM plan_line WHERE plan_id = ?', plan.id)?.n ?? 0;
    for (const line of plan.lines.filter(({ position }) => position > listed)) insertLine(db, plan, line);
    // Nothing is derived from a plan.
    return [];
  });
}

function insertPlan(db: Db, plan: Plan): void {
  run(
    db,
    'INSERT INTO plan (id, first_day, last_day, slots, passed_over, offered_since, offered_until) VALUES (?, ?, ?, ?, ?, ?, ?)',
    plan.id,
    plan.first,
    plan.last,
    plan.slots,
    JSON.stringify(plan.passedOver),
    plan.offered?.sinceDay ?? null,
    plan.offered?.untilDay ?? null,
  );
}

function insertLine(db: Db, plan: Plan, line: PlanLine): void {
  run(
    db,
    'INSERT INTO plan_line (plan_id, position, contact_id, chosen_as, reasons, listed_on, touched_on) VALUES (?, ?, ?, ?, ?, ?, ?)',
    plan.id,
    line.position,
    line.contactId,
    line.as,
    JSON.stringify(line.reasons),
    line.listedOn,
    line.touchedOn,
  );
}
