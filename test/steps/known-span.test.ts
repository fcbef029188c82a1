import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import { day } from '../../src/domain/days/day.ts';
import { nameSpan } from '../../src/domain/words/name-span.ts';
import { knownSpan } from '../../src/steps/known-span.ts';
import { distinct } from '../../src/steps/who.ts';
import { closeFile } from '../../src/store/connect.ts';
import { namesLike } from '../../src/store/names.ts';
import { openFile } from '../../src/store/open.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { contactWith } from '../support/people.ts';
import { temporaryDirectory } from '../support/world.ts';

const clock = { now: () => '2026-11-22T09:00:00.000Z', dayOf: () => '2026-11-22' };
const TODAY = day('2026-11-22');

const word = fc.constantFrom(
  ...'Ana ana an a Ben Jose José Silva silva Sil S. de O’Brien Anne-Marie marie-silva 王伟 May will Will and coffee had 20 … ?! Ph.D. X yesterday'.split(
    ' ',
  ),
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most });
const person = fc.record({
  name: words(4).map((all) => all.join(' ')),
  nickname: fc.option(
    words(2).map((all) => all.join(' ')),
    { nil: null, freq: 3 },
  ),
  stage: fc.constantFrom('stack' as const, 'kept' as const),
});

test('where a name ends is the same as where everybody with any of the words is read', async () => {
  const runs = fc.array(
    fc.record({
      words: words(6),
      before: fc.constantFrom('comma' as const, 'end' as const, 'text' as const),
      keyed: fc.boolean(),
    }),
    { minLength: 30, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 12 }), runs, async (people, heads) => {
      const path = join(temporaryDirectory(), 'net.db');
      const db = await openFile(path, { access: 'create', machine: () => 'm', clock: clock as never });
      const changes = people.map((each, i) =>
        insert('contact', contactWith({ ...each, id: `id${i}`, short: `x${i}` })),
      );
      writeChanges(db, { id: 'o', at: clock.now(), command: 'import' }, () => ({ changes }));
      try {
        for (const head of heads) {
          const everybody = distinct(head.words.flatMap((each) => namesLike(db, each)));
          expect([head, knownSpan(db, head, TODAY)]).toEqual([head, nameSpan(head, everybody, TODAY)]);
        }
      } finally {
        closeFile(db);
      }
    }),
    { numRuns: 60 },
  );
});
