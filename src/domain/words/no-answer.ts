import { channelOfWord } from '../channel.ts';

/** A text, and whether it said that a message had no answer, which it then says no more. */
export interface Unanswered {
  readonly text: string | null;
  readonly noAnswer: boolean;
}

const SAID =
  "(?:(?:but|and|still|so far|i got|got|he|she|they|there was) )*(?:no (?:answer|reply|response)|(?:did not|didn['’]?t) (?:answer|reply|respond))(?: (?:yet|so far))?";
const MARK = '[,;.!?:–—]';
const PART = new RegExp(`(?:^|\\s*${MARK}\\s+|\\s+-\\s+|\\s+(?=but ))${SAID}(?=\\s*${MARK}(?:\\s|$)|$)`, 'i');
const AFTER_CHANNEL = new RegExp(`^(\\S+)((?: (?:him|her|them|again))*) ${SAID}[.!]?$`, 'i');

/** Takes "no answer", "no reply", "did not answer" out of a text, where it is a part of its own: "messaged, no answer". */
export function splitNoAnswer(text: string): Unanswered {
  if (!/answer|reply|respon/i.test(text)) return { text, noAnswer: false };
  const [, channel = '', object = ''] = AFTER_CHANNEL.exec(text) ?? [];
  if (channelOfWord(channel.toLowerCase()) !== null) return { text: channel + object, noAnswer: true };
  const rest = text
    .replace(PART, '')
    .replace(/^[\s,;.!?:–—]+/, '')
    .trim();
  return rest === text.trim()
    ? { text, noAnswer: false }
    : { text: /[A-Za-z]/.test(rest) || /[\p{L}\p{N}]/u.test(rest) ? rest : null, noAnswer: true };
}
