import type { Plan, PlanLine } from '../domain/agenda/plan.ts';
import type { CalendarDate } from '../domain/day.ts';
import { all, type Db, inPieces, marks, type Row } from './db.ts';

/** The last stored plan with all its lines, or null. */
export function lastPlan(db: Db): Plan | null {
  const [row] = all(db, 'SELECT * FROM plan ORDER BY first_day DESC, id DESC LIMIT 1');
  return row === undefined ? null : planOf(row, linesOf(db, 'plan_id = ?', [row.id as string]));
}

/**
 * The plans so far, oldest first, with the lines of some people only; the last two are always among them, the last with all its
 * lines.
 */
export function plansListing(db: Db, contactIds: readonly string[]): Plan[] {
  const last = lastPlan(db);
  if (last === null) return [];
  const lines = inPieces(contactIds, (piece) => linesOf(db, `contact_id IN (${marks(piece)})`, piece));
  const byPlan = Map.groupBy(lines, (line) => line.planId);
  const recent = all<{ id: string }>(db, 'SELECT id FROM plan ORDER BY first_day DESC, id DESC LIMIT 2');
  const ids = new Set([...byPlan.keys(), ...recent.map((row) => row.id)]);
  const rows = inPieces([...ids], (piece) =>
    all(db, `SELECT * FROM plan WHERE id IN (${marks(piece)})`, ...piece),
  );
  return rows
    .map((row) => (row.id === last.id ? last : planOf(row, byPlan.get(row.id as string) ?? [])))
    .sort((a, b) => (`${a.first}${a.id}` < `${b.first}${b.id}` ? -1 : 1));
}

function linesOf(db: Db, where: string, values: readonly string[]): (PlanLine & { planId: string })[] {
  return all(db, `SELECT * FROM plan_line WHERE ${where} ORDER BY position`, ...values).map((row) => ({
    planId: row.plan_id as string,
    position: row.position as number,
    contactId: row.contact_id as string,
    as: row.chosen_as as PlanLine['as'],
    reasons: JSON.parse(row.reasons as string) as PlanLine['reasons'],
    listedOn: row.listed_on as CalendarDate,
    touchedOn: row.touched_on as CalendarDate | null,
  }));
}

function planOf(row: Row, lines: readonly PlanLine[]): Plan {
  const since = row.offered_since as CalendarDate | null;
  return {
    id: row.id as string,
    first: row.first_day as CalendarDate,
    last: row.last_day as CalendarDate,
    slots: row.slots as number,
    lines,
    passedOver: JSON.parse(row.passed_over as string) as string[],
    offered: since === null ? null : { sinceDay: since, untilDay: row.offered_until as CalendarDate | null },
  };
}
