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

/**
 * Reads a day (past or today) and a channel at the start of a text: only in the part before the first comma, or in the first
 * three words. "coffee yesterday, she moves to Lisbon" was in person, yesterday.
 */
export function readOpening(text: string, today: CalendarDate): Opening {
  const whole = text.trim();
  const head = headOf(whole);
  const words = head.split(/\s+/).filter((word) => word !== '');
  const span = daySpan(words, today);
  const rest = span === null ? whole : without(whole, words, span);
  return { heldOn: span?.day ?? null, channel: channelIn(words), text: rest === '' ? null : rest };
}

function headOf(text: string): string {
  const clause = text.split(/[,;:\n]/, 1)[0] ?? '';
  const words = text.split(/\s+/);
  return clause !== text && clause.split(/\s+/).length <= LONGEST_CLAUSE
    ? clause
    : words.slice(0, HEAD_WORDS).join(' ');
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly day: CalendarDate;
}

/** The longest run of words that names a day, leftmost first. */
function daySpan(words: readonly string[], today: CalendarDate): Span | null {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = words
        .slice(start, start + length)
        .join(' ')
        .replace(/[.!]$/, '');
      const found = readDayInText(phrase, today);
      if (found !== null) return { start, end: start + length, day: found };
    }
  }
  return null;
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
  const pattern = words.map((word) => `(${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`).join('(\\s+)');
  const parts = new RegExp(`^${pattern}`).exec(text);
  if (parts === null) return text;
  const before = words.slice(0, start).join(' ');
  const after = words.slice(end).join(' ');
  const rest = text.slice(parts[0].length);
  const joined = [before, after].filter((part) => part !== '').join(' ') + rest;
  return joined.replace(/^[\s,;:.–-]+/, '').trim();
}
