import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachedBy } from '../../src/domain/reached.ts';
import { pointKey } from '../../src/domain/sheet.ts';
import { schema } from '../../src/store/schemas/current.ts';

/** What the index of numbers is made of, as the file has it. */
const NUMBER = /^CREATE INDEX contact_point_number ON contact_point \((.*)\) WHERE/m.exec(schema)?.[1] ?? '';

const digits = fc.array(fc.constantFrom(...'0123456789+#* -()./x,é\u00a0\t'), { maxLength: 20 });
const number = fc.oneof(
  digits.map((all) => all.join('')),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
);

test('the index of numbers compares them as everything else does', () => {
  const db = new Database(':memory:');
  const compare = db.prepare(`SELECT ${NUMBER} AS digits FROM (SELECT ? AS value)`).pluck();
  expect(NUMBER).toContain('replace(');
  fc.assert(
    fc.property(number, (value) => {
      expect(compare.get(value)).toBe(reachedBy({ kind: 'phone', value }));
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test('and so does the index of all others, without case', () => {
  const db = new Database(':memory:');
  const isSame = db.prepare('SELECT ? = ? COLLATE NOCASE').pluck();
  const folded = db.prepare('SELECT lower(?)').pluck();
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(text, fc.constantFrom('email' as const, 'url' as const), (value, kind) => {
      const other = value.toUpperCase();
      expect(isSame.get(value, other) === 1).toBe(
        reachedBy({ kind, value }) === reachedBy({ kind, value: other }),
      );
      expect(folded.get(value)).toBe(reachedBy({ kind, value }));
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test.each([
  ['phone', '+351 911 222 333', '+351 911-222-333', true],
  ['phone', '(0351) 911.222/333', '0351911222333', true],
  ['phone', '+351 911 222 333', '+351 911 222 334', false],
  ['email', 'Ana@Example.org', 'ana@example.org', true],
  ['url', 'https://Example.org/ana', 'https://example.org/ana', true],
  // Two pages: whoever has one of them is found by the other, but neither is lost.
  ['url', 'https://example.org/aB', 'https://example.org/Ab', false],
] as const)('of a person %s %s and %s are one: %s', (kind, a, b, same) => {
  expect(pointKey({ kind, value: a }) === pointKey({ kind, value: b })).toBe(same);
});

test('by whatever number or e-mail address somebody is found, that one is not added again', () => {
  const kind = fc.constantFrom('phone' as const, 'email' as const);
  fc.assert(
    fc.property(kind, number, number, (kind, value, filler) => {
      const other =
        kind === 'phone' ? [...value].join(filler.replace(/[^ \-()./]/g, '')) : value.toUpperCase();
      const [a, b] = [
        { kind, value },
        { kind, value: other },
      ];
      if (reachedBy(a) === reachedBy(b)) expect(pointKey(a)).toBe(pointKey(b));
    }),
    { numRuns: 500, seed: 20261122 },
  );
});
