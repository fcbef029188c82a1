import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const net = fileURLToPath(new URL('../../bin/net.js', import.meta.url));
const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

/** As an ordinary user, because root may do everything. */
function run(directory: string, ...argv: string[]) {
  const env = { PATH: process.env.PATH, HOME: directory, NET_DB: join(directory, 'net.db') };
  return spawnSync(process.execPath, [net, ...argv], { env, encoding: 'utf8', ...(asRoot ? nobody : {}) });
}

function directoryOfNobody(): string {
  const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-test-'));
  if (asRoot) fs.chownSync(directory, nobody.uid, nobody.gid);
  return directory;
}

spawnSync(process.execPath, [net, '--version']);
const possible = run(directoryOfNobody(), '--version').status === 0;
if (!possible)
  process.stderr.write(
    '\nSKIPPED: permission tests: an ordinary user cannot run net from this directory\n\n',
  );

describe.skipIf(!possible)('without permission', () => {
  test('a file that may not be read', () => {
    const directory = directoryOfNobody();
    run(directory, 'add', 'Ana');
    fs.chmodSync(join(directory, 'net.db'), 0o000);
    const { status, stderr } = run(directory, 'list');
    expect(status).toBe(15);
    expect(stderr).toMatch(/permission denied.*\nhint: /);
  });

  test('a file that may not be written stays as it is', () => {
    const directory = directoryOfNobody();
    run(directory, 'add', 'Ana');
    const file = join(directory, 'net.db');
    const before = fs.readFileSync(file, 'hex');
    fs.chmodSync(file, 0o400);
    expect(run(directory, 'add', 'Ben').status).toBe(15);
    expect(fs.readFileSync(file, 'hex')).toBe(before);
  });

  test('a directory in which nothing may be made', () => {
    const directory = directoryOfNobody();
    fs.chmodSync(directory, 0o500);
    expect(run(directory, 'add', 'Ana').status).toBe(15);
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  test('an import that may not be read', () => {
    const directory = directoryOfNobody();
    fs.writeFileSync(join(directory, 'people.vcf'), 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n', { mode: 0o000 });
    expect(run(directory, 'import', join(directory, 'people.vcf')).status).toBe(15);
  });

  test('an export to where nothing may be made, or over what may not be', () => {
    const directory = directoryOfNobody();
    run(directory, 'add', 'Ana');
    const closed = join(directory, 'closed');
    fs.mkdirSync(closed, { mode: 0o555 });
    const { status, stderr } = run(directory, 'export', join(closed, 'people.json'));
    expect([status, stderr]).toEqual([15, expect.stringMatching(/may not be written\nhint: /)]);
    expect(fs.readdirSync(closed)).toEqual([]);
  });

  test('a purge of a file that may not be written leaves it as it is', () => {
    const directory = directoryOfNobody();
    run(directory, 'add', 'Ana');
    const file = join(directory, 'net.db');
    const before = fs.readFileSync(file, 'hex');
    fs.chmodSync(file, 0o400);
    expect(run(directory, 'purge', 'ana', '--dry-run').status).toBe(0);
    expect(run(directory, 'purge', 'ana', '--yes').status).toBe(15);
    expect(fs.readFileSync(file, 'hex')).toBe(before);
  });

  test('under any umask the file and its log are private', () => {
    const directory = directoryOfNobody();
    const script = `umask 000; "$NODE" "$NET" add Ana`;
    const env = {
      PATH: process.env.PATH,
      HOME: directory,
      NET_DB: join(directory, 'net.db'),
      NODE: process.execPath,
      NET: net,
    };
    expect(spawnSync('sh', ['-c', script], { env, ...(asRoot ? nobody : {}) }).status).toBe(0);
    expect(fs.statSync(join(directory, 'net.db')).mode & 0o777).toBe(0o600);
  });
});
