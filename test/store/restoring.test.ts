import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copiedDesk } from '../support/copied.ts';
import { encryptedDesk } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let copy: string;

beforeEach(async () => {
  ({ at, copy } = await copiedDesk());
});

/** Pages that no longer can be read; the header still says whose the file is. */
function damage(): void {
  const bytes = fs.readFileSync(at.file);
  fs.writeFileSync(at.file, bytes.fill(7, 4096));
}

/** While it is asked whether to go back something else happens, and then the answer is yes. */
function meanwhile(what: () => Promise<unknown>): void {
  const nothing = () => Promise.reject(new Error('asked'));
  const confirm = async () => {
    await what();
    return true;
  };
  at.prompt = { text: nothing, select: nothing, search: nothing, confirm } as unknown as Desk['prompt'];
}

const rightsOf = (path: string) => (fs.statSync(path).mode & 0o777).toString(8);
const asides = () => fs.readdirSync(`${at.file}-backups`).filter((name) => name.includes('-damaged.db'));

describe('the copy', () => {
  test('may be called as the damaged file is', async () => {
    damage();
    const before = process.cwd();
    process.chdir(join(at.directory, 'stick'));
    try {
      const { code, out } = await at.net('restore', 'net.db', '--yes');
      expect([code, out]).toEqual([0, expect.stringContaining('It has 1 person')]);
    } finally {
      process.chdir(before);
    }
    expect((await at.net('list')).out).toContain('Ana Silva');
  });

  test.each(['whole', 'damaged'])(
    'that is damaged, too, is refused, and the %s file stays',
    async (state) => {
      if (state === 'damaged') damage();
      fs.truncateSync(copy, 5000);
      const before = fs.readFileSync(at.file);
      const { code, err } = await at.net('restore', copy, '--yes');
      expect([code, err]).toEqual([13, expect.stringContaining(`${copy} is damaged`)]);
      expect(before.equals(fs.readFileSync(at.file))).toBe(true);
      expect(asides()).toEqual([]);
    },
  );
});

describe('what is no copy', () => {
  test('is the file itself, by whatever path', async () => {
    const link = join(at.directory, 'link.db');
    fs.symlinkSync(at.file, link);
    for (const path of [at.file, link]) {
      const { code, err } = await at.net('restore', path, '--yes');
      expect([code, err]).toEqual([5, expect.stringContaining(`${path} is the file itself`)]);
    }
  });

  test('is a list of them, and no file is called so by mistake', async () => {
    const { code, err } = await at.net('backup', 'list');
    expect([code, err]).toEqual([2, expect.stringContaining('net backup --list')]);
    expect(fs.existsSync('list')).toBe(false);
  });
});

describe('a file that is gone', () => {
  test('is brought back from the backups that are there still, and reading says so', async () => {
    await at.net('backup');
    fs.rmSync(at.file);
    for (const argv of [['list'], ['today'], ['show', 'ana'], ['undo'], ['add', 'Ben Okoye']]) {
      const { code, err } = await at.net(...argv);
      expect([argv, code, err]).toEqual([
        argv,
        10,
        expect.stringContaining('bring it back: net restore last'),
      ]);
    }
    expect((await at.net('doctor')).out).toContain('is gone, and its backups are still there');
    expect((await at.net('restore', 'last', '--yes')).code).toBe(0);
    expect((await at.net('list')).out).toContain('Ana Silva');
  });
});

describe('on a new machine', () => {
  test('the directory of the file is made, for nobody else to enter', async () => {
    const place = join(at.directory, 'share', 'netgarden', 'net.db');
    expect((await at.net('restore', copy, '--yes', '--db', place)).code).toBe(0);
    expect(rightsOf(join(at.directory, 'share'))).toBe('700');
    expect(rightsOf(join(at.directory, 'share', 'netgarden'))).toBe('700');
    expect((await at.net('list', '--db', place)).out).toContain('Ana Silva');
  });

  // The last one is how a copy comes from a disk that can only be read.
  test.each([0o644, 0o666, 0o444])(
    'a copy of the rights %i, in decimal, becomes a file of its own',
    async (mode) => {
      fs.chmodSync(copy, mode);
      fs.rmSync(at.file);
      expect((await at.net('restore', copy, '--yes')).code).toBe(0);
      expect(rightsOf(at.file)).toBe('600');
    },
  );

  test('what is kept of a damaged file only its owner can read', async () => {
    damage();
    fs.chmodSync(at.file, 0o644);
    expect((await at.net('restore', copy, '--yes')).code).toBe(0);
    const rights = asides().map((name) => rightsOf(join(`${at.file}-backups`, name)));
    expect(new Set(rights)).toEqual(new Set(['600']));
    expect(rightsOf(at.file)).toBe('600');
  });

  test('the key file that came along is private, too', async () => {
    const other = await encryptedDesk();
    const stick = join(at.directory, 'stick', 'sealed.db');
    fs.copyFileSync(other.file, stick);
    fs.copyFileSync(`${other.file}-key`, `${stick}-key`);
    for (const path of [stick, `${stick}-key`]) fs.chmodSync(path, 0o644);
    fs.rmSync(at.file);
    at.keychain = other.keychain;
    expect((await at.net('restore', stick, '--yes')).code).toBe(0);
    expect([at.file, `${at.file}-key`].map(rightsOf)).toEqual(['600', '600']);
  });
});

