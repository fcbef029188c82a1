import type { Channel } from '../channel.ts';
import { type CalendarDate, day } from '../days/day.ts';
import { numericDays } from '../days/numeric-day.ts';
import {
  channelOf,
  endsAll,
  isAlsoWord,
  isAnchored,
  isMeantToCome,
  isPastVerb,
  isPlain,
  isWorthSaying,
  type Spoken,
  spokenDays,
  type Word,
  wordsOf,
} from '../days/spoken-day.ts';

/** What the opening of a free text says, and the text without the day, which would be wrong to read later. */
export interface Opening {
  readonly heldOn: CalendarDate | null;
  readonly channel: Channel | null;
  readonly text: string | null;
  /** A past day that the text names, "yesterday", but that is not read as the day of the talk. */
  readonly left: string | null;
  /** A day to come that is said of the talk itself: "coffee tomorrow". The text is without it. */
  readonly toCome: string | null;
}

const HEAD_WORDS = 3;
const LONGEST_CLAUSE = 8;

/**
 * Reads a day and a channel at the start of a text: only in the part before the first comma, or from within the first three words.
 * "coffee yesterday, she moves to Lisbon" was in person, yesterday. A text that is one statement may end with its day as well.
 */
export function readOpening(text: string, today: CalendarDate): Opening {
  const whole = text.trim();
  const words = wordsOf(whole);
  const head = headOf(whole, words);
  refuseImpossible(whole, words, head, today);
  const days = spokenDays(whole, words, today);
  const channel = channelIn(words.slice(0, head));
  const toCome = days.find((found) => found.day > today && isOfTheTalk(found, words, head));
  const read = days.find((found) => found.day <= today && isRead(found, words, head));
  const left =
    days.find((found) => found.day < today && isWorthSaying(found, words))?.phrase ??
    numericDay(whole, today);
  const span = toCome ?? read;
  const rest = span === undefined ? whole : without(whole, words, span);
  return {
    heldOn: toCome === undefined ? (read?.day ?? null) : null,
    channel,
    text: rest === '' ? null : rest,
    left: span === undefined ? left : null,
    toCome: toCome?.phrase ?? null,
  };
}

/** "15.11.", "15/11", "1.12.2026": never read in a text, where numbers mean many things, but not passed over in silence. */
function numericDay(text: string, today: CalendarDate): string | null {
  const written =
    text.match(
      /(?<![\d./-])\d{1,2}(?:\.\d{1,2}\.(?:\d{4})?|\/\d{1,2}(?:\/\d{4})?|-\d{1,2}-\d{4})(?![\d/])/g,
    ) ?? [];
  // "1/2" may be a half; "15/11" can only be a day.
  const isDate = (phrase: string) =>
    /[.]|\d{4}/.test(phrase) || phrase.split('/').some((part) => Number(part) > 12);
  return (
    written.find((phrase) => isDate(phrase) && numericDays(phrase, today, 'past')?.length) ??
    dayWithOn(text) ??
    null
  );
}

/** "on 3/4" and "on the 24th", where the words pause or end: two days, or one of any month. And a whole day that does not exist. */
function dayWithOn(text: string): string | undefined {
  const [found] =
    /\bon (?:\d{1,2}[./]\d{1,2}|the \d{1,2}(?:st|nd|rd|th))(?=\s*(?:$|[,;:.!?)]))|(?<![\d./-])\d{1,2}([./-])\d{1,2}\1\d{4}(?![\d/])/i.exec(
      text,
    ) ?? [];
  return found;
}

/** How many words may name a channel, or begin a day. */
function headOf(text: string, words: readonly Word[]): number {
  const end = words.findIndex((word) => /[,;:]/.test(text[word.end - 1] ?? '')) + 1;
  return end === 0 || end > LONGEST_CLAUSE ? HEAD_WORDS : end;
}

/** Whether words begin with a channel or a day, as a text does: "coffee", "Last Tuesday". "Sun" may be somebody's name. */
export function opensText(typed: readonly string[], today: CalendarDate): boolean {
  const text = typed.join(' ');
  const words = wordsOf(text);
  return (
    channelIn(words.slice(0, 1)) !== null ||
    spokenDays(text, words, today).some(({ from, phrase }) => from === 0 && !isAlsoWord(phrase))
  );
}

/** "lunch on 2025-02-30" is a slip of the fingers. Throws `rejected`. */
function refuseImpossible(text: string, words: readonly Word[], head: number, today: CalendarDate): void {
  for (const { start, end } of words.slice(0, head)) {
    const written = text.slice(start, end).replace(/[,;:.!]$/, '');
    if (/^\d{1,2}([./-])\d{1,2}\1\d{4}$/.test(written) && numericDays(written, today, 'past')?.length === 0)
      day(written);
    if (/^\d{4}([-/])\d{2}\1\d{2}$/.test(written)) day(written.replaceAll('/', '-'));
  }
}

function isRead(found: Spoken, words: readonly Word[], head: number): boolean {
  const { from } = found;
  const inHead = from < head || (isAnchored(from, words) && from <= head);
  return (inHead && isPlain(found, words) && !isMeantToCome(from, words)) || endsAll(found, words);
}

/** A day to come is that of the talk where it begins the text or follows how one is in touch; elsewhere it is news. */
function isOfTheTalk(found: Spoken, words: readonly Word[], head: number): boolean {
  const { from, to } = found;
  const tellsOfOthers = from === 0 && /^(she|he|they|it|i|is)$/.test(words[to]?.plain ?? '');
  // "hiked in 2 days" says how long.
  const howLong = /^in /i.test(found.phrase) && isPastVerb(words[from - 1]);
  return from <= head && isAnchored(from, words) && isPlain(found, words) && !tellsOfOthers && !howLong;
}

/** The first word that names a channel; a video call is one whatever else it is called. */
function channelIn(words: readonly Word[]): Channel | null {
  const channels = words.map(channelOf).filter((channel) => channel !== null);
  return channels.includes('video') ? 'video' : (channels[0] ?? null);
}

/** The text without the words of the day; what stood before and after is joined as it was written. */
function without(text: string, words: readonly Word[], { from, to }: Spoken): string {
  const last = text.slice(0, words[to - 1]?.end);
  const before = text.slice(0, words[from]?.start).trimEnd();
  const mark = before === '' ? '' : (/[,;:]$/.exec(last)?.[0] ?? '');
  return (before + mark + text.slice(last.length)).replace(/^[\s,;:.]+|[\s,;:]+$/g, '');
}
