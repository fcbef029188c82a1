import type { CalendarDate } from '../days/day.ts';
import { isLikeDay, readDay } from '../days/phrase.ts';
import { COUNT, UNIT } from '../days/span.ts';

/** A promise's text, and the phrase that names its day: "intro to Lee by friday". */
export interface PromiseText {
  readonly text: string;
  readonly by: string | null;
}

const LONGEST = 6;

/** What names a day at the end of a promise without a "by". A month alone may belong to the text. */
const DAY_TO_COME = new RegExp(
  [
    'today|tonight|this (?:morning|afternoon|evening)',
    '(?:tomorrow|(?:on |this |next |on this |on next )[a-z]+day)(?: (?:morning|afternoon|evening|night))?|(?:the )?day after tomorrow',
    `in ${COUNT} (?:${UNIT})|${COUNT} (?:${UNIT}) from now`,
    '(?:sun|mon|tues|wednes|thurs|fri|satur)day|next (?:week|month|year)|(?:on |this |next )(?:sun|mon|tues?|weds?|thu|thurs?|fri|sat)',
    'on (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]+(?:,? \\d{4})?|on [a-z]+ \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?',
    '(?:on )?[a-z]+ next week|next week (?:on )?[a-z]+',
    '(?:on )?\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{1,2}/\\d{1,2}|at the end of the (?:week|month)',
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'i',
);

/** In front of a day these words make it part of what is promised: "ideas for next week". */
const OF_TEXT = new Set(
  'for from of about since after before between and or than to until till on last every each the a past black good'.split(
    ' ',
  ),
);

/**
 * Splits off the day at the end: "by friday", "until friday", "tomorrow", "in 2 weeks". What names no day ("review the book by Knuth"),
 * or one that has been ("the photos from last friday"), is part of the text; but a day after "by" is meant, whatever it is.
 */
export function splitPromise(said: string, from: CalendarDate): PromiseText {
  const text = said.trim();
  const tail = [...text.matchAll(/\S+/g)].slice(-LONGEST - 1);
  for (let at = 0; at < tail.length; at++) {
    const start = tail[at]?.index ?? 0;
    // The full stop of "by 3.12." belongs to the day.
    const by = text
      .slice(start)
      .replace(/\s+/g, ' ')
      .replace(/(?<!\d\.\d{1,2})[.!]$/, '');
    const before = tail[at - 1];
    const link = before?.[0].toLowerCase() ?? '';
    if (before !== undefined && endsBy(link, by, from))
      return { text: text.slice(0, before.index).trim(), by };
    const phrase = by.replace(/^at /i, '');
    if (DAY_TO_COME.test(by) && readDay(phrase, from, 'future') !== null)
      return OF_TEXT.has(link) ? { text, by: null } : { text: text.slice(0, start).trim(), by: phrase };
  }
  return { text, by: null };
}

/** Whether a word and a phrase after it are a promise's day. */
function endsBy(link: string, phrase: string, from: CalendarDate): boolean {
  if (!/^(by|due|until|till)$/.test(link)) return false;
  if (isLikeDay(phrase)) return true;
  const found = readDay(phrase, from, 'future');
  return found !== null && (found >= from || link === 'by' || link === 'due');
}
