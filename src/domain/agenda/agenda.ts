import { addDays, type CalendarDate, latest } from '../days/day.ts';
import type { Person } from '../person.ts';
import type { Settings } from '../settings.ts';
import { additions, isUrgent, refill } from './additions.ts';
import { type Candidate, candidate } from './candidate.ts';
import { byScore } from './orders.ts';
import { NOTHING_TAKEN, type Pick, pick } from './pick.ts';
import { currentPlan, emptyPlan, type History, type Plan, type PlanLine, viewer } from './plan.ts';
import { isStale, quietUntil } from './quiet.ts';
import { isObligation, isToday, type ShownReason, scoreOf, subjectOf, type Term, type View } from './term.ts';
import { isAside, isDeferred, listedTermsOf, stageInPlan } from './terms.ts';
import { isSettled } from './tick.ts';

/** A line as it stands today. */
export interface AgendaLine {
  readonly line: PlanLine;
  readonly person: Person;
  /** The reasons as they are today, what cannot wait first, then what the line was stored with; empty once nothing is left. */
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
  readonly quiet: { readonly count: number; readonly until: CalendarDate } | null;
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
          ...(options.refill
            ? refill(unlisted, openLines(linesToday(base, people, view)), base, settings)
            : []),
        ];
  const listed = listing(base, distinct(picks), today);
  const left = unlisted.filter((c) => !isListed(listed, c.person));
  const passedOver =
    current?.passedOver ??
    left
      .filter(isUrgent)
      .map((c) => c.person.contact.id)
      .sort();
  const lines = linesToday(listed, people, view);
  const unsaid = people
    .filter((person) => isListed(listed, person) && !saysWhatIsOwed(lines, person, listed))
    .map((person) => candidate(person, view(person)));
  return {
    plan: { ...listed, passedOver },
    lines,
    changed: picks.length > 0,
    alsoOwed: [...left, ...unsaid].filter((c) => c.obligations.length > 0).sort(byScore),
    quiet: lines.length === 0 ? leftInPeace(people, view) : null,
  };
}

function isListed(plan: Plan, { contact }: Person): boolean {
  return plan.lines.some((line) => line.contactId === contact.id);
}

function openLines(lines: readonly AgendaLine[]): PlanLine[] {
  return lines.filter(({ done }) => !done).map(({ line }) => line);
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

/**
 * The lines that still stand, in their order: snoozed, rested, moved on and erased people have left it. A line stays open, or opens
 * again, for what cannot wait.
 */
function linesToday(plan: Plan, people: readonly Person[], view: (person: Person) => View): AgendaLine[] {
  const byId = new Map(people.map((person) => [person.contact.id, person]));
  return plan.lines.flatMap((line) => {
    const person = byId.get(line.contactId);
    if (person === undefined) return [];
    const look = view(person);
    const terms = led(listedTermsOf(person, look), line, look);
    const settled = isSettled(line, person, look);
    if (isOut(person, line, terms, settled, look)) return [];
    const open = terms.some((term) => isPressing(term, look)) || (terms.length > 0 && !settled);
    return [{ line, person, terms, score: scoreOf(terms), done: !open }];
  });
}

/** What would bring somebody onto the list beyond its slots leads a line that they have already, but for what was said twice. */
function isPressing(term: Term, view: View): boolean {
  return isToday(term) || (isObligation(term, view.last) && !isStale(term, view));
}

/** In the stack, snoozed, or while everything waits, a line stands for what is owed, and ticked where it was settled. */
function isOut(
  person: Person,
  line: PlanLine,
  terms: readonly Term[],
  settled: boolean,
  view: View,
): boolean {
  const { contact } = person;
  if (contact.deletedAt !== null || contact.stage === 'moved on') return true;
  const owed = line.reasons[0]?.kind === 'promise' || line.reasons[0]?.kind === 'thanks';
  const stands = terms.some((term) => isPressing(term, view) || (owed && isObligation(term, view.last)));
  if (isAside(person, view)) return !(stands || (settled && owed));
  return isDeferred(view) && !(stands || settled);
}

/** The reasons with what cannot wait first, then the one that leads the stored line. */
function led(terms: readonly Term[], line: PlanLine, view: View): Term[] {
  const [leading] = line.reasons;
  const rank = (term: Term) => {
    const { kind, subject } = reasonOf(term);
    const leads = kind === leading?.kind && subject === leading.subject;
    if (leads && (kind === 'promise' || kind === 'thanks')) return 0;
    return isPressing(term, view) ? 1 : leads ? 2 : 3;
  };
  return [...terms].sort((a, b) => rank(a) - rank(b));
}

/** Whether somebody's line is open and led by what is owed to them, or nothing is. */
function saysWhatIsOwed(lines: readonly AgendaLine[], person: Person, plan: Plan): boolean {
  const line = lines.find((each) => each.person === person);
  if (line === undefined) return false;
  const owed = line.terms.filter((term) => isObligation(term, plan.last));
  return owed.length === 0 || (!line.done && line.terms[0] === owed[0]);
}

function leftInPeace(people: readonly Person[], view: (person: Person) => View): Agenda['quiet'] {
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
