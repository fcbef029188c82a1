import type { Told } from '../domain/acts/log.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { readDay } from '../domain/days/phrase.ts';
import { NetError } from '../domain/error.ts';
import type { ExchangeKind } from '../domain/exchange.ts';
import { typedGive } from '../domain/words/give-type.ts';
import { splitPromise } from '../domain/words/promise.ts';
import { notADay } from './days.ts';
import { wanted } from './details.ts';

/** What the exchange flags of a talk say. */
export interface ToldOptions {
  readonly gave?: readonly string[];
  readonly received?: readonly string[];
  readonly asked?: readonly string[];
  readonly promised?: readonly string[];
  readonly theyAsked?: readonly string[];
}

/**
 * The exchanges of a talk. "… by friday" gives a promise its day, counted from the day of the talk; what they asked for is a promise. A
 * give says what kind of help it is, where that shows.
 */
export function readTold(options: ToldOptions, heldOn: CalendarDate, today: CalendarDate): Told[] {
  const plain = (kind: ExchangeKind, flag: string, texts: readonly string[] = []) =>
    texts.map((text): Told => ({ kind, text: wanted(text, flag), dueOn: null }));
  return [
    ...(options.gave ?? []).map(
      (text): Told => ({ kind: 'give', ...typedGive(wanted(text, 'gave')), dueOn: null }),
    ),
    ...plain('received', 'received', options.received),
    ...plain('ask', 'asked', options.asked),
    ...(options.promised ?? []).map((text) => readPromise(wanted(text, 'promised'), heldOn, today)),
    ...(options.theyAsked ?? []).map((text) => ({
      ...readPromise(wanted(text, 'they-asked'), heldOn, today),
      requested: true,
    })),
  ];
}

/** These days are those of whoever types them, whenever the talk was. */
const OF_TODAY = /^(today|tonight|tomorrow|tmrw|(on )?(this|next) |(the )?day after tomorrow)/i;

/** "intro to Lee by friday" as a promise with its day. Throws `rejected` for a day that cannot be, and for a day without a promise. */
export function readPromise(said: string, from: CalendarDate, today: CalendarDate): Told {
  const { text, by } = splitPromise(said, from);
  if (text === '')
    throw new NetError(
      'rejected',
      `"${said}" is a day, and does not say what you promised`,
      'say it as "the deck by friday"',
    );
  if (by === null) return { kind: 'promise', text, dueOn: null };
  const counted = OF_TODAY.test(by) ? today : from;
  const dueOn = readDay(by, counted, 'future');
  if (dueOn === null) throw notADay(by, counted, 'future');
  if (dueOn < from)
    throw new NetError('rejected', `${dueOn} has been already`, 'name a day from today on, or none');
  return { kind: 'promise', text, dueOn };
}
