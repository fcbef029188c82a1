import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { words } from '../support/golden.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { desk, temporaryDirectory } from '../support/world.ts';

const root = new URL('../../', import.meta.url);
const privacy = fs.readFileSync(new URL('docs/privacy.md', root), 'utf8');
const security = fs.readFileSync(new URL('SECURITY.md', root), 'utf8');

/** Whoever else is on the machine may be careless, too. */
const CARELESS = 'umask 000; exec "$@"';

/** Somebody's home, in which net is run as it is installed: the file where it belongs, temporary files beside it. */
function home() {
  const directory = temporaryDirectory();
  const temporary = join(directory, 'tmp');
  fs.mkdirSync(temporary);
  const env = { PATH: process.env.PATH, HOME: directory, TMPDIR: temporary };
  const run = (...argv: readonly string[]) =>
    execFileSync('sh', ['-c', CARELESS, 'sh', program, net, ...argv], {
      cwd: directory,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  return { directory, env, run };
}

/** All files and directories, by their paths within one. */
function everything(directory: string): { path: string; isFile: boolean; mode: number; bytes: Buffer }[] {
  return fs.readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? fs.readFileSync(path) : Buffer.alloc(0);
    return {
      path: relative(directory, path),
      isFile: entry.isFile(),
      mode: fs.statSync(path).mode & 0o777,
      bytes,
    };
  });
}

/** What may be on the disk after a day, and by which words docs/privacy.md tells of it. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^\.local\/share\/netgarden\/net\.db$/, '`~/.local/share/netgarden/net.db`'],
  [/^\.local\/share\/netgarden\/net\.db-(wal|shm)$/, '`net.db-wal`, `net.db-shm` beside it'],
  [/^\.local\/share\/netgarden\/net\.db-backups\/[^/]+\.db$/, '`net.db-backups/` beside it'],
  [/^tmp\/net-\w+\/demo\.db$/, '`demo.db` in a `net-…` of your own'],
  [/^\.cache\/netgarden\//, '`~/.cache/netgarden/`'],
  [/^people\.json$/, 'what `net export` and `net calendar` write'],
];

describe('docs/privacy.md', () => {
  test('prints what its session says', async () => {
    const at = desk('2026-11-19');
    const [, session = ''] = /```console\n(.*?)```/s.exec(privacy) ?? [];
    const commands = session.split(/^\$ /m).filter((part) => part !== '');
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const [line = '', ...printed] = command.split('\n');
      const { out, code } = await at.net(...words(line).slice(1));
      expect([line, code, out]).toEqual([line, 0, printed.join('\n')]);
    }
  });

  test.each([
    ['docs/privacy.md', privacy, 5],
    ['SECURITY.md', security, 0],
  ] as const)('%s names tests and files that are there', (_, text, least) => {
    const named = [...text.matchAll(/`((?:test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThanOrEqual(least);
    expect(named.filter((path) => !fs.existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('on the disk', () => {
  beforeAll(buildOnce);

  test('after a day there is nothing but what is told of, and none of it is for others', () => {
    const { directory, run } = home();
    run('add', 'Ana Silva', '--email', 'ana@example.org');
    run('log', 'ana', 'coffee,', 'she looks for a co-founder');
    run('list');
    run();
    run('demo');
    run('export', 'people.json');
    const found = everything(directory);
    const files = found.filter(({ isFile }) => isFile);
    const places = files.map(({ path }) => PLACES.find(([place]) => place.test(path))?.[1] ?? path);
    for (const place of places) expect(privacy).toContain(place);
    for (const [place] of [PLACES[0], PLACES[3], PLACES[4], PLACES[5]].flatMap((one) => (one ? [one] : [])))
      expect(files.some(({ path }) => place.test(path))).toBe(true);
    // The cache lies in a directory that nobody else can enter.
    const open = found.filter(
      ({ path, isFile, mode }) =>
        path !== 'tmp' && mode !== (isFile ? 0o600 : 0o700) && !/^\.cache\/netgarden\/./.test(path),
    );
    expect(open.map(({ path, mode }) => `${path} ${mode.toString(8)}`)).toEqual([]);
  });

  test('the compiled program holds nothing of anybody', () => {
    const { directory, run } = home();
    run('add', 'Quillibrand Xanthe', '--email', 'quillibrand@example.org');
    run('log', 'quillibrand', 'zephyrine', 'tea');
    const files = everything(directory).filter(({ isFile }) => isFile);
    const holding = files.filter(({ bytes }) => /quillibrand|zephyrine/i.test(bytes.toString('latin1')));
    expect(holding.length).toBeGreaterThan(0);
    expect(
      holding.map(({ path }) => path).filter((path) => !path.startsWith('.local/share/netgarden/')),
    ).toEqual([]);
    expect(files.some(({ path }) => path.startsWith('.cache/netgarden/'))).toBe(true);
  });

  test('after the line that deletes it all nothing of anybody is left', () => {
    const { directory, env, run } = home();
    run('add', 'Ana Silva');
    const [line] = /^rm -r .*$/m.exec(privacy) ?? [];
    expect(line).toContain('netgarden');
    execFileSync('sh', ['-c', line ?? 'false'], { cwd: directory, env });
    expect(everything(directory).filter(({ isFile }) => isFile)).toEqual([]);
  });
});

const tracing = spawnSync('strace', ['-f', '-e', 'trace=network', 'true']).status === 0;
if (!tracing) process.stderr.write('\nSKIPPED: calls to the network: there is no strace here\n\n');

/** The calls to the network that a program makes, in a home. Nothing but files is given to it: a pipe may be a socket itself. */
function networkCalls({ directory, env }: ReturnType<typeof home>, ...argv: readonly string[]): string[] {
  const [, options = ''] = /^strace (.*?) net /m.exec(privacy) ?? [];
  const trace = join(directory, 'trace');
  const out = fs.openSync(join(directory, 'out'), 'w');
  const { status } = spawnSync('strace', [...words(options), '-o', trace, ...argv], {
    cwd: directory,
    env,
    stdio: ['ignore', out, out],
  });
  fs.closeSync(out);
  expect(status).toBe(0);
  const lines = fs.readFileSync(trace, 'utf8').split('\n');
  return lines.filter((line) => /^(\d+ +)?[a-z_0-9]+\(/.test(line));
}

test.skipIf(!tracing)('no call to the network is made', () => {
  const at = home();
  at.run('add', 'Ana Silva');
  for (const argv of [['list'], ['log', 'ana', 'coffee'], [], ['export', 'people.vcf']])
    expect([argv, networkCalls(at, program, net, ...argv)]).toEqual([argv, []]);
  // And such a call is seen.
  const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
  expect(networkCalls(at, process.execPath, '-e', script).join('\n')).toMatch(/connect\(.*127\.0\.0\.1/);
});
