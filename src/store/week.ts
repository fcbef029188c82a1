import type { Surroundings } from '../domain/agenda/footer.ts';
import type { Offer } from '../domain/agenda/move.ts';
import { currentPlan, emptyPlan, type History, type Plan } from '../domain/agenda/plan.ts';
import type { Trait } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Person } from '../domain/person.ts';
import { capacity, type Settings } from '../domain/settings.ts';
import { telling } from '../domain/words/match.ts';
import { all, type Db, inPieces, marks, tuples } from './db.ts';
import { whoIsDue, whoIsPressing, whoIsPressingAnew } from './due.ts';
import { groupMinutesBefore, groupsToDecide } from './groups.ts';
import { lastOperationAt } from './overtaken.ts';
import { readPeople } from './people.ts';
import { plansListing, recentPlans } from './plans.ts';
import { select } from './rows.ts';
import { readPauses, readSettings } from './settings.ts';
import { openTargets } from './targets.ts';

/** All that a week is planned from. */
export interface Week {
  readonly people: readonly Person[];
  readonly history: History;
  readonly settings: Settings;
  readonly surroundings: Surroundings;
}

/**
 * Reads who may be listed: found by the indexed days from which they may be due, never by looking at everybody. While a plan lasts
 * and is full, only those whom a run may append, and who is owed something; `whole` reads who waits for the next one, too. `localDay`
 * gives the day of an instant.
 */
export function readWeek(
  db: Db,
  today: CalendarDate,
  localDay: (instant: string) => CalendarDate,
  refill: boolean,
  whole = false,
): Week {
  const settings = readSettings(db);
  const recent = recentPlans(db, today);
  const current = currentPlan(recent.slice(0, 1), today);
  const at = lastOperationAt(db);
  const past = {
    pauses: readPauses(db),
    plans: [],
    lastCommandOn: at === null ? null : localDay(at),
    groupMinutes: minutesBefore(db, current, settings, today),
  };
  const plan = current ?? emptyPlan('', past, settings, today);
  const listed = plan.lines.map((line) => line.contactId);
  const isOpen = current === null || refill || listed.length < plan.slots;
  const others = isOpen
    ? whoIsDue(db, plan, past, settings, today)
    : whole || plan.offered !== null
      ? whoIsPressing(db, plan, today)
      : whoIsPressingAnew(db, plan, settings, today);
  const ids = [...new Set([...listed, ...others])];
  return {
    people: readPeople(db, ids),
    history: { ...past, plans: plansListing(db, ids, recent) },
    settings,
    surroundings: {
      stacked: isStacked(db),
      groups: groupsToDecide(db),
      targets: openTargets(db),
      dayOf: localDay,
    },
  };
}

/** What groups took of the seven days before a plan: where it is to be made, or holds fewer people than usual. */
function minutesBefore(db: Db, current: Plan | null, settings: Settings, today: CalendarDate): number {
  if (current !== null && current.slots >= capacity(settings)) return 0;
  return groupMinutesBefore(db, current?.first ?? today);
}

function isStacked(db: Db): boolean {
  const sql = `SELECT 1 FROM contact WHERE stage = 'stack' AND deleted_at IS NULL LIMIT 1`;
  return tuples(db, sql).length > 0;
}

/** Who offers most words of what is needed is looked at, and no more of them than this. */
const MOST_OFFERS = 12;

/** Needs and interests of some people, and what others can offer for those needs, found by a word in common. */
export function readResources(db: Db, contactIds: readonly string[]): { traits: Trait[]; offers: Offer[] } {
  const traits = inPieces(contactIds, (piece) =>
    select(
      db,
      'trait',
      `WHERE contact_id IN (${marks(piece)}) AND kind IN ('need', 'interest') AND deleted_at IS NULL ORDER BY id`,
      ...piece,
    ),
  );
  const needs = traits.filter((trait) => trait.kind === 'need');
  const words = [...new Set(needs.flatMap((need) => [...telling(need.text)]))];
  const sql = `SELECT t.contact_id AS contactId, c.name, t.text
    FROM (SELECT trait_id, count(*) AS shared FROM offer_word WHERE word IN (${marks(words)})
      GROUP BY trait_id ORDER BY shared DESC, trait_id LIMIT ${MOST_OFFERS}) w
    JOIN trait t ON t.id = w.trait_id JOIN contact c ON c.id = t.contact_id
    WHERE c.stage <> 'moved on' ORDER BY t.id`;
  return { traits, offers: words.length === 0 ? [] : all<Offer>(db, sql, ...words) };
}
