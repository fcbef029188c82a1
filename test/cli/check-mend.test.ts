import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { privacyFaults } from '../../src/store/privacy-faults.ts';
import { ORDINARY } from '../support/ordinary.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { type Desk, desk } from '../support/world.ts';

const rightsOf = (path: string) => fs.statSync(path).mode & 0o777;

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva');
  await at.net('backup');
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

interface Checked {
  readonly code: number;
  readonly faults: readonly string[];
  readonly mend: string | null;
}

async function checked(...argv: readonly string[]): Promise<Checked> {
  const { code, out, err } = await at.net('check', ...argv, '--json');
  expect([argv, err]).toEqual([argv, '']);
  const { findings } = JSON.parse(out) as { findings: { aspect: string; faults: []; mend: string | null }[] };
  const found = findings.find(({ aspect }) => aspect === 'privacy');
  return { code, faults: found?.faults ?? ['none was told'], mend: found?.mend ?? null };
}

describe('rights that cannot be mended', () => {
  let backups: string;

  beforeEach(() => {
    backups = `${at.file}-backups`;
    for (const path of [at.file, backups]) fs.chmodSync(path, 0o755);
    fs.chmodSync(at.directory, 0o777);
  });

  function refusing(code: string | null): void {
    const real = fs.chmodSync;
    vi.spyOn(fs, 'chmodSync').mockImplementation((path, mode) => {
      if (path !== at.file) return real(path, mode);
      if (code !== null) throw Object.assign(new Error(code), { code });
    });
    syncBuiltinESMExports();
  }

  test.each<[string | null, RegExp, string | null]>([
    [
      'EPERM',
      /: others may use it \(755\), and that could not be changed: permission denied$/,
      'sudo chmod go-rwx',
    ],
    ['EROFS', /could not be changed: its disk can only be read$/, null],
    ['EIO', /could not be changed: the disk is failing$/, null],
    [null, /could not be changed: its disk keeps no rights; keep it on another one$/, null],
  ])('%s: each is told by its path, with why, and the others are mended', async (code, words, typed) => {
    refusing(code);
    const { code: exit, faults, mend } = await checked('--mend');
    expect([exit, faults]).toEqual([15, [expect.stringMatching(words)]]);
    expect(faults[0]).toMatch(new RegExp(`^${at.file}: `));
    expect(mend).toBe(typed === null ? null : `${typed} ${at.file}`);
    expect([backups, at.directory].map(rightsOf)).toEqual([0o700, 0o755]);
  });

  test('in words for people', async () => {
    refusing('EPERM');
    const { out } = await at.net('check', '--mend');
    expect(out).toMatch(
      /privacy +wrong +\S+net\.db: others may use it \(755\), and that could not be changed/,
    );
    expect(out).toContain('what to type: sudo chmod go-rwx ');
    expect(out).toContain('each can be gone back to');
  });

  test('once they can be nothing is left', async () => {
    expect((await checked()).mend).toBe('net check --mend');
    expect(await checked('--mend')).toEqual({ code: 0, faults: [], mend: null });
    expect([at.file, backups, at.directory].map(rightsOf)).toEqual([0o700, 0o700, 0o755]);
  });
});

describe('what belongs to somebody else', () => {
  const OTHER = (process.getuid?.() ?? 0) + 1;

  test('is not for net to mend', () => {
    fs.chmodSync(at.directory, 0o777);
    fs.chmodSync(at.file, 0o644);
    const faults = privacyFaults(at.file, OTHER);
    expect(faults.map(({ mode }) => mode)).toEqual(faults.map(() => null));
    expect(faults.find(({ path }) => path === at.directory)).toMatchObject({
      what: expect.stringMatching(
        /^others may put files in the place of yours, .*: keep the file in one of yours$/,
      ),
      mend: null,
    });
    expect(faults.filter(({ path }) => path === at.file).map(({ mend }) => mend)).toEqual([
      'sudo chmod go-rwx',
      `sudo chown ${OTHER}`,
    ]);
  });

  test('is no fault of a directory in which only they may write', () => {
    fs.chmodSync(at.directory, 0o755);
    expect(privacyFaults(at.file, OTHER).map(({ path }) => path)).not.toContain(at.directory);
  });

  test('is told where it cannot even be looked into', () => {
    vi.spyOn(fs, 'readdirSync').mockImplementation(() => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    });
    syncBuiltinESMExports();
    expect(privacyFaults(at.file, OTHER).map(({ path }) => path)).toContain(`${at.file}-backups`);
  });
});

test('of a directory that a link leads to its own rights are looked at, and never widened', async () => {
  const link = join(os.tmpdir(), `${at.directory.split('/').at(-1)}-link`);
  fs.symlinkSync(at.directory, link);
  fs.chmodSync(at.directory, 0o700);
  at.file = join(link, 'net.db');
  try {
    expect(await checked('--mend')).toEqual({ code: 0, faults: [], mend: null });
    expect(rightsOf(at.directory)).toBe(0o700);
    fs.chmodSync(at.directory, 0o777);
    expect(await checked()).toMatchObject({ code: 15, mend: 'net check --mend' });
    expect((await checked('--mend')).code).toBe(0);
    expect(rightsOf(at.directory)).toBe(0o755);
  } finally {
    fs.rmSync(link);
  }
});

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('\nSKIPPED: a directory of another user: only root can make one\n\n');

test.skipIf(!isRoot)(
  'an ordinary user in a directory of root is told what to do, and the rest is mended',
  () => {
    buildOnce();
    const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-test-'));
    fs.chmodSync(directory, 0o777);
    const env = { PATH: process.env.PATH, HOME: directory, NET_DB: join(directory, 'net.db') };
    const run = (...argv: string[]) =>
      spawnSync(program, [net, ...argv], { env, encoding: 'utf8', ...ORDINARY });
    expect(run('add', 'Ana').status).toBe(0);
    fs.chmodSync(env.NET_DB, 0o644);
    const before = run('check');
    expect([before.status, before.stdout]).toEqual([
      15,
      expect.stringMatching(/what to type: net check --mend\n/),
    ]);
    const { status, stdout, stderr } = run('check', '--mend');
    expect([status, stderr]).toEqual([15, expect.not.stringContaining('hint:')]);
    expect(stdout).toContain(`${directory}: others may put files`);
    expect(stdout).not.toMatch(/net\.db: |what to type/);
    expect(rightsOf(env.NET_DB)).toBe(0o600);
    expect(rightsOf(directory)).toBe(0o777);
  },
);
