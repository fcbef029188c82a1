import { type Channel, channelOfWord } from './channel.ts';
import type { CalendarDate } from './day.ts';
import { readDayInText } from './phrase.ts';

/** What the opening of a free text says, and the text without the day, which would be wrong to read later. */
export interface Opening {
  readonly heldOn: CalendarDate | null;
  readonly channel: Channel | null;
  readonly text: string | null;
}

const HEAD_WORDS = 3;
const LONGEST_CLAUSE = 8;
const LONGEST_DAY = 6;

/** In front of a day these words say something else about it. */
const ABOUT = new Set('by until till every each before after since from for about'.split(' '));

/**
 * Reads a day (past or today) and a channel at the start of a text: only in the part before the first comma, or from within the
 * first three words. "coffee yesterday, she moves to Lisbon" was in person, yesterday.
 */
export function readOpening(text: string, today: CalendarDate): Opening {
  const whole = text.trim();
  const { words, head } = opened(whole);
  const span = daySpan(words, head, today);
  const rest = span === null ? whole : without(whole, words, span);
  return {
    heldOn: span?.day ?? null,
    channel: channelIn(words.slice(0, head)),
    text: rest === '' ? null : rest,
  };
}

/** Whether words begin with a channel or a day, as a text does: "coffee", "Last Tuesday". */
export function opensText(words: readonly string[], today: CalendarDate): boolean {
  if (channelIn(words.slice(0, 1)) !== null) return true;
  return words.slice(0, LONGEST_DAY).some((_, i) => {
    const phrase = words
      .slice(0, i + 1)
      .join(' ')
      .replace(/[,;:.!]$/, '');
    return readDayInText(phrase, today) !== null;
  });
}

interface Opened {
  /** The words among which a day may stand. */
  readonly words: readonly string[];
  /** How many of them may name a channel, or begin a day. */
  readonly head: number;
}

function opened(text: string): Opened {
  const all = text.split(/\s+/).filter((word) => word !== '');
  const end = all.findIndex((word) => /[,;:]$/.test(word)) + 1;
  if (end === 0 || end > LONGEST_CLAUSE)
    return { words: all.slice(0, HEAD_WORDS + LONGEST_DAY - 1), head: HEAD_WORDS };
  // A year may follow the comma of its day: "march 14, 2024".
  const year = /^\d{1,2}(st|nd|rd|th)?,$/.test(all[end - 1] ?? '') && /^\d{4}[,;:]?$/.test(all[end] ?? '');
  return { words: all.slice(0, year ? end + 1 : end), head: end };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly day: CalendarDate;
}

/** The longest run of words that names a day, leftmost first. A day to come, or one that is only spoken of, is none. */
function daySpan(words: readonly string[], head: number, today: CalendarDate): Span | null {
  const taken = new Set<number>();
  for (let length = Math.min(LONGEST_DAY, words.length); length > 0; length--) {
    for (let start = 0; start < head && start + length <= words.length; start++) {
      const end = start + length;
      const phrase = words
        .slice(start, end)
        .join(' ')
        .replace(/[,;:.!]$/, '');
      const found = words.slice(start, end).some((_, i) => taken.has(start + i))
        ? null
        : readDayInText(phrase, today);
      if (found === null || isOnlyMaybe(phrase, words[end])) continue;
      const spokenOf = ABOUT.has((words[start - 1] ?? '').toLowerCase());
      if (found !== 'to come' && !spokenOf) return { start, end, day: found };
      for (let i = start; i < end; i++) taken.add(i);
    }
  }
  return null;
}

/** "3 may join us": a month that is also a word is one only where the words end with it. */
function isOnlyMaybe(phrase: string, next: string | undefined): boolean {
  return /^\d+ (may|march)$/i.test(phrase) && next !== undefined;
}

/** The first word that names a channel; a video call is one whatever else it is called. */
function channelIn(words: readonly string[]): Channel | null {
  const channels = words
    .map((word) => channelOfWord(word.toLowerCase().replace(/[^a-z-]/g, '')))
    .filter((channel) => channel !== null);
  return channels.includes('video') ? 'video' : (channels[0] ?? null);
}

/** The text without the words of the day; what stood before and after is joined as it was written. */
function without(text: string, words: readonly string[], { start, end }: Span): string {
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const rest = text.slice(new RegExp(`^${pattern}`).exec(text)?.[0].length ?? 0);
  const before = words.slice(0, start).join(' ');
  const after = words.slice(end).join(' ');
  const mark = /[,;:]$/.exec(words[end - 1] ?? '')?.[0] ?? '';
  const joined = [before + (before === '' ? '' : mark), after].filter((part) => part !== '').join(' ') + rest;
  return joined.replace(/^[\s,;:.]+/, '').trim();
}
