import { currentPlan, type Plan, type PlanLine } from '../domain/agenda/plan.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { type Happened, type Intended, intendedAndDone, wasDone } from '../reports/intended.ts';
import { type Introduced, type WeekReport, weekReport } from '../reports/week.ts';
import type { Db } from '../store/db.ts';
import { groupMinutes } from '../store/groups.ts';
import {
  contactsOf,
  exchangesBetween,
  exchangesOf,
  introducedBetween,
  openExchanges,
} from '../store/looking-back.ts';
import { readStage } from '../store/people.ts';
import { lastPlan, planEndedBefore } from '../store/plans.ts';
import { lastTouches, touchesBetween } from '../store/touches.ts';
import { stageSituation } from './lapsing.ts';
import { planned } from './week.ts';

/** Channels are told beside those of so many days, and an introduction without an outcome within them is recalled. */
const BESIDE_DAYS = 90;

/** What came of an introduction is not asked for earlier. */
const OUTCOME_DAYS = 14;

/**
 * The week that today falls into, or with `last` the list before it. Nothing is written. Throws `not-found` where there was no list
 * before.
 */
export function lookedBack(db: Db, context: Context, last: boolean): WeekReport {
  const situation = stageSituation(db, context);
  const now = situation.today;
  const stored = lastPlan(db, now);
  const current = stored === null ? null : currentPlan([stored], now);
  const plan = last ? earlierPlan(db, current?.first ?? now) : current;
  const end = last && plan !== null ? plan.last : now;
  const days = { first: plan?.first ?? addDays(end, -6), last: end };
  const happened: Happened = {
    days,
    touches: touchesBetween(db, days.first, days.last),
    exchanges: exchangesBetween(db, days.first, days.last),
  };
  const open = openExchanges(db);
  const introduced = introducedBetween(db, addDays(end, -BESIDE_DAYS), addDays(end, -OUTCOME_DAYS - 1));
  const contacts = contactsOf(db, [
    ...(plan?.lines ?? []).map(({ contactId }) => contactId),
    ...happened.touches.flatMap(({ people }) => people),
    ...open.map(({ contactId }) => contactId),
    ...introduced.flatMap(({ contactId, toId }) => [contactId, toId]),
  ]);
  const since = addDays(end, 1 - BESIDE_DAYS);
  return weekReport(
    {
      ...happened,
      until: plan?.last ?? end,
      listed: plan !== null,
      lines: plan === null ? [] : linesOf(db, context, plan, last, contacts, happened),
      ended: last,
      before: { since, touches: touchesBetween(db, since, end) },
      open,
      contacts,
      kept: readStage(db, 'kept'),
      lastTouches: lastTouches(db, end),
      groupMinutes: groupMinutes(db, days.first, days.last),
      introduced: introduced.flatMap(({ contactId, toId, introducedOn }): Introduced[] => {
        const [contact, to] = [contacts.get(contactId), contacts.get(toId)];
        return contact === undefined || to === undefined || introducedOn === null
          ? []
          : [{ contact, to, on: introducedOn }];
      }),
    },
    { ...situation, today: end },
  );
}

function earlierPlan(db: Db, day: CalendarDate): Plan {
  const plan = planEndedBefore(db, day);
  if (plan !== null) return plan;
  throw new NetError(
    'not-found',
    'there is no list before this one',
    'net week shows the days up to today; --last works once a list has ended',
  );
}

/** A list that lasts is told as net today shows it; one that has ended by what happened in its days. */
function linesOf(
  db: Db,
  context: Context,
  plan: Plan,
  ended: boolean,
  contacts: WeekReport['contacts'],
  happened: Happened,
): readonly Intended[] {
  const ids = plan.lines.flatMap(({ reasons }) => reasons.slice(0, 1).map(({ subject }) => subject));
  const subjects = exchangesOf(
    db,
    ids.filter((id) => id !== null),
  );
  const shown = ended ? [] : planned(db, context, false).agenda.lines;
  const stateOf = (line: PlanLine): Intended['state'] => {
    const contact = contacts.get(line.contactId);
    if (ended) return contact !== undefined && wasDone(line, contact, subjects, happened) ? 'done' : 'open';
    const seen = shown.find(({ person }) => person.contact.id === line.contactId);
    if (seen === undefined) return 'aside';
    return seen.done ? 'done' : 'open';
  };
  return intendedAndDone(plan, contacts, subjects, happened, stateOf);
}
