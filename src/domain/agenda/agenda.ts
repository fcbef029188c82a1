import { addDays, type CalendarDate, latest } from '../day.ts';
import type { Person } from '../person.ts';
import { peopleWithin, type Settings } from '../settings.ts';
import { byScore, type Candidate, candidate } from './candidate.ts';
import { NOTHING_TAKEN, type Pick, pick, type Taken } from './pick.ts';
import { currentPlan, emptyPlan, type History, type Plan, type PlanLine, viewer } from './plan.ts';
import { quietUntil } from './quiet.ts';
import { isObligation, type ShownReason, scoreOf, subjectOf, type Term, type View } from './term.ts';
import { listedTermsOf, stageInPlan } from './terms.ts';
import { isSettled } from './tick.ts';

/** A line as it stands today. */
export interface AgendaLine {
  readonly line: PlanLine;
  readonly person: Person;
  /** The reasons as they are today, leading one first; empty once nothing is left of them. */
  readonly terms: readonly Term[];
  readonly score: number;
  readonly done: boolean;
}

/** The week: the plan to show, and to store where it is new or has grown. */
export interface Agenda {
  readonly plan: Plan;
  readonly lines: readonly AgendaLine[];
  /** Whether the plan differs from the stored one. An empty plan is never stored. */
  readonly changed: boolean;
  /** Obligations that no open line stands for. */
  readonly alsoOwed: readonly Candidate[];
  /** Where nobody is listed: how many are left in peace, and the first day on which one of them may come back. */
  readonly resting: { readonly count: number; readonly until: CalendarDate } | null;
}

export interface PlanOptions {
  /** The id of a new plan. */
  readonly id: string;
  /** List more people on purpose, until as many lines are open as there are slots. */
  readonly refill: boolean;
}

/**
 * The week's plan: the stored one while it lasts, with anyone newly due appended, else a new one. Pure, deterministic and
 * independent of the order of `people`. People who cannot be due may be left out of them.
 */
export function planWeek(
  people: readonly Person[],
  history: History,
  settings: Settings,
  today: CalendarDate,
  options: PlanOptions,
): Agenda {
  const current = currentPlan(history.plans, today);
  const base = current ?? emptyPlan(options.id, history, settings, today);
  const view = viewer(base, history, settings, today);
  const unlisted = people
    .filter((person) => !isListed(base, person))
    .map((person) => candidate(person, view(person)));
  const picks =
    current === null
      ? pick(unlisted, base.slots, NOTHING_TAKEN)
      : [
          ...additions(unlisted, base, settings),
          ...(options.refill ? refill(unlisted, linesToday(base, people, view), base, settings) : []),
        ];
  const listed = listing(base, distinct(picks), today);
  const left = unlisted.filter((c) => !isListed(listed, c.person));
  const passedOver = current?.passedOver ?? left.filter(isUrgent).map((c) => c.person.contact.id);
  const lines = linesToday(listed, people, view);
  const settled = lines.filter((line) => line.done).map(({ person }) => candidate(person, view(person)));
  return {
    plan: { ...listed, passedOver },
    lines,
    changed: picks.length > 0,
    alsoOwed: [...left, ...settled].filter((c) => c.obligations.length > 0).sort(byScore),
    resting: lines.length === 0 ? resting(people, view) : null,
  };
}

function isListed(plan: Plan, { contact }: Person): boolean {
  return plan.lines.some((line) => line.contactId === contact.id);
}

/** Anyone newly due while slots are free; beyond them at most two, only for what cannot wait. */
function additions(unlisted: readonly Candidate[], plan: Plan, settings: Settings): Pick[] {
  const allowed = unlisted.filter((c) => !plan.passedOver.includes(c.person.contact.id));
  const within = pick(allowed, Math.min(plan.slots, peopleWithin(settings)), takenBy(plan.lines));
  const most = Math.min(plan.slots + settings.ranking.appendsBeyond, peopleWithin(settings));
  const urgent = allowed
    .filter(isUrgent)
    .filter((c) => !within.some((p) => p.candidate === c))
    .sort(byScore)
    .slice(0, Math.max(0, most - Math.max(plan.slots, plan.lines.length + within.length)));
  return [...within, ...urgent.map(urgentPick)];
}

