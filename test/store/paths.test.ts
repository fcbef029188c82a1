import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { net, program } from '../support/program.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

describe('a path at which no file can be', () => {
  test.each([
    ['a link to nothing', 'dangling'],
    ['a circle of links', 'circle'],
    ['below a file', 'file/net.db'],
    ['a name that is too long', `${'x'.repeat(300)}.db`],
  ])('%s', async (_what, name) => {
    fs.symlinkSync(join(at.directory, 'nowhere'), join(at.directory, 'dangling'));
    fs.symlinkSync(join(at.directory, 'circle'), join(at.directory, 'circle'));
    fs.writeFileSync(join(at.directory, 'file'), 'x');
    const path = join(at.directory, name);
    for (const argv of [['list'], ['add', 'Ana'], ['today']]) {
      const { code, err } = await at.net(...argv, '--db', path);
      expect([argv[0], code]).toEqual([argv[0], 2]);
      expect(err).toMatch(/^net: no file can be at .*\nhint: /);
    }
  });
});

describe('an import of what is no file', () => {
  test.each(['directory', 'fifo', 'circle', 'x'.repeat(300)])('%s', async (name) => {
    fs.mkdirSync(join(at.directory, 'directory'));
    spawnSync('mkfifo', [join(at.directory, 'fifo')]);
    fs.symlinkSync(join(at.directory, 'circle'), join(at.directory, 'circle'));
    const { code, err } = await at.net('import', join(at.directory, name));
    expect([4, 5]).toContain(code);
    expect(err).toContain('hint: ');
    expect(fs.existsSync(at.file)).toBe(false);
  });
});

describe('an output that cannot be written', () => {
  const full = fs.existsSync('/dev/full');
  if (!full) process.stderr.write('\nSKIPPED: a full output: this system has no /dev/full\n\n');

  test.skipIf(!full)('is said, with what was done all the same', async () => {
    await at.net('add', 'Ana', '--circle', 'close');
    const out = fs.openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(program, [net, 'log', 'ana', 'coffee'], {
      env: { ...process.env, NET_DB: at.file },
      stdio: ['ignore', out, 'pipe'],
      encoding: 'utf8',
    });
    fs.closeSync(out);
    expect(status).toBe(16);
    expect(stderr).toMatch(/output could not be written.*\nhint: the command itself was carried out/);
    expect((await content(at.file)).interaction).toHaveLength(1);
  });
});
