import { describe, expect, test } from 'vitest';
import { auc, pairsOf } from '../../bench/warmth/auc.ts';
import { cutoffsOf, percentile, rowsOf, scoredGroups, type TieRow } from '../../bench/warmth/protocol.ts';
import { readIds, readTies, touchDays } from '../../bench/warmth/records.ts';

const told = (...all: readonly (readonly [number, boolean])[]) =>
  all.map(([score, positive]) => ({ score, positive }));

describe('AUC', () => {
  test.each([
    ['all told right', [told([2, true], [1, false])], 1],
    ['all told wrong', [told([1, true], [2, false])], 0],
    ['the same number tells nothing', [told([1, true], [1, false])], 0.5],
    ['each pair counts', [told([3, true], [1, true], [2, false])], 0.5],
    [
      'pairs of several groups, never across them',
      [told([3, true], [2, false]), told([1, true], [1, false])],
      0.75,
    ],
    ['a group of one kind adds no pair', [told([9, false], [8, false]), told([3, true], [2, false])], 1],
    ['no pair at all', [told([1, true])], null],
    ['nobody', [], null],
  ])('%s', (_, groups, value) => {
    expect(auc(groups)).toBe(value);
  });

  test('pairs are counted as if one by one', () => {
    const group = told([1, true], [1, false], [2, true], [0, false], [2, false], [2, true], [0, true]);
    let right = 0;
    let all = 0;
    for (const good of group.filter(({ positive }) => positive)) {
      for (const bad of group.filter(({ positive }) => !positive)) {
        all++;
        right += good.score > bad.score ? 1 : good.score === bad.score ? 0.5 : 0;
      }
    }
    expect(pairsOf(group)).toEqual({ right, all });
  });
});

describe('records', () => {
  test('a touch is a day, either way, and counts once', () => {
    const ties = readTies('a b 86400\nb a 90000\na b 1.728e5\na a 0\n\nc a 0\n');
    expect(ties.get('a')?.get('b')).toEqual([1, 2]);
    expect(ties.get('b')?.get('a')).toEqual([1, 2]);
    expect(ties.get('a')?.has('a')).toBe(false);
    expect(touchDays(ties)).toEqual([0, 1, 2]);
  });

  test.each(['a b', 'a b c', 'a b 1 2'])('what cannot be read is named: %s', (line) => {
    expect(() => readTies(`a b 0\n${line}\n`)).toThrow(/^line 2 /);
  });

  test('ids stand one a line', () => {
    expect(readIds('4\n5\n\n12\n')).toEqual(['4', '5', '12']);
  });
});

describe('the protocol', () => {
  test('percentiles lie between neighbors in proportion', () => {
    expect(percentile([0, 10], 0.01)).toBeCloseTo(0.1);
    expect(percentile([1, 2, 9], 0.5)).toBe(2);
    expect(percentile([7], 0.99)).toBe(7);
  });

  test.each([
    ['a short record: from day 60, every 14 days', 100, [60]],
    ['up to 30 days before its end', 104, [60, 74]],
    ['a long one: from day 120, every 28 days', 261, [120, 148, 176, 204]],
    ['too short for any', 80, []],
  ])('%s', (_, hi, days) => {
    // A hundred first and last days: the percentiles are the ends.
    const all = [...Array(100).fill(0), ...Array(100).fill(hi)];
    expect(cutoffsOf(all)).toEqual(days);
  });

  /** Somebody in touch with `x` on each of these days, and daily with `y`, in a record of 100 days. */
  const record = (days: readonly number[]) =>
    readTies(
      [
        ...days.map((day) => `me x ${day * 86_400}`),
        ...Array.from({ length: 101 }, (_, day) => `me y ${day * 86_400}`),
        ...[0, 100].flatMap((day) => Array.from({ length: 60 }, (_, i) => `p${i} q${i} ${day * 86_400}`)),
      ].join('\n'),
    );

  test.each([
    ['three days before, and one in the 30 days after', [10, 20, 60, 90], { days: 3, gap: 0, again: true }],
    ['the cutoff itself is before', [10, 20, 30], { days: 3, gap: 30, again: false }],
    ['the 31st day after is too late', [10, 20, 30, 91], { days: 3, gap: 30, again: false }],
    ['two days are no history', [10, 20, 70], undefined],
  ])('a tie: %s', (_, days, expected) => {
    const rows = rowsOf(record(days), ['me']).filter((row) => row.days < 10);
    expect(rows[0]).toEqual(expected && { ego: 'me', cutoff: 60, ...expected });
  });

  test('only who is studied, and was active before and after', () => {
    expect(rowsOf(record([10, 20, 30]), ['x', 'p1', 'nobody'])).toEqual([]);
  });

  test('the later half of the cutoffs, by person and day', () => {
    const row = (ego: string, cutoff: number): TieRow => ({ ego, cutoff, days: 3, gap: 1, again: true });
    const rows = [row('a', 60), row('b', 60), row('c', 60), row('a', 74), row('a', 74), row('b', 88)];
    expect(scoredGroups(rows).map((group) => group.map(({ ego, cutoff }) => `${ego} ${cutoff}`))).toEqual([
      ['a 74', 'a 74'],
      ['b 88'],
    ]);
  });
});
