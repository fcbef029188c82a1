import { readDate } from './date.ts';

/** No line that begins a message in an mbox is longer. */
export const LONGEST_POSTMARK = 1000;

/** How many lines of a header are looked at to tell what a file is. */
const LINES = 400;

const FIELD = /^([!-9;-~]+)[ \t]*:/;

/** Fields that nothing but a message has. */
const MAIL_ALONE =
  /^(?:message-id|received|return-path|delivered-to|mime-version|x-gmail-labels|x-mozilla-status|envelope-to|x-original-to)$/;
const OF_MAIL = /^(?:from|to|cc|bcc|date|subject|reply-to|sender|in-reply-to|references|content-type)$/;

/** What stands between `From` and the day of the week: one word, as an address or `-`, one in quotes, or an address as archives of lists hide it. */
const POSTMARK =
  /^From[ \t]+(?:"[^"]*"\S*[ \t]+|\S+[ \t]+(?:at[ \t]+\S+[ \t]+)?)?(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ \t,])/i;

/** What a date is made of in such a line. A sentence has more words, or others. */
const DATE_WORD =
  /^(?:[a-z]{1,9}|\d{1,4}|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|(?:gmt|utc)?[+-]\d{2}:?\d{2}|\([a-z ]*\)|\S+\.\S+)$/i;
const MOST_WORDS = 9;

/**
 * The instant that the line before a message in an mbox tells, in milliseconds: `From ana@example.org Tue Mar  5 10:00:00 2024`, with `-`
 * or anything else for the address. Null for a line that is none, as a sentence that begins with the word.
 */
export function postmarkOf(line: string): number | null {
  if (line.length > LONGEST_POSTMARK) return null;
  const address = POSTMARK.exec(line)?.[0];
  if (address === undefined) return null;
  const date = line.slice(address.length).trimEnd();
  const words = date.split(/[ \t,]+/);
  return words.length <= MOST_WORDS && words.every((word) => DATE_WORD.test(word)) ? readDate(date) : null;
}

/** Whether a line can stand in the header of a message: a field, what continues one, or the line of an older mbox. */
export function isHeaderLine(line: string): boolean {
  return FIELD.test(line) || /^[ \t]/.test(line) || /^>+From /.test(line);
}

/** Whether a text is an mbox: its first line is one that stands before a message, and a header follows. */
export function isMbox(text: string): boolean {
  const [first = '', second = ''] = firstLines(text, 2);
  return postmarkOf(first) !== null && isHeaderLine(second);
}

/**
 * Whether a text is one message: nothing but fields up to the first empty line, at least two of them fields of mail, and one of these
 * such that no letter written by hand begins with it. Apple's `.emlx` has a number above them.
 */
export function isMessage(text: string): boolean {
  const lines = firstLines(text, LINES);
  const fields = /^\d{1,12}[ \t]*$/.test(lines[0] ?? '') ? lines.slice(1) : lines;
  const end = fields.indexOf('');
  const header = end < 0 ? fields : fields.slice(0, end);
  // The last line of what was looked at may have been cut.
  if (header.slice(0, end < 0 ? -1 : undefined).some((line) => !isHeaderLine(line))) return false;
  const names = new Set(header.map((line) => FIELD.exec(line)?.[1]?.toLowerCase() ?? ''));
  const alone = [...names].filter((name) => MAIL_ALONE.test(name)).length;
  const others = [...names].filter((name) => OF_MAIL.test(name)).length;
  return alone + others >= 2 && (alone > 0 || header.some((line) => /^(?:from|to|cc)[ \t]*:.*@/i.test(line)));
}

/** The lines of the beginning of a text, without byte order mark and empty lines above. */
function firstLines(text: string, most: number): readonly string[] {
  const from = /^[\ufeff\r\n]*/.exec(text)?.[0].length ?? 0;
  const lines: string[] = [];
  for (let at = from; at < text.length && lines.length < most; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    at = end < 0 ? text.length : end + 1;
  }
  return lines;
}
