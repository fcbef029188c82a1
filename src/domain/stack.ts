import { type CalendarDate, latest } from './days/day.ts';
import { elapsed } from './days/pause.ts';
import type { Gathering } from './groups/gathering.ts';
import { type Person, type Situation, stageOf } from './person.ts';

/** A card that nobody has touched for longer leaves triage. It stays in the file. */
const UNTOUCHED_AFTER = 365;

/** More people from one gathering than these are more than anybody can follow up. */
const MOST_AT_ONCE = 5;

/** The cards in the stack, as they are looked through. */
export interface Stack {
  /** Those to be decided on, newest first. */
  readonly waiting: readonly Person[];
  /** How many more would wait, had anybody touched them in the last 365 days, paused ones aside. */
  readonly untouched: number;
}

/** Sorts the cards out of people. `dayOf` gives the day of an instant. */
export function stackAmong(
  people: readonly Person[],
  situation: Situation,
  dayOf: (instant: string) => CalendarDate,
): Stack {
  const cards = people.filter((person) => isCard(person, situation) && !isLookedAt(person));
  const came = ({ contact }: Person) => contact.metOn ?? dayOf(contact.createdAt);
  const seen = (person: Person) =>
    latest(dayOf(person.contact.createdAt), person.contact.metOn, person.summary.lastOn) as CalendarDate;
  const waiting = cards.filter(
    (person) => elapsed(seen(person), situation.today, situation.pauses) <= UNTOUCHED_AFTER,
  );
  const key = (person: Person) => `${came(person)} ${person.contact.id}`;
  return {
    waiting: waiting.sort((a, b) => (key(a) < key(b) ? 1 : -1)),
    untouched: cards.length - waiting.length,
  };
}

/** Whether somebody is in the stack, as time has left them. */
export function isCard(person: Person, situation: Situation): boolean {
  return stageOf(person, situation) === 'stack';
}

/**
 * Whether somebody was let rest and not touched since. Who went back by themselves was looked at by nobody: that is derived, or written
 * down by a touch that came after it.
 */
function isLookedAt({ contact, summary }: Person): boolean {
  const { restedOn, stage } = contact;
  return stage === 'stack' && restedOn !== null && (summary.lastOn === null || summary.lastOn <= restedOn);
}

/** People from a gathering: the cards, and those who grow from the last one of its name and may be chosen anew. */
export interface FromGathering {
  readonly cards: readonly Person[];
  readonly growing: readonly Person[];
}

/** Of people, those who were met at one of some gatherings of the same name. */
export function metAt(
  people: readonly Person[],
  gatherings: readonly Gathering[],
  situation: Situation,
): FromGathering {
  const at = (id: string) => people.filter(({ contact }) => contact.gatheringId === id);
  const last = gatherings
    .filter(({ id }) => at(id).length > 0)
    .sort((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))[0];
  const met = gatherings.flatMap(({ id }) => at(id));
  return {
    cards: met.filter((person) => isCard(person, situation)),
    growing: last === undefined ? [] : at(last.id).filter((p) => stageOf(p, situation) === 'growing'),
  };
}

/** How many of the people from a gathering may grow: the slots, less those that others hold. */
export function roomFor(growing: readonly Person[], holders: readonly Person[], slots: number): number {
  const own = new Set(growing.map(({ contact }) => contact.id));
  return Math.max(0, slots - holders.filter(({ contact }) => !own.has(contact.id)).length);
}

/** What many people from one gathering lead to: a choice, offered once, and mentioned from then on. */
export type Crowd = 'few' | 'offer' | 'mention';

/** `people` were met at the gathering in all, `choosable` of them wait or grow, and `room` of these may grow. */
export function crowdOf(people: number, choosable: number, room: number): Crowd {
  if (people <= MOST_AT_ONCE || choosable <= room) return 'few';
  return people === MOST_AT_ONCE + 1 && room > 0 ? 'offer' : 'mention';
}
