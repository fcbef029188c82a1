import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortId } from '../../src/domain/acts/identity.ts';
import { insert } from '../../src/domain/change.ts';
import type { Contact, StoredStage } from '../../src/domain/contact.ts';
import { addDays, day } from '../../src/domain/days/day.ts';
import { plainGathering } from '../../src/domain/groups/gathering.ts';
import { foldedWords } from '../../src/domain/words/fold.ts';
import { isAscii, plain, plainWords } from '../../src/domain/words/plain.ts';
import type { Context } from '../../src/host/context.ts';
import { peopleOffered } from '../../src/steps/completing/people.ts';
import { meant } from '../../src/steps/who.ts';
import { whoAndText } from '../../src/steps/who-and-text.ts';
import { gatheringRows } from '../../src/store/completing.ts';
import { closeFile } from '../../src/store/connect.ts';
import type { Db } from '../../src/store/db.ts';
import { openFile } from '../../src/store/open.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { scansIn, stepsOf } from '../support/explain.ts';
import { contactWith } from '../support/people.ts';
import { temporaryDirectory } from '../support/world.ts';

const clock = { now: () => '2026-11-22T09:00:00.000Z', dayOf: () => '2026-11-22' };
const context = { clock, prompt: null } as unknown as Context;

interface Somebody {
  readonly name: string;
  readonly nickname?: string | null;
  readonly stage?: StoredStage;
}

/** A file with these people, as long as it is looked at. */
async function withPeople<T>(people: readonly Somebody[], look: (db: Db) => T | Promise<T>): Promise<T> {
  const path = join(temporaryDirectory(), 'net.db');
  const db = await openFile(path, { access: 'create', machine: () => 'm', clock: clock as never });
  const taken = new Set<string>();
  const contacts = people.map((person, i): Contact => {
    const id = `00000000-0000-7000-8000-${(0xabc0 + i).toString(16).padStart(12, '0')}`;
    const short = shortId(id, (other) => taken.has(other));
    taken.add(short);
    return contactWith({ ...person, id, short, stage: person.stage ?? 'stack' });
  });
  const changes = contacts.map((contact) => insert('contact', contact));
  writeChanges(db, { id: 'o', at: '2026-11-22T09:00:00.000Z', command: 'import' }, () => ({ changes }));
  try {
    return await look(db);
  } finally {
    closeFile(db);
  }
}

function offered(db: Db, text: string, ...before: readonly string[]): string[] {
  return peopleOffered(db, text, before, foldedWords).map(({ value }) => value);
}

const word = fc.constantFrom(
  ...'Ana ana Ann Ben José Jose Joao Silva silva Sil O’Brien Anne-Marie 王伟 王 Łukasz May Will and And 12 7 abc0 ABC1 an Dr. Ø !! Ph.D.'.split(
    ' ',
  ),
);
const aName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const somebody: fc.Arbitrary<Somebody> = fc.record({
  name: aName,
  nickname: fc.option(aName, { nil: null, freq: 4 }),
  stage: fc.constantFrom('stack' as const, 'growing' as const, 'kept' as const, 'moved on' as const),
});
const typing = fc
  .oneof(aName, fc.constantFrom('', 'a', 'j', 's', 'w', 'ana-', 'ana s', 'jose-', 'sil', '王'))
  .chain((name) => fc.nat({ max: name.length }).map((end) => name.slice(0, end)));

