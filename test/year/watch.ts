import { candidate } from '../../src/domain/agenda/candidate.ts';
import { emptyPlan, type History, viewer } from '../../src/domain/agenda/plan.ts';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { addDays } from '../../src/domain/days/day.ts';
import { stageOf } from '../../src/domain/person.ts';
import { groupMinutes } from '../../src/store/groups.ts';
import { lastOperationAt } from '../../src/store/overtaken.ts';
import { readEverybody } from '../../src/store/people.ts';
import { plansListing, recentPlans } from '../../src/store/plans.ts';
import { readPauses, readSettings } from '../../src/store/settings.ts';
import { inFile } from '../support/content.ts';
import type { List } from './habits.ts';
import type { Life } from './life.ts';

/** What is seen of the year from outside, and whatever should not have been. */
export interface Watch {
  plans: number;
  /** How often the list was looked at. */
  looks: number;
  mostGrowing: number;
  /** Plans that people waited for who were due, and the most who were due at once, plans full of obligations aside. */
  longestWait: number;
  mostDue: number;
  readonly waiting: Map<string, number>;
  /** The lines of the plan so far, in their order. */
  order: { readonly first: string; readonly ids: readonly string[] } | null;
  readonly faults: string[];
}

export const NOTHING_SEEN = (): Watch => ({
  plans: 0,
  looks: 0,
  mostGrowing: 0,
  longestWait: 0,
  mostDue: 0,
  waiting: new Map(),
  order: null,
  faults: [],
});

const OBLIGATIONS = ['promise', 'thanks'];

/** Who would be due by something other than an obligation in a plan made on a day. Looks at everybody, through no index. */
export function dueOn(life: Life, today: CalendarDate): Promise<string[]> {
  return inFile(life.desk.file, (db) => {
    const settings = readSettings(db);
    const people = readEverybody(db);
    const ids = people.map(({ contact }) => contact.id);
    const at = lastOperationAt(db);
    const history: History = {
      pauses: readPauses(db),
      plans: plansListing(db, ids, recentPlans(db, today)),
      lastCommandOn: at === null ? null : (at.slice(0, 10) as CalendarDate),
      groupMinutes: groupMinutes(db, addDays(today, -7), addDays(today, -1)),
    };
    const view = viewer(emptyPlan('watch', history, settings, today), history, settings, today);
    return people
      .map((person) => candidate(person, view(person)))
      .filter((c) => c.suggestions.some((term) => term.kind !== 'dormant'))
      .map((c) => c.person.contact.id);
  });
}

/** A new plan: who was due and found no place in it waits for one plan more. */
export function seePlan(watch: Watch, due: readonly string[], { lines }: List): void {
  watch.plans++;
  if (lines.length > 0 && lines.every(({ reasons: [leading] }) => OBLIGATIONS.includes(leading?.term ?? '')))
    return;
  watch.mostDue = Math.max(watch.mostDue, due.length);
  const listed = new Set(lines.map(({ contact }) => contact.uuid));
  for (const id of new Set([...due, ...watch.waiting.keys()])) {
    const waits = due.includes(id) && !listed.has(id);
    watch.waiting.set(id, waits ? (watch.waiting.get(id) ?? 0) + 1 : 0);
    watch.longestWait = Math.max(watch.longestWait, watch.waiting.get(id) ?? 0);
  }
}

/** One look at the list: nobody is on it who should not be, and what was on it stands where it stood. */
export async function seeList(life: Life, watch: Watch, list: List): Promise<void> {
  watch.looks++;
  const stages = await stagesOf(life);
  const growing = [...stages.values()].filter((stage) => stage === 'growing').length;
  watch.mostGrowing = Math.max(watch.mostGrowing, growing);
  for (const { contact, done, reasons } of list.lines) {
    const stage = stages.get(contact.uuid);
    const owed = reasons.some(({ term }) => OBLIGATIONS.includes(term));
    if (stage === 'moved on' || (stage === 'stack' && !done && !owed))
      watch.faults.push(`${life.desk.day}: ${contact.name} is listed, and is ${stage}`);
  }
  const ids = list.lines.map(({ contact }) => contact.uuid);
  if (list.plan === null) return;
  const before = watch.order?.first === list.plan.first ? watch.order.ids : [];
  const stayed = before.filter((id) => ids.includes(id));
  if (
    stayed.join() !== ids.filter((id) => before.includes(id)).join() ||
    stayed.some((id, i) => ids[i] !== id)
  )
    watch.faults.push(`${life.desk.day}: the list was put in another order`);
  watch.order = { first: list.plan.first, ids };
}

function stagesOf(life: Life): Promise<ReadonlyMap<string, string>> {
  return inFile(life.desk.file, (db) => {
    const situation = { settings: readSettings(db), pauses: readPauses(db), today: life.desk.day };
    return new Map(readEverybody(db).map((person) => [person.contact.id, stageOf(person, situation)]));
  });
}
