import { beforeAll, describe, expect, test } from 'vitest';
import { card, costs, END, event, message, type Parts } from '../support/costs.ts';
import { buildOnce } from '../support/sitting.ts';
import { tries } from '../support/tries.ts';

beforeAll(buildOnce);

/** What is recognized by its beginning is refused after that. */
const REFUSED_MS = 5000;

const LONG = tries(40_000_000, 200_000_000);
const long = (text = 'x'): readonly [string, number] => [text, LONG / text.length];

describe(`24 a line of ${LONG / 1e6} MB`, () => {
  test.each<[string, Parts]>([
    ['a value of a vCard', [[card('Ana', 'NOTE:'), 1], long(), [`\n${END}${card('Ben')}${END}`, 1]]],
    ['a line of a vCard without a name', [[card('Ana'), 1], long(), [`\n${END}${card('Ben')}${END}`, 1]]],
    ['a cell of a table', [['Name,Note\nAna,a\n,', 1], long(), ['\nBen,b\n', 1]]],
    ['a quoted cell', [['Name,Note\nAna,a\n,"', 1], long(), ['"\nBen,b\n', 1]]],
    [
      'a line of friends.md',
      [['### Activities:\n- 2026-01-02: ', 1], long(), ['\n\n### Friends:\n- Ana\n- Ben\n', 1]],
    ],
  ])('24 %s', async (_, parts) => {
    const measured = await costs(parts);
    expect([measured.code, measured.names, measured.rejected]).toEqual([3, ['Ana', 'Ben'], 1]);
  });

  test.each<[string, number, Parts]>([
    [
      'a summary of an event',
      3,
      [
        [`BEGIN:VCALENDAR\n${event('1', 'SUMMARY:')}`, 1],
        long(),
        [`\nEND:VEVENT\n${event('2')}END:VEVENT\nEND:VCALENDAR\n`, 1],
      ],
    ],
    ['the body of a message', 0, [[`${message(15)}\n`, 1], long(), [`\n\n${message(22)}\nwords\n`, 1]]],
    [
      'the header of a message',
      0,
      [[message(15, 'Subject: '), 1], long(), [`\n\nwords\n\n${message(22)}\nwords\n`, 1]],
    ],
  ])('24 %s', async (_, code, parts) => {
    const measured = await costs(parts);
    expect([measured.code, measured.talks]).toEqual([code, 2]);
  });

  test('24 a row of what net exported', async () => {
    const measured = await costs([['{"net":1,\n"contact":[\n{"id":"', 1], long(), ['"}\n]}\n', 1]]);
    expect([measured.code, measured.rejected]).toEqual([3, 1]);
  });

  test.each<[string, Parts]>([
    ['nothing in particular', [long()]],
    ['nothing but line breaks', [long('\n')]],
    // Each value takes up far more room than its text.
    [
      'values of JSON',
      [
        [
          '{"metadata":{"exported_at":1,"app_version":"0.2.5","schema_version":11,"format_version":1},"contacts":[1',
          1,
        ],
        [',1', LONG / 10],
        [']}', 1],
      ],
    ],
  ])('24 %s is refused', async (_, parts) => {
    const measured = await costs(parts);
    expect(measured.code).toBe(5);
    expect(measured.cpu).toBeLessThan(REFUSED_MS);
  });
});
