import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeTarget, meetTarget, seekTarget } from '../../src/domain/acts/target.ts';
import type { Making } from '../../src/domain/change.ts';
import { isFilled, isSought, type SoughtTarget, targetsMeant, withFound } from '../../src/domain/target.ts';
import { foundText } from '../../src/render/target.ts';
import { TODAY } from '../support/people.ts';

const making: Making = { id: () => 't-new', now: `${TODAY}T09:00:00.000Z`, today: TODAY };

function target(text: string, given: Partial<SoughtTarget> = {}): SoughtTarget {
  return { id: text, text, wanted: 2, found: 0, madeOn: TODAY, doneOn: null, deletedAt: null, ...given };
}

const OPEN = ['science journalists', 'local journalists', 'a baker', '2 designers', 'Übersetzer'].map(
  (text) => target(text),
);

describe('which target a text means', () => {
  test.each([
    ['science', ['science journalists']],
    ['SCIENCE  Journalists', ['science journalists']],
    ['jour sci', ['science journalists']],
    ['journalists', ['science journalists', 'local journalists']],
    ['a baker', ['a baker']],
    ['1', ['science journalists']],
    ['5', ['Übersetzer']],
    ['ubersetzer', ['Übersetzer']],
    ['designers', ['2 designers']],
    ['0', []],
    ['6', []],
    ['ournalists', []],
    ['plumber', []],
    ['science plumber', []],
    ['…', []],
  ])('%j: %j', (query, expected) => {
    expect(targetsMeant(query, OPEN).map(({ text }) => text)).toEqual(expected);
  });

  test('its whole text means it and no other, even where it is a number', () => {
    const two = [target('7'), target('7 bakers')];
    expect(targetsMeant('7', two)).toEqual([two[0]]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}( [a-z]{1,4}){0,2}$/), { minLength: 1 }),
        (texts) => {
          const open = texts.map((text) => target(text));
          for (const each of open) expect(targetsMeant(each.text.toUpperCase(), open)).toEqual([each]);
        },
      ),
      { numRuns: 300, seed: 20261122 },
    );
  });
});

describe('a target is sought', () => {
  test.each([
    [0, null, true, '0 of 2 found'],
    [1, null, true, '1 of 2 found'],
    [2, null, false, '2 of 2 found'],
    [3, null, false, '3 found, 2 wanted'],
    [1, TODAY, false, '1 of 2 found'],
  ])('with %i of 2 found, closed %j: %s', (found, doneOn, sought, text) => {
    const each = target('a baker', { found, doneOn });
    expect([isSought(each), isFilled(each), foundText(each)]).toEqual([sought, found >= 2, text]);
    expect(withFound(each, 1).found).toBe(found + 1);
  });
});

describe('acts on targets', () => {
  test('one is looked for once at a time', () => {
    const { target: made, changes } = seekTarget('a cook', 3, OPEN, making);
    expect(made).toMatchObject({ id: 't-new', text: 'a cook', wanted: 3, madeOn: TODAY, doneOn: null });
    expect(changes).toEqual([{ insert: 'target', row: made }]);
    expect(() => seekTarget('A  Baker', 1, OPEN, making)).toThrow('looked for already');
    expect(() => seekTarget('x'.repeat(201), 1, OPEN, making)).toThrow('at most 200');
  });

  test('is closed, and met or not', () => {
    const [first = target('x')] = OPEN;
    expect(closeTarget(first, making)).toEqual({ update: 'target', id: first.id, set: { doneOn: TODAY } });
    expect(meetTarget('c-1', first)).toMatchObject({ id: 'c-1', set: { targetId: first.id } });
    expect(meetTarget('c-1', null)).toMatchObject({ set: { targetId: null } });
  });
});
