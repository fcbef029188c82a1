import { NetError } from '../domain/error.ts';
import { utf8, windows1252 } from './charset.ts';

/** Near the longest string that Node can hold. */
const MOST_BYTES = 500_000_000;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The text of a file of unknown encoding: UTF-16 by its byte order mark or its zero bytes, else UTF-8, else Windows-1252. A file
 * that mixes the last two is read line by line. The text has no byte order marks, not even where files were put together.
 * Throws `rejected` for a file that is too large.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new NetError('rejected', 'the file is larger than 500 MB', 'split it and import the parts');
  }
  const wide = utf16(bytes);
  const text = wide === null ? (utf8(bytes) ?? legacy(bytes)) : new TextDecoder(wide).decode(bytes);
  return text.includes('\ufeff') ? text.replace(/^\ufeff+/gm, '') : text;
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
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
  const mended = bytes.slice();
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] !== 0x20 && bytes[at + 1] !== 0x09) continue;
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
