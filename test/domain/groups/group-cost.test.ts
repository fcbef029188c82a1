import { describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/days/day.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { costIn } from '../../../src/domain/groups/group-cost.ts';
import { lastDays } from '../../../src/domain/groups/group-record.ts';
import { gatheringWith, groupWith } from '../../support/groups.ts';
import { ago, TODAY } from '../../support/people.ts';

const YEAR = lastDays(365, TODAY);

describe('fees within a year, of a group joined on 2024-11-22', () => {
  test.each<[string, Partial<Group>, number]>([
    ['each month', { feePer: 'month' }, 12],
    ['each quarter', { feePer: 'quarter' }, 4],
    ['each year', { feePer: 'year' }, 1],
    ['once, long ago', { feePer: 'once' }, 0],
    ['once, lately', { feePer: 'once', joinedOn: ago(5) }, 1],
    ['each month since a hundred days', { feePer: 'month', joinedOn: ago(100) }, 4],
    ['from joining on', { feePer: 'month', joinedOn: TODAY }, 1],
    ['not during a trial', { feePer: 'month', joinedOn: ago(40), trialUntil: TODAY }, 0],
    ['after it', { feePer: 'month', joinedOn: ago(40), trialUntil: ago(1) }, 1],
    ['until it was left', { feePer: 'month', joinedOn: ago(100), leftOn: ago(50) }, 2],
    ['without a period', { feePer: null }, 0],
  ])('%s', (_, given, times) => {
    const group = groupWith({ fee: 1000, ...given });
    expect(costIn({ group, gatherings: [] }, YEAR).fees).toBe(1000 * times);
  });
});

test('gatherings of the window, with what they took', () => {
  const gatherings = [
    gatheringWith(ago(365), { minutes: 99, cost: 99 }),
    gatheringWith(ago(364), { minutes: 60, commute: 30, cost: 500 }),
    gatheringWith(TODAY, { minutes: 30 }),
    gatheringWith(ago(3)),
    gatheringWith(null, { minutes: 99 }),
  ];
  expect(costIn({ group: groupWith(), gatherings }, YEAR)).toEqual({
    gatherings: 3,
    timed: 2,
    minutes: 90,
    commute: 30,
    fees: 0,
    costs: 500,
  });
  expect(
    costIn({ group: groupWith(), gatherings }, { from: day('2020-01-01'), to: day('2020-12-31') }).gatherings,
  ).toBe(0);
});
