import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Known, marksOf } from '../../src/domain/marks.ts';

const NOBODY: Known = { names: [], points: [], sources: [] };
const RUNS = { numRuns: 300, seed: 20261122 };

/** Whether somebody in a file is known again by the marks of somebody who was erased. */
function known(erased: Partial<Known>, inFile: Partial<Known>): boolean {
  const left = new Set(marksOf({ ...NOBODY, ...erased }));
  return marksOf({ ...NOBODY, ...inFile }).some((mark) => left.has(mark));
}

const email = (value: string) => ({ points: [{ kind: 'email', value }] });
const phone = (value: string) => ({ points: [{ kind: 'phone', value }] });
const url = (value: string) => ({ points: [{ kind: 'url', value }] });
const source = (kind: string, key: string) => ({ sources: [{ kind, key }] });

describe('somebody who was erased is known again', () => {
  test.each<[string, boolean, Partial<Known>, Partial<Known>]>([
    ['by the id in the same kind of file', true, source('vcard', 'u1'), source('vcard', 'u1')],
    ['not by the same id in another kind', false, source('vcard', 'u1'), source('linkedin', 'u1')],
    ['by an e-mail address', true, email('ana@example.org'), email(' Ana@Example.org')],
    [
      'by it under another name',
      true,
      { names: ['Ana'], ...email('a@b.org') },
      { names: ['Ana Silva'], ...email('a@b.org') },
    ],
    [
      'by a number with the name',
      true,
      { names: ['José Silva'], ...phone('+351 1') },
      { names: ['jose silva'], ...phone('+351 1') },
    ],
    [
      'by it however it is written',
      true,
      { names: ['Ana Silva'], ...phone('+351 912 345 678') },
      { names: ['Ana Silva'], ...phone('+351912345678') },
    ],
    [
      'not by another number',
      false,
      { names: ['Ana Silva'], ...phone('+351 912 345 678') },
      { names: ['Ana Silva'], ...phone('+351 912 345 679') },
    ],
    [
      'by a page however its address is written',
      true,
      { names: ['Ana Silva'], ...url('https://www.Example.org/Ana/') },
      { names: ['Ana Silva'], ...url('example.org/ana') },
    ],
    [
      'not by another page',
      false,
      { names: ['Ana Silva'], ...url('https://example.org/ana') },
      { names: ['Ana Silva'], ...url('https://example.org/ana/costa') },
    ],
    [
      'not by a number without digits, which is none',
      false,
      { names: ['Ana Silva'], ...phone('-') },
      { names: ['Ana Silva'], ...phone('()') },
    ],
    [
      'not by a number that somebody else has too',
      false,
      { names: ['Ana'], ...phone('+351 1') },
      { names: ['Ben'], ...phone('+351 1') },
    ],
    [
      'not where another way leads to the same text',
      false,
      { names: ['Ana'], ...phone('1') },
      { names: ['Ana'], points: [{ kind: 'url', value: '1' }] },
    ],
    ['never by the name alone', false, { names: ['Ana'] }, { names: ['Ana'] }],
  ])('%s', (_what, expected, erased, inFile) => {
    expect(known(erased, inFile)).toBe(expected);
  });
});

test('by themselves, whatever is known of them', () => {
  const person = fc.record({
    names: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 2 }),
    points: fc.array(fc.record({ kind: fc.constantFrom('email', 'phone', 'url'), value: fc.string() }), {
      maxLength: 3,
    }),
    sources: fc.array(fc.record({ kind: fc.constantFrom('vcard', 'linkedin'), key: fc.string() }), {
      maxLength: 2,
    }),
  });
  fc.assert(
    fc.property(person, (them) => {
      const marks = marksOf(them);
      expect(new Set(marks).size).toBe(marks.length);
      expect(known(them, them)).toBe(them.points.length + them.sources.length > 0);
    }),
    RUNS,
  );
});
