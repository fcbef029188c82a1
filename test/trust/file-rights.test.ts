import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asOrdinaryUser, ORDINARY } from '../support/ordinary.ts';
import { net, program } from '../support/program.ts';

/** As an ordinary user, because root may do everything. */
function run(directory: string, ...argv: string[]) {
  const env = { PATH: process.env.PATH, HOME: directory, NET_DB: join(directory, 'net.db') };
  return spawnSync(program, [net, ...argv], { env, encoding: 'utf8', ...asOrdinaryUser() });
}

function directoryOfNobody(): string {
  const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-test-'));
  if (process.getuid?.() === 0) fs.chownSync(directory, ORDINARY.uid, ORDINARY.gid);
  return directory;
}

spawnSync(program, [net, '--version']);
const possible = run(directoryOfNobody(), '--version').status === 0;
if (!possible)
  process.stderr.write('\nSKIPPED: cases 10 and 21: an ordinary user cannot run net from this directory\n\n');

describe.skipIf(!possible)('10 without permission', () => {
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
});

describe.skipIf(!possible)('21 under a careless umask', () => {
  /** While another program has it open the log stays beside the file. */
  const script = (umask: string) => `umask ${umask}
    "$PROGRAM" "$NET" add Ana && "$PROGRAM" "$NET" backup &&
    "$NODE" -e 'const db = new (require(process.env.LIBRARY))(process.env.NET_DB); db.prepare("SELECT 1 FROM contact").get();
      require("node:child_process").spawnSync(process.env.PROGRAM, [process.env.NET, "log", "ana", "coffee"]);
      process.kill(process.pid, "SIGKILL")'`;

  test.each(['000', '022', '077'])('%s the file, its log and its backups are private', (umask) => {
    const directory = directoryOfNobody();
    const library = join(createRequire(import.meta.url).resolve('better-sqlite3'));
    const env = {
      PATH: process.env.PATH,
      HOME: directory,
      NET_DB: join(directory, 'deep', 'net.db'),
      NODE: process.execPath,
      PROGRAM: program,
      NET: net,
      LIBRARY: library,
    };
    spawnSync('sh', ['-c', script(umask)], { env, ...asOrdinaryUser() });
    const made = fs.readdirSync(join(directory, 'deep'), { recursive: true, withFileTypes: true });
    const modes = made.map((entry) => {
      const { mode } = fs.statSync(join(entry.parentPath, entry.name));
      const name = entry.name.replace(/^\d.*(?=-asked)/, '');
      return [name, (mode & 0o777).toString(8)];
    });
    expect(Object.fromEntries(modes)).toEqual({
      'net.db': '600',
      'net.db-wal': '600',
      'net.db-shm': '600',
      'net.db-backups': '700',
      '-asked.db': '600',
    });
    expect((fs.statSync(join(directory, 'deep')).mode & 0o777).toString(8)).toBe('700');
  });
});
