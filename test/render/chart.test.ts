import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChart } from '../../src/render/chart.ts';
import { print } from '../../src/render/print.ts';
import { stringWidth } from '../../src/render/string-width.ts';

const drawn = (bars: Parameters<typeof barChart>[0], columns: number) =>
  print([barChart(bars)], { columns, color: false });

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

  test('a wide name takes its room, and is cut where it would take all', async () => {
    const bars = [
      { label: '東京もくもく会', value: 2, of: 4, note: '2 of 4' },
      { label: 'Choir', value: 1, of: 1, note: '1 of 1' },
    ];
    expect(await drawn(bars, 40)).toBe(
      ['東京もくもく会  ████████░░░░░░░░  2 of 4', 'Choir           ████              1 of 1', ''].join('\n'),
    );
    expect((await drawn([{ label: '東京もくもく会'.repeat(3), value: 1, note: '1' }], 40)).trimEnd()).toBe(
      '東京もくもく会東京…  ████████████████  1',
    );
  });

  test('no line is longer than the page', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            label: fc.string({
              unit: fc.constantFrom('a', 'é', '会', '👩‍🌾', '\u001b'),
              minLength: 1,
              maxLength: 30,
            }),
            value: fc.nat(50),
            note: fc.nat(999).map((n) => `${n} of 999`),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.integer({ min: 32, max: 120 }),
        async (bars, columns) => {
          const rows = (await drawn(bars, columns)).trimEnd().split('\n');
          expect(rows).toHaveLength(bars.length);
          for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 200, seed: 20261122 },
    ));
});
