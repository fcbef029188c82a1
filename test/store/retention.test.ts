import { expect, test } from 'vitest';
import { all, get } from '../../src/store/db.ts';
import { content, inFile } from '../support/content.ts';
import { desk } from '../support/world.ts';

test('ten thousand commands can be looked back on; what came before is forgotten with its shadows, and nothing else is', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
  await at.net('undo');
  await at.net('redo');
  // Ten thousand commands later: the next one that forgets has a number that can be divided by a hundred.
  await inFile(at.file, (db) => {
    const { seq } = get<{ seq: number }>(db, 'SELECT max(seq) AS seq FROM operation') ?? { seq: 0 };
    db.sqlite.exec(`WITH RECURSIVE n(i) AS (SELECT ${seq + 1} UNION ALL SELECT i + 1 FROM n WHERE i < 10199)
      INSERT INTO operation (seq, id, machine, kind, command, at)
      SELECT i, 'later-' || i, 'm', 'user', 'log', '2026-11-22T09:00:00.000Z' FROM n`);
  });
  const before = await content(at.file);
  const { code } = await at.net('promise', 'ana', 'the deck');
  expect(code).toBe(0);
  await inFile(at.file, (db) => {
    const [kept] = all<{ first: number; count: number }>(
      db,
      'SELECT min(seq) AS first, count(*) AS count FROM operation',
    );
    expect(kept).toEqual({ first: 201, count: 10_000 });
    expect(get(db, 'SELECT 1 FROM shadow_contact')).toBeUndefined();
    expect(get(db, 'SELECT 1 FROM shadow_exchange')).toBeDefined();
  });
  expect((await at.net('undo')).out).toMatch(/promise/);
  expect(await content(at.file)).toEqual(before);
});
