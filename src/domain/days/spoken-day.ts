import { type Channel, channelOfWord, isRemote } from '../channel.ts';
import { isAscii } from '../words/plain.ts';
import { type CalendarDate, isDay } from './day.ts';
import { type DayInText, readDayInText } from './phrase.ts';
import {
  ABOUT,
  AIM,
  GOES_ON,
  NEWS,
  OBJECTS,
  OTHER,
  PLANNING,
  THERE,
  TO_COME,
  TOPIC,
  VERBS,
} from './spoken-words.ts';

/** A word of a text, and where it stands in it. */
export interface Word {
  /** In lower case, without the marks around it. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Whether something is set apart after it: a comma, a full stop, a dash. */
  readonly closes: boolean;
}

/** A run of words that names a day. */
export interface Spoken extends DayInText {
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

const LONGEST = 6;
const MOST_WORDS = 200;

export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(/\S+/g)].slice(0, MOST_WORDS);
  const { around, after, before } = isAscii(text) ? ENGLISH_MARKS : MARKS;
  return found.map(({ 0: word, index }, i) => ({
    plain: word.toLowerCase().replace(/’/g, "'").replace(around, ''),
    start: index,
    end: index + word.length,
    closes: after.test(word) || before.test(found[i + 1]?.[0] ?? ''),
  }));
}

/** The marks around a word; those for all the letters there are take longer to make than a text to read. */
const MARKS = {
  around: /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu,
  after: /[^\p{L}\p{N}]$/u,
  before: /^[^\p{L}\p{N}]/u,
};
const ENGLISH_MARKS = {
  around: /^[^a-z0-9]+|[^a-z0-9]+$/g,
  after: /[^A-Za-z0-9]$/,
  before: /^[^A-Za-z0-9]/,
};

export function channelOf(word: Word): Channel | null {
  return channelOfWord(word.plain.replace(/[^a-z-]/g, ''));
}

