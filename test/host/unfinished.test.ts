import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '../../src/host/write-file.ts';
import { writePages } from '../../src/host/write-pages.ts';
import { net, program } from '../support/program.ts';
import { type Desk, desk } from '../support/world.ts';

const LEFT = '.net-01937c1e-0000-7000-8000-00000000ffff.part';

let at: Desk;
const path = (name: string) => join(at.directory, name);

beforeEach(() => {
  at = desk();
});

describe('what an earlier export left behind', () => {
  const WRITE: readonly (readonly [string, () => number])[] = [
    ['a file', () => writeWhole(path('out.json'), ['{}'], true)],
    ['pages', () => writePages(path('pages'), [{ name: 'index.md', pieces: ['#'] }], true)],
  ];

  test.each(WRITE)('is removed after a day when %s is written, and not before', (_what, write) => {
    const old = new Date(fs.statSync(at.directory).mtimeMs - 25 * 3_600_000);
    fs.mkdirSync(path(LEFT));
    fs.writeFileSync(path(`${LEFT}/a.md`), 'a');
    fs.utimesSync(path(LEFT), old, old);
    for (const [name, time] of [
      [LEFT.replace('ffff', 'fffe'), undefined],
      ['.net-mine.part', old],
      ['net.part', old],
    ] as const) {
      fs.writeFileSync(path(name), 'a');
      if (time !== undefined) fs.utimesSync(path(name), time, time);
    }
    write();
    const left = fs.readdirSync(at.directory).filter((name) => name.endsWith('.part'));
    expect(left.sort()).toEqual([LEFT.replace('ffff', 'fffe'), '.net-mine.part', 'net.part'].sort());
  });
});

describe('a signal while an export is written', () => {
  beforeEach(async () => {
    spawnSync(program, [net, '--version']);
    const notes = `NOTE:${'x'.repeat(9000)}\n`.repeat(4);
    const cards = Array.from(
      { length: 800 },
      (_, i) => `BEGIN:VCARD\nVERSION:3.0\nUID:u${i}\nFN:Person ${i}\n${notes}END:VCARD\n`,
    );
    fs.writeFileSync(path('people.vcf'), cards.join(''));
    expect((await at.net('import', path('people.vcf'))).code).toBe(0);
  });

  test.each([
    ['SIGINT', 'b.json'],
    ['SIGTERM', 'b.json'],
    ['SIGINT', 'pages/'],
    ['SIGTERM', 'pages/'],
  ] as const)('%s for %s ends it as it should, and leaves no part of anything', async (signal, name) => {
    const child = spawn(program, [net, 'export', path(name)], {
      env: { ...process.env, NET_DB: at.file },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve([code, by])));
    const parts = () => fs.readdirSync(at.directory).filter((one) => one.endsWith('.part'));
    for (let i = 0; i < 4000 && parts().length === 0; i++) await new Promise((next) => setTimeout(next, 2));
    expect(parts()).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(parts()).toEqual([]);
  });
}, 60_000);
