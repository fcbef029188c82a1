import type { SourceFile } from '../record.ts';
import { firstValue, type Header, readHeader } from './header.ts';
import { isHeaderLine, LONGEST_POSTMARK, postmarkOf } from './recognized.ts';
import { takeLine, type Window, windowOf } from './window.ts';

/** The header of one message of a file. */
export interface Message {
  readonly header: Header;
  /** The line where it begins, from 1. */
  readonly line: number;
  /** When the line above it in an mbox says that it came, in milliseconds. */
  readonly postmark: number | null;
}

/** A message with the bytes of the file where it begins and where its header ends. */
interface PlacedMessage extends Message {
  readonly from: number;
  readonly body: number;
}

const BEGINNING = Buffer.from('\nFrom ');
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How much of the line after `From ` tells whether a header follows. */
const NEXT = 100;

/** How many messages may lie within one before its length is no longer believed. */
const MOST_WITHIN = 200;

/**
 * The messages of an mbox, or the one of a file that is a single message. Holds one header and a piece of the file at a time: bodies are
 * searched as bytes for the next message, never decoded and never held; that of a single message is not read.
 */
export function* messagesOf(file: SourceFile): Generator<Message> {
  const window = windowOf(file.chunks());
  try {
    skipEmpty(window);
    if (startsWith(window, 'From ')) yield* thoseBelieved(placed(window), () => window.offset());
    else {
      const line = window.line();
      if (/^\d{1,12}[ \t]*\r?$/.test(peekLine(window))) takeLine(window);
      yield { header: readHeader(window), line, postmark: null };
    }
  } finally {
    window.close();
  }
}

/** Every message that begins as one does, also such as lie in another that nobody has quoted. */
function* placed(window: Window): Generator<PlacedMessage> {
  for (;;) {
    const [line, from] = [window.line(), window.offset()];
    const first = takeLine(window)?.bytes ?? Buffer.alloc(0);
    const postmark = postmarkOf(first.toString('latin1', 0, LONGEST_POSTMARK));
    const header = readHeader(window);
    yield { header, line, postmark, from, body: window.offset() };
    if (!header.cutShort && !findNext(window)) return;
  }
}

/**
 * The messages without those that lie in another. How long a message is, is said by `Content-Length` in some files, rightly in few of
 * them: it is believed where the next message, or the end of the file, is where it says.
 */
function* thoseBelieved(messages: Iterable<PlacedMessage>, end: () => number): Generator<Message> {
  let until = 0;
  let within: Message[] = [];
  for (const message of messages) {
    if (message.from < until && within.length < MOST_WITHIN) {
      within.push(message);
      continue;
    }
    if (!isThere(message.from, until)) yield* within;
    within = [];
    yield message;
    until = message.body + lengthOf(message.header);
  }
  if (!isThere(end(), until)) yield* within;
}

/** Whether something comes where it was said, but for an empty line or two. */
function isThere(offset: number, said: number): boolean {
  return offset >= said && offset <= said + 4;
}

function lengthOf(header: Header): number {
  const length = firstValue(header, 'content-length');
  return /^\d{1,15}$/.test(length) ? Number(length) : 0;
}

/** Goes on to the next line that begins a message: after an empty line, `From`, a date, and a header below. False where there is none. */
function findNext(window: Window): boolean {
  let ended = false;
  for (;;) {
    const bytes = window.bytes();
    const found = bytes.indexOf(BEGINNING, Math.max(0, window.at() - 1));
    if (found < 0) {
      const last = ended ? bytes.length : bytes.length - BEGINNING.length + 1;
      window.goTo(Math.max(window.at(), last));
      if (ended) return false;
      ended = !window.more();
      continue;
    }
    const start = found + 1;
    const newline = bytes.indexOf(NEWLINE, start);
    const isWhole = newline < 0 ? bytes.length - start > LONGEST_POSTMARK : bytes.length - newline > NEXT;
    if (!isWhole && !ended) {
      window.goTo(start);
      ended = !window.more();
      continue;
    }
    window.goTo(start);
    const end = newline < 0 ? bytes.length : newline;
    if (isAfterEmpty(bytes, found) && end - start <= LONGEST_POSTMARK) {
      const next = bytes.toString('latin1', end + 1, end + 1 + NEXT);
      const isLast = end + 1 >= bytes.length;
      const mark = bytes.toString('latin1', start, end);
      if ((isLast || (/^\S/.test(next) && isHeaderLine(next))) && postmarkOf(mark) !== null) return true;
    }
    window.goTo(start + BEGINNING.length - 1);
  }
}

function isAfterEmpty(bytes: Buffer, newline: number): boolean {
  const before = bytes[newline - 1] === RETURN ? newline - 2 : newline - 1;
  return before < 0 || bytes[before] === NEWLINE;
}

/** Goes past a byte order mark and empty lines. */
function skipEmpty(window: Window): void {
  for (;;) {
    if (window.at() >= window.bytes().length && !window.more()) return;
    const bytes = window.bytes();
    let at = window.at();
    while (bytes[at] === NEWLINE || bytes[at] === RETURN) at++;
    window.goTo(at);
    if (at >= bytes.length) continue;
    if (bytes[at] !== 0xef || !isMark(window)) return;
    window.goTo(window.at() + 3);
  }
}

function isMark(window: Window): boolean {
  return startsWith(window, '\u00ef\u00bb\u00bf');
}

function startsWith(window: Window, text: string): boolean {
  while (window.bytes().length - window.at() < text.length && window.more());
  return window.bytes().toString('latin1', window.at(), window.at() + text.length) === text;
}

/** The beginning of the next line. */
function peekLine(window: Window): string {
  while (window.bytes().length - window.at() < NEXT && window.more());
  const [line = ''] = window
    .bytes()
    .toString('latin1', window.at(), window.at() + NEXT)
    .split('\n', 1);
  return line;
}
