import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import { typedNames } from '../../src/steps/typed-names.ts';
import { typedName } from '../../src/steps/who.ts';
import { allNames } from '../../src/store/names.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { words } from '../support/golden.ts';
import { contactWith } from '../support/people.ts';
import { tries } from '../support/tries.ts';
import { desk } from '../support/world.ts';

const WORDS = [
  'Ana',
  'ana',
  'Maria',
  'Silva',
  'So',
  'da',
  'A',
  'S.',
  'Will',
  'May',
  'The',
  'Lunch',
  'Zoom',
  'and',
  '&',
  'Bo',
  "O'Neil",
  'José',
  '王',
  '007',
  'Silva,',
  '-x',
  'Last',
  'b',
];

test('what a hint tells people to type means whom it is about, alone and in front of a text', async () => {
  const word = fc.constantFrom(...WORDS);
  const name = fc.array(word, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), async (names) => {
      const at = desk();
      for (const given of names) {
        const { code, err } = await at.net('add', '--new', '--circle', 'close', '--', given);
        expect([given, code, err]).toEqual([given, 0, err]);
      }
      const people = await inFile(at.file, (db) =>
        Promise.resolve(
          allNames(db).map((person) => ({ short: person.short, typed: typedName(db, person) })),
        ),
      );
      for (const { short, typed } of people) {
        for (const rest of [
          [],
          ['a quick call'],
          ['a', 'quick', 'call'],
          ['coffee', 'on', 'monday'],
          ['so', 'kind'],
          ['helped'],
          ['…'],
        ]) {
          const { out } = await at.net('log', ...words(typed), ...rest, '--json');
          const { people: found } = JSON.parse(out) as { people?: { id: string }[] };
          expect([names, typed, rest, found?.map(({ id }) => id)]).toEqual([names, typed, rest, [short]]);
        }
        for (const verb of ['show', 'keep']) {
          const { code, out } = await at.net(verb, ...words(typed), '--json');
          expect([names, typed, code]).toEqual([names, typed, 0]);
          expect(out).toContain(`"id": "${short}"`);
        }
      }
    }),
    { numRuns: tries(6, 25), seed: 20261122 },
  );
});

test('of many people at once it is what it is of each', async () => {
  const word = fc.constantFrom(...WORDS, 'k3f9', 'ab12');
  const called = fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    nickname: fc.option(fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '))),
    stage: fc.constantFrom('stack' as const, 'kept' as const, 'moved on' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(called, { minLength: 25, maxLength: 60 }), async (people) => {
      const at = desk();
      await at.net('add', 'Zoe Marsh');
      await inFile(at.file, (db) => {
        const changes = people.map((given, i) => {
          const short = ['k3f9', 'ab12', 'ana'][i] ?? `x${i}`;
          return insert('contact', contactWith({ ...given, id: `id${i}`, short }));
        });
        writeChanges(db, { id: 'op', at: '2026-11-22T08:00:00.000Z', command: 'import' }, () => ({
          changes,
        }));
        const each = new Map(allNames(db).map((person) => [person.id, typedName(db, person)]));
        expect(typedNames(db, allNames(db))).toEqual(each);
      });
    }),
    { numRuns: tries(10, 20), seed: 20261122 },
  );
});
