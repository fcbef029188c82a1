import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/domain/days/day.ts';
import { all } from '../../../src/store/db.ts';
import { deriveAll } from '../../../src/store/derive.ts';
import { content, derived, inFile } from '../../support/content.ts';
import { type Desk, desk } from '../../support/world.ts';

let home: Desk;
let laptop: Desk;

interface Row {
  readonly [field: string]: unknown;
}

interface Taken {
  readonly added: number;
  readonly back: number;
  readonly unchanged: number;
  readonly differing: readonly unknown[];
  readonly deleted: number;
}

const exported = async (at: Desk) => (await at.net('export')).out;

async function ran(at: Desk, ...words: readonly string[]): Promise<string> {
  const { code, out, err } = await at.net(...words);
  if (code !== 0) throw new Error(`net ${words.join(' ')}: ${code}\n${out}${err}`);
  return out;
}

async function take(at: Desk, document: string) {
  const path = join(at.directory, 'document.json');
  fs.writeFileSync(path, document);
  const [file] = JSON.parse(await ran(at, 'import', path, '--json')).files as [
    { rows: Taken; rejects: unknown[]; remarks: unknown[] },
  ];
  return file;
}

/** Live rows of a table. */
async function rows(at: Desk, table: string): Promise<readonly Row[]> {
  return ((await content(at.file)) as Record<string, Row[]>)[table] ?? [];
}

/** Talks that were logged: `net add` notes how somebody was met. */
async function talks(at: Desk): Promise<readonly Row[]> {
  return (await rows(at, 'interaction')).filter((row) => row.meeting === 0);
}

/** The ids of those who took part in the talks that were logged. */
async function whoTalked(at: Desk): Promise<readonly unknown[]> {
  const logged = new Set((await talks(at)).map(({ id }) => id));
  return (await rows(at, 'participant'))
    .filter((row) => logged.has(row.interaction_id))
    .map((row) => row.contact_id)
    .toSorted();
}

async function idOf(at: Desk, name: string): Promise<unknown> {
  return (await rows(at, 'contact')).find((row) => row.name === name)?.id;
}

async function expectSound(at: Desk): Promise<void> {
  await inFile(at.file, (db) => expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]));
  const { stands, anew } = await derived(at.file);
  expect(stands).toEqual(anew);
}

/** The same document again changes nothing, and an undo takes all of it back. */
async function expectExact(at: Desk, document: string, before: unknown): Promise<void> {
  await expectSound(at);
  const after = await content(at.file);
  const again = await take(at, document);
  expect([again.rows.added, again.rows.back, again.rejects]).toEqual([0, 0, []]);
  expect(await content(at.file)).toEqual(after);
  // The clock stands still within a day, and what was deleted at the instant of an undo was taken back by it.
  at.day = '2026-11-23' as CalendarDate;
  await ran(at, 'undo');
  expect(await content(at.file)).toEqual(before);
  await take(at, document);
  expect(await content(at.file)).toEqual(after);
  await expectSound(at);
}

beforeEach(async () => {
  home = desk();
  await ran(home, 'add', 'Ana Silva', '--email', 'ana@example.org', '--new');
  await ran(home, 'add', 'Anita', '--phone', '+351 900 000 001', '--new');
  await ran(home, 'add', 'Ben Okoye', '--new');
  laptop = desk('2026-11-22', 0xb000);
  await take(laptop, await exported(home));
});

const merged = (first = 'Ana Silva', other = 'Anita') => ran(home, 'merge', first, other, '--yes');

