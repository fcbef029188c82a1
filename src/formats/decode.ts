import { utf8, windows1252 } from './charset.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** A line that is longer comes in several blocks, so that no file takes more memory than this and some. */
const LONGEST_BLOCK = 4_000_000;

/** The text of bytes: see `decodedBlocks`. */
export function decode(bytes: Uint8Array): string {
  return [...decodedBlocks([bytes])].join('');
}

/**
 * The text of a file of unknown encoding, a block of whole lines at a time: UTF-16 by its byte order mark or its zero bytes, else UTF-8,
 * else Windows-1252. What mixes the last two is read line by line. The text has no byte order marks, not even where files were put
 * together. A line of more than four million bytes comes in pieces.
 */
export function* decodedBlocks(chunks: Iterable<Uint8Array>): Generator<string> {
  let wide: Wide | null | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let held = '';
  for (const chunk of chunks) {
    if (chunk.length === 0) continue;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (wide === undefined && rest.length < SAMPLE) continue;
    wide ??= utf16(rest);
    if (wide !== null) {
      decoder ??= new TextDecoder(wide);
      held += decoder.decode(rest, { stream: true });
      rest = rest.subarray(rest.length);
      const whole = textEnd(held);
      if (whole > 0) yield withoutMarks(held.slice(0, whole));
      held = held.slice(whole);
      continue;
    }
    const end = blockEnd(rest);
    if (end === 0) continue;
    yield narrow(rest.subarray(0, end));
    rest = rest.slice(end);
  }
  wide ??= utf16(rest);
  if (wide !== null) yield withoutMarks(held + (decoder ?? new TextDecoder(wide)).decode(rest));
  else if (rest.length > 0) yield narrow(rest);
}

function narrow(bytes: Uint8Array): string {
  return withoutMarks(utf8(bytes) ?? legacy(bytes));
}

function withoutMarks(text: string): string {
  return text.includes('\ufeff') ? text.replace(/^\ufeff+/gm, '') : text;
}

/** Where the last line ends that nothing continues; 0 where none does yet. */
function blockEnd(bytes: Uint8Array): number {
  for (const ending of [NEWLINE, RETURN]) {
    for (
      let at = bytes.lastIndexOf(ending, bytes.length - 2);
      at >= 0;
      at = bytes.lastIndexOf(ending, at - 1)
    ) {
      const next = bytes[at + 1];
      if (next !== SPACE && next !== TAB && (ending === NEWLINE || (next !== NEWLINE && next !== RETURN)))
        return at + 1;
      if (at === 0) break;
    }
  }
  if (bytes.length < LONGEST_BLOCK) return 0;
  // Within a line, but not within a character.
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && isContinuation(bytes[start] ?? 0)) start--;
  return (bytes[start] ?? 0) >= 0xc0 ? start : bytes.length;
}

/** Where the last whole line of a text ends; 0 where none does yet. */
function textEnd(text: string): number {
  const newline = text.lastIndexOf('\n');
  if (newline >= 0) return newline + 1;
  // A return at the end may belong to the line break of which the rest is still to come.
  for (let at = text.lastIndexOf('\r', text.length - 2); at >= 0; at = text.lastIndexOf('\r', at - 1)) {
    if (text[at + 1] !== '\r') return at + 1;
    if (at === 0) break;
  }
  return text.length < LONGEST_BLOCK ? 0 : text.length;
}

type Wide = 'utf-16le' | 'utf-16be';

/** How many bytes tell whether a file is of UTF-16. */
const SAMPLE = 512;

function utf16(bytes: Uint8Array): Wide | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const many = Math.max(sample.length / 8, 1);
  if (low >= many && high < low / 4) return 'utf-16le';
  return high >= many && low < high / 4 ? 'utf-16be' : null;
}

function legacy(bytes: Uint8Array): string {
  const mended = withWholeCharacters(bytes);
  return utf8(mended) ?? lineByLine(mended);
}

/** Lines were folded after so many bytes, sometimes within a character: its bytes are brought back together before the fold. */
function withWholeCharacters(bytes: Uint8Array): Uint8Array {
  // Not `slice`, which of a Buffer is no copy: what is read here would change while it is mended.
  const mended = Uint8Array.from(bytes);
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] !== SPACE && bytes[at + 1] !== TAB) continue;
    const end = bytes[at - 1] === RETURN ? at - 1 : at;
    const next = at + 2;
    const rest = bytes.subarray(next, next + missing(bytes, end));
    if (rest.length === 0 || !rest.every(isContinuation)) continue;
    mended.copyWithin(end + rest.length, end, next);
    mended.set(rest, end);
  }
  return mended;
}

/** How many bytes the UTF-8 character that ends before `end` still needs. */
function missing(bytes: Uint8Array, end: number): number {
  for (let length = 1; length <= 3; length++) {
    const byte = bytes[end - length];
    if (byte === undefined || byte < 0x80) return 0;
    if (!isContinuation(byte)) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) - length;
  }
  return 0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

function lineByLine(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(from, to);
    lines.push(utf8(line) ?? windows1252(line));
    from = to;
  }
  return lines.join('');
}