function isUrgent(c: Candidate): boolean {
  return c.obligations.length > 0 || c.suggestions.some(cannotWait);
}

function cannotWait(term: Term): boolean {
  return term.kind === 'follow-up' || (term.kind === 'date' && term.value === 1);
}

function urgentPick(c: Candidate): Pick {
  const urgent = c.suggestions.filter(cannotWait);
  const others = c.suggestions.filter((term) => !cannotWait(term));
  const as = c.obligations.length > 0 ? 'obligation' : c.stage === 'growing' ? 'growing' : 'fading';
  return { candidate: c, as, terms: [...c.obligations, ...urgent, ...others, ...c.later] };
}

/** As many more as there are slots without an open line, within the people that the minutes can carry. */
function refill(
  unlisted: readonly Candidate[],
  lines: readonly AgendaLine[],
  plan: Plan,
  settings: Settings,
): Pick[] {
  const open = lines.filter((line) => !line.done);
  const room = Math.min(plan.slots - open.length, peopleWithin(settings) - plan.lines.length);
  const taken = takenBy(open.map(({ line }) => line));
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

function distinct(picks: readonly Pick[]): Pick[] {
  return picks.filter((p, i) => picks.findIndex((other) => other.candidate === p.candidate) === i);
}

function listing(plan: Plan, picks: readonly Pick[], today: CalendarDate): Plan {
  const added = picks.map(({ candidate: { person }, terms, as }, i): PlanLine => {
    const reasons = terms.map(reasonOf);
    const position = plan.lines.length + i + 1;
    return {
      position,
      contactId: person.contact.id,
      as,
      reasons,
      listedOn: today,
      touchedOn: person.summary.lastOn,
    };
  });
  return { ...plan, lines: [...plan.lines, ...added] };
}

function reasonOf(term: Term): ShownReason {
  return { kind: term.kind, subject: term.kind === 'date' ? term.occasion : (subjectOf(term)?.id ?? null) };
}

/** The lines that still stand, in their order: snoozed, rested, moved on and erased people have left it. */
function linesToday(plan: Plan, people: readonly Person[], view: (person: Person) => View): AgendaLine[] {
  const byId = new Map(people.map((person) => [person.contact.id, person]));
  return plan.lines.flatMap((line) => {
    const person = byId.get(line.contactId);
    if (person === undefined) return [];
    const look = view(person);
    const terms = led(listedTermsOf(person, look), line);
    const settled = isSettled(line, person, look);
    if (isOut(line, person, look, settled || terms.some((term) => isObligation(term, plan.last)))) return [];
    return [{ line, person, terms, score: scoreOf(terms), done: settled || terms.length === 0 }];
  });
}

/** In the stack or snoozed, only a line that an obligation leads stands: while it is owed, and ticked. */
function isOut(line: PlanLine, { contact }: Person, view: View, stands: boolean): boolean {
  if (contact.deletedAt !== null || contact.stage === 'moved on') return true;
  const aside =
    contact.stage === 'stack' || (contact.snoozedUntil !== null && contact.snoozedUntil > view.today);
  const leads = line.reasons[0]?.kind;
  return aside && !(stands && (leads === 'promise' || leads === 'thanks'));
}

/** The reasons with the one that leads the stored line first. */
function led(terms: readonly Term[], line: PlanLine): Term[] {
  const [leading] = line.reasons;
  const leads = (term: Term) => {
    const { kind, subject } = reasonOf(term);
    return kind === leading?.kind && subject === leading.subject;
  };
  return [...terms.filter(leads), ...terms.filter((term) => !leads(term))];
}

function resting(people: readonly Person[], view: (person: Person) => View): Agenda['resting'] {
  const [until, ...others] = people
    .map((person) => backOn(person, view(person)))
    .filter((back) => back !== null)
    .sort();
  return until === undefined ? null : { count: others.length + 1, until };
}

/** The first day on which somebody who is snoozed or quiet may be listed again; null for everybody else. */
function backOn(person: Person, view: View): CalendarDate | null {
  const stage = stageInPlan(person, view);
  if (stage === 'stack' || stage === 'moved on') return null;
  const quiet = quietUntil(person, view, stage === 'dormant');
  const back = latest(person.contact.snoozedUntil, quiet === null ? null : addDays(quiet, 1));
  return back !== null && back > view.today ? back : null;
}
