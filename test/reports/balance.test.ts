import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/domain/exchange.ts';
import { balance } from '../../src/reports/balance.ts';
import { balances } from '../../src/reports/balances.ts';
import { ago, contactWith, exchangeWith, personWith } from '../support/people.ts';

type Row = Partial<Exchange>;
const rows = (given: readonly Row[]) => given.map((row, i) => exchangeWith({ id: `e-${i}`, ...row }));
const gives = (...days: readonly number[]): Row[] => days.map((n) => ({ kind: 'give', madeOn: ago(n) }));
const received = (n: number): Row => ({ kind: 'received', madeOn: ago(n) });
const ask = (n: number, outcome: Exchange['outcome'] = null, m = n): Row => ({
  kind: 'ask',
  madeOn: ago(n),
  outcome,
  outcomeOn: outcome === null ? null : ago(m),
});

describe('the sides of a balance', () => {
  test.each([
    ['nothing', [], [0, 0, 0, 0], 0, null, null],
    [
      'gives and promises kept',
      [...gives(9, 5), { kind: 'promise', madeOn: ago(9), keptOn: ago(2) }],
      [3, 0, 0, 0],
      3,
      9,
      2,
    ],
    [
      'no promise that is open or taken back',
      [{ kind: 'promise' }, { kind: 'promise', droppedOn: ago(1) }],
      [0, 0, 0, 0],
      0,
      null,
      null,
    ],
    [
      'what came unasked, and asks',
      [received(8), ask(7, 'helped', 3), ask(6, 'partly', 6), ask(5)],
      [0, 1, 3, 2],
      4,
      8,
      3,
    ],
    ['an honest no and a miss help nobody', [ask(7, 'declined'), ask(6, 'ignored')], [0, 0, 2, 0], 2, 7, 6],
  ] as [string, Row[], number[], number, number | null, number | null][])(
    '%s',
    (_, given, sides, n, since, last) => {
      const found = balance(rows(given), false);
      expect([found.given.n, found.received.n, found.asked.n, found.helped.n]).toEqual(sides);
      expect([found.n, found.since, found.last]).toEqual([n, since && ago(since), last && ago(last)]);
    },
  );

  test('the last few of a side, newest first, and its kinds', () => {
    const found = balance(
      rows([
        { madeOn: ago(9), type: 'time', text: 'a' },
        { madeOn: ago(1), type: 'time', text: 'b' },
        { madeOn: ago(5), type: null, text: 'c' },
        { madeOn: ago(3), type: 'introduction', text: 'd' },
      ]),
      false,
    );
    expect(found.given.recent.map(({ text }) => text)).toEqual(['b', 'd', 'c']);
    expect([found.given.first, found.given.last]).toEqual([ago(9), ago(1)]);
    expect(found.types).toEqual([
      { type: 'introduction', n: 1 },
      { type: 'time', n: 2 },
      { type: null, n: 1 },
    ]);
  });
});

describe('the note that nothing came back', () => {
  test.each([
    ['not of three', gives(9, 8, 7), null],
    ['of four, since the first', gives(9, 8, 7, 6), [4, 9]],
    ['since the last thing that came', [...gives(20, 9, 8, 7, 6), received(15)], [4, 15]],
    ['not once something came', [...gives(9, 8, 7, 6), received(5)], null],
    ['nor where it came on the same day', [...gives(9, 8, 7, 6), received(6)], null],
    ['nor once an ask was partly helped with', [...gives(9, 8, 7, 6), ask(8, 'partly', 2)], null],
    ['an ask that came to nothing is nothing that came', [...gives(9, 8, 7, 6), ask(5, 'ignored')], [4, 9]],
  ] as [string, Row[], [number, number] | null][])('%s', (_, given, expected) => {
    const note = expected === null ? null : { gives: expected[0], since: ago(expected[1]) };
    expect(balance(rows(given), false).unreturned).toEqual(note);
    expect(balance(rows(given), true).unreturned).toBeNull();
  });
});

describe('everybody', () => {
  const ana = contactWith({ id: 'ana' });
  const ben = contactWith({ id: 'ben', name: 'Ben Okoye' });
  const zoe = contactWith({ id: 'zoe', name: 'Zoe Marsh', stage: 'moved on' });
  const nobody = contactWith({ id: 'eva', name: 'Eva Berg' });

  test('the last exchange first, whatever it is worth; who moved on is counted and not listed', () => {
    const found = balances(
      [ana, ben, zoe, nobody],
      [
        ...rows([
          { contactId: 'ana', madeOn: ago(9) },
          { contactId: 'ana', madeOn: ago(8), kind: 'received' },
        ]),
        exchangeWith({ id: 'b', contactId: 'ben', madeOn: ago(3), kind: 'ask', outcome: 'ignored' }),
        exchangeWith({ id: 'z', contactId: 'zoe', madeOn: ago(1), type: 'time' }),
      ],
    );
    expect(found.people.map(({ contact }) => contact.id)).toEqual(['ben', 'ana']);
    expect(found.totals).toEqual({
      given: 2,
      received: 1,
      asked: 1,
      helped: 0,
      types: [
        { type: 'time', n: 1 },
        { type: null, n: 1 },
      ],
      n: 4,
      since: ago(9),
      people: 3,
      movedOn: 1,
    });
  });

  test('adds up to the summaries of all, over any exchanges', () => {
    const row = fc.record({
      contactId: fc.constantFrom('ana', 'ben', 'zoe'),
      kind: fc.constantFrom('give' as const, 'received' as const, 'ask' as const, 'promise' as const),
      days: fc.nat({ max: 400 }),
      outcome: fc.constantFrom(null, 'helped' as const, 'partly' as const, 'ignored' as const),
      kept: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (list) => {
        const made = list.map(({ contactId, kind, days, outcome, kept }, i) =>
          exchangeWith({
            id: `e-${i}`,
            contactId,
            kind,
            madeOn: ago(days),
            outcome: kind === 'ask' ? outcome : null,
            keptOn: kind === 'promise' && kept ? ago(0) : null,
          }),
        );
        const { totals } = balances([ana, ben, zoe], made);
        const summaries = ['ana', 'ben', 'zoe'].map(
          (id) =>
            personWith(
              { id },
              [],
              made.filter(({ contactId }) => contactId === id),
            ).summary,
        );
        const sum = (of: (summary: (typeof summaries)[number]) => number) =>
          summaries.reduce((total, summary) => total + of(summary), 0);
        expect([totals.given, totals.received, totals.asked, totals.helped]).toEqual([
          sum(({ given }) => given),
          sum((summary) => summary.received),
          sum(({ asked }) => asked),
          sum(({ helped, partly }) => helped + partly),
        ]);
        expect(totals.types.reduce((total, { n }) => total + n, 0)).toBe(totals.given);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