describe('what is completed', () => {
  test('means exactly that person, alone and with a text behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 70 }), typing, async (people, text) => {
        await withPeople(people, async (db) => {
          for (const { value, about } of peopleOffered(db, text, [], foldedWords)) {
            if (value.endsWith('-')) continue;
            const result = meant(db, context, value);
            expect([value, result]).toMatchObject([value, { kind: 'one' }]);
            if (result.kind !== 'one') return;
            const { found } = result;
            // What is told of them is their name; of namesakes it is followed by more.
            expect([value, about.startsWith(found.name)]).toEqual([value, true]);
            const line = await whoAndText(db, context, 'log', [value, 'coffee']);
            expect([value, line.people.map(({ id }) => id)]).toEqual([value, [found.id]]);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('means that person as well behind somebody else and an "and"', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { maxLength: 69 }), typing, async (people, text) => {
        await withPeople([...people, { name: 'Zed Quill' }], async (db) => {
          for (const { value } of peopleOffered(db, text, [], foldedWords, true)) {
            if (value.endsWith('-')) continue;
            const result = meant(db, context, value);
            if (result.kind !== 'one') throw new Error(`${value} means ${result.kind}`);
            const line = await whoAndText(db, context, 'log', ['zed-quill', 'and', value, 'coffee']);
            const others = line.people.map(({ id }) => id).filter((id) => id !== result.found.id);
            expect([value, others.length, line.text]).toEqual([
              value,
              result.found.name === 'Zed Quill' ? 0 : 1,
              'coffee',
            ]);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a name that is a word of texts is offered with its id', async () => {
    await withPeople(
      [{ name: 'Ben Okoye' }, { name: 'Will' }, { name: 'Otto Frank', nickname: 'Back' }],
      (db) => {
        expect(offered(db, 'wi')).toEqual(['will-abc1']);
        expect(offered(db, 'bac')).toEqual([]);
        // Behind an "and" a surname alone is text.
        expect(peopleOffered(db, 'oko', [], foldedWords, true)).toEqual([]);
        expect(offered(db, 'oko')).toEqual(['okoye']);
      },
    );
  });

  test('begins as what was typed does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 70 }), typing, (people, text) =>
        withPeople(people, (db) => {
          const begun = foldedWords(text).join('-');
          for (const value of offered(db, text))
            expect(foldedWords(value).join('-').startsWith(begun)).toBe(true);
        }),
      ),
      { numRuns: 20 },
    );
  });

  test('everybody with a name of letters is reached, by one letter after the other or by what is offered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 60, maxLength: 90 }), (people) =>
        withPeople(people, (db) => {
          const reached = new Set<string>();
          const walk = (text: string, depth: number): void => {
            for (const { value, about } of peopleOffered(db, text, [], foldedWords)) {
              if (value.endsWith('-') && depth < 9) walk(value, depth + 1);
              else reached.add(about.split(', ')[0] ?? '');
            }
          };
          walk('', 0);
          for (const { name } of people)
            if (foldedWords(name).length > 0) expect([name, reached.has(name)]).toEqual([name, true]);
        }),
      ),
      { numRuns: 15 },
    );
  });

  test('of many people it is the next words of their names, and of the one the whole name', async () => {
    const many = ['Silva', 'Costa'].flatMap((last) =>
      Array.from({ length: 40 }, (_, i) => ({
        name: `Ana ${last} ${String.fromCharCode(97 + (i % 26))}x${i}`,
      })),
    );
    await withPeople([...many, { name: 'Anatol Berg' }, { name: 'Ana Dias' }], (db) => {
      expect(offered(db, 'a')).toEqual(['ana-', 'anatol-berg']);
      expect(offered(db, 'ana-')).toEqual(['ana-costa-', 'ana-dias', 'ana-silva-']);
      expect(offered(db, 'ana-s')).toHaveLength(40);
      expect(offered(db, 'Ana ')).toEqual(['Ana costa-', 'Ana dias', 'Ana silva-']);
      expect(offered(db, 's', 'Ana')).toHaveLength(40);
      expect(offered(db, 'sil')).toEqual([]);
      expect(offered(db, 'ber')).toEqual(['berg']);
    });
  });

  test('what all of a long list have in common is what all names have in common', async () => {
    const names = Array.from({ length: 26 * 4 }, (_, i) => ({
      name: `J${String.fromCharCode(97 + (i % 26))}${i} Silva`,
    }));
    await withPeople(names, (db) => {
      const list = offered(db, 'j');
      expect(list).toHaveLength(51);
      expect([list[0], list.at(-1)].map((value) => value?.slice(0, 2))).toEqual(['ja', 'jz']);
    });
  });

  test('of namesakes the only one who is tended is meant by the name, the other by an id behind it', async () => {
    const people = [{ name: 'Ana Silva' }, { name: 'Ána  SILVA', stage: 'growing' as const }];
    await withPeople(people, (db) => expect(offered(db, 'an')).toEqual(['ana-silva-abc0', 'ana-silva']));
  });
});

test('of more namesakes than are read it is those who are tended, and their name alone means one only where it does', async () => {
  const many = (kept: readonly number[]) =>
    Array.from({ length: 60 }, (_, i) => ({
      name: 'Ana Silva',
      stage: kept.includes(i) ? ('kept' as const) : ('stack' as const),
    }));
  const idOf = (i: number) => (0xabc0 + i).toString(16);
  await withPeople(many([0, 59]), (db) => {
    const values = offered(db, 'ana');
    expect(values).not.toContain('ana-silva');
    expect(values).toContain(`ana-silva-${idOf(0)}`);
    expect(values).toContain(`ana-silva-${idOf(59)}`);
  });
  await withPeople(many([59]), (db) => {
    const values = offered(db, 'ana');
    expect(values).toContain('ana-silva');
    expect(values).not.toContain(`ana-silva-${idOf(59)}`);
  });
  // Among others of the same beginning, too.
  await withPeople([...many([0, 59]), { name: 'Ana Silva Berg' }], (db) => {
    expect(offered(db, 'ana')).not.toContain('ana-silva');
    expect(offered(db, 'ana')).toContain(`ana-silva-${idOf(59)}`);
  });
});

test('a gathering that was held before hundreds of others of one name is offered still', async () => {
  await withPeople([], (db) => {
    const held = (name: string, i: number) =>
      insert('gathering', plainGathering(`g${i}`, name, addDays(day('2020-01-01'), i)));
    const changes = [
      held('Book Fair', 0),
      ...Array.from({ length: 600 }, (_, i) => held('Choir', i + 1)),
      held('Swap', 700),
    ];
    writeChanges(db, { id: 'g', at: clock.now(), command: 'import' }, () => ({ changes }));
    expect(gatheringRows(db)).toEqual(['Swap', 'Choir', 'Book Fair']);
  });
});

test('the words of a text in English letters are the folded ones', () => {
  const text = fc
    .array(fc.constantFrom(..."aBz09 é’'-ñÅ.,_!ﬁ"), { maxLength: 30 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      if (isAscii(plain(typed))) expect(plainWords(typed)).toEqual(foldedWords(typed));
    }),
  );
});

test('no list of names is walked through', async () => {
  const people = Array.from({ length: 120 }, (_, i) => ({
    name: `${i % 2 === 0 ? 'Ana' : 'Ben'} Silva ${i}`,
    nickname: i % 3 === 0 ? `Nick${i}` : null,
  }));
  await withPeople(people, (db) => {
    db.statements.clear();
    for (const text of ['', 'a', 'ana-', 'ana-silva-1', 'sil', 'nick3', 'nobody', '112']) offered(db, text);
    const asked = [...db.statements.keys()];
    expect(asked.length).toBeGreaterThan(5);
    const { sqlite } = db as unknown as { sqlite: Database };
    expect(scansIn(sqlite, asked)).toEqual([]);
    const sorted = stepsOf(sqlite, asked).filter(({ detail }) =>
      detail.startsWith('USE TEMP B-TREE FOR ORDER'),
    );
    expect(sorted).toEqual([]);
  });
});
