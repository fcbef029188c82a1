import { decodeAs } from '../charset.ts';
import { isHeaderLine, LONGEST_POSTMARK, postmarkOf } from './recognized.ts';
import { type TakenLine, takeLine, type Window } from './window.ts';

/** The fields of a header that are looked at. No other is ever held: not the subject. */
const LOOKED_AT: ReadonlySet<string> = new Set(
  (
    'from to cc bcc date received return-path sender delivered-to x-original-to envelope-to content-length content-type content-class ' +
    'list-id list-unsubscribe list-post mailing-list x-mailing-list precedence auto-submitted x-autoreply x-autorespond ' +
    'x-auto-response-suppress x-gmail-labels x-spam-flag x-spam-status status x-status x-mozilla-status x-uniform-type-identifier ' +
    'x-ms-exchange-calendar-originator-id'
  ).split(' '),
);

/** Those of whose values none may be lost. */
const OF_PEOPLE = /^(?:from|to|cc|bcc)$/;

const LONGEST_NAME = 80;
const CAPITAL_F = 0x46;

/** How many characters of one field, and of all of them, are held. */
const LONGEST_FIELD = 64_000;
const LONGEST_HEADER = 256_000;

export interface Header {
  /** The values of the fields that are looked at, by their names in lower case; each byte is a character. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** It names more people than are held. */
  readonly endless: boolean;
  /** The next message begins within it. */
  readonly cutShort: boolean;
}

/**
 * Reads the header of a message up to the empty line, and goes past that; or to the line with which the next message begins, where a file
 * was cut in the middle.
 */
export function readHeader(window: Window): Header {
  const fields = new Map<string, string[]>();
  let current: string[] | null = null;
  let size = 0;
  let name = '';
  let endless = false;
  const hold = (values: string[], at: number, { bytes, cut }: TakenLine, from: number) => {
    const room = Math.min(LONGEST_FIELD - (values[at] ?? '').length, LONGEST_HEADER - size);
    const text = bytes.toString('latin1', from, Math.min(bytes.length, from + Math.max(0, room)));
    values[at] = (values[at] ?? '') + text;
    size += text.length;
    if ((cut || text.length < bytes.length - from) && OF_PEOPLE.test(name)) endless = true;
  };
  for (;;) {
    if (nextIsPostmark(window)) return { fields, endless, cutShort: true };
    const line = takeLine(window);
    if (line === null || line.bytes.length === 0) break;
    const first = line.bytes[0];
    if (first === 0x20 || first === 0x09) {
      if (current !== null) hold(current, current.length - 1, line, 0);
      continue;
    }
    const found = nameOf(line.bytes);
    if (found === null) {
      // Where somebody forgot the empty line, the text begins here.
      if (fields.has('from') && !isHeaderLine(line.bytes.toString('latin1', 0, LONGEST_NAME))) break;
      current = null;
    } else if (LOOKED_AT.has(found.name)) {
      name = found.name;
      current = fields.get(name) ?? [];
      fields.set(name, current);
      hold(current, current.length, line, found.end);
    } else current = null;
  }
  return { fields, endless, cutShort: false };
}

/** The first value of a field as it stands there, without the spaces around it; empty where there is none. */
export function firstValue({ fields }: Header, name: string): string {
  return (fields.get(name)?.[0] ?? '').trim();
}

/** The values of a field in their characters: UTF-8, else Windows-1252, where somebody wrote them without encoding them. */
export function textsOf({ fields }: Header, name: string): readonly string[] {
  return (fields.get(name) ?? []).map((value) =>
    /[\u0080-\u00ff]/.test(value) ? decodeAs(Buffer.from(value, 'latin1'), null) : value,
  );
}

function nameOf(line: Buffer): { readonly name: string; readonly end: number } | null {
  const colon = line.subarray(0, LONGEST_NAME).indexOf(0x3a);
  if (colon <= 0) return null;
  const name = line.toString('latin1', 0, colon).trimEnd();
  return /^[!-9;-~]+$/.test(name) ? { name: name.toLowerCase(), end: colon + 1 } : null;
}

/** `From ` is no field: a header that runs into it was cut. */
function nextIsPostmark(window: Window): boolean {
  if (window.at() >= window.bytes().length) window.more();
  if (window.bytes()[window.at()] !== CAPITAL_F) return false;
  while (window.bytes().length - window.at() < 5 && window.more());
  if (window.bytes().toString('latin1', window.at(), window.at() + 5) !== 'From ') return false;
  while (!endsWithin(window) && window.more());
  const end = window.bytes().indexOf(0x0a, window.at());
  const to = end < 0 ? window.bytes().length : end;
  return (
    postmarkOf(
      window.bytes().toString('latin1', window.at(), Math.min(to, window.at() + LONGEST_POSTMARK + 1)),
    ) !== null
  );
}

/** Whether the next line ends within what is in memory, or is too long for any that begins a message. */
function endsWithin(window: Window): boolean {
  const [bytes, at] = [window.bytes(), window.at()];
  return bytes.length - at > LONGEST_POSTMARK || bytes.indexOf(0x0a, at) >= 0;
}
