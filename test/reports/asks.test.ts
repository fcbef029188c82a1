import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../../src/domain/exchange.ts';
import { beforeText } from '../../src/render/before-asking.ts';
import { print } from '../../src/render/print.ts';
import { pastAsks } from '../../src/reports/asks.ts';
import { ago, exchangeWith, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

const TWENTY = Array.from({ length: 20 }, () => 'helped' as const);

/** The summary of somebody who was asked once for each of these. */
function askedFor(outcomes: readonly (Outcome | null)[]) {
  const asks = outcomes.map((outcome) => ({ kind: 'ask', outcome, madeOn: ago(20) }) as const);
  return personWith({}, [], [...asks, { kind: 'received' }, { kind: 'give' }]).summary;
}

async function told(outcomes: readonly (Outcome | null)[], lastGiven = false, gap: number | null = 9) {
  const given = lastGiven ? exchangeWith({ kind: 'give', text: 'a lift', madeOn: ago(2) }) : null;
  const text = beforeText(
    'Ana',
    { past: pastAsks(askedFor(outcomes)), lastGiven: given, gap, isPast: false },
    { today: TODAY, relative: true },
  );
  return (await print(text, { columns: Number.POSITIVE_INFINITY, color: false })).trim().split('\n');
}

describe('what past asks say', () => {
  // Of ten asks the middle 80 % of Beta(1 + s, 1 + f), worked out by hand.
  test.each([
    [[], null],
    [['helped'], null],
    [['ignored'], null],
    [['helped', 'declined', 'declined', null, null], null],
    [['helped', 'helped'], { from: 5, to: 10 }],
    [['helped', 'ignored'], { from: 2, to: 8 }],
    [['ignored', 'ignored'], { from: 0, to: 5 }],
    [['helped', 'helped', 'helped', 'ignored'], { from: 4, to: 9 }],
    [['partly', 'partly'], { from: 2, to: 8 }],
    [['busy', 'busy'], { from: 0, to: 6 }],
    [TWENTY, { from: 9, to: 10 }],
  ] as const)('%j: %j', (outcomes, range) => {
    expect(pastAsks(askedFor(outcomes)).range).toEqual(range);
  });

  test('the number behind it is always told, what was received unasked left out', () => {
    expect(
      pastAsks(askedFor(['helped', 'helped', 'partly', 'busy', 'ignored', 'declined', null, null])),
    ).toMatchObject({
      asked: 8,
      helped: 2,
      partly: 1,
      busy: 1,
      ignored: 1,
      declined: 1,
      open: 2,
    });
  });
});

describe('before an ask one reads', () => {
  test.each([
    [[], 'never asked for anything yet.'],
    [['helped'], '(helped 1). Too few answers to expect anything from.'],
    [['helped', 'ignored', null], '(helped 1, ignored 1 and open 1). Expect help 2 to 8 times in 10.'],
    [TWENTY, '20 times (helped 20). Expect help 9 to 10 times in 10.'],
    [[...TWENTY, ...TWENTY, ...TWENTY, ...TWENTY], '80 times (helped 80). Expect help about 10 times in 10.'],
  ] as const)('%j', async (outcomes, text) => {
    expect((await told(outcomes))[0]).toContain(text);
  });

  test('when something was given last, and a long silence where there is one', async () => {
    expect(await told([], true)).toEqual([
      'Ana: never asked for anything yet.',
      'You last gave them something 2 days ago: "a lift".',
    ]);
    expect((await told([], false, 60)).slice(1)).toEqual([
      'No give to them is noted yet.',
      'This would be the first contact in 2 months.',
    ]);
    expect(await told([], false, 59)).toHaveLength(2);
    expect(await told([], false, null)).toHaveLength(2);
  });
});

test('for any outcomes the range lies within ten, and better ones never lower it', () => {
  const outcomes = fc.array(fc.option(fc.constantFrom(...OUTCOMES), { nil: null }), { maxLength: 30 });
  fc.assert(
    fc.property(outcomes, (given) => {
      const { range, asked, open, helped, partly, busy, ignored, declined } = pastAsks(askedFor(given));
      expect(asked).toBe(given.length);
      expect(open).toBe(given.filter((outcome) => outcome === null).length);
      expect(helped + partly + busy + ignored + declined + open).toBe(asked);
      expect(range === null).toBe(helped + partly + busy + ignored < 2);
      if (range === null) return;
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.from).toBeLessThanOrEqual(range.to);
      expect(range.to).toBeLessThanOrEqual(10);
      const better = pastAsks(askedFor([...given, 'helped'])).range;
      expect(better?.from).toBeGreaterThanOrEqual(range.from);
    }),
    RUNS,
  );
});