describe('what was between the user and somebody who is one with another by now is with that one', () => {
  test('a talk, in the end and however often they were merged', async () => {
    await ran(laptop, 'log', 'Anita', 'chat');
    const document = await exported(laptop);
    await merged();
    await ran(home, 'add', 'Aninhas', '--new');
    await merged('Aninhas', 'Ana Silva');
    const before = await content(home.file);
    const taken = await take(home, document);
    expect([taken.rows.added, taken.rejects]).toEqual([2, []]);
    expect(await whoTalked(home)).toEqual([await idOf(home, 'Aninhas')]);
    expect(await ran(home, 'show', 'Aninhas')).toContain('chat');
    await expectExact(home, document, before);
  });

  test('a talk of both of them has the one who stays once, and a third as well', async () => {
    await ran(laptop, 'log', 'Ana Silva, Anita, Ben', 'lunch');
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    await take(home, document);
    const both = [await idOf(home, 'Ana Silva'), await idOf(home, 'Ben Okoye')];
    expect(await whoTalked(home)).toEqual(both.toSorted());
    await expectExact(home, document, before);
  });

  test('what was given, asked and promised, whom they introduced and were recommended to', async () => {
    await ran(laptop, 'give', 'Anita', 'a book');
    await ran(laptop, 'promise', 'Anita', 'a map');
    await ran(laptop, 'add', 'Cleo Marsh', '--via', 'Anita', '--new');
    await ran(laptop, 'recommend', 'Anita', '--to', 'Ben');
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    const { remarks, rejects } = await take(home, document);
    expect([remarks, rejects]).toEqual([[], []]);
    const ana = await idOf(home, 'Ana Silva');
    expect((await rows(home, 'exchange')).map((row) => [row.text, row.contact_id])).toEqual([
      ['a book', ana],
      ['a map', ana],
    ]);
    expect((await rows(home, 'contact')).find(({ name }) => name === 'Cleo Marsh')?.via_id).toBe(ana);
    expect(await rows(home, 'recommendation')).toMatchObject([{ contact_id: ana }]);
    await expectExact(home, document, before);
  });

  test('a recommendation of the two to one another is none, and what hangs on it comes in without', async () => {
    await ran(laptop, 'recommend', 'Anita', '--to', 'Ana Silva', '--agreed', 'both', '--by', 'email');
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    const { rejects, rows: counted } = await take(home, document);
    expect(rejects).toEqual([]);
    expect(counted.deleted).toBeGreaterThan(1);
    expect(await rows(home, 'recommendation')).toEqual([]);
    expect(new Set((await rows(home, 'exchange')).map((row) => row.contact_id))).toEqual(
      new Set([await idOf(home, 'Ana Silva')]),
    );
    await expectExact(home, document, before);
  });
});

