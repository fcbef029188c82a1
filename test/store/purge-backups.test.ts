import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/host/ids.ts';
import { namesThem } from '../../src/steps/erasing.ts';
import { footprintOf } from '../../src/store/footprint.ts';
import { purge } from '../../src/store/purge.ts';
import { hashesLeft } from '../../src/store/purged.ts';
import { select } from '../../src/store/rows.ts';
import { inFile } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

/** Words that only their own rows have, now or on one of the days before. */
const TOKENS = /quorra|zyvex|axolotl|pangolin|ferrovia|old name|wombat/;

async function type(...lines: readonly string[][]): Promise<void> {
  for (const words of lines) {
    const { code, err } = await at.net(...words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
}

/** Four days of somebody who was called otherwise at first, was merged with another card, and is told of in notes that were edited since. */
beforeEach(async () => {
  at = desk('2026-11-18');
  await type(
    ['add', 'Ana Silva', '--circle', 'close'],
    ['add', 'Old Name', '--email', 'quorra@axolotl.example'],
    ['edit', 'ana', '--note', 'knows Old Name well'],
  );
  for (const [day, lines] of [
    [
      '2026-11-19',
      [
        ['edit', 'old name', '--name', 'Quorra Zyvex', '--org', 'Ferrovia'],
        ['log', 'quorra', 'pangolin'],
      ],
    ],
    [
      '2026-11-20',
      [
        ['edit', 'ana', '--drop', 'knows Old Name well'],
        ['add', 'Q. Zyvex', '--new', '--needs', 'a wombat'],
      ],
    ],
    [
      '2026-11-21',
      [
        ['merge', 'Quorra Zyvex, Q. Zyvex', '--yes'],
        ['log', 'ana', 'coffee'],
      ],
    ],
    ['2026-11-22', [['log', 'ana', 'lunch']]],
  ] as const) {
    at.day = day as Desk['day'];
    await type(...lines.map((words) => [...words]));
  }
});

function texts(): [name: string, text: string][] {
  return fs
    .readdirSync(at.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [
      entry.name,
      fs.readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase(),
    ]);
}

function telling(): string[] {
  return texts()
    .filter(([, text]) => TOKENS.test(text))
    .map(([name]) => name);
}

describe('an erasing reaches every backup', () => {
  test('whatever they were called then, and whoever told of them', async () => {
    expect(telling().length).toBeGreaterThan(4);
    const { code, out } = await at.net('purge', 'quorra', '--yes');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('No byte of it is left in the file or its backups.'),
    ]);
    expect(telling()).toEqual([]);
    const { out: checked } = await at.net('check');
    expect(checked).not.toContain('wrong');
    // Everything else that was in them is in them still.
    const { out: list } = await at.net('backup', '--list', '--json');
    for (const { path } of (JSON.parse(list) as { backups: { path: string }[] }).backups)
      expect((await at.net('list', '--db', path)).out).toContain('Ana Silva');
    expect((await at.net('restore', '2026-11-20', '--yes')).code).toBe(0);
    expect((await at.net('list', '--json')).out).not.toMatch(/Quorra|Old Name/);
    expect((await at.net('check')).code).toBe(0);
  });

  test('one that is damaged is told, and left', async () => {
    const path = join(`${at.file}-backups`, '2026-11-20T090000.000Z-daily.db');
    fs.truncateSync(path, 30_000);
    const { code, out } = await at.net('purge', 'quorra', '--yes');
    expect(code).toBe(3);
    expect(out).toContain('No byte of it is left in the file.');
    expect(out).toContain(`A file may still tell of them, ${path}:`);
    expect(telling().filter((name) => !path.endsWith(name))).toEqual([]);
  });

  test('somebody else with the same address stays in them', async () => {
    await type(['edit', 'ana', '--email', 'quorra@axolotl.example'], ['backup']);
    at.day = '2026-11-23' as Desk['day'];
    await type(['log', 'ana', 'dinner']);
    expect((await at.net('purge', 'quorra', '--yes')).code).toBe(0);
    const { out: list } = await at.net('backup', '--list', '--json');
    for (const { path } of (JSON.parse(list) as { backups: { path: string }[] }).backups)
      expect((await at.net('list', '--db', path)).out).toContain('Ana Silva');
  });

  test('a damaged file that was kept aside is told, and a copy that was never finished goes', async () => {
    fs.writeFileSync(join(`${at.file}-backups`, `.net-${'0'.repeat(32)}.part`), 'Quorra Zyvex');
    const aside = join(`${at.file}-backups`, '2026-11-20T090000.000Z-damaged.db');
    fs.writeFileSync(aside, 'Quorra Zyvex');
    const { code, out } = await at.net('purge', 'quorra', '--yes');
    expect([code, out]).toEqual([3, expect.stringContaining(aside)]);
    expect(telling().filter((name) => !aside.endsWith(name))).toEqual([]);
  });

  test('when it was cut short before them, the next net purge finishes it', async () => {
    await inFile(at.file, (db) => {
      const [quorra] = select(db, 'contact', `WHERE name = 'Quorra Zyvex' AND deleted_at IS NULL`);
      const ids = select(db, 'contact', `WHERE name LIKE '%Zyvex'`).map(({ id }) => id);
      if (quorra === undefined) throw new Error('nobody');
      const stamp = { id: newId(), at: '2026-11-22T09:00:00.000Z', command: 'purge' };
      purge(db, stamp, footprintOf(db, ids), hashesLeft(db, ids, { id: newId }), namesThem(db, quorra, ids));
    });
    expect(telling().length).toBeGreaterThan(3);
    expect((await at.net('purge')).code).toBe(0);
    expect(telling()).toEqual([]);
  });
});
