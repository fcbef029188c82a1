import { mostListed } from '../domain/agenda/additions.ts';
import { type DueProspect, heads } from '../domain/agenda/heads.ts';
import { type History, openOffer, type Plan } from '../domain/agenda/plan.ts';
import { addDays, type CalendarDate, monthDay } from '../domain/days/day.ts';
import type { Settings } from '../domain/settings.ts';
import { type Db, each, marks, texts } from './db.ts';
import { lastListings } from './plans.ts';

const GROWING = `SELECT id FROM contact WHERE stage = 'growing' AND deleted_at IS NULL`;

/** Whoever is growing, due by the plan's last day, or has a birthday near: of those who only fade the few who may be listed. */
export function whoIsDue(
  db: Db,
  plan: Plan,
  past: History,
  settings: Settings,
  today: CalendarDate,
): Iterable<string> {
  const dates = birthdays(today);
  // For UNION alone SQLite would read everybody in order.
  const sql = `${GROWING}
    UNION ALL SELECT contact_id FROM contact_summary WHERE due_on <= ? AND cadence IS NULL
    UNION ALL SELECT contact_id FROM contact_summary WHERE birthday IN (${marks(dates)})`;
  const ids = texts(db, sql, plan.last, ...dates);
  const known = new Set([...ids, ...plan.lines.map((line) => line.contactId)]);
  const { pauses } = past;
  const outlook = { settings, pauses, today, last: plan.last, offered: openOffer(plan, pauses) };
  const shownOn = lastListings(db, plan.first);
  return [...ids, ...heads(dueProspects(db, plan.last), known, shownOn, outlook, plan.slots + 1)];
}

/** One at a time: of thousands none stays in memory but those who are chosen. */
function dueProspects(db: Db, last: CalendarDate): Iterable<DueProspect> {
  const sql = `SELECT contact_id, days, last_on, circle, kept_on, cadence, dormant_beyond, factor
    FROM contact_summary WHERE due_on <= ? AND cadence IS NOT NULL`;
  return each(db, sql, last) as Iterable<unknown> as Iterable<DueProspect>;
}

/** Whoever is growing, owed something by the plan's last day, or has a birthday near. */
export function whoIsPressing(db: Db, plan: Plan, today: CalendarDate): string[] {
  const dates = birthdays(today);
  const sql = `${GROWING}
    UNION ALL SELECT contact_id FROM contact_summary WHERE urgent_on <= ?
    UNION ALL SELECT contact_id FROM contact_summary WHERE birthday IN (${marks(dates)})`;
  return texts(db, sql, plan.last, ...dates);
}

/** Whoever is growing or is owed something without a line yet; and unless the list is complete, whose birthday it is. */
export function whoIsPressingAnew(db: Db, plan: Plan, settings: Settings, today: CalendarDate): string[] {
  const listed = plan.lines.map((line) => line.contactId);
  const others = 'contact_id NOT IN (SELECT value FROM json_each(?))';
  const sql = `${GROWING} UNION ALL SELECT contact_id FROM contact_summary WHERE urgent_on <= ? AND ${others}`;
  const owed = [plan.last, JSON.stringify(listed)];
  if (listed.length >= mostListed(plan, settings)) return texts(db, sql, ...owed);
  const dates = birthdaysOn(today);
  const born = `UNION ALL SELECT contact_id FROM contact_summary WHERE birthday IN (${marks(dates)}) AND ${others}`;
  return texts(db, `${sql} ${born}`, ...owed, ...dates, JSON.stringify([...listed, ...plan.passedOver]));
}

/** The birthdays that a plan may mention, from two days past to seven ahead; 29 February counts with the 28th. */
function birthdays(today: CalendarDate): string[] {
  return withLeapDay(Array.from({ length: 10 }, (_, i) => monthDay(addDays(today, i - 2))));
}

function birthdaysOn(today: CalendarDate): string[] {
  return withLeapDay([monthDay(today)]);
}

function withLeapDay(dates: readonly string[]): string[] {
  return dates.includes('02-28') ? [...dates, '02-29'] : [...dates];
}
