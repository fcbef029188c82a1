import type { Contact } from './contact.ts';
import { addDays, type CalendarDate, latest } from './days/day.ts';
import { elapsed, type PausedSpan } from './days/pause.ts';
import type { Exchange } from './exchange.ts';
import { giverLabel } from './giver.ts';
import type { Settings } from './settings.ts';
import type { Summary } from './summary.ts';

/** A contact with what is known of them: everything that the rules of the agenda read. */
export interface Person {
  readonly contact: Contact;
  readonly summary: Summary;
  /** Promises, asks and thanks that are not settled. */
  readonly open: readonly Exchange[];
}

/** The stage as it is today: what is stored, or what time has made of it. */
export type Stage = 'stack' | 'growing' | 'kept' | 'dormant' | 'moved on';

/** Whether somebody in a stage is cared for, or was until it became quiet. */
export function isTended(stage: Stage): boolean {
  return stage === 'growing' || stage === 'kept' || stage === 'dormant';
}

/** Everything outside a person that their stage and score depend on. */
export interface Situation {
  readonly settings: Settings;
  readonly pauses: readonly PausedSpan[];
  readonly today: CalendarDate;
}

/** A situation as if a pause that is on offer had been taken; as it is where none is. */
export function asIfPaused<S extends Situation>(situation: S, offer: PausedSpan | null): S {
  return offer === null ? situation : { ...situation, pauses: [...situation.pauses, offer] };
}

/** The intended days between touches: their own `--every`, else their circle's (active unless set), 14 while growing. */
export function intendedCadence(contact: Contact, settings: Settings): number {
  const circle = contact.stage === 'growing' ? 'growing' : (contact.circle ?? 'active');
  return contact.everyDays ?? settings.cadence[circle];
}

/** The days between touches that the list goes by: as intended, but a proven giver's are at most 180, so that they never fall out of view. */
export function cadence(person: Person, settings: Settings): number {
  const days = intendedCadence(person.contact, settings);
  return isGiver(person) ? Math.min(days, settings.ranking.dormantAfter) : days;
}

export function isGiver(person: Person): boolean {
  return giverLabel(person.summary, person.contact.noScore) === 'giver';
}

/** How often and when somebody was last touched. `logged` is false where a day is only assumed. */
export interface Touched {
  readonly days: number;
  readonly lastOn: CalendarDate;
  readonly logged: boolean;
}

/**
 * What counts as the last touch. With nothing logged, a growing relationship counts as touched on the day it was grown, and a
 * kept one as touched one cadence before it was kept: due, not late. Null for a card in the stack that was never touched.
 */
export function touched(person: Person, settings: Settings): Touched | null {
  const { contact, summary } = person;
  if (summary.lastOn !== null)
    return { days: summary.days, lastOn: summary.lastOn, logged: summary.channels.length > 0 };
  if (contact.stage === 'growing' && contact.grownOn !== null) {
    return { days: 1, lastOn: contact.grownOn, logged: false };
  }
  if (contact.stage === 'kept' && contact.keptOn !== null) {
    return { days: 1, lastOn: addDays(contact.keptOn, -cadence(person, settings)), logged: false };
  }
  return null;
}

/** Days since the last touch, less the paused ones; null where there was none. */
export function gap(person: Person, { settings, pauses, today }: Situation): number | null {
  const last = touched(person, settings);
  return last === null ? null : elapsed(last.lastOn, today, pauses);
}

/** A gap of more days than this is a long quiet time: 180, or three intended cadences where that is more. */
export function quietBeyond(contact: Contact, settings: Settings): number {
  return Math.max(settings.ranking.dormantAfter, 3 * intendedCadence(contact, settings));
}

/** A kept person is dormant beyond this gap; proven givers never are. Null where it cannot happen. */
export function dormantBeyond(person: Person, settings: Settings): number | null {
  if (person.contact.stage !== 'kept' || isGiver(person)) return null;
  return quietBeyond(person.contact, settings);
}

/** The day on which a relationship was last tended: touched, grown or kept. Who was just said to be close is not dormant. */
export function tendedOn(person: Person, settings: Settings): CalendarDate | null {
  const { contact, summary } = person;
  if (contact.stage === 'growing') return latest(summary.lastOn, contact.grownOn);
  return latest(touched(person, settings)?.lastOn ?? null, contact.keptOn);
}

/** Days since a relationship was last tended, less paused ones. */
export function untended(person: Person, { settings, pauses, today }: Situation): number {
  const last = tendedOn(person, settings);
  return last === null ? 0 : elapsed(last, today, pauses);
}

export function stageOf(person: Person, situation: Situation): Stage {
  const { contact } = person;
  if (contact.stage === 'growing') {
    return untended(person, situation) >= situation.settings.ranking.growingEndsAfter ? 'stack' : 'growing';
  }
  const beyond = dormantBeyond(person, situation.settings);
  return beyond !== null && untended(person, situation) > beyond ? 'dormant' : contact.stage;
}

/**
 * Whether a growing person still holds one of the growing slots: for 60 days, less paused ones, and the length of a plan more, so that
 * it was asked whether to keep them before the slot goes to somebody else.
 */
export function holdsGrowingSlot(person: Person, situation: Situation): boolean {
  const { grownOn } = person.contact;
  const { growingAskAfter, planDays } = situation.settings.ranking;
  return (
    stageOf(person, situation) === 'growing' &&
    grownOn !== null &&
    elapsed(grownOn, situation.today, situation.pauses) <= growingAskAfter + planDays
  );
}

/** Whether a growing relationship is established: both ways, or a first talk where reciprocity is waived. */
export function isEstablished(person: Person): boolean {
  const { contact, summary } = person;
  if (contact.noScore) return summary.talks > 0;
  return isBothWays(person);
}

/** Whether I gave them something, and they helped me or gave me something. */
export function isBothWays({ summary }: Person): boolean {
  return summary.given > 0 && summary.received + summary.helped + summary.partly > 0;
}

/** The day from which a follow-up is awaited: met or grown, whichever is later. */
export function growthStart(contact: Contact): CalendarDate | null {
  return latest(contact.metOn, contact.grownOn);
}
