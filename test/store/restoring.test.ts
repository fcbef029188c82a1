import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { encryptedDesk } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let copy: string;

/** A file with one person, and a copy of it on another disk. */
beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva');
  fs.mkdirSync(join(at.directory, 'stick'));
  copy = join(at.directory, 'stick', 'net.db');
  await at.net('backup', copy);
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
