import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import { day } from '../../src/domain/days/day.ts';
import { knownSpan } from '../../src/steps/known-span.ts';
import type { Db } from '../../src/store/db.ts';
import { readFirst, readListing } from '../../src/store/listing.ts';
import { meantBy } from '../../src/store/meaning.ts';
import { deletedCalled, isLaterWord, namesByKey, namesLike } from '../../src/store/names.ts';
import { namesNear } from '../../src/store/near-names.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { scansIn, stepsOf } from '../support/explain.ts';
import { contactWith } from '../support/people.ts';
import { desk } from '../support/world.ts';

const TODAY = day('2026-11-22');

/** Every query that some work makes, and where they are made. */
function asked(db: Db, work: (db: Db) => unknown): [Database, readonly string[]] {
  db.statements.clear();
  work(db);
  return [(db as unknown as { sqlite: Database }).sqlite, [...db.statements.keys()]];
}

/** Rows that the queries of some work give back. */
function rowsOf(db: Db, work: (db: Db) => unknown): number {
  let rows = 0;
  const { prepare } = db.sqlite;
  db.statements.clear();
  db.sqlite.prepare = ((sql: string) => {
    const statement = prepare.call(db.sqlite, sql);
    const every = statement.all as (...values: unknown[]) => unknown[];
    statement.all = (...values: unknown[]) => {
      const found = every.call(statement, ...values);
      rows += found.length;
      return found;
    };
    return statement;
  }) as typeof prepare;
  work(db);
  db.sqlite.prepare = prepare;
  db.statements.clear();
  return rows;
}

async function crowd(people: number) {
  const at = desk();
  await at.net('add', 'Zoe Marsh');
  const changes = Array.from({ length: people }, (_, i) =>
    insert('contact', contactWith({ id: `id${i}`, short: `x${i}`, name: `Ana Silva ${i}`, stage: 'stack' })),
  );
  await inFile(at.file, (db) =>
    writeChanges(db, { id: 'op', at: '2026-11-22T08:00:00.000Z', command: 'import' }, () => ({ changes })),
  );
  return at;
}

const ASKED: readonly ((db: Db) => unknown)[] = [
  ...['ana', 'silva', 'an', 'si', 'sil', 'zoe marsh', 'ana s', 'silva ana', 'ana silva 7', '???'].map(
    (query) => (db: Db) => meantBy(db, query, 20),
  ),
  ...['anna', 'ana slva', 'slva ana 7', 'x', 'nobody at all'].map(
    (query) => (db: Db) => namesNear(db, query),
  ),
  (db) => namesByKey(db, 'x7'),
  (db) => namesByKey(db, 'ana@example.org'),
  (db) => namesLike(db, 'ana'),
  (db) => isLaterWord(db, 'ana-silva'),
  (db) => deletedCalled(db, 'ana silva'),
];

test('no name is looked up by walking through all of them', async () => {
  const at = await crowd(3);
  await inFile(at.file, (db) => {
    for (const work of ASKED) {
      const [sqlite, statements] = asked(db, work);
      expect(statements.length).toBeGreaterThan(0);
      expect(scansIn(sqlite, statements)).toEqual([]);
    }
  });
});

test('the first page walks along the index of names, and counts by pages of an index', async () => {
  const at = await crowd(3);
  await inFile(at.file, (db) => {
    const steps = stepsOf(...asked(db, (open) => readFirst(open, 50))).map(({ detail }) => detail);
    expect(steps.filter((step) => /^SCAN (?!\()/.test(step))).toEqual([
      'SCAN s USING COVERING INDEX contact_summary_called',
      'SCAN contact USING COVERING INDEX contact_short',
    ]);
    // Whoever comes last by name is found without anything being sorted: only rows of the page itself are.
    expect(steps.filter((step) => step.startsWith('USE TEMP B-TREE')).length).toBe(2);
  });
});

test('among ten times as many people no more rows are read', async () => {
  const [few, many] = [await crowd(300), await crowd(3000)];
  const works = [
    (db: Db) => meantBy(db, 'ana', 20),
    (db: Db) => meantBy(db, 'silva', 20),
    (db: Db) => meantBy(db, 'ana silva 7', 20),
    (db: Db) => namesNear(db, 'anna'),
    (db: Db) => namesNear(db, 'anna slva'),
    (db: Db) => readFirst(db, 50),
    // Zoe Marsh, and a text in which words of everybody's names are.
    (db: Db) => knownSpan(db, { words: ['zoe', 'ana', 'silva', 's'], before: 'text', keyed: false }, TODAY),
  ];
  for (const work of works) {
    const [less, more] = [
      await inFile(few.file, (db) => rowsOf(db, work)),
      await inFile(many.file, (db) => rowsOf(db, work)),
    ];
    expect(less).toBeGreaterThan(0);
    expect(more).toBeLessThanOrEqual(less * 1.5);
  }
});

test('the first page is the beginning of the whole list', async () => {
  const at = desk();
  for (const line of [
    ['add', 'Zoe Marsh', '--tag', 'sailing', '--at', 'DevMeet'],
    ['add', 'Ana Silva', '--via', 'Zoe Marsh'],
    ['add', 'Łukasz Nowak', '--city', 'Gdynia'],
    ['add', "Orla O'Brien"],
    ['add', 'Moira Gone'],
    ['moveon', 'Moira Gone'],
    ['add', 'Ben Taken Back'],
    ['undo'],
  ])
    expect([line, (await at.net(...line)).code]).toEqual([line, 0]);
  await inFile(at.file, (db) => {
    const whole = readListing(db);
    const here = whole.filter(({ person }) => person.contact.stage !== 'moved on');
    expect(here.map(({ person }) => person.contact.name)).toEqual([
      'Ana Silva',
      'Łukasz Nowak',
      "Orla O'Brien",
      'Zoe Marsh',
    ]);
    for (const most of [1, 2, 50])
      expect(readFirst(db, most)).toEqual({ rows: here.slice(0, most), count: 4, movedOn: 1 });
  });
});

test('a typo finds the best hit among hundreds that are nearly as near', async () => {
  const at = await crowd(0);
  const names = [
    ...Array.from({ length: 300 }, () => 'Anna Silva'),
    ...Array.from({ length: 300 }, () => 'Anas Silva'),
    ...Array.from({ length: 300 }, () => 'Annas Maria Silvas'),
    'Ana Silva',
    'Ana Marya Silva',
  ];
  await inFile(at.file, (db) => {
    const changes = names.map((name, i) =>
      insert('contact', contactWith({ id: `id${1000 + i}`, short: `x${i}`, name, stage: 'stack' })),
    );
    writeChanges(db, { id: 'op', at: '2026-11-22T08:00:00.000Z', command: 'import' }, () => ({ changes }));
    const near = (query: string) => namesNear(db, query).map(({ name }) => name);
    expect(near('ana slva').slice(0, 2)).toEqual(['Ana Marya Silva', 'Ana Silva']);
    expect(near('ana slva')).toHaveLength(5);
    expect(near('ana maria slva').slice(0, 1)).toEqual(['Ana Marya Silva']);
    expect(near('anns slva')).toHaveLength(5);
  });
});
