import { addDays, type CalendarDate, daysBetween } from '../days/day.ts';
import { isPaused, type PausedSpan } from '../days/pause.ts';
import type { Person } from '../person.ts';
import { capacityBeside, type Settings } from '../settings.ts';
import type { Pick } from './pick.ts';
import type { Showing, Shown, ShownReason, View } from './term.ts';

/** One line as it is stored: who, why (the leading reason first), and what was known when it was listed. */
export interface PlanLine {
  readonly position: number;
  readonly contactId: string;
  readonly as: Pick['as'];
  readonly reasons: readonly ShownReason[];
  readonly listedOn: CalendarDate;
  /** The last touch known then, so that any later one shows. */
  readonly touchedOn: CalendarDate | null;
}

/** A week's plan. It lasts seven days from the day it is made; people and order hold until it ends. */
export interface Plan {
  readonly id: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly slots: number;
  readonly lines: readonly PlanLine[];
  /** Contacts who were pressing when it was made and found no slot: a later run never appends them. */
  readonly passedOver: readonly string[];
  /** A gap without commands, offered as a pause when this plan was made. */
  readonly offered: PausedSpan | null;
}

/** What the agenda needs of the past. */
export interface History {
  readonly pauses: readonly PausedSpan[];
  /** The plans so far, oldest first. Those that list nobody of the people at hand may be left out, but not the last two. */
  readonly plans: readonly Plan[];
  /** The day of the last command that wrote anything; null for a new file. */
  readonly lastCommandOn: CalendarDate | null;
  /** Minutes spent with groups in the seven days before the plan; asked for where it is made, or shorter than usual. */
  readonly groupMinutes: number;
}

function isCurrent(plan: Plan, today: CalendarDate): boolean {
  return plan.first <= today && today <= plan.last;
}

/** The plan that today falls into, the newest of them, or null once it has ended. A clock set back finds the plan of its day. */
export function currentPlan(plans: readonly Plan[], today: CalendarDate): Plan | null {
  return plans.findLast((plan) => isCurrent(plan, today)) ?? null;
}

/** A plan from today on, with nobody in it yet. */
export function emptyPlan(id: string, history: History, settings: Settings, today: CalendarDate): Plan {
  return {
    id,
    first: today,
    last: addDays(today, settings.ranking.planDays - 1),
    slots: capacityBeside(history.groupMinutes, settings),
    lines: [],
    passedOver: [],
    offered: pauseOnOffer(history, settings, today),
  };
}

/** After 21 days without a command, the gap may be counted as a pause: from the day after the last one until yesterday. */
function pauseOnOffer(history: History, settings: Settings, today: CalendarDate): PausedSpan | null {
  const { lastCommandOn } = history;
  if (lastCommandOn === null) return null;
  if (daysBetween(lastCommandOn, today) < settings.ranking.pauseOfferAfter) return null;
  return { sinceDay: addDays(lastCommandOn, 1), untilDay: addDays(today, -1) };
}

/** How each person is looked at under a plan. A pause that was on offer is no longer once it has been taken. */
export function viewer(
  plan: Plan,
  history: History,
  settings: Settings,
  today: CalendarDate,
): (person: Person) => View {
  const shown = showings(history.plans.filter((past) => past.id !== plan.id && past.last < plan.first));
  const offered = openOffer(plan, history.pauses);
  return (person) => ({
    settings,
    pauses: history.pauses,
    today,
    first: plan.first,
    last: plan.last,
    shown: shown.get(person.contact.id) ?? [],
    offered,
  });
}

/** The pause that is on offer on a day: the stored plan's, else the one that a new plan would offer. */
export function offerFor(history: History, settings: Settings, today: CalendarDate): PausedSpan | null {
  const plan = currentPlan(history.plans, today) ?? emptyPlan('', history, settings, today);
  return openOffer(plan, history.pauses);
}

export function openOffer(plan: Plan, pauses: readonly PausedSpan[]): PausedSpan | null {
  return plan.offered !== null && !isPaused(plan.offered.sinceDay, pauses) ? plan.offered : null;
}

function showings(ended: readonly Plan[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Showing[]>();
  for (const { first, last, lines } of ended) {
    for (const { contactId, reasons } of lines) {
      const list = shown.get(contactId) ?? [];
      list.push({ first, last, reasons });
      shown.set(contactId, list);
    }
  }
  return shown;
}
