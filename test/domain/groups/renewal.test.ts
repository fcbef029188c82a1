import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, type DayOf, day, daysBetween } from '../../../src/domain/days/day.ts';
import { FEE_PERIODS, type Group } from '../../../src/domain/groups/group.ts';
import { decisionDue, decisionsDue, nextAsked, nextRenewal } from '../../../src/domain/groups/renewal.ts';
import { groupWith } from '../../support/groups.ts';
import { ago, TODAY } from '../../support/people.ts';

const inUtc: DayOf = (instant) => day(instant.slice(0, 10));

describe('the next renewal', () => {
  test.each([
    ['2026-12-01', 'month', '2026-12-01'],
    ['2026-11-22', 'month', '2026-11-22'],
    ['2026-11-21', 'month', '2026-12-21'],
    ['2026-01-31', 'month', '2026-11-30'],
    ['2026-01-10', 'quarter', '2027-01-10'],
    ['2025-11-30', 'year', '2026-11-30'],
    ['2025-11-01', 'once', '2027-11-01'],
    ['2024-02-29', 'year', '2027-02-28'],
    ['2025-11-01', null, '2027-11-01'],
  ] as const)('first on %s, by the %s: %s', (first, feePer, next) => {
    expect(nextRenewal({ renewsOn: day(first), feePer }, TODAY)).toBe(next);
  });

  test('is none where none is known', () => {
    expect(nextRenewal({ renewsOn: null, feePer: 'month' }, TODAY)).toBeNull();
  });

  test('is never past, and never more than a period away once the first has been', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(...FEE_PERIODS), (days, feePer) => {
        const next = nextRenewal({ renewsOn: ago(days), feePer }, TODAY);
        expect(next !== null && next >= TODAY).toBe(true);
        const longest = feePer === 'month' ? 31 : feePer === 'quarter' ? 92 : 366;
        expect(daysBetween(TODAY, next as CalendarDate)).toBeLessThanOrEqual(longest);
      }),
      { seed: 20261122 },
    );
  });
});

const ahead = (days: number) => addDays(TODAY, days);

