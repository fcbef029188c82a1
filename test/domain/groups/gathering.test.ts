import { describe, expect, test } from 'vitest';
import { meantByWorth } from '../../../src/domain/groups/gathering.ts';
import { gatheringWith } from '../../support/groups.ts';
import { ago, TODAY } from '../../support/people.ts';

describe('the gathering that is meant by --worth alone', () => {
  const said = (days: number) => gatheringWith(ago(days), { worth: true });
  const open = (days: number) => gatheringWith(ago(days));
  test.each([
    ['the last that does not say', [open(9), open(3), said(1)], ago(3)],
    ['of two weeks', [open(14)], ago(14)],
    ['not of longer ago', [open(15)], null],
    ['that of today, though it says', [said(3), said(0)], TODAY],
    ['one that does not say before that of today', [open(3), said(0)], ago(3)],
    ['none where all say', [said(3)], null],
    ['none where there is none', [], null],
  ] as const)('%s', (_, gatherings, on) => {
    expect(meantByWorth(gatherings, TODAY)?.heldOn ?? null).toBe(on);
  });
});
