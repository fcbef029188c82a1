import type { Talk, Told } from '../domain/acts/log.ts';
import type { Person } from '../domain/person.ts';
import { listed, type Piece, strong } from './text.ts';
import { channelWord, dayWord, EXCHANGE_VERBS, onDay, quoted, type Wording } from './words.ts';

/** A talk as it was understood, in one line. */
export function talkText(people: readonly Person[], talk: Talk, wording: Wording): Piece[] {
  const facts = [
    `${channelWord(talk.channel)}${talk.noAnswer ? ', no answer yet' : ''}, ${onDay(talk.heldOn, wording)}`,
    ...(talk.pitch === null ? [] : [`a pitch of ${talk.pitch === 'me' ? 'yours' : 'theirs'}`]),
    ...(talk.minutes === null ? [] : [`${talk.minutes} min`]),
    ...(talk.text === null ? [] : [quoted(talk.text)]),
    ...talk.told.map((told) => toldText(told, wording)),
    ...talk.needs.map((need) => `they need ${quoted(need)}`),
  ];
  return [
    'Logged with ',
    strong(listed(people.map(({ contact }) => contact.name))),
    `: ${facts.join('; ')}.`,
  ];
}

/** `promised "intro to Lee", due Friday`. */
function toldText({ kind, text, dueOn }: Told, wording: Wording): string {
  return `${EXCHANGE_VERBS[kind]} ${quoted(text)}${dueOn === null ? '' : `, due ${dayWord(dueOn, wording)}`}`;
}
