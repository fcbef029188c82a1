import { currentPlan, type Plan, type PlanLine } from '../domain/agenda/plan.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Situation } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { type InheritedPlan, underWhoStays } from '../reports/inherited.ts';
import {
  type Happened,
  type Intended,
  intendedAndDone,
  type LineState,
  stateOfLine,
} from '../reports/intended.ts';
import { type Introduced, type WeekReport, weekReport } from '../reports/week.ts';
import type { Db } from '../store/db.ts';
import { groupMinutes } from '../store/groups.ts';
import {
  contactsOf,
  contactsThen,
  exchangesBetween,
  exchangesOf,
  introducedBetween,
  openExchanges,
} from '../store/looking-back.ts';
import { type Gone, goneInto } from '../store/merged.ts';
import { readStage } from '../store/people.ts';
import { lastPlan, planEndedBefore } from '../store/plans.ts';
import { lastTouches, touchesBetween } from '../store/touches.ts';
import { situationOf } from './file.ts';
import { stageSituation } from './lapsing.ts';

/** Channels are told beside those of so many days, and an introduction without an outcome within them is recalled. */
const BESIDE_DAYS = 90;

/** What came of an introduction is not asked for earlier. */
const OUTCOME_DAYS = 14;

/**
 * The week that today falls into, or with `last` the list before it. Nothing is written. Throws `not-found` where there was no list
 * before.
 */
export function lookedBack(db: Db, context: Context, last: boolean): WeekReport {
  const situation = situationOf(db, context);
  const staged = stageSituation(db, context, situation);
  const now = situation.today;
  const newest = lastPlan(db, now);
  const current = newest === null ? null : currentPlan([newest], now);
  const stored = last ? earlierPlan(db, current?.first ?? now) : current;
  const gone =
    stored === null
      ? []
      : goneInto(
          db,
          stored.lines.map(({ contactId }) => contactId),
        );
  const plan = stored === null ? null : underWhoStays(stored, gone);
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
      lines:
        plan === null ? [] : linesOf(db, context, plan, gone, contacts, happened, { ...staged, today: end }),
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
    { ...staged, today: end },
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

/** The lines with what became of them by the situation's day, by one rule whether the list lasts or has ended. */
function linesOf(
  db: Db,
  context: Context,
  plan: InheritedPlan,
  gone: readonly Gone[],
  contacts: WeekReport['contacts'],
  happened: Happened,
  situation: Situation,
): readonly Intended[] {
  const ids = plan.lines.flatMap(({ reasons }) => reasons.slice(0, 1).map(({ subject }) => subject));
  const subjects = exchangesOf(
    db,
    ids.filter((id) => id !== null),
  );
  const listed = plan.lines.flatMap(({ contactId }) => contacts.get(contactId) ?? []);
  const isLater = (instant: string) => context.clock.dayOf(instant) > situation.today;
  // Who was still two by then is judged by how each was.
  const apart = gone.map(({ contact }) => contact).filter(({ deletedAt }) => isLater(deletedAt ?? ''));
  const then = contactsThen(db, [...listed, ...apart], isLater);
  const stateOf = (line: PlanLine): LineState => {
    const contact = then.get(plan.listedAs.get(line) ?? '') ?? then.get(line.contactId);
    return contact === undefined ? 'aside' : stateOfLine(line, contact, subjects, happened, situation);
  };
  return intendedAndDone(plan, contacts, subjects, happened, stateOf);
}
