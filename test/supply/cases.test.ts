import { describe, expect, test } from 'vitest';
import { figuresText, repeating } from '../../tools/trust/figures.ts';
import { caseProblems, casesOf, filesOf } from '../support/case-tests.ts';
import { CASES } from '../trust/cases.ts';

const TESTS = CASES.map(({ number, harm }) => ({
  name: `a file > ${number} ${harm}`,
  file: `test/trust/${number}.test.ts`,
}));
const FAMILIES = [...new Set(CASES.flatMap(({ torture = [] }) => torture))];

describe('which case a test is about', () => {
  test.each([
    ['29 recurrence bombs are capped', [29]],
    ['a file > 4 a text file', [4]],
    ['26 nesting 10 000 deep, and 27 100 000 parameters', [26, 27]],
    ['11 a full disk, and 12 at open', [11, 12]],
    ['23 one broken card in 1 000: 999 in, 1 reported, and 3', [23]],
    ['10 000 random commands', []],
    ['100 000 rows stream', []],
    ['300 columns', []],
    ['each of 1000 mutated files', []],
    ['a day with 29 in it', []],
    ['29', []],
  ])('%s', (name, numbers) => expect(casesOf(name)).toEqual(numbers));
});

describe('the check of the cases', () => {
  test('finds nothing where each has its test', () => {
    expect(caseProblems(CASES, TESTS, FAMILIES)).toEqual([]);
    expect(filesOf(29, TESTS)).toEqual(['test/trust/29.test.ts']);
  });

  test('finds a case without a test, whichever it is', () => {
    for (const { number, harm, torture = [] } of CASES) {
      const without = TESTS.filter(({ name }) => !casesOf(name).includes(number));
      const families = FAMILIES.filter((family) => !torture.includes(family));
      expect(caseProblems(CASES, without, families)).toContain(`${number}: no test: ${harm}`);
    }
  });

  test('takes a family of the torture for a test, if there is one', () => {
    const without = TESTS.filter(({ name }) => !casesOf(name).includes(14));
    expect(caseProblems(CASES, without, FAMILIES)).toEqual([]);
    const others = FAMILIES.filter((family) => family !== 'power');
    expect(caseProblems(CASES, without, others)).toEqual([
      '14: no test: The power fails',
      '14: no family of npm run torture is called power',
    ]);
  });

  test('finds a case that is gone, and a test of none', () => {
    const left = CASES.filter(({ number }) => number !== 3);
    expect(caseProblems(left, TESTS, FAMILIES)).toEqual([
      'the cases are not 1 to 54',
      expect.stringMatching(/^3: a test without a case: /),
    ]);
    const more = [...TESTS, { name: '55 something else', file: 'test/trust/x.test.ts' }];
    expect(caseProblems(CASES, more, FAMILIES)).toEqual(['55: a test without a case: 55 something else']);
  });
});

describe('the figures', () => {
  const count = { name: 'kills', tried: 1234567, survived: 1234566, lost: 1, corrupt: 0, escaped: 0 };

  test('are a table, by name, with what was skipped at its end', () => {
    const torture = {
      families: [count, { ...count, name: 'damage', tried: 100, survived: 100, lost: 0 }],
      skipped: [{ name: 'power', why: 'no root\nhere | there' }],
    };
    expect(figuresText(torture, ['kills', 'damage', 'power']).split('\n').slice(2)).toEqual([
      '| damage | 100 | 100 | 0 | 0 | 0 | `npm run torture -- damage` |',
      '| kills | 1 234 567 | 1 234 566 | 1 | 0 | 0 | `npm run torture -- kills` |',
      '| power | skipped: no root here \\| there | | | | | `npm run torture -- power` |',
    ]);
  });

  test('say how to get them where there are none', () => {
    expect(figuresText(null, [])).toContain('npm run torture -- --json docs/torture.json');
  });

  test.each([
    ['kills', 'npm run torture -- kills'],
    ['kills: net add', 'npm run torture -- kills'],
    ['kills-late, once', 'npm run torture -- kills-late'],
    ['killers', 'npm run torture'],
    ['something else', 'npm run torture'],
  ])('of %s are had again by %s', (name, typed) => {
    expect(repeating(name, ['damage', 'kills', 'kills-late'])).toBe(typed);
  });
});
