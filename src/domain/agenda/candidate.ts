import { type CalendarDate, latest } from '../days/day.ts';
import { giverFactor } from '../giver.ts';
import { gap, type Person, type Stage } from '../person.ts';
import { isStale } from './quiet.ts';
import { isObligation, scoreOf, type Term, type View } from './term.ts';
import { stageInPlan, termsOf } from './terms.ts';

/** Somebody who could be listed, with all that picking compares. */
export interface Candidate {
  readonly person: Person;
  readonly stage: Stage;
  /** Promises due by the plan's last day and thanks owed. */
  readonly obligations: readonly Term[];
  /** Every other reason to be listed. A promise due later is none of its own. */
  readonly suggestions: readonly Term[];
  readonly later: readonly Term[];
  readonly score: number;
  readonly factor: number;
  readonly gap: number;
  /** All obligations were shown in two ended plans and not acted on. */
  readonly stale: boolean;
  /** When they were last listed; being kept counts as listed. */
  readonly lastShown: CalendarDate | null;
}

export function candidate(person: Person, view: View): Candidate {
  const stage = stageInPlan(person, view);
  const terms = termsOf(person, view, stage);
  const obligations = terms.filter((term) => isObligation(term, view.last));
  const later = terms.filter((term) => term.kind === 'promise' && !obligations.includes(term));
  return {
    person,
    stage,
    obligations,
    suggestions: terms.filter((term) => !obligations.includes(term) && !later.includes(term)),
    later,
    score: scoreOf(terms),
    factor: giverFactor(person.summary, person.contact.noScore),
    gap: gap(person, view) ?? 0,
    stale: obligations.length > 0 && obligations.every((term) => isStale(term, view)),
    lastShown: latest(person.contact.keptOn, view.shown.at(-1)?.first ?? null),
  };
}

/** By score, then giver factor, then gap, all falling; then id, so that the order never depends on the input's. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.factor - a.factor || b.gap - a.gap || byId(a, b);
}

/** Not shown for longest first, never shown before all; ties as by score. */
export function byLastShown(a: Candidate, b: Candidate): number {
  if (a.lastShown === b.lastShown) return byScore(a, b);
  if (a.lastShown === null || b.lastShown === null) return a.lastShown === null ? -1 : 1;
  return a.lastShown < b.lastShown ? -1 : 1;
}

function byId(a: Candidate, b: Candidate): number {
  return a.person.contact.id < b.person.contact.id ? -1 : 1;
}
