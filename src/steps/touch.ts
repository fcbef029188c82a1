import { lapsed } from '../domain/acts/lapse.ts';
import { type Logged, logTalk, noteExchange, type Talk, type Told, touch } from '../domain/acts/log.ts';
import type { Making } from '../domain/change.ts';
import { CHANNELS, type Channel } from '../domain/channel.ts';
import { counts } from '../domain/interaction.ts';
import { readOpening } from '../domain/opening.ts';
import type { Person } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { interactionsWith } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readPauses, readSettings } from '../store/settings.ts';
import { pastDay } from './days.ts';
import { bounded, oneOf } from './details.ts';

export interface TouchOptions {
  readonly on?: string;
  readonly by?: string;
}

/** The talk that goes with an act, from its text and options: on which day, how, and about what. */
export async function talkOf(
  context: Context,
  text: string,
  options: TouchOptions,
  usual: Channel,
): Promise<Talk> {
  const now = today(context.clock);
  const opening = readOpening(bounded(text, 'the text'), now);
  const heldOn = options.on === undefined ? (opening.heldOn ?? now) : await pastDay(options.on, now);
  const channel =
    options.by === undefined ? (opening.channel ?? usual) : oneOf<Channel>(options.by, CHANNELS, 'channel');
  return { ...touch(heldOn, channel), text: opening.text, startedBy: 'me' };
}

/** Whether a touch other than the first meeting is logged for a day already: then an act on that day needs no other. */
export function isTouchedOn(db: Db, contactId: string, { heldOn }: Talk): boolean {
  return interactionsWith(db, contactId).some(
    (interaction) => interaction.heldOn === heldOn && counts(interaction) && !interaction.meeting,
  );
}

/** What was logged, and the people as they were by then: back in the stack where that was time's doing. */
export interface LoggedWith extends Logged {
  readonly people: readonly Person[];
}

/** Logs a talk with people as they are today. Inside a transaction. */
export function logWith(db: Db, people: readonly Person[], talk: Talk, making: Making): LoggedWith {
  const situation = { settings: readSettings(db), pauses: readPauses(db), today: making.today };
  const now = lapsed(people, situation);
  const log = logTalk(now.people, talk, making);
  return { ...log, people: now.people, changes: [...now.changes, ...log.changes] };
}

/** An exchange, and the touch that it is: giving and asking are contact. A day that has a touch gets no second one. */
export function exchangeWithTouch(
  db: Db,
  person: Person,
  told: Told,
  talk: Talk,
  making: Making,
): Omit<Logged, 'interaction'> {
  return isTouchedOn(db, person.contact.id, talk)
    ? noteExchange(person, told, talk.heldOn, making)
    : logWith(db, [person], { ...talk, told: [told] }, making);
}