describe('what is known of them is known of the one who stays', () => {
  test('each thing once, and whatever that one says already is no news', async () => {
    await ran(
      laptop,
      'edit',
      'Anita',
      '--email',
      'ANA@example.org',
      '--note',
      'likes figs',
      '--tag',
      'Choir',
    );
    await ran(laptop, 'edit', 'Anita', '--email', 'anita@example.org', '--note', 'plays chess');
    const document = await exported(laptop);
    await ran(home, 'edit', 'Ana Silva', '--note', 'Likes  figs', '--tag', 'choir');
    await merged();
    const before = await content(home.file);
    const { rejects, rows: counted } = await take(home, document);
    expect([rejects, counted.added]).toEqual([[], 2]);
    expect((await rows(home, 'contact_point')).map((row) => row.value).toSorted()).toEqual([
      '+351 900 000 001',
      'ana@example.org',
      'anita@example.org',
    ]);
    expect((await rows(home, 'note')).map((row) => row.text)).toEqual(
      expect.arrayContaining(['Likes  figs', 'plays chess']),
    );
    expect((await rows(home, 'note')).map((row) => row.text)).not.toContain('likes figs');
    expect((await rows(home, 'trait')).map((row) => row.text)).toEqual(['choir']);
    await expectExact(home, document, before);
  });

  test('what the document says of both of them, too', async () => {
    for (const name of ['Anita', 'Ana Silva']) await ran(laptop, 'edit', name, '--note', 'likes figs');
    const document = await exported(laptop);
    await merged();
    await take(home, document);
    expect((await rows(home, 'note')).filter((row) => row.text === 'likes figs')).toHaveLength(1);
    await expectSound(home);
  });

  test('what was taken out of the one who stays stays out', async () => {
    await ran(laptop, 'edit', 'Anita', '--note', 'likes figs');
    const document = await exported(laptop);
    await ran(home, 'edit', 'Ana Silva', '--note', 'likes figs');
    await merged();
    await ran(home, 'edit', 'Ana Silva', '--drop', 'likes figs');
    const before = await content(home.file);
    await take(home, document);
    expect(await content(home.file)).toEqual(before);
  });

  test('rows that a merge has moved are as they were', async () => {
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    const { rows: counted } = await take(home, document);
    // Of the two themselves it is told: the one has a nickname by now, the other is gone.
    expect(counted).toMatchObject({ added: 0, back: 0, deleted: 1, differing: [{ rows: 1 }] });
    expect(await content(home.file)).toEqual(before);
  });

  test('where they came from: the file that brought them finds the one who stays', async () => {
    const card = join(laptop.directory, 'cards.vcf');
    const text = 'BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Anita\nTEL:+351900000001\nEND:VCARD\n';
    fs.writeFileSync(card, text);
    await ran(laptop, 'import', card);
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    await take(home, document);
    const { created, unchanged } = JSON.parse(await ran(home, 'import', card, '--json'));
    expect([created, unchanged]).toEqual([[], 1]);
    await expectExact(home, document, before);
  });

  test('who is somebody else than they is somebody else than the one who stays', async () => {
    const [ana, anita, ben] = await Promise.all(
      ['Ana Silva', 'Anita', 'Ben Okoye'].map((name) => idOf(home, name)),
    );
    await ran(laptop, 'duplicates', '--apart', String(anita), String(ben));
    await ran(laptop, 'duplicates', '--apart', String(anita), String(ana));
    const document = await exported(laptop);
    await merged();
    const before = await content(home.file);
    const { rejects } = await take(home, document);
    expect(rejects).toEqual([]);
    expect((await rows(home, 'setting')).map(({ id }) => id)).toEqual([`apart ${ana} ${ben}`]);
    await expectExact(home, document, before);
  });
});

describe('a talk with nobody', () => {
  test('since all of its people were deleted here stays out, and is counted so', async () => {
    await ran(laptop, 'log', 'Anita', 'chat');
    await ran(laptop, 'log', 'Anita, Ben', 'lunch');
    const document = await exported(laptop);
    // No command deletes somebody without a trace: another program may.
    await inFile(home.file, (db) => {
      db.sqlite.exec(`UPDATE contact SET deleted_at = '2026-11-22T10:00:00.000Z' WHERE name = 'Anita'`);
      deriveAll(db);
    });
    const before = await content(home.file);
    const { rejects, rows: counted } = await take(home, document);
    // The person and their number, the talk and they as a part of it and of the lunch.
    expect([rejects, counted.deleted, counted.added]).toEqual([[], 4, 2]);
    expect((await talks(home)).map(({ text }) => text)).toEqual(['lunch']);
    expect(await whoTalked(home)).toEqual([await idOf(home, 'Ben Okoye')]);
    await expectExact(home, document, before);
  });

  test('since a document does not tell of its people is rejected', async () => {
    await ran(laptop, 'log', 'Anita', 'chat');
    const tables = JSON.parse(await exported(laptop)) as Record<string, Row[]>;
    const contact = (tables.contact ?? []).filter(({ name }) => name !== 'Anita');
    const other = desk();
    const path = join(other.directory, 'edited.json');
    fs.writeFileSync(path, JSON.stringify({ ...tables, contact }));
    const { out } = await other.net('import', path, '--json');
    expect(JSON.stringify(JSON.parse(out))).toContain('nobody who took part in this interaction is there');
    expect(await talks(other)).toEqual([]);
    expect(await rows(other, 'interaction')).toHaveLength(2);
  });

  test('comes in where the document itself has it so', async () => {
    await ran(laptop, 'log', 'Anita', 'chat');
    const tables = JSON.parse(await exported(laptop)) as Record<string, unknown>;
    const document = JSON.stringify({ ...tables, participant: [] });
    await take(home, document);
    expect(await talks(home)).toMatchObject([{ text: 'chat' }]);
  });
});