describe('what stands where the copy is to go', () => {
  const carl = () => desk('2026-11-22', 0xb000, at.directory).net('add', 'Carl Jung');

  test('and came while it was asked is not replaced', async () => {
    fs.rmSync(at.file);
    meanwhile(carl);
    const { err } = await at.net('restore', copy);
    expect(err).toContain('was changed by another program in the meantime');
    at.prompt = null;
    expect((await at.net('list')).out).toContain('Carl Jung');
  });

  test('and was mended while it was asked is not replaced', async () => {
    const whole = fs.readFileSync(at.file);
    damage();
    meanwhile(async () => fs.writeFileSync(at.file, whole));
    const { err } = await at.net('restore', copy);
    expect(err).toContain('was changed by another program in the meantime');
    expect(whole.equals(fs.readFileSync(at.file))).toBe(true);
    expect(asides()).toEqual([]);
  });

  test('and is damaged stays the same file, so that who waits for it finds the new one', async () => {
    damage();
    const before = fs.statSync(at.file).ino;
    expect((await at.net('restore', copy, '--yes')).code).toBe(0);
    expect(fs.statSync(at.file).ino).toBe(before);
    expect(fs.readdirSync(at.directory).sort()).toEqual(['net.db', 'net.db-backups', 'stick']);
    expect((await at.net('check')).code).toBe(0);
  });

  test('and is cut short on the way is finished by the next program, without the package for encrypted files', async () => {
    damage();
    const write = fs.writeSync;
    const to = fs.statSync(at.file).ino;
    let writes = 0;
    vi.spyOn(fs, 'writeSync').mockImplementation(((...args: Parameters<typeof write>) => {
      if (fs.fstatSync(args[0]).ino === to && ++writes > 1)
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return write(...args);
    }) as typeof write);
    syncBuiltinESMExports();
    const { code } = await at.net('restore', copy, '--yes');
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect([code, fs.existsSync(`${at.file}-moving`)]).toEqual([16, true]);
    vi.doMock('better-sqlite3-multiple-ciphers', () => {
      throw new Error('not installed');
    });
    const { out, err } = await at.net('list');
    vi.doUnmock('better-sqlite3-multiple-ciphers');
    expect([out, err]).toEqual([
      expect.stringContaining('Ana Silva'),
      expect.not.stringContaining('package'),
    ]);
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });

  test('and is still in use is left alone', async () => {
    const held = new Database(at.file);
    held.pragma('journal_mode = WAL');
    held.exec('BEGIN; SELECT 1 FROM operation');
    damage();
    const wait = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    const { code, err } = await at.net('restore', copy, '--yes');
    wait.mockRestore();
    const after = fs.readFileSync(at.file);
    held.close();
    expect([code, err]).toEqual([11, expect.stringContaining('is in use by another program')]);
    expect(after.subarray(4096).every((byte) => byte === 7)).toBe(true);
  });

  test('is no longer known as a database: a new file takes its name', async () => {
    await at.net('backup');
    fs.writeFileSync(at.file, Buffer.alloc(8192, 7));
    expect((await at.net('restore', copy, '--yes')).code).toBe(0);
    expect((await at.net('list')).out).toContain('Ana Silva');
    expect(asides().map((name) => fs.readFileSync(join(`${at.file}-backups`, name), 'hex'))).toEqual([
      '07'.repeat(8192),
    ]);
  });

  test('is only a log: it is kept', async () => {
    fs.rmSync(at.file);
    fs.writeFileSync(`${at.file}-wal`, 'what was written last');
    const { code, out, err } = await at.net('restore', copy, '--yes');
    expect([code, out + err]).toEqual([0, expect.stringContaining('-damaged.db-wal')]);
    expect(asides().map((name) => fs.readFileSync(join(`${at.file}-backups`, name), 'utf8'))).toEqual([
      'what was written last',
    ]);
    expect((await at.net('list')).out).toContain('Ana Silva');
  });

  test('was never written by net: it stays, and nothing is put beside it', async () => {
    const thesis = join(at.directory, 'thesis.txt');
    fs.writeFileSync(thesis, 'What holds people together');
    fs.mkdirSync(join(at.directory, 'photos'));
    for (const place of [thesis, join(at.directory, 'photos')]) {
      const { code, err } = await at.net('restore', copy, '--yes', '--db', place);
      expect([code, err]).toEqual([13, expect.stringContaining('move it away first')]);
      expect(fs.existsSync(`${place}-backups`)).toBe(false);
    }
    expect(fs.readFileSync(thesis, 'utf8')).toBe('What holds people together');
  });
});
