import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { foldedWords, nameKey } from '../../src/domain/words/fold.ts';
import { resolveName } from '../../src/domain/words/names.ts';
import { nearness } from '../../src/domain/words/near.ts';
import type { Db } from '../../src/store/db.ts';
import { meantBy } from '../../src/store/meaning.ts';
import { allNames, firstNames, type NamedContact } from '../../src/store/names.ts';
import { namesNear } from '../../src/store/near-names.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { contactWith } from '../support/people.ts';
import { tries } from '../support/tries.ts';
import { type Desk, desk } from '../support/world.ts';

const ALL = Number.POSITIVE_INFINITY;

/** Everybody, in the order in which several are told. */
function everybody(db: Db): NamedContact[] {
  const key = ({ name, id }: NamedContact) => `${nameKey(name)}\n${id}`;
  return allNames(db).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whom a typo may have meant, by looking at everybody. */
function nearAmong(query: string, people: readonly NamedContact[]): NamedContact[] {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return [];
  return people
    .flatMap((person) => {
      const exact = nearness(wanted, foldedWords(`${person.name} ${person.nickname ?? ''}`));
      return exact === null ? [] : [{ person, exact }];
    })
    .sort((a, b) => b.exact - a.exact || Number(b.person.tended) - Number(a.person.tended))
    .slice(0, 5)
    .map(({ person }) => person);
}

async function fileWith(people: readonly Partial<Contact>[]): Promise<Desk> {
  const at = desk();
  await at.net('add', 'Zoe Marsh');
  const changes = people.map((given, i) =>
    insert('contact', contactWith({ ...given, id: `id${i}`, short: `x${i}` })),
  );
  await inFile(at.file, (db) =>
    writeChanges(db, { id: 'op', at: '2026-11-22T08:00:00.000Z', command: 'import' }, () => ({ changes })),
  );
  return at;
}

// Few letters, so that names share beginnings, whole words and near words.
const syllables = fc
  .array(fc.constantFrom('a', 'an', 'na', 'ma', 'b', 's', 'é', '王', '1', "'", '.', '-'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const word = fc.oneof(
  syllables,
  fc.constantFrom('Ana', 'Anna', 'Maria', 'Silva', 'silvia', 'Li', 'a', '007', '?', '🦄'),
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const somebody = fc.record({
  name,
  nickname: fc.option(fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '))),
  stage: fc.constantFrom('stack' as const, 'kept' as const, 'growing' as const, 'moved on' as const),
  deletedAt: fc.constantFrom(null, null, null, '2026-11-01T00:00:00.000Z'),
});
const people = fc.array(somebody, { minLength: 1, maxLength: 40 });
/** What may be typed: some words, or a part of somebody's name with a letter left out. */
const queries = fc.array(
  fc.oneof(
    name,
    fc.record({ i: fc.nat(), from: fc.nat(30), to: fc.nat(30), without: fc.nat(30) }),
    fc.constantFrom('', ' ', 'a'.repeat(45), "''", 'ana silva ana', 'mria silva', 'Sivla An'),
  ),
  { minLength: 12, maxLength: 12 },
);

test('a name means whom it would mean if everybody were looked at, and a typo is near the same people', async () => {
  await fc.assert(
    fc.asyncProperty(people, queries, async (given, asked) => {
      const at = await fileWith(given);
      await inFile(at.file, (db) => {
        const known = everybody(db);
        for (const each of asked) {
          const query = typeof each === 'string' ? each : cut(given[each.i % given.length]?.name ?? '', each);
          const expected = resolveName(query, known);
          const meant = meantBy(db, query, ALL);
          const count = expected.kind === 'several' ? { count: expected.candidates.length } : {};
          expect([query, meant]).toEqual([query, { ...expected, ...count }]);
          const { candidates = [] } = { ...meantBy(db, query, 2) } as { candidates?: NamedContact[] };
          if (meant.kind === 'several') {
            expect(candidates.length).toBe(2);
            expect(meant.candidates).toEqual(expect.arrayContaining(candidates));
          }
          expect([query, namesNear(db, query)]).toEqual([query, nearAmong(query, known)]);
        }
        const tendedFirst = [...known].sort((a, b) => Number(b.tended) - Number(a.tended));
        expect(firstNames(db, 7)).toEqual(tendedFirst.slice(0, 7));
      });
    }),
    { numRuns: tries(15, 300), seed: 20261122 },
  );
});

function cut(text: string, { from, to, without }: { from: number; to: number; without: number }): string {
  const part = text.slice(from % (text.length + 1), Math.max(1, to));
  const at = without % (part.length + 1);
  return part.slice(0, at) + part.slice(at + 1);
}

/** Namesakes by the hundred: 600 Anas and as many Silvas, 30 of them Ana Silva. */
const CROWD = Array.from({ length: 1200 }, (_, i) => ({
  name: i < 600 ? `Ana ${i < 30 ? 'Silva' : 'Berg'} ${i}` : `Ben ${i < 1170 ? 'Silva' : 'Okoye'} ${i}`,
  stage: i % 100 === 5 ? ('kept' as const) : ('stack' as const),
}));

test('of a crowd the tended are meant, the first of the others told, and all counted', async () => {
  const at = await fileWith(CROWD);
  await inFile(at.file, (db) => {
    const known = everybody(db);
    for (const query of ['ana', 'silva', 'sil', 'ana s', 'ana silva', 'be', 'ben sil 7', 'ana silva 7']) {
      const expected = resolveName(query, known);
      const meant = meantBy(db, query, 3);
      if (expected.kind !== 'several' || meant.kind !== 'several')
        expect([query, meant]).toEqual([query, expected]);
      else {
        expect([query, meant.count, meant.level]).toEqual([
          query,
          expected.candidates.length,
          expected.level,
        ]);
        expect(expected.candidates).toEqual(expect.arrayContaining([...meant.candidates]));
        expect(meant.candidates.length).toBe(Math.min(3, meant.count));
      }
    }
    // Many names have the words of these, one by one: none of the few that have all of them is overlooked.
    for (const query of ['ana slva 7', 'ana slva', 'bne okoye', 'slva ana'])
      expect([query, namesNear(db, query)]).toEqual([query, nearAmong(query, known)]);
    const near = namesNear(db, 'siva');
    expect(near.length).toBe(5);
    expect(near.every(({ tended, name: found }) => tended && found.includes('Silva'))).toBe(true);
  });
});
