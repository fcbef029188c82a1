import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markForward, payForward, unmarkForward } from '../../../src/domain/acts/forward.ts';
import { insert, update } from '../../../src/domain/change.ts';
import type { Exchange } from '../../../src/domain/exchange.ts';
import { ago, exchangeWith, TODAY } from '../../support/people.ts';

const help = (id: string, contactId: string, days = 30) =>
  exchangeWith({ id, contactId, kind: 'received', madeOn: ago(days), forwardOn: ago(days) });
const give = (id: string, contactId: string, days = 0) => exchangeWith({ id, contactId, madeOn: ago(days) });

const recommended = (id: string, contactId: string) =>
  exchangeWith({ id, contactId, madeOn: TODAY, recommendationId: 'r' });

/** `give>help` for each that is paid, with `!` where it went back to who helped. */
function paid(gives: readonly Exchange[], open: readonly Exchange[]): string[] {
  const changes = gives.map((exchange) => insert('exchange', exchange));
  const result = payForward({ changes, exchanges: gives }, open);
  const linked = result.changes.map((change) =>
    'insert' in change && change.insert === 'exchange' ? change.row.forwardsId : null,
  );
  expect(linked.filter((id) => id !== null)).toEqual(result.paid.map((each) => each.help.id));
  return result.paid.map((each) => `${each.give.id}>${each.help.id}${each.returned ? '!' : ''}`);
}

describe('a give pays forward', () => {
  test.each([
    ['nothing where nothing waits', [give('g', 'ben')], [], []],
    ['the one that waits', [give('g', 'ben')], [help('h', 'ana')], ['g>h']],
    ['the oldest of several, one only', [give('g', 'ben')], [help('h', 'ana'), help('i', 'eva')], ['g>h']],
    [
      'what came from the same person first',
      [give('g', 'eva')],
      [help('h', 'ana'), help('i', 'eva')],
      ['g>i!'],
    ],
    [
      'one each where two things are given',
      [give('g', 'ben'), give('f', 'zoe')],
      [help('h', 'ana'), help('i', 'eva')],
      ['g>h', 'f>i'],
    ],
    ['nothing that came later', [give('g', 'ben', 40)], [help('h', 'ana', 30)], []],
    ['what came on the same day', [give('g', 'ben', 30)], [help('h', 'ana', 30)], ['g>h']],
    [
      'once for the two gives of a recommendation',
      [recommended('g', 'ben'), recommended('f', 'eva')],
      [help('h', 'ana'), help('i', 'eva')],
      ['f>i!'],
    ],
    ['only if it is a give', [exchangeWith({ id: 'r', kind: 'received' })], [help('h', 'ana')], []],
  ])('%s', (_, gives, open, expected) => {
    expect(paid(gives, open)).toEqual(expected);
  });

  test('each give at most one, each help at most once, and as many as can be', () => {
    const who = fc.constantFrom('ana', 'ben', 'eva');
    fc.assert(
      fc.property(fc.array(who, { maxLength: 6 }), fc.array(who, { maxLength: 6 }), (to, from) => {
        const found = paid(
          to.map((id, i) => give(`g${i}`, id)),
          from.map((id, i) => help(`h${i}`, id)),
        );
        expect(found).toHaveLength(Math.min(to.length, from.length));
        expect(new Set(found.map((each) => each.split('>')[1]?.replace('!', ''))).size).toBe(found.length);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});

test('a promise kept pays forward, and one that is made does not', () => {
  const promise = exchangeWith({ id: 'p', contactId: 'ben', kind: 'promise', madeOn: ago(9) });
  const open = [help('h', 'ana')];
  const kept = update('exchange', 'p', { keptOn: TODAY, type: null });
  expect(payForward({ changes: [kept], exchanges: [{ ...promise, keptOn: TODAY }] }, open).changes).toEqual([
    update('exchange', 'p', { keptOn: TODAY, type: null, forwardsId: 'h' }),
  ]);
  expect(payForward({ changes: [], exchanges: [promise] }, open).paid).toEqual([]);
});

test('a mark is set and taken back', () => {
  const received = help('h', 'ana');
  expect(markForward(received, TODAY)).toEqual([{ update: 'exchange', id: 'h', set: { forwardOn: TODAY } }]);
  expect(unmarkForward(received)).toEqual([{ update: 'exchange', id: 'h', set: { forwardOn: null } }]);
});
