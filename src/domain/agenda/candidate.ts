import { latest } from '../days/day.ts';
import { giverFactor } from '../giver.ts';
import { gap, type Person, type Stage } from '../person.ts';
import type { Compared } from './orders.ts';
import { isStale } from './quiet.ts';
import { isObligation, scoreOf, type Term, type View } from './term.ts';
import { stageInPlan, termsOf } from './terms.ts';

/** Somebody who could be listed, with all that picking goes by. */
export interface Candidate extends Compared {
  readonly person: Person;
  readonly stage: Stage;
  /** Promises due by the plan's last day and thanks owed. */
  readonly obligations: readonly Term[];
  /** Every other reason to be listed. A promise due later is none of its own. */
  readonly suggestions: readonly Term[];
  readonly later: readonly Term[];
  /** All obligations were shown in two ended plans and not acted on. */
  readonly stale: boolean;
}

export function candidate(person: Person, view: View): Candidate {
  const stage = stageInPlan(person, view);
  const terms = termsOf(person, view, stage);
  const obligations = terms.filter((term) => isObligation(term, view.last));
  const later = terms.filter((term) => term.kind === 'promise' && !obligations.includes(term));
  return {
    id: person.contact.id,
    person,
    stage,
    obligations,
    suggestions: terms.filter((term) => !obligations.includes(term) && !later.includes(term)),
    later,
    score: scoreOf(terms),
    factor: giverFactor(person.summary, person.contact.noScore),
    gap: gap(person, view) ?? 0,
    days: person.summary.days,
    stale: obligations.length > 0 && obligations.every((term) => isStale(term, view)),
    lastShown: latest(person.contact.keptOn, view.shown.at(-1)?.first ?? null),
  };
}
