import { describe, expect, test } from 'vitest';
import { readMap } from '../../../src/formats/csv/mapping.ts';
import type { SourceFile } from '../../../src/formats/record.ts';
import { systemClock } from '../../../src/host/clock.ts';
import type { Context } from '../../../src/host/context.ts';
import type { Prompt } from '../../../src/host/prompt.ts';
import { remembering } from '../../../src/host/remembering.ts';
import { change } from '../../../src/steps/change.ts';
import { columnsFor, rememberedColumns } from '../../../src/steps/import/columns.ts';
import { closeFile } from '../../../src/store/connect.ts';
import type { Db } from '../../../src/store/db.ts';
import { openFile } from '../../../src/store/open.ts';
import { fixture } from '../../formats/fixtures.ts';
import { sourceFile } from '../../support/parsed.ts';
import { type Desk, desk, sequentialIds } from '../../support/world.ts';

const TABLE = sourceFile('Wer,Wo,Was\nAna Silva,ana@example.org,\nBen,,tea\n', 'people.csv');

/** Somebody who picks choices by the beginning of their names. */
function picking(...picks: readonly string[]): { prompt: Context['prompt']; asked: string[] } {
  const asked: string[] = [];
  const refuse = () => Promise.reject(new Error('only select is asked'));
  const prompt: Prompt = {
    text: refuse,
    confirm: refuse,
    search: refuse,
    select: async (message, choices) => {
      const pick = picks[asked.length] ?? '';
      asked.push(`${message} ${choices[0]?.name}`);
      const chosen = choices.find(({ name }) => name.startsWith(pick));
      if (chosen === undefined) throw new Error(`no choice ${pick} among ${choices.map(({ name }) => name)}`);
      return chosen.value;
    },
  };
  return { prompt: remembering(prompt), asked };
}

async function withDb<A>(at: Desk, work: (db: Db) => A | Promise<A>): Promise<A> {
  const db = await openFile(at.file, { access: 'create', machine: sequentialIds(), clock: systemClock });
  try {
    return await work(db);
  } finally {
    closeFile(db);
  }
}

const newId = sequentialIds(0xb000);

function remember(db: Db, file: SourceFile, map: string): void {
  const context = {
    newId,
    clock: { now: () => '2026-11-22T09:00:00.000Z', dayOf: () => '2026-11-22' },
  };
  change(db, context as unknown as Context, 'import', () => ({
    changes: rememberedColumns(db, file, readMap(map)),
  }));
}

describe('the columns of a table', () => {
  test('as typed win, and are checked', async () => {
    const { prompt, asked } = picking();
    expect(await columnsFor({ prompt }, null, TABLE, 'name=wer,email=2')).toEqual([
      { field: 'name', column: 'wer' },
      { field: 'email', column: '2' },
    ]);
    expect(asked).toEqual([]);
    const failing = (file: SourceFile, typed: string) => columnsFor({ prompt: null }, null, file, typed);
    await expect(failing(TABLE, 'name=9')).rejects.toMatchObject({ code: 'rejected' });
    await expect(failing(TABLE, 'nom=1')).rejects.toMatchObject({ code: 'usage' });
    await expect(failing(sourceFile('prose\n', 'letter.txt'), 'name=1')).rejects.toMatchObject({
      code: 'rejected',
      message: 'letter.txt is no table, so it has no columns to map',
    });
  });

  test('are asked for one after the other, with an example and the guess first', async () => {
    const { prompt, asked } = picking('the name', 'an e-mail address', 'leave it out');
    expect(await columnsFor({ prompt }, null, TABLE, undefined)).toEqual([
      { field: 'name', column: '1' },
      { field: 'email', column: '2' },
      { field: 'skip', column: '3' },
    ]);
    expect(asked).toEqual([
      'What is "Wer", as in "Ana Silva"? a note under "Wer"',
      'What is "Wo", as in "ana@example.org"? a note under "Wo"',
      'What is "Was", as in "tea"? a note under "Was"',
    ]);
    const phones = sourceFile('Wer,Telefon\nAna,900 000 001\n');
    const second = picking('the name', '');
    expect(await columnsFor(second, null, phones, undefined)).toEqual([
      { field: 'name', column: '1' },
      { field: 'phone', column: '2' },
    ]);
  });

  test('that are left stay notes, and without a name it is nobody', async () => {
    expect(await columnsFor(picking('a note', 'the name', 'this and all'), null, TABLE, undefined)).toEqual([
      { field: 'name', column: '2' },
    ]);
    const phones = sourceFile('Wer,Telefon,Straße\nAna,900 000 001,5\n');
    expect(await columnsFor(picking('the name', 'this and all'), null, phones, undefined)).toEqual([
      { field: 'name', column: '1' },
      { field: 'titled', column: '2' },
      { field: 'titled', column: '3' },
    ]);
    await expect(columnsFor(picking('this and all'), null, TABLE, undefined)).rejects.toMatchObject({
      code: 'rejected',
    });
  });

  test('need nobody where they are known by their names, and are not asked for where nobody answers', async () => {
    const { prompt, asked } = picking();
    for (const name of ['google-new.csv', 'german.csv', 'connections.csv', 'people.csv', 'iphone.vcf']) {
      expect(await columnsFor({ prompt }, null, sourceFile(fixture(name)), undefined)).toBe(null);
    }
    expect(asked).toEqual([]);
    expect(await columnsFor({ prompt: null }, null, TABLE, undefined)).toBe(null);
  });

  test('are remembered, until it is taken back', async () => {
    const at = desk();
    await at.net('add', 'Ana');
    const known = () => withDb(at, (db) => columnsFor({ prompt: null }, db, TABLE, undefined));
    expect(await known()).toBe(null);
    await withDb(at, (db) => remember(db, TABLE, 'name=1,email=2'));
    expect(await known()).toEqual(readMap('name=1,email=2'));
    const other = sourceFile('Wer,Wohin,Was\na,b,c\n');
    expect(await withDb(at, (db) => columnsFor({ prompt: null }, db, other, undefined))).toBe(null);
    await withDb(at, (db) => {
      expect(rememberedColumns(db, TABLE, readMap('name=1,email=2'))).toEqual([]);
      remember(db, TABLE, 'name=2');
    });
    expect(await known()).toEqual(readMap('name=2'));
    expect((await at.net('undo')).code).toBe(0);
    expect(await known()).toEqual(readMap('name=1,email=2'));
    expect((await at.net('undo')).code).toBe(0);
    expect(await known()).toBe(null);
    await withDb(at, (db) => remember(db, TABLE, 'name=1'));
    expect(await known()).toEqual(readMap('name=1'));
  });

  test('net config and net export go on with them in the file', async () => {
    const at = desk();
    await at.net('add', 'Ana');
    const before = await at.net('config', '--json');
    await withDb(at, (db) => remember(db, TABLE, 'name=1,email=2'));
    expect(await at.net('config', '--json')).toEqual(before);
    const { code, out } = await at.net('export');
    expect(code).toBe(0);
    expect(out).toMatch(/"id":"columns [\w-]{27}","value":"name=1,email=2"/);
  });
});
