import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import type { Context } from '../../src/host/context.ts';
import { withFile } from '../../src/steps/file.ts';
import type { Db } from '../../src/store/db.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { contactWith } from '../support/people.ts';
import { desk, sequentialIds } from '../support/world.ts';

/** What a command says whose disk fails once its work is done. */
async function failing(work: (db: Db) => void): Promise<unknown> {
  const at = desk();
  await at.net('add', 'Ana Silva');
  const clock = { now: () => '2026-11-22T09:00:00.000Z', dayOf: (instant: string) => instant.slice(0, 10) };
  const context = { file: at.file, env: {}, clock, newId: sequentialIds(0xb000), prompt: null };
  return withFile(context as unknown as Context, 'write', (db) => {
    work(db);
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
  }).catch((error: unknown) => error);
}

test('a disk that fails after something was written: nobody is told that nothing was changed', async () => {
  const stamp = { id: 'op', at: '2026-11-22T09:00:00.000Z', command: 'add' };
  const written = await failing((db) => {
    writeChanges(db, stamp, () => ({ changes: [insert('contact', contactWith({ id: 'id', name: 'Ben' }))] }));
  });
  expect(written).toMatchObject({
    code: 'disk',
    hint: 'something was written before that: net history shows it',
  });
  const before = await failing(() => {});
  expect(before).toMatchObject({ code: 'disk', hint: expect.stringContaining('nothing was changed') });
});
