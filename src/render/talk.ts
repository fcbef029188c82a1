import type { Talk, Told } from '../domain/acts/log.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { type Exchange, promiseDay } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { line, listed, type Piece, strong, type Text } from './text.ts';
import { channelWord, clearDay, EXCHANGE_VERBS, onDay, quoted, type Wording } from './words.ts';

/** A talk as it was understood, in one line. */
export function talkText(people: readonly Person[], talk: Talk, wording: Wording): Piece[] {
  const facts = [
    `${channelWord(talk.channel)}${talk.noAnswer ? ', no answer yet' : ''}, ${onDay(talk.heldOn, wording, clearDay)}`,
    ...(talk.pitch === null ? [] : [`a pitch of ${talk.pitch === 'me' ? 'yours' : 'theirs'}`]),
    ...(talk.minutes === null ? [] : [`${talk.minutes} min`]),
    ...(talk.text === null ? [] : [quoted(talk.text)]),
    ...talk.told.map((told) => toldText(told, talk.heldOn, wording)),
    ...talk.needs.map((need) => `they need ${quoted(need)}`),
  ];
  return [
    'Logged with ',
    strong(listed(people.map(({ contact }) => contact.name))),
    `: ${facts.join('; ')}.`,
  ];
}

/** `promised "intro to Lee", due Friday 27 November`. */
function toldText(
  { kind, text, dueOn, type = null, requested }: Told,
  madeOn: CalendarDate,
  wording: Wording,
): string {
  const verb = requested === true ? 'they asked for' : EXCHANGE_VERBS[kind];
  const said = `${verb} ${quoted(text)}${type === null ? '' : ` (${type})`}`;
  if (kind !== 'promise') return said;
  return `${said}${requested === true ? ', a promise now' : ''}, ${dueText({ dueOn, madeOn }, wording)}`;
}

/** When a promise is due, and that the day is assumed where none was said. */
export function dueText(promise: Pick<Exchange, 'dueOn' | 'madeOn'>, wording: Wording): string {
  const due = `due ${clearDay(promiseDay(promise), wording)}`;
  if (promise.dueOn !== null) return due;
  return `${due} (${promise.madeOn === wording.today ? 'in a week' : 'a week later'}, as no day was said)`;
}

/** A day that the text names and that was not taken for the day of the talk. */
export function leftText(phrase: string): Text {
  const day = phrase.replace(/^on /i, '');
  const typed = day.includes(' ') ? quoted(day) : day;
  return [
    line(
      `${quoted(phrase)} was left in the text, and this is logged today. If it was then: net undo, and --on ${typed}${typed.endsWith('.') ? '' : '.'}`,
    ),
  ];
}
