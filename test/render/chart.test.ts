import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChart } from '../../src/render/chart.ts';
import { print } from '../../src/render/print.ts';

const drawn = (bars: Parameters<typeof barChart>[0], columns: number) =>
  print([barChart(bars, columns)], { columns, color: false });

const BARS = [
  { label: 'event', value: 2, of: 8, note: '2 of 8' },
  { label: 'volunteering', value: 4, of: 4, note: '4 of 4' },
  { label: 'online', value: 0, of: 1, note: '0 of 1' },
];

describe('bars', () => {
  test('are on one scale, filled as far as the part goes', async () => {
    expect(await drawn(BARS, Number.POSITIVE_INFINITY)).toBe(
      [
        'event         ████████░░░░░░░░░░░░░░░░░░░░░░  2 of 8',
        'volunteering  ███████████████                 4 of 4',
        'online        ░░░░                            0 of 1',
        '',
      ].join('\n'),
    );
  });

  test('have room on a narrow terminal', async () => {
    expect(await drawn(BARS, 40)).toBe(
      [
        'event         █████░░░░░░░░░░░░░  2 of 8',
        'volunteering  █████████           4 of 4',
        'online        ░░                  0 of 1',
        '',
      ].join('\n'),
    );
  });

  test('nothing is drawn for nobody, and something for anybody', async () => {
    const text = await drawn(
      [
        { label: 'kept', value: 1, note: '1' },
        { label: 'stack', value: 10_000, note: '10000' },
        { label: 'growing', value: 0, note: '0' },
      ],
      60,
    );
    expect(text.split('\n').map((row) => row.match(/█/g)?.length ?? 0)).toEqual([1, 30, 0, 0]);
  });

  test('what people have typed stays harmless', async () => {
    expect(await drawn([{ label: 'Eve\u001b[2J', value: 1, note: '1' }], 60)).toContain('Eve\\e[2J');
  });

  test('no line is longer than the page', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            label: fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 12 }),
            value: fc.nat(50),
            note: fc.nat(999).map((n) => `${n} of 999`),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.integer({ min: 32, max: 120 }),
        async (bars, columns) => {
          for (const row of (await drawn(bars, columns)).split('\n'))
            expect(row.length).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 200, seed: 20261122 },
    ));
});
