import type { Plan, PlanLine } from '../domain/agenda/plan.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { type Db, inPieces, marks, type SqlValue, tuples } from './db.ts';

const PLAN = 'p.id, p.first_day, p.last_day, p.slots, p.passed_over, p.offered_since, p.offered_until';
/** Whom an ended plan passed over matters no more, and may be many. */
const ENDED_PLAN = `p.id, p.first_day, p.last_day, p.slots, '[]', p.offered_since, p.offered_until`;
const PLAN_WIDTH = 7;
const LINE = 'l.position, l.contact_id, l.chosen_as, l.reasons, l.listed_on, l.touched_on';

/**
 * The last two plans that had begun by a day, the last first: that one with all its lines, the one before with none. A plan that
 * begins later was made before the clock was set back.
 */
export function recentPlans(db: Db, today: CalendarDate): Plan[] {
  const sql = `SELECT ${PLAN} FROM plan p WHERE p.first_day <= ? ORDER BY p.first_day DESC, p.id DESC LIMIT 2`;
  const rows = tuples(db, sql, today);
  return rows.map((row, i) => planOf(row, i === 0 ? linesOf(db, row[0] as string) : []));
}

/** The last plan that had begun by a day, with all its lines, or null. */
export function lastPlan(db: Db, today: CalendarDate): Plan | null {
  return recentPlans(db, today)[0] ?? null;
}

/** The last plan that had ended before a day, with all its lines, or null. */
export function planEndedBefore(db: Db, day: CalendarDate): Plan | null {
  const sql = `SELECT ${PLAN} FROM plan p WHERE p.last_day < ? ORDER BY p.first_day DESC, p.id DESC LIMIT 1`;
  const [row] = tuples(db, sql, day);
  return row === undefined ? null : planOf(row, linesOf(db, row[0] as string));
}

/**
 * The plans so far, oldest first, with the lines of some people only. The last two, as `recentPlans` gives them, are always among
 * them, the last with all its lines.
 */
export function plansListing(db: Db, contactIds: readonly string[], recent: readonly Plan[]): Plan[] {
  const [last, before] = recent;
  if (last === undefined) return [];
  const rows = inPieces(contactIds, (piece) =>
    tuples(
      db,
      `SELECT ${ENDED_PLAN}, ${LINE} FROM plan_line l JOIN plan p ON p.id = l.plan_id
        WHERE l.contact_id IN (${marks(piece)}) AND l.plan_id <> ? ORDER BY l.position`,
      ...piece,
      last.id,
    ),
  );
  const byPlan = Map.groupBy(rows, ([id]) => id);
  const earlier = [...byPlan.values()].map((own) =>
    planOf(
      own[0] ?? [],
      own.map((row) => lineOf(row.slice(PLAN_WIDTH))),
    ),
  );
  const missing = before === undefined || byPlan.has(before.id) ? [] : [before];
  return [...[...missing, ...earlier].sort(byDay), last];
}

/** The first day of the last plan that had ended before a day and listed somebody, by the contact's id. */
export function lastListings(db: Db, day: CalendarDate): ReadonlyMap<string, CalendarDate> {
  const sql = `SELECT l.contact_id, max(p.first_day) FROM plan p CROSS JOIN plan_line l ON l.plan_id = p.id
    WHERE p.first_day < ? AND p.last_day < ? GROUP BY 1`;
  return new Map(tuples(db, sql, day, day) as [string, CalendarDate][]);
}

function byDay(a: Plan, b: Plan): number {
  return `${a.first}${a.id}` < `${b.first}${b.id}` ? -1 : 1;
}

function linesOf(db: Db, planId: string): PlanLine[] {
  return tuples(db, `SELECT ${LINE} FROM plan_line l WHERE l.plan_id = ? ORDER BY l.position`, planId).map(
    lineOf,
  );
}

function lineOf([position, contactId, as, reasons, listedOn, touchedOn]: readonly SqlValue[]): PlanLine {
  return {
    position: position as number,
    contactId: contactId as string,
    as: as as PlanLine['as'],
    reasons: JSON.parse(reasons as string) as PlanLine['reasons'],
    listedOn: listedOn as CalendarDate,
    touchedOn: touchedOn as CalendarDate | null,
  };
}

function planOf(
  [id, first, last, slots, passedOver, since, until]: readonly SqlValue[],
  lines: readonly PlanLine[],
): Plan {
  return {
    id: id as string,
    first: first as CalendarDate,
    last: last as CalendarDate,
    slots: slots as number,
    lines,
    passedOver: JSON.parse(passedOver as string) as string[],
    offered:
      since === null ? null : { sinceDay: since as CalendarDate, untilDay: until as CalendarDate | null },
  };
}