/** The days that a text names, past and to come, each as long as it can be; "by friday" and "about last week" name none. */
export function spokenDays(text: string, words: readonly Word[], today: CalendarDate): Spoken[] {
  const found: Spoken[] = [];
  const taken = new Set<number>();
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const to = from + length;
      const run = words.slice(from, to).map((_, i) => from + i);
      if (run.some((i) => taken.has(i))) continue;
      const spoken = spokenAt(text, words, from, to, today);
      if (spoken === null) continue;
      for (const i of run) taken.add(i);
      if (!ABOUT.has(words[from - 1]?.plain ?? '')) found.push(spoken);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function spokenAt(
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  today: CalendarDate,
): Spoken | null {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return null;
  const phrase = text
    .slice(first.start, last.end)
    .replace(/^[("'“]+|[)"'”,;:.!?…–—]+$/g, '')
    .replace(/\s+/g, ' ');
  // Only a day that was meant as the day of the talk is refused for not existing: see `readOpening`.
  if (/\b\d{4}-\d{2}-\d{2}$/.test(phrase) && !isDay(phrase.slice(-10))) return null;
  const isShort = isAlsoWord(phrase) && isWeekdayThere(from, to, words);
  const found = readDayInText(isShort ? `on ${phrase}` : phrase, today);
  return found === null || isOnlyMaybe(phrase, words[to], last) ? null : { ...found, from, to, phrase };
}

/** "sun", "mon", "wed" and "sat" are words, or names, as well. */
export function isAlsoWord(phrase: string): boolean {
  return /^(sun|mon|wed|sat)$/i.test(phrase);
}

/** "coffee sat", at the end, and "wed coffee", at the start. */
function isWeekdayThere(from: number, to: number, words: readonly Word[]): boolean {
  const [before, last, next] = [words[from - 1], words[to - 1], words[to]];
  if (before === undefined) return isHow(next);
  return isHow(before) && !before.closes && (next === undefined || last?.closes === true);
}

/** "3 may join us": a month that is also a word is one only where the words end with it. */
function isOnlyMaybe(phrase: string, next: Word | undefined, last: Word): boolean {
  return /^\d+ (may|march)$/i.test(phrase) && next !== undefined && !last.closes;
}

/** Whether the words around a day leave no doubt that it is one: "call friday, well", not "call re friday plan". */
export function isPlain({ from, to, clarity, phrase }: Spoken, words: readonly Word[]): boolean {
  const next = words[to];
  const ends = next === undefined || words[to - 1]?.closes === true;
  if (clarity === 'date') return ends && isAnchored(from, words);
  const opens = from === 0 && isHow(next) && !NEWS.has(words[to + 1]?.plain ?? '');
  if (clarity === 'weekday') return opens || ((ends || GOES_ON.has(next.plain)) && isAnchored(from, words));
  const isNews = /last week/i.test(phrase)
    ? /^(was|were|is|has|had|she|he|they|it)$/
    : /^(was|were|is|has|had)$/;
  return ends || !isNews.test(next.plain);
}

/** Whether a day begins the text, or follows directly what says how one was in touch. */
export function isAnchored(from: number, words: readonly Word[]): boolean {
  if (from === 0) return true;
  let at = from - 1;
  while (at > 0 && OBJECTS.has(words[at]?.plain ?? '')) at--;
  const word = words[at];
  if (word === undefined || isMeantToCome(from, words) || isArranged(at, word, words)) return false;
  if (at === from - 1) return channelOf(word) !== null || VERBS.has(word.plain);
  // "met him friday" was; "call him friday" may be to come.
  return isPastVerb(word);
}

/** Whether a way of being in touch was arranged or talked about: "set up coffee", "called about lunch", "our next call". */
function isArranged(at: number, how: Word, words: readonly Word[]): boolean {
  const before = clauseBefore(at, words).map(({ plain }) => plain);
  if (before.some((word) => PLANNING.has(word)) || before.at(-1) === 'next') return true;
  const near = before.slice(-3);
  if (near.some((word) => TOPIC.has(word))) return true;
  // "on zoom" is how.
  const isBy = near.at(-1) === 'on' && isRemote(channelOf(how) ?? 'call');
  return !isBy && near.some((word) => AIM.has(word)) && !before.some((word) => THERE.has(word));
}

function isHow(word: Word | undefined): boolean {
  return word !== undefined && channelOf(word) !== null;
}

/** "called", "met", "saw". */
export function isPastVerb(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return VERBS.has(word.plain) || (channelOf(word) !== null && /(ed|^met|^rang)$/.test(word.plain));
}

/** "we will have coffee on friday". */
export function isMeantToCome(from: number, words: readonly Word[]): boolean {
  return clauseBefore(from, words).some(({ plain }) => TO_COME.has(plain));
}

/** Whether a text that is one statement ends with its day: "we met for coffee yesterday", but not "she told me it broke yesterday". */
export function endsAll({ from, to, clarity, phrase }: Spoken, words: readonly Word[]): boolean {
  const before = words.slice(0, from);
  const isClear = clarity === 'clear' || /^last /i.test(phrase);
  if (!isClear || to !== words.length || before.some(({ closes }) => closes)) return false;
  const [subject, ...others] = before;
  const told = /^(i|we)$/.test(subject?.plain ?? '') ? others : before;
  return (
    told.some((word) => channelOf(word) !== null || VERBS.has(word.plain)) &&
    !told.some(({ plain }) => OTHER.has(plain) || TO_COME.has(plain) || /'(s|re|m|d|ll|ve)$/.test(plain))
  );
}

/** Whether a past day is told so clearly that it must not go by in silence where it is not read. */
export function isWorthSaying({ from, to, clarity, phrase }: Spoken, words: readonly Word[]): boolean {
  if (isMeantToCome(from, words)) return false;
  const next = words[to];
  const ends = next === undefined || words[to - 1]?.closes === true;
  const isNear = (from === 0 && isHow(next)) || (/^on /i.test(phrase) && GOES_ON.has(next?.plain ?? ''));
  if (clarity === 'weekday') return ends || isNear;
  if (/^last (month|year|weekend)$/i.test(phrase)) return ends;
  return clarity === 'clear' || words[from - 1]?.plain !== 'in';
}

function clauseBefore(from: number, words: readonly Word[]): readonly Word[] {
  const before = words.slice(0, from);
  return before.slice(before.findLastIndex(({ closes }) => closes) + 1);
}
