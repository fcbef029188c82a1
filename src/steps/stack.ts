import { type Decisions, growersAfter, triage } from '../domain/acts/triage.ts';
import { NetError } from '../domain/error.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Person, Situation } from '../domain/person.ts';
import { isCard, metAt, roomFor, type Stack, stackAmong } from '../domain/stack.ts';
import type { Context } from '../host/context.ts';
import type { Card } from '../render/stack.ts';
import { shortened } from '../render/text.ts';
import { needsOf, originsOfAll } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { gatheringNames, gatheringsNamed } from '../store/gatherings.ts';
import { readStage } from '../store/people.ts';
import { readTargets } from '../store/targets.ts';
import { change } from './change.ts';
import { stageSituation } from './lapsing.ts';
import { noRoom, slotHolders } from './slots.ts';

/** The cards, all or those of a gathering, with what is decided by. */
export interface Cards extends Stack {
  /** The name of the gathering, or null for all cards. */
  readonly at: string | null;
  readonly gatherings: readonly Gathering[] | null;
  /** Everybody on whom may be decided: the cards, and who grows from the last gathering of that name. */
  readonly choosable: readonly Person[];
  /** Who of them grows already. */
  readonly growing: readonly Person[];
  readonly holders: readonly Person[];
  readonly slots: number;
  /** How many of them may grow. */
  readonly room: number;
  readonly situation: Situation;
}

/** Every card, or those of some gatherings of one name. */
export function readCards(db: Db, context: Context, gatherings: readonly Gathering[] | null): Cards {
  const situation = stageSituation(db, context);
  const people = readStage(db, 'stack', 'growing');
  const { cards, growing } =
    gatherings === null
      ? { cards: people.filter((person) => isCard(person, situation)), growing: [] }
      : metAt(people, gatherings, situation);
  const holders = slotHolders(db, situation);
  const slots = situation.settings.growingSlots;
  return {
    ...stackAmong(cards, situation, context.clock.dayOf),
    at: gatherings?.[0]?.name ?? null,
    gatherings,
    choosable: [...cards, ...growing],
    growing,
    holders,
    slots,
    room: roomFor(growing, holders, slots),
    situation,
  };
}

/** The gatherings that `--at` names; null without it. Throws `not-found` where there is none of that name. */
export function gatheringsAt(db: Db, name: string | null): readonly Gathering[] | null {
  if (name === null) return null;
  const found = gatheringsNamed(db, name);
  if (found.length > 0) return found;
  const known = gatheringNames(db);
  throw new NetError(
    'not-found',
    `no gathering is called "${name}"`,
    known.length === 0
      ? 'net add NAME --at DevMeet says where somebody was met'
      : `people were met at ${shortened(known)}`,
  );
}

/** Writes what was decided, as one operation. Throws `rejected` where more would grow than there are slots for. */
export function decide(
  db: Db,
  context: Context,
  { holders, slots, situation }: Cards,
  decisions: Decisions,
): readonly Person[] {
  return change(db, context, 'stack', (making) => {
    const changes = triage(decisions, situation, making);
    const growing = growersAfter(holders, decisions);
    if (decisions.grow.length > 0 && growing.length > slots) {
      const others = growing.filter((person) => !decisions.grow.includes(person));
      throw noRoom(others, decisions.grow.length, slots);
    }
    return { changes, growing };
  }).growing;
}

/** A card with all that is shown of it. */
export function cardOf(db: Db, person: Person): Card {
  const [card] = cardsOf(db, [person]);
  return card ?? { person, origins: { gathering: null, via: null }, needs: [], target: null };
}

/** The same of many cards, read together. */
export function cardsOf(db: Db, people: readonly Person[]): Card[] {
  const contacts = people.map(({ contact }) => contact);
  const origins = originsOfAll(db, contacts);
  const needs = needsOf(
    db,
    contacts.map(({ id }) => id),
  );
  const targets = new Map(readTargets(db).map(({ id, text }) => [id, text]));
  return people.map((person) => ({
    person,
    origins: origins(person.contact),
    needs: needs.get(person.contact.id) ?? [],
    target: targets.get(person.contact.targetId ?? '') ?? null,
  }));
}
