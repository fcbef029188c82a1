import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('../formats/fixtures/', import.meta.url));

/** A file that a program might have written, and what has been done to it. */
export interface Mutant {
  readonly family: string;
  /** How it was made, so that it can be made again. */
  readonly seed: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Draw = (below: number) => number;

/** The same numbers for the same seed on every machine. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export const FIXTURES: readonly { readonly name: string; readonly bytes: Buffer }[] = fs
  .readdirSync(directory)
  .sort()
  .map((name) => ({ name, bytes: fs.readFileSync(`${directory}/${name}`) }));

type Mutate = (bytes: Buffer, draw: Draw) => Uint8Array;

/** A piece of a text or file, anywhere in it. */
function piece(bytes: Buffer, draw: Draw): { readonly from: number; readonly to: number } {
  const from = draw(bytes.length + 1);
  return { from, to: Math.min(bytes.length, from + 1 + draw(Math.max(1, bytes.length >> draw(6)))) };
}

const asText = (change: (text: string, draw: Draw) => string): Mutate => {
  return (bytes, draw) => Buffer.from(change(bytes.toString('latin1'), draw), 'latin1');
};

const lines = (change: (lines: string[], draw: Draw) => string[]): Mutate =>
  asText((text, draw) => change(text.split('\n'), draw).join('\n'));

/** What is done to a file, by what it is called. */
export const FAMILIES: Readonly<Record<string, Mutate>> = {
  'bytes flipped': (bytes, draw) => {
    const flipped = Buffer.from(bytes);
    for (let left = 1 + draw(30); left > 0; left--) {
      const at = draw(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << draw(8));
    }
    return flipped;
  },
  'bytes replaced': (bytes, draw) => {
    const replaced = Buffer.from(bytes);
    for (let left = 1 + draw(30); left > 0; left--) replaced[draw(replaced.length)] = draw(256);
    return replaced;
  },
  cut: (bytes, draw) => bytes.subarray(0, draw(bytes.length + 1)),
  'beginning lost': (bytes, draw) => bytes.subarray(draw(bytes.length + 1)),
  'piece lost': (bytes, draw) => {
    const { from, to } = piece(bytes, draw);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'piece doubled': (bytes, draw) => {
    const { from, to } = piece(bytes, draw);
    const doubled = Array.from({ length: 1 + draw(40) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...doubled, bytes.subarray(to)]);
  },
  'spliced from another': (bytes, draw) => {
    const other = FIXTURES[draw(FIXTURES.length)]?.bytes ?? bytes;
    const [here, there] = [piece(bytes, draw), piece(other, draw)];
    return Buffer.concat([
      bytes.subarray(0, here.from),
      other.subarray(there.from, there.to),
      bytes.subarray(here.to),
    ]);
  },
  'lines swapped': lines((all, draw) => {
    for (let left = 1 + draw(10); left > 0; left--) {
      const [a, b] = [draw(all.length), draw(all.length)];
      [all[a], all[b]] = [all[b] ?? '', all[a] ?? ''];
    }
    return all;
  }),
  'lines lost': lines((all, draw) => {
    const many = 2 + draw(20);
    return all.filter(() => draw(many) > 0);
  }),
  'line ends changed': asText((text, draw) =>
    text.replace(
      /\r?\n/g,
      () => ['\n', '\r\n', '\r', '\r\r\n', '\n\n', '\n ', '', '\u000b', '\u0085'][draw(9)] ?? '',
    ),
  ),
  'encoding changed': (bytes, draw) => {
    const text = bytes.toString('utf8');
    const wide = Buffer.from(draw(2) === 0 ? text : `\ufeff${text}`, 'utf16le');
    return [
      wide,
      Buffer.from(wide.subarray(0, wide.length & ~1)).swap16(),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`),
      Buffer.concat([bytes, wide]),
      wide.subarray(1),
    ][draw(6)] as Buffer;
  },
  'delimiters changed': asText((text, draw) => {
    const from = ',;:"=\\\t|{}[]()<>*_-#@'[draw(20)] ?? ',';
    const to = [',', ';', ':', '"', '\\', '\t', '', '\0', '""', '=\n'][draw(10)] ?? '';
    const many = 1 + draw(8);
    return text.replaceAll(from, (found) => (draw(many) === 0 ? to : found));
  }),
  'numbers changed': asText((text, draw) =>
    text.replace(/\d+/g, (found) =>
      draw(6) > 0
        ? found
        : (['0', '-1', '99999999999999999999', '1e999', '', 'NaN', '29', '0229'][draw(8)] ?? found),
    ),
  ),
  'words changed': asText((text, draw) =>
    text.replace(/[A-Za-z]{3,}/g, (found) =>
      draw(12) > 0
        ? found
        : (['__proto__', 'constructor', '', 'null', 'x'.repeat(2000), '\u00e9', 'BEGIN', 'END'][draw(8)] ??
          found),
    ),
  ),
};

/** A fixture with something done to it, and now and then something else. */
export function mutant(seed: number): Mutant {
  const draw = drawing(seed);
  const families = Object.keys(FAMILIES);
  const family = families[seed % families.length] ?? '';
  const { name, bytes } = FIXTURES[draw(FIXTURES.length)] ?? { name: '', bytes: Buffer.alloc(0) };
  let changed: Uint8Array = bytes;
  const more = draw(3) === 0 ? [families[draw(families.length)] ?? family] : [];
  for (const each of [family, ...more])
    if (changed.length > 0) changed = FAMILIES[each]?.(Buffer.from(changed), draw) ?? changed;
  return { family, seed, name, bytes: changed };
}