describe('a decision is said', () => {
  test.each([
    ['year', 15, null],
    ['year', 14, 'renewal'],
    ['year', 0, 'renewal'],
    ['year', -1, null],
    ['month', 8, null],
    ['month', 7, 'renewal'],
    [null, 14, 'renewal'],
  ] as const)('of a renewal, by the %s, in %i days: %s', (feePer, days, kind) => {
    expect(decisionDue(groupWith({ renewsOn: ahead(days), feePer }), TODAY, inUtc)?.kind ?? null).toBe(kind);
  });

  test.each([
    [8, null],
    [7, 'trial'],
    [0, 'trial'],
    [-7, 'trial'],
    [-8, null],
  ])('of a trial that ends in %i days: %s', (days, kind) => {
    expect(decisionDue(groupWith({ trialUntil: ahead(days) }), TODAY, inUtc)?.kind ?? null).toBe(kind);
  });

  test('of the trial before the renewal', () => {
    const group = groupWith({ trialUntil: ahead(3), renewsOn: ahead(1) });
    expect(decisionDue(group, TODAY, inUtc)).toEqual({ group, kind: 'trial', on: ahead(3) });
  });

  test('until it was decided to stay, and again before the next renewal', () => {
    const group = groupWith({ renewsOn: ahead(5), feePer: 'year', reviewedOn: TODAY });
    expect(decisionDue(group, TODAY, inUtc)).toBeNull();
    expect(decisionDue(group, ahead(5), inUtc)).toBeNull();
    expect(decisionDue(group, ahead(5 + 365 - 14), inUtc)?.on).toBe('2027-11-27');
    expect(decisionDue({ ...group, reviewedOn: ago(10) }, TODAY, inUtc)?.kind).toBe('renewal');
  });

  test.each<[string, Partial<Group>, string, string]>([
    ['a year ahead', { feePer: 'year', renewsOn: day('2026-12-10') }, '2026-11-26', '2026-12-10'],
    [
      'a year ahead, decided',
      { feePer: 'year', renewsOn: day('2026-11-30'), reviewedOn: TODAY },
      '2027-11-16',
      '2027-11-30',
    ],
    [
      'by the month, as it is known first',
      { feePer: 'month', renewsOn: day('2026-11-25') },
      '2026-11-18',
      '2026-11-25',
    ],
    [
      'by the month, every third',
      { feePer: 'month', renewsOn: day('2026-10-25') },
      '2027-01-18',
      '2027-01-25',
    ],
    [
      'by the month, three months after it was decided',
      { feePer: 'month', renewsOn: day('2026-11-25'), reviewedOn: TODAY },
      '2027-02-18',
      '2027-02-25',
    ],
    [
      'by the month, decided between two questions',
      { feePer: 'month', renewsOn: day('2026-10-25'), reviewedOn: ago(25) },
      '2027-02-18',
      '2027-02-25',
    ],
    [
      'by the month, on the last day of each',
      { feePer: 'month', renewsOn: day('2026-08-31'), reviewedOn: day('2026-08-30') },
      '2026-11-23',
      '2026-11-30',
    ],
    [
      'a trial before a renewal',
      { feePer: 'month', renewsOn: day('2026-12-20'), trialUntil: day('2026-12-10') },
      '2026-12-03',
      '2026-12-10',
    ],
  ])('next of %s', (_, given, from, on) => {
    expect(nextAsked(groupWith(given), TODAY, inUtc)).toMatchObject({ from, on });
  });

  test('at most every three months of what is paid by the month, answered or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.boolean(), (days, answers) => {
        let group = groupWith({ renewsOn: ago(days), feePer: 'month' });
        const asked: CalendarDate[] = [];
        for (let n = 0; n < 400; n++) {
          const decision = decisionDue(group, ahead(n), inUtc);
          if (decision === null) continue;
          if (asked.at(-1) !== decision.on) asked.push(decision.on);
          if (answers) group = { ...group, reviewedOn: ahead(n) };
        }
        expect(asked.length).toBeGreaterThanOrEqual(4);
        for (const [i, on] of asked.entries())
          if (i > 0) expect(daysBetween(asked[i - 1] as CalendarDate, on)).toBeGreaterThanOrEqual(89);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  test('of no trial that was over before the group was noted', () => {
    const given = { trialUntil: ago(2), createdAt: `${ago(1)}T00:00:00.000Z` };
    expect(decisionDue(groupWith(given), TODAY, inUtc)).toBeNull();
    expect(
      decisionDue(groupWith({ ...given, createdAt: `${ago(2)}T00:00:00.000Z` }), TODAY, inUtc),
    ).not.toBeNull();
  });

  test('of a trial that ended on the evening on which the group was noted, where UTC has the next day already', () => {
    const group = groupWith({ trialUntil: ago(1), createdAt: `${TODAY}T05:00:00.000Z` });
    expect(decisionDue(group, TODAY, inUtc)).toBeNull();
    expect(decisionDue(group, TODAY, (instant) => addDays(inUtc(instant), -1))).not.toBeNull();
  });

  test('of no group that was left or taken back', () => {
    const renewsOn = ahead(2);
    expect(decisionDue(groupWith({ renewsOn, leftOn: ago(1) }), TODAY, inUtc)).toBeNull();
    expect(
      decisionDue(groupWith({ renewsOn, deletedAt: '2026-11-01T00:00:00.000Z' }), TODAY, inUtc),
    ).toBeNull();
  });

  test('the first day first', () => {
    const groups = [5, 1, 3].map((days) => groupWith({ id: `g-${days}`, renewsOn: ahead(days) }));
    expect(decisionsDue(groups, TODAY, inUtc).map(({ group }) => group.id)).toEqual(['g-1', 'g-3', 'g-5']);
  });
});
