import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { print } from '../../src/render/print.ts';
import {
  clipped,
  count,
  faint,
  good,
  hanging,
  line,
  listed,
  type Piece,
  strong,
  table,
} from '../../src/render/text.ts';
import { measurer } from '../../src/render/width.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const PIPE = { columns: Number.POSITIVE_INFINITY, color: false };
const page = (columns: number) => ({ columns, color: false });

describe('a table', () => {
  // Rows and their cells, and what is printed.
  test.each([
    ['words', '1|Ana|promised/12|Benedict|helped', '1   Ana       promised/12  Benedict  helped'],
    ['wide letters', '1|王小明|a/2|Ana|b/3|김민수|c', '1  王小明  a/2  Ana     b/3  김민수  c'],
    ['accents', 'é|a/e\u0301|b/x\u0302\u0301|c/ab|d', 'é   a/e\u0301   b/x\u0302\u0301   c/ab  d'],
    [
      'pictures',
      '👩‍💻|a/👨‍👩‍👧‍👦|b/☺️|c/👩🏽‍🚀|d/🇵🇹|e/abc|f',
      '👩‍💻   a/👨‍👩‍👧‍👦   b/☺️   c/👩🏽‍🚀   d/🇵🇹   e/abc  f',
    ],
    ['shorter rows, whose last cell widens nothing', 'a long heading/a|b', 'a long heading/a  b'],
    ['empty cells', '1|Ana|x/||move', '1  Ana  x/        move'],
  ])('aligns %s', async (_, cells, printed) => {
    const rows = cells.split('/').map((row) => row.split('|'));
    expect(await print([table(rows)], PIPE)).toBe(`${printed.replaceAll('/', '\n')}\n`);
  });

  test('of nothing is nothing', async () => {
    expect(await print([table([])], PIPE)).toBe('');
  });

  test('wraps its last column under itself while there is room, else by two', async () => {
    const rows = [['1', 'Ana', 'you promised her the intro to Lee']];
    expect(await print([table(rows)], page(28))).toBe('1  Ana  you promised her the\n        intro to Lee\n');
    expect(await print([table(rows)], page(24))).toBe('1  Ana  you promised her\n  the intro to Lee\n');
  });

  test('that is clipped keeps a line for each row, its widest cells cut short', async () => {
    const rows = [
      ['1', 'Ana', 'Chief of everything at a company with a long name'],
      ['2', 'Benedict', ''],
    ];
    expect(await print([clipped(rows)], page(30))).toBe('1  Ana       Chief of everyth…\n2  Benedict\n');
    expect(await print([clipped(rows)], page(22))).toBe('1  Ana       Chief of…\n2  Benedict\n');
    expect(await print([clipped([['王小明王小明王小明王小明', 'x']])], page(20))).toBe('王小明王…   x\n');
    expect(await print([clipped(rows)], PIPE)).toContain('with a long name\n');
  });

  test('that is clipped is never wider than the page', async () => {
    const cell = fc
      .array(fc.constantFrom('a', 'bc ', 'é', '王', '👩‍💻', '☺️', '🇵🇹'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 20, max: 60 }),
        async (rows, columns) => {
          const printed = (await print([clipped(rows)], page(columns))).slice(0, -1).split('\n');
          expect(printed).toHaveLength(rows.length);
          expect(Math.max(...printed.map((row) => stringWidth(row)))).toBeLessThanOrEqual(columns);
        },
      ),
      RUNS,
    );
  });

  test('aligns whatever stands in it', async () => {
    const cell = fc
      .array(fc.constantFrom('a', 'é', 'e\u0301', '王', '👩‍💻', '☺️', '❤️‍🔥', 'ñ', '\u202e', '\t', '🇵🇹', 'ی'), {
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const printed = await print([table(rows.map((cells) => [...cells, '|']))], PIPE);
        const ends = printed
          .trimEnd()
          .split('\n')
          .map((row) => stringWidth(row));
        expect(new Set(ends).size).toBe(1);
      }),
      RUNS,
    );
  });
});

