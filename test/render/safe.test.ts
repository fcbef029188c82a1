import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { print } from '../../src/render/print.ts';
import { safe, safeJson } from '../../src/render/safe.ts';
import { line, strong, table } from '../../src/render/text.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const PIPE = { columns: Number.POSITIVE_INFINITY, color: false };

/** What moves the cursor, turns text round, or hides in it, by the properties that Unicode gives. */
const HARMFUL =
  /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\u{e0000}-\u{e007f}\u200b\u2060-\u2064\ufeff\u00ad]/u;

const nasty = fc.oneof(
  fc.constantFrom(
    ...'\u0000\u0007\b\t\n\r\u001b\u007f\u0080\u009b\u009d\u00ad\u061c\u200b\u200c\u200d\u200e\u200f',
  ),
  fc.constantFrom(...'\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ufff9\u{e0001}\u{e0041}\u{e007f}'),
  fc.constantFrom(
    '\u001b[2J',
    '\u001b]0;x\u0007',
    'a',
    'é',
    'e\u0301',
    '王',
    '👩',
    '\u{1f3fd}',
    'ی',
    'क',
    '\u094d',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join(''));

describe('what could harm a terminal is shown instead', () => {
  test.each([
    ['a cursor movement', 'a\u001b[2Jb', 'a\\e[2Jb'],
    ['a link', '\u001b]8;;http://x\u001b\\y', '\\e]8;;http://x\\e\\y'],
    ['a clipboard', '\u001b]52;c;eA==\u0007', '\\e]52;c;eA==\\x07'],
    ['a device control string', '\u001bPq\u001b\\', '\\ePq\\e\\'],
    ['an escape without an end', 'a\u001b[', 'a\\e['],
    ['an eight-bit escape', '\u009b31m\u009d0;x\u009c', '\\x9b31m\\x9d0;x\\x9c'],
    ['a return to the line', 'Ana\rEva', 'Ana\\rEva'],
    ['a backspace and a delete', 'a\bb\u007f', 'a\\x08b\\x7f'],
    ['a line break in a name', 'Ana\r\nSilva', 'Ana\\r\\nSilva'],
    ['a tab and a null', 'a\tb\u0000', 'a\\tb\\x00'],
    ['a text that turns round', 'a\u202egpj.exe', 'a\\u{202e}gpj.exe'],
    [
      'isolates and marks',
      '\u2066a\u2069\u200e\u200f\u061c',
      '\\u{2066}a\\u{2069}\\u{200e}\\u{200f}\\u{061c}',
    ],
    ['zero width', 'a\u200bb\u2060c\ufeffd\u00ade', 'a\\u{200b}b\\u{2060}c\\u{feff}d\\xade'],
    ['tags', 'a\u{e0041}\u{e007f}', 'a\\u{e0041}\\u{e007f}'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['invisible fillers', 'a\u115fb\u1160', 'a\\u{115f}b\\u{1160}'],
    ['half a surrogate pair', 'a\ud83db', 'a\\u{d83d}b'],
    ['a joiner that only hides', 'An\u200da \u200cx 👩\u200d', 'An\\u{200d}a \\u{200c}x 👩\\u{200d}'],
    ['two joiners in a row', '👩\u200d\u200d👩', '👩\\u{200d}\\u{200d}👩'],
  ])('%s', async (_, given, shown) => {
    expect(safe(given)).toBe(shown);
    expect(await print([line(given)], PIPE)).toBe(`${shown}\n`);
    expect(await print([table([['x', given]])], PIPE)).toBe(`x  ${shown}\n`);
  });

  test.each([
    ['a grapheme joiner', '\u034f'],
    ['a Hangul filler', '\u3164'],
    ['a narrow Hangul filler', '\uffa0'],
    ['a Mongolian selector', '\u180b'],
    ['a variation selector after a letter', '\ufe00'],
    ['shorthand format', '\u{1bca0}'],
    ['musical format', '\u{1d173}'],
  ])('%s', (_, hidden) => {
    expect(safe(`An${hidden}a`)).not.toContain(hidden);
  });

  test('a joiner between the accents of a Latin letter', () => {
    expect(safe('n\u0303\u200d\u0303')).not.toContain('\u200d');
  });
});

describe('what people write stays as it is', () => {
  test.each([
    'Ana Silva',
    'José Jose\u0301 Łukasz Groß',
    '👩‍💻 👨‍👩‍👧‍👦 👩🏽‍🚀 ⛹🏽‍♂️',
    '🏳️‍🌈 ❤️‍🔥 ☺️ 1️⃣ 🇵🇹',
    'می‌خواهم',
    'क्‍ष ශ්‍රී',
    '王小明 김민수 محمد דוד',
    'a\u00a0b\u3000c',
    '\\n \\e[2J',
  ])('%s', (given) => {
    expect(safe(given)).toBe(given);
    expect(safeJson(given)).toBe(JSON.stringify(given));
  });
});

test('a name that ends with a joined virama stays as it is', () => {
  expect(safe('മോഹന്\u200d')).toBe('മോഹന്\u200d');
});

describe('whatever the text is', () => {
  test('nothing harmful is left, in a line, a table or JSON', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        expect(safe(given)).not.toMatch(HARMFUL);
        const printed = await print([line(given, strong(given)), table([[given, given]])], PIPE);
        expect(printed.replaceAll('\n', '')).not.toMatch(HARMFUL);
        expect(printed.split('\n')).toHaveLength(3);
        expect(safeJson([given]).replaceAll('\n', '')).not.toMatch(HARMFUL);
      }),
      RUNS,
    );
  });

  test('in color, no escape is left but those of the style', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const printed = await print([line(strong(given))], { columns: 30, color: true });
        const plain = printed.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '');
        expect(plain.replaceAll('\n', '')).not.toMatch(HARMFUL);
      }),
      RUNS,
    );
  });

  test('it is made safe once and for all, and what is harmless is not changed', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(safe(safe(given))).toBe(safe(given));
        const harmless = given
          .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
          .replace(/[\u3164\uffa0\u115f\u1160]/g, '');
        expect(safe(harmless)).toBe(harmless);
      }),
      RUNS,
    );
  });

  test('JSON reads back the same', () => {
    const value = fc.oneof(text, fc.jsonValue({ stringUnit: 'binary' }), fc.dictionary(text, text));
    fc.assert(
      fc.property(value, (given) => {
        const back: unknown = JSON.parse(safeJson(given));
        expect(JSON.stringify(back)).toBe(JSON.stringify(given));
      }),
      RUNS,
    );
    expect(JSON.parse(safeJson('a\ud800b'))).toBe('a\ud800b');
  });
});
