import { describe, expect, test } from 'vitest';
import { beginPause, endPauses } from '../../../src/domain/acts/pause.ts';
import { day } from '../../../src/domain/days/day.ts';
import type { Pause, PausedSpan } from '../../../src/domain/days/pause.ts';
import { TODAY } from '../../support/people.ts';

const making = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, id: () => 'new' };

/** `11-20..11-24`, or `11-20..` while it is open. */
function span(text: string): PausedSpan {
  const [since = '', until = ''] = text.split('..');
  return { sinceDay: day(`2026-${since}`), untilDay: until === '' ? null : day(`2026-${until}`) };
}

function pauses(texts: readonly string[]): Pause[] {
  return texts.map((text, i) => ({ id: `p-${i}`, ...span(text), deletedAt: null }));
}

describe('a new pause, today being 11-22', () => {
  test.each([
    ['stands alone', [], '11-22..11-30', '11-22..11-30', 0],
    ['leaves one before alone', ['11-01..11-21'], '11-22..', '11-22..', 0],
    ['becomes one with what it overlaps', ['11-20..12-04'], '11-22..', '11-20..', 1],
    ['ends an open one', ['11-20..'], '11-22..11-30', '11-20..11-30', 1],
    ['shortens the one that is on', ['11-20..12-20'], '11-22..11-24', '11-20..11-24', 1],
    ['keeps the end of one to come', ['12-20..12-31'], '11-22..12-24', '11-22..12-31', 1],
    ['of past days takes nothing from one that is on', ['11-10..'], '11-01..11-12', '11-01..', 1],
    ['within a past one changes nothing of it', ['11-01..11-20'], '11-05..11-10', '11-01..11-20', 1],
    ['joins two', ['11-01..11-05', '11-08..11-12'], '11-04..11-09', '11-01..11-12', 2],
  ])('%s', (_, before, said, after, gone) => {
    const { span: found, changes } = beginPause(pauses(before), span(said), making);
    expect(found).toEqual(span(after));
    expect(changes).toHaveLength(gone + 1);
  });
});

describe('an end, today being 11-22', () => {
  const set = { untilDay: '2026-11-21' };
  const gone = { deletedAt: making.now };
  test.each([
    ['of nothing is nothing', ['11-01..11-05'], []],
    ['is of every pause that is on', ['11-01..', '11-10..12-01', '12-24..12-31'], [set, set]],
    ['of one that began today leaves nothing', ['11-22..'], [gone]],
    ['takes out what is to come where none is on', ['12-24..12-31', '12-30..'], [gone, gone]],
  ])('%s', (_, before, sets) => {
    expect(endPauses(pauses(before), making)).toEqual(
      sets.map((each, i) => ({ update: 'pause', id: `p-${i}`, set: each })),
    );
  });
});