describe('a long line', () => {
  test.each([
    ['breaks between words', [line('one two three four five six')], 20, ['one two three four', 'five six']],
    [
      'never below twenty columns',
      [line('one two three four five six')],
      3,
      ['one two three four', 'five six'],
    ],
    ['hangs', [hanging(4, 'one two three four five six')], 20, ['one two three four', '    five six']],
    ['keeps a long word whole', [line(`a ${'b'.repeat(25)} c`)], 20, ['a', 'b'.repeat(25), 'c']],
    ['counts wide letters twice', [line('王小明王小 王小明王小明')], 20, ['王小明王小', '王小明王小明']],
    ['keeps spaces inside', [line('a   b')], 20, ['a   b']],
    ['is empty', [line('')], 20, ['']],
    [
      'stays one in a pipe',
      [line('word '.repeat(100))],
      Number.POSITIVE_INFINITY,
      ['word '.repeat(100).trim()],
    ],
  ])('%s', async (_, text, columns, lines) => {
    expect(await print(text, page(columns))).toBe(lines.map((printed) => `${printed}\n`).join(''));
  });

  const word = fc
    .array(fc.constantFrom('a', 'b', 'é', '王', '👩‍💻', '\t', '☺️'), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join(''));
  const spaced = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '  ')), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const columns = fc.integer({ min: 20, max: 60 });

  /** Lines that are wider than the page although more than one word stands in them. */
  function tooWide(printed: string, most: number): string[] {
    return printed.split('\n').filter((row) => stringWidth(row) > most && row.trim().includes(' '));
  }

  test('is never wider than the page unless a word is, and loses nothing but spaces', async () => {
    const pieces = fc.array(fc.tuple(spaced, fc.boolean()), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pieces, columns, async (given, most) => {
        const styled = given.map(([text, bold]): Piece => (bold ? strong(text) : text));
        const printed = await print([line(...styled)], page(most));
        expect(tooWide(printed, most)).toEqual([]);
        const wanted = await print([line(...styled)], PIPE);
        expect(printed.replace(/\s+/g, ' ')).toBe(wanted.replace(/\s+/g, ' '));
      }),
      RUNS,
    );
  });

  test('in a table the same', async () => {
    const rows = fc.array(fc.array(spaced, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rows, columns, async (given, most) => {
        const printed = await print([table(given)], page(most));
        expect(tooWide(printed, most)).toEqual([]);
        const wanted = await print([table(given)], PIPE);
        expect(printed.replace(/\s+/g, ' ')).toBe(wanted.replace(/\s+/g, ' '));
      }),
      RUNS,
    );
  });

  test('that hangs is never wider than the page', async () => {
    const text = [hanging(4, 'a ', 'b'.repeat(19))];
    expect(tooWide(await print(text, page(20)), 20)).toEqual([]);
  });

  test('breaks at spaces only, also between pieces', async () => {
    const printed = await print([line(strong('Ana Silva Montenegro'), ': asked')], page(20));
    expect(printed.split('\n').filter((row) => row.startsWith(':'))).toEqual([]);
  });
});

describe('styles and words', () => {
  test('color marks what is styled, once for each run of one style on a line', async () => {
    const printed = await print([line('a ', strong('b c'), ' ', good('d'))], { columns: 80, color: true });
    expect(printed).toBe('a \u001b[1mb c\u001b[22m \u001b[32md\u001b[39m\n');
    const broken = await print([line(faint('one two three four five'))], { columns: 20, color: true });
    expect(broken).toBe('\u001b[2mone two three four\u001b[22m\n\u001b[2mfive\u001b[22m\n');
    expect(await print([line(faint('x'))], PIPE)).toBe('x\n');
  });

  test('color changes no break', async () => {
    const text = 'one two three four five six seven';
    const colored = await print([line(strong(text))], { columns: 20, color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken out
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(await print([line(text)], page(20)));
  });

  test.each([
    [[], ''],
    [['Ana'], 'Ana'],
    [['Ana', 'Ben'], 'Ana and Ben'],
    [['Ana', 'Ben', 'Eva'], 'Ana, Ben and Eva'],
  ])('%j is listed as %j', (words, text) => {
    expect(listed(words)).toBe(text);
  });

  test('one is counted as one', () => {
    expect([count(0, 'day'), count(1, 'day'), count(2, 'person', 'people')]).toEqual([
      '0 days',
      '1 day',
      '2 people',
    ]);
  });

  test('letters of one column each are measured as the exact measure does', async () => {
    const letter = fc.constantFrom(...'aZ ~éßØŁΩжЯ–“”…→─✓');
    await fc.assert(
      fc.asyncProperty(fc.array(letter), async (letters) => {
        const text = letters.join('');
        expect((await measurer(text))(text)).toBe(stringWidth(text));
      }),
      RUNS,
    );
  });
});
