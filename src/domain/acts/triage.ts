import type { Change, Making } from '../change.ts';
import type { Circle } from '../contact.ts';
import { NetError } from '../error.ts';
import { type Person, type Situation, stageOf } from '../person.ts';
import { grow, keepContact, moveOn, rest } from './stage.ts';

/** What is decided on cards. */
export interface Decisions {
  readonly keep: readonly Person[];
  /** Of all who are kept; active where null and none was set. */
  readonly circle: Circle | null;
  readonly grow: readonly Person[];
  readonly rest: readonly Person[];
  readonly moveOn: readonly Person[];
}

export const UNDECIDED: Decisions = { keep: [], circle: null, grow: [], rest: [], moveOn: [] };

/** The decisions, with everybody else among the cards let rest. */
export function restOthers(decisions: Decisions, cards: readonly Person[]): Decisions {
  const decided = new Set(everybody(decisions).map(({ contact }) => contact.id));
  return {
    ...decisions,
    rest: [...decisions.rest, ...cards.filter(({ contact }) => !decided.has(contact.id))],
  };
}

/** Who holds the growing slots once it is decided so. */
export function growersAfter(holders: readonly Person[], { grow: grown, ...others }: Decisions): Person[] {
  const gone = new Set([...others.keep, ...others.rest, ...others.moveOn, ...grown].map((p) => p.contact.id));
  return [...holders.filter(({ contact }) => !gone.has(contact.id)), ...grown];
}

/**
 * Writes decisions down: who is grown already goes on growing. The slots are the caller's to check. Throws `usage` where two things
 * are decided on one person.
 */
export function triage(decisions: Decisions, situation: Situation, making: Making): Change[] {
  refuseTwice(decisions);
  const keeping = { circle: decisions.circle, everyDays: null, lastOn: null };
  return [
    ...decisions.keep.map(({ contact }) => keepContact(contact, keeping, making)),
    ...decisions.grow
      .filter((person) => stageOf(person, situation) !== 'growing')
      .map(({ contact }) => grow(contact, making)),
    ...decisions.rest.map(({ contact }) => rest(contact, making.today)),
    ...decisions.moveOn.map(({ contact }) => moveOn(contact, null, making)),
  ];
}

function everybody({ keep, grow: grown, rest: resting, moveOn: moved }: Decisions): Person[] {
  return [...keep, ...grown, ...resting, ...moved];
}

function refuseTwice(decisions: Decisions): void {
  const seen = new Set<string>();
  for (const { contact } of everybody(decisions)) {
    if (seen.has(contact.id))
      throw new NetError(
        'usage',
        `${contact.name} is named twice`,
        'decide one thing on each: --keep, --grow, --rest or --moveon',
      );
    seen.add(contact.id);
  }
}
