import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
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

  test.each(['whole', 'damaged'])('that is damaged, too, is refused, and the %s file stays', async (state) => {
    if (state === 'damaged') damage();
    fs.truncateSync(copy, 5000);
    const before = fs.readFileSync(at.file);
    const { code, err } = await at.net('restore', copy, '--yes');
    expect([code, err]).toEqual([13, expect.stringContaining(`${copy} is damaged`)]);
    expect(before.equals(fs.readFileSync(at.file))).toBe(true);
    expect(asides()).toEqual([]);
  });
});
