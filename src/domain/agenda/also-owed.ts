import { byScore, type Candidate } from './candidate.ts';
import { urgentFrom } from './due.ts';
import type { Plan } from './plan.ts';

/** What is owed beside the lines of a plan. */
export interface AlsoOwed {
  /** Obligations that no open line stands for; of very many people without a line only whom something was owed first. */
  readonly alsoOwed: readonly Candidate[];
  /** Whether there are more people than these. */
  readonly moreOwed: boolean;
}

/** Of no more people without a line is looked at what they are owed: the first of them are named, the rest are a number. */
export const MOST_OWED = 12;

/** `left` are the people without a line, of whom those may be left out who come after `MOST_OWED` others, by the day from which they are urgent. */
export function alsoOwed(left: readonly Candidate[], unsaid: readonly Candidate[], plan: Plan): AlsoOwed {
  const urgent = left.flatMap((c) => {
    const from = urgentFrom(c.person);
    return from === null || from > plan.last ? [] : [{ c, key: `${from} ${c.person.contact.id}` }];
  });
  const first = urgent.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MOST_OWED);
  return {
    alsoOwed: [...first.map(({ c }) => c), ...unsaid].filter((c) => c.obligations.length > 0).sort(byScore),
    moreOwed: urgent.length > MOST_OWED,
  };
}
