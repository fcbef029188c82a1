import { peopleWithin, type Settings } from '../settings.ts';
import type { Candidate } from './candidate.ts';
import { byScore } from './orders.ts';
import { type Pick, pick, type Taken } from './pick.ts';
import type { Plan, PlanLine } from './plan.ts';
import { isToday, type Term } from './term.ts';

/** Anyone newly due while slots are free; beyond them at most two, only for what cannot wait. */
export function additions(unlisted: readonly Candidate[], plan: Plan, settings: Settings): Pick[] {
  const passedOver = new Set(plan.passedOver);
  const allowed = unlisted.filter((c) => !passedOver.has(c.person.contact.id));
  const within = pick(allowed, Math.min(plan.slots, peopleWithin(settings)), takenBy(plan.lines));
  const most = mostListed(plan, settings);
  const urgent = allowed
    .filter(isUrgent)
    .filter((c) => !within.some((p) => p.candidate === c))
    .sort(byScore)
    .slice(0, Math.max(0, most - Math.max(plan.slots, plan.lines.length + within.length)));
  return [...within, ...urgent.map(urgentPick)];
}

/** How many lines a plan has at most, unless it is refilled. */
export function mostListed(plan: Plan, settings: Settings): number {
  return Math.min(plan.slots + settings.ranking.appendsBeyond, peopleWithin(settings));
}

/** Whether somebody waits for what cannot wait until the next plan. */
export function isUrgent(c: Candidate): boolean {
  return c.obligations.length > 0 || c.suggestions.some(cannotWait);
}

function cannotWait(term: Term): boolean {
  return term.kind === 'follow-up' || isToday(term);
}

function urgentPick(c: Candidate): Pick {
  const urgent = c.suggestions.filter(cannotWait);
  const others = c.suggestions.filter((term) => !cannotWait(term));
  const as = c.obligations.length > 0 ? 'obligation' : c.stage === 'growing' ? 'growing' : 'fading';
  return { candidate: c, as, terms: [...c.obligations, ...urgent, ...others, ...c.later] };
}

/** As many more as there are slots without an open line, within the people that the minutes can carry. */
export function refill(
  unlisted: readonly Candidate[],
  open: readonly PlanLine[],
  plan: Plan,
  settings: Settings,
): Pick[] {
  const room = Math.min(plan.slots - open.length, peopleWithin(settings) - plan.lines.length);
  const taken = takenBy(open);
  return pick(unlisted, taken.lines + Math.max(0, room), taken);
}

function takenBy(lines: readonly PlanLine[]): Taken {
  const count = (as: Pick['as']) => lines.filter((line) => line.as === as).length;
  return {
    lines: lines.length,
    obligations: count('obligation'),
    growing: count('growing'),
    maintained: count('maintain') > 0,
    dormant: count('dormant') > 0,
  };
}
