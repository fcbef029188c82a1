import type { Told } from '../domain/acts/log.ts';
import type { CalendarDate } from '../domain/day.ts';
import type { ExchangeKind } from '../domain/exchange.ts';
import { readDay } from '../domain/phrase.ts';
import { splitPromise } from '../domain/promise.ts';
import { wanted } from './details.ts';

/** What the exchange flags of a talk say. */
export interface ToldOptions {
  readonly gave?: readonly string[];
  readonly received?: readonly string[];
  readonly asked?: readonly string[];
  readonly promised?: readonly string[];
}

/** The exchanges of a talk. "… by friday" gives a promise its day, counted from the day of the talk. */
export function readTold(options: ToldOptions, heldOn: CalendarDate): Told[] {
  const plain = (kind: ExchangeKind, flag: string, texts: readonly string[] = []) =>
    texts.map((text): Told => ({ kind, text: wanted(text, flag), dueOn: null }));
  return [
    ...plain('give', 'gave', options.gave),
    ...plain('received', 'received', options.received),
    ...plain('ask', 'asked', options.asked),
    ...(options.promised ?? []).map((text) => readPromise(wanted(text, 'promised'), heldOn)),
  ];
}

/** "intro to Lee by friday" as a promise with its day. */
export function readPromise(said: string, from: CalendarDate): Told {
  const { text, by } = splitPromise(said, (phrase) => readDay(phrase, from, 'future'));
  return { kind: 'promise', text, dueOn: by === null ? null : readDay(by, from, 'future') };
}
