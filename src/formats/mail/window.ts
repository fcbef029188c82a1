/** What of a file is in memory: a piece of it, and what was before where that is not done with. */
export interface Window {
  /** Until more is taken in: then they are others. */
  readonly bytes: () => Buffer;
  /** The next byte to be looked at, within `bytes`. */
  readonly at: () => number;
  /** Goes on to a byte further on, counting the lines. */
  readonly goTo: (at: number) => void;
  /** The line that the next byte is in, from 1. */
  readonly line: () => number;
  /** Where in the file the next byte is, from 0. */
  readonly offset: () => number;
  /** Takes in the next piece; what lies before the next byte is dropped but for four bytes. False where the file has ended. */
  readonly more: () => boolean;
  readonly close: () => void;
}

const NEWLINE = 0x0a;

/** How much before the next byte stays: two line breaks. */
const BEFORE = 4;

/** A line of a header that is longer is cut. */
const LONGEST_LINE = 256_000;

export function windowOf(chunks: Iterable<Uint8Array>): Window {
  const pieces = chunks[Symbol.iterator]();
  // One room for all pieces: one of its own for each would be garbage as large as the file.
  let room = Buffer.alloc(0);
  let bytes = room;
  let at = 0;
  let line = 1;
  let before = 0;
  return {
    bytes: () => bytes,
    at: () => at,
    goTo: (to) => {
      line += newlines(bytes, at, to);
      at = to;
    },
    line: () => line,
    offset: () => before + at,
    more: () => {
      const next = pieces.next();
      if (next.done === true) return false;
      const from = Math.max(0, at - BEFORE);
      const kept = bytes.length - from;
      const length = kept + next.value.length;
      if (length > room.length) room = Buffer.alloc(2 * length);
      bytes.copy(room, 0, from);
      room.set(next.value, kept);
      bytes = room.subarray(0, length);
      before += from;
      at -= from;
      return true;
    },
    close: () => {
      pieces.return?.();
    },
  };
}

/** A line, there until the next one is taken, with whether it was cut because of its length. */
export interface TakenLine {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** The next line without its end, and goes past it; null at the end of the file. */
export function takeLine(window: Window): TakenLine | null {
  for (;;) {
    const [bytes, at] = [window.bytes(), window.at()];
    const end = bytes.indexOf(NEWLINE, at);
    if (end >= 0) {
      window.goTo(end + 1);
      return { bytes: withoutReturn(bytes.subarray(at, end)), cut: false };
    }
    if (bytes.length - at > LONGEST_LINE) {
      const beginning = Buffer.from(bytes.subarray(at, at + LONGEST_LINE));
      skipLine(window);
      return { bytes: beginning, cut: true };
    }
    if (!window.more()) {
      window.goTo(bytes.length);
      return at === bytes.length ? null : { bytes: withoutReturn(bytes.subarray(at)), cut: false };
    }
  }
}

function skipLine(window: Window): void {
  for (;;) {
    const end = window.bytes().indexOf(NEWLINE, window.at());
    window.goTo(end < 0 ? window.bytes().length : end + 1);
    if (end >= 0 || !window.more()) return;
  }
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
}

function newlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}
