import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIRCLES, CONTACT_POINT_KINDS, ORIGINS, TRAIT_KINDS } from '../../src/domain/contact.ts';
import { addDays, type Birthday } from '../../src/domain/days/day.ts';
import { NetError } from '../../src/domain/error.ts';
import { type Sheet, sheetOf } from '../../src/domain/sheet.ts';
import { formatSheet, isEmptied, parseSheet } from '../../src/formats/sheet-text.ts';
import { contactWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

const NOBODY: Sheet = sheetOf({ contact: contactWith({ name: '' }), points: [], traits: [], notes: [] });

const ANA = `# Ana: change what you like and save.
name: Ana Silva
org: Acme: Ltd
role:
city: São Paulo
birthday: --02-29
ask about: # how is the new job?
every: 6w
last: 2026-11-02
origin: event
score: no
email: ana@example.org (work)
phone: +351 (0)21 000
url:

tag: rust
needs: an investor
note: two\\nlines \\\\o/
`;

/** What went wrong, in one line. */
function refusal(text: string): string {
  try {
    parseSheet(text);
  } catch (error) {
    if (error instanceof NetError) return `${error.code}: ${error.message} (${error.hint})`;
    throw error;
  }
  return 'nothing';
}

describe('a sheet is read', () => {
  test('line by line', () => {
    expect(parseSheet(ANA)).toEqual({
      ...NOBODY,
      name: 'Ana Silva',
      org: 'Acme: Ltd',
      city: 'São Paulo',
      birthday: '--02-29',
      askAbout: '# how is the new job?',
      everyDays: 42,
      lastOn: '2026-11-02',
      origin: 'event',
      noScore: true,
      points: [
        { kind: 'email', value: 'ana@example.org', label: 'work' },
        { kind: 'phone', value: '+351 (0)21 000', label: null },
      ],
      traits: [
        { kind: 'tag', text: 'rust' },
        { kind: 'need', text: 'an investor' },
      ],
      notes: ['two\nlines \\o/'],
    });
  });

  test('with the line ends of Windows, and spaces around', () => {
    expect(parseSheet(ANA.replaceAll('\n', '\r\n').replace(/^([a-z ]+): /gm, ' $1 :   '))).toEqual(
      parseSheet(ANA),
    );
  });

  test('an empty text is nobody, known for nothing', () => {
    expect(parseSheet('')).toEqual(NOBODY);
    expect(parseSheet('score:\n')).toEqual(NOBODY);
  });

  test.each([
    ['name: Ana\n\nzodiac: leo', 'line 3: "zodiac: leo" is no field'],
    ['Ana Silva', 'line 1: "Ana Silva" is no field'],
    ['Name: Ana', 'line 1: "Name: Ana" is no field'],
    [': Ana', 'line 1: ": Ana" is no field'],
    ['constructor: x', 'line 1: "constructor: x" is no field'],
    ['__proto__: x', 'line 1: "__proto__: x" is no field'],
    ['birthday: 2025-02-29', 'line 1: birthday: "2025-02-29" is not a day'],
    ['# a\n# b\nlast: --05-03', 'line 3: last: "--05-03" is not a day'],
    ['met: yesterday', 'line 1: met: "yesterday" is not a day'],
    ['circle: best', 'line 1: circle: "best" is not known'],
    ['score: maybe', 'line 1: score: "maybe" is not known'],
    ['every: 0d', 'line 1: every: "0d" is not a span'],
    ['every: 11y', 'line 1: every: "11y" is not a span'],
  ])('%j is refused', (text, message) => {
    expect(refusal(text)).toContain(`rejected: ${message} (`);
  });

  test('a name that is given twice is refused', () => {
    expect(refusal('name: Ana\nname: Eva')).toContain('line 2');
  });
});

test.each([
  ['21 (Work (old))', '21', 'Work (old)'],
  ['21 (Work \\(old\\))', '21', 'Work (old)'],
  ['21 (0) 5 (home)', '21 (0) 5', 'home'],
  ['21 (home', '21 (home', null],
])('"phone: %s" is %j, labeled %j', (text, value, label) => {
  expect(parseSheet(`phone: ${text}`).points).toEqual([{ kind: 'phone', value, label }]);
});

test.each([
  ['', true],
  ['\n  \r\n# only this\n', true],
  ['name:', false],
])('%j is emptied: %s', (text, emptied) => {
  expect(isEmptied(text)).toBe(emptied);
});

describe('a sheet is written', () => {
  test('with an empty line for what is not known', () => {
    expect(
      formatSheet({ ...NOBODY, name: 'Ana' })
        .split('\n')
        .slice(0, 4),
    ).toEqual(['name: Ana', 'nick:', 'org:', 'role:']);
    expect(formatSheet({ ...NOBODY, everyDays: 45, noScore: true })).toContain('every: 45d\n');
  });

  test.each([
    [{ kind: 'phone', value: '21 (ext 5)', label: null }, 'phone: 21 (ext 5) ()'],
    [{ kind: 'phone', value: '21', label: 'Work (old)' }, 'phone: 21 (Work \\(old\\))'],
    [{ kind: 'phone', value: ' 21', label: null }, 'phone: \\u{20}21'],
    [{ kind: 'url', value: 'https://x.example/a_(b)', label: null }, 'url: https://x.example/a_(b) ()'],
  ] as const)('%j as %j', (point, text) => {
    expect(formatSheet({ ...NOBODY, points: [point] })).toContain(`${text}\n`);
  });
});

describe('what is written reads back the same', () => {
  const rare = fc.constantFrom(
    ...'\\ \\n \n \r \t : # ( ) () a é 👩‍💻 \u2028 \u0085'.split(' '),
    ' (x)',
    ' ',
  );
  const stored = (text: fc.Arbitrary<string>) =>
    text.map((given) => given.trim()).filter((given) => given !== '');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(rare, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  const aText = stored(anyText);
  const aNote = anyText.filter((given) => given !== '');
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const aDay = fc.nat({ max: 30_000 }).map((days) => addDays(TODAY, -days));
  const aBirthday = aDay.map((date) => (date.endsWith('1') ? date : `-${date.slice(4)}`) as Birthday);

  /** As the program stores them: points and traits by their kind, in the order of the fields. */
  const sorted = <T extends { readonly kind: string }>(kinds: readonly string[], list: readonly T[]): T[] =>
    kinds.flatMap((kind) => list.filter((each) => each.kind === kind));

  const aPoint = fc.record({
    kind: fc.constantFrom(...CONTACT_POINT_KINDS),
    value: aNote,
    label: maybe(aNote),
  });
  const aTrait = fc.record({ kind: fc.constantFrom(...TRAIT_KINDS), text: aNote });
  const aSheet: fc.Arbitrary<Sheet> = fc
    .record({
      name: aText,
      nickname: maybe(aText),
      org: maybe(aText),
      role: maybe(aText),
      city: maybe(aText),
      birthday: maybe(aBirthday),
      askAbout: maybe(aText),
      circle: maybe(fc.constantFrom(...CIRCLES)),
      everyDays: maybe(fc.integer({ min: 1, max: 3650 })),
      lastOn: maybe(aDay),
      metOn: maybe(aDay),
      origin: maybe(fc.constantFrom(...ORIGINS)),
      noScore: fc.boolean(),
      points: fc.array(aPoint, { maxLength: 4 }),
      traits: fc.array(aTrait, { maxLength: 4 }),
      notes: fc.array(aNote, { maxLength: 3 }),
    })
    .map((given) => ({
      ...given,
      points: sorted(CONTACT_POINT_KINDS, given.points),
      traits: sorted(TRAIT_KINDS, given.traits),
    }));

  test('for every sheet that the program can store', () => {
    fc.assert(
      fc.property(aSheet, (sheet) => {
        expect(parseSheet(formatSheet(sheet))).toEqual(sheet);
      }),
      RUNS,
    );
  });

  test('also where a value that is labeled has a line break', () => {
    const points = [{ kind: 'url', value: 'https://a.example\nhttps://b.example', label: 'work' }] as const;
    expect(parseSheet(formatSheet({ ...NOBODY, name: 'Ana', points })).points).toEqual(points);
  });

  test('whatever is typed in the editor is a sheet or refused by its line', () => {
    const key = fc.constantFrom('name', 'every', 'email', 'birthday', 'x', '');
    const line = fc.tuple(key, fc.constantFrom(':', ': ', ''), anyText);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const found = refusal(lines.map((parts) => parts.join('')).join('\n'));
        expect(found).toMatch(/^(nothing|rejected: line \d+: )/);
      }),
      RUNS,
    );
  });
});
