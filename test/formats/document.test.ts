import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentPieces } from '../../src/formats/document.ts';

const whole = (tables: { table: string; rows: object[] }[]) =>
  [...documentPieces(tables, JSON.stringify)].join('');

test('a row on each line, and nothing of what is deleted', () => {
  expect(
    whole([
      { table: 'note', rows: [{ id: 'a', deletedAt: null }, { id: 'b' }] },
      { table: 'pause', rows: [] },
    ]),
  ).toBe('{"net":1,\n"note":[\n{"id":"a"},\n{"id":"b"}\n],\n"pause":[]}\n');
});

test('whatever the rows are, it reads back the same', () => {
  const row = fc.dictionary(
    fc.constantFrom('id', 'text', '__proto__', 'constructor'),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 4 }), (one, two) => {
      const text = whole([
        { table: 'one', rows: one },
        { table: 'two', rows: two },
      ]);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify({ net: 1, one, two }));
    }),
    { numRuns: 300, seed: 20261122 },
  );
});
