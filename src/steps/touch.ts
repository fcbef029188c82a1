import { type Logged, logTalk, noteExchange, type Talk, type Told, touch } from '../domain/acts/log.ts';
import type { Change, Making } from '../domain/change.ts';
import { CHANNELS, type Channel, isRemote } from '../domain/channel.ts';
import { type CalendarDate, daysBetween } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { counts } from '../domain/interaction.ts';
import type { Person } from '../domain/person.ts';
import { splitNoAnswer } from '../domain/words/no-answer.ts';
import { type Opening, readOpening } from '../domain/words/opening.ts';
import { plain } from '../domain/words/plain.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { leftText } from '../render/talk.ts';
import type { Text } from '../render/text.ts';
import { interactionsWith, traitsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { pastDay } from './days.ts';
import { bounded, oneOf } from './details.ts';
import { asTimeLeft, timeWritten } from './lapsing.ts';

/** From so many days on, a date without a year may as well be the next one. */
const LONG_AGO = 300;

export interface TouchOptions {
  readonly on?: string;
  readonly by?: string;
}

/** A talk as it was understood, and what of its words was not. */
export interface Understood {
  readonly talk: Talk;
  /** Whether the channel was said, and not assumed. */
  readonly saysHow: boolean;
  /** What to say of a day that was left in the text. */
  readonly unread: Text;
}

/**
 * The talk that goes with an act, from its text and options: on which day, how, and about what. `who` gives the name to type of whom it
 * is about. Throws `rejected` for a talk that is to come.
 */
export async function talkOf(
  context: Context,
  text: string,
  options: TouchOptions,
  usual: Channel,
  who: () => string | null = () => null,
): Promise<Understood> {
  const now = today(context.clock);
  const opening = readOpening(bounded(text, 'the text'), now);
  if (options.on === undefined && opening.toCome !== null) throw stillToCome(opening, opening.toCome, who());
  const heldOn =
    options.on === undefined ? (opening.heldOn ?? now) : await pastDay(options.on, now, 'log it afterwards');
  if (options.on === undefined) refuseLongAgo(text, heldOn, now);
  const said = options.by === undefined ? opening.channel : oneOf<Channel>(options.by, CHANNELS, 'channel');
  const rest = options.on === undefined ? opening.text : text.trim();
  const answered = { text: rest === '' ? null : rest, noAnswer: false };
  const unanswered = splitNoAnswer(rest ?? '');
  // "no answer" alone, and "wrote to her, no answer", was a message. Face to face it is what they said.
  const wrote = unanswered.noAnswer && /^$|^(i |we )?(wrote|sent|reached)\b/i.test(unanswered.text ?? '');
  const channel = said ?? (wrote ? 'message' : usual);
  return {
    talk: {
      ...touch(heldOn, channel),
      ...(unanswered.noAnswer && isRemote(channel) ? unanswered : answered),
      startedBy: 'me',
    },
    saysHow: said !== null,
    unread: options.on === undefined && opening.left !== null ? leftText(opening.left) : [],
  };
}

/** "coffee on 24 dec", the day before: a date without a year that would be last year's, and is almost here again. */
function refuseLongAgo(text: string, heldOn: CalendarDate, now: CalendarDate): void {
  if (daysBetween(heldOn, now) < LONG_AGO || /\b\d{4}\b|\bago\b|\blast\b/i.test(text)) return;
  throw new NetError(
    'rejected',
    `the day in the text would be ${heldOn}, almost a year ago`,
    `if it is: --on ${heldOn}; if it was today: --on today`,
  );
}

function stillToCome({ text }: Opening, phrase: string, who: string | null): NetError {
  const what = text === null || text.length > 60 || /["$`\\]/.test(text) ? '…' : text;
  const due = phrase.replace(/^on /i, '');
  return new NetError(
    'rejected',
    `"${phrase}" is still to come, so nothing can have happened then`,
    who === null
      ? 'log it afterwards'
      : `log it afterwards, or note it as a promise: net promise ${who} "${what}" --due ${due.includes(' ') ? `"${due}"` : due}`,
  );
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
export function logWith(
  db: Db,
  context: Context,
  people: readonly Person[],
  talk: Talk,
  making: Making,
): LoggedWith {
  const now = asTimeLeft(db, context, people);
  const log = logTalk(now, talk, making);
  // A pitch is no touch.
  const before = talk.pitch === null ? timeWritten(db, context, people, talk.heldOn) : [];
  const changes = log.changes.filter((made) => !isKnownNeed(db, made));
  return { ...log, people: now, changes: [...before, ...changes] };
}

/** A need that is noted already is not noted twice. */
function isKnownNeed(db: Db, made: Change): boolean {
  if (!('insert' in made) || made.insert !== 'trait') return false;
  const { contactId, kind, text } = made.row;
  return traitsOf(db, contactId).some((known) => known.kind === kind && plain(known.text) === plain(text));
}

/** An exchange, and the touch that it is: giving and asking are contact. A day that has a touch gets no second one. */
export function exchangeWithTouch(
  db: Db,
  context: Context,
  person: Person,
  told: Told,
  talk: Talk,
  making: Making,
): Omit<Logged, 'interaction'> {
  if (!isTouchedOn(db, person.contact.id, talk))
    return logWith(db, context, [person], { ...talk, told: [told] }, making);
  const [now] = asTimeLeft(db, context, [person] as const);
  return noteExchange(now, told, talk.heldOn, making);
}
