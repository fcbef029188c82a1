import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENTRY, executable } from '../../tools/build/executable.ts';
import { ownPlatform } from '../../tools/build/platforms.ts';
import { replay } from '../support/golden.ts';
import { buildOnce } from '../support/sitting.ts';
import { staged } from '../support/staged.ts';
import { withoutStrace } from '../support/strace.ts';
import { KEYS, terminal } from '../support/terminal.ts';
import { temporaryDirectory } from '../support/world.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(fs.readFileSync(join(directory, '../../package.json'), 'utf8'));
const goldens = fs.readdirSync(directory).filter((name) => name.endsWith('.golden'));
const stage = fileURLToPath(new URL('../support/stage', import.meta.url));

/** The same program, built and put into one executable, that also plays sessions instead of listening to its user. */
const STAGED = `
import { perform } from '${stage}.ts';
if (process.argv[2] === 'STAGE') perform((bare) => (bare ? require('./morning.cjs') : require('./main.cjs')).run);
else {
${ENTRY}
}
`;

let binary: string;

beforeAll(async () => {
  buildOnce();
  binary = join(temporaryDirectory(), 'net');
  await executable(ownPlatform(), STAGED, binary);
  fs.chmodSync(dirname(binary), 0o755);
});

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const BUILDS: Readonly<Record<string, () => [string, ...string[]]>> = {
  'as it is built for Node': () => [process.execPath, `${stage}-node.ts`, dist],
  'as one executable': () => [binary, 'STAGE'],
};

describe.each(Object.entries(BUILDS))('%s every session reads as it is printed', (_, command) => {
  test.each(goldens)('%s', async (name) => {
    const text = fs.readFileSync(join(directory, name), 'utf8');
    const { runner, end } = staged(command());
    try {
      expect(await replay(text, runner)).toBe(text);
    } finally {
      end();
    }
  });
});

describe('the executable by itself', () => {
  /** A home with nothing in it, and net there. */
  function home() {
    const directory = temporaryDirectory();
    const env = { HOME: directory, NET_DB: join(directory, 'net.db'), TMPDIR: join(directory, 'tmp') };
    fs.mkdirSync(env.TMPDIR);
    const net = (argv: readonly string[], more: Readonly<Record<string, string>> = {}, cwd = directory) =>
      spawnSync(binary, argv, { cwd, env: { ...env, ...more }, encoding: 'utf8', input: '' });
    return { directory, env, net, kept: join(directory, '.cache', 'netgarden') };
  }

  test.skipIf(withoutStrace() !== null)("reads and writes only what is the user's or the system's", () => {
    const at = home();
    const log = join(at.directory, 'trace');
    const options = {
      cwd: at.directory,
      env: { ...at.env, PATH: process.env.PATH },
      encoding: 'utf8',
    } as const;
    for (const argv of [
      ['add', 'Ana Silva'],
      [],
      ['log', 'ana', 'coffee'],
      ['export', 'people.json'],
      ['backup'],
    ]) {
      const traced = ['-f', '-qq', '-o', log, '-e', 'trace=file,network', binary, ...argv];
      expect([argv, spawnSync('strace', traced, options).status]).toEqual([argv, 0]);
      const lines = fs.readFileSync(log, 'utf8').split('\n').slice(1);
      expect(lines.filter((line) => /\b(?:socket|connect|bind|listen)\(/.test(line))).toEqual([]);
      const opened = lines.flatMap((line) => /open(?:at)?\([^"]*"(\/[^"]*)".* = \d+$/.exec(line)?.[1] ?? []);
      expect(opened.length).toBeGreaterThan(3);
      const elsewhere = opened.filter(
        (path) => !path.startsWith(at.directory) && !/^\/(?:etc|usr|lib\w*|proc|sys|dev)\//.test(path),
      );
      // The way to its own directory is looked at.
      expect(elsewhere.filter((path) => !at.directory.startsWith(path.replace(/\/$/, '')))).toEqual([]);
    }
    expect(fs.readdirSync(at.env.TMPDIR)).toEqual([]);
  });

  test('writes its native part out once, for nobody else, and loads none that somebody else could have planted', () => {
    const at = home();
    expect(at.net(['add', 'Ana Silva']).status).toBe(0);
    const [part = ''] = fs.readdirSync(at.kept);
    const path = join(at.kept, part);
    const { mode, ino, size } = fs.statSync(path);
    expect([part, mode & 0o777]).toEqual([
      expect.stringMatching(/^better-sqlite3-[0-9a-f]{16}\.node$/),
      0o600,
    ]);
    expect(fs.statSync(at.kept).mode & 0o777).toBe(0o700);
    expect(at.net(['list']).status).toBe(0);
    expect(fs.statSync(path).ino).toBe(ino);
    for (const bytes of ['', 'x'.repeat(size)]) {
      fs.writeFileSync(path, bytes);
      expect(at.net(['list'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Ana Silva') });
      expect(fs.readFileSync(path).subarray(1, 4).toString()).toBe('ELF');
    }
    fs.chmodSync(at.kept, 0o777);
    fs.writeFileSync(path, 'x'.repeat(size));
    expect(at.net(['list']).status).toBe(0);
    expect(fs.readFileSync(path, 'utf8')).toBe('x'.repeat(size));
  });

  test('runs where it can keep nothing, and says in one line where it cannot run at all', () => {
    const at = home();
    expect(at.net(['add', 'Ana Silva'], { HOME: '', XDG_CACHE_HOME: '' }).status).toBe(0);
    expect(at.net(['list'], { HOME: '/dev/null' }).stdout).toContain('Ana Silva');
    expect(at.net(['list'], { HOME: '/dev/null', TMPDIR: '/dev/null' })).toMatchObject({
      status: 16,
      stderr: expect.stringMatching(/^net: [^\n]*\nhint: [^\n]*\n$/),
    });
  });

  test('leaves the part of another version alone while somebody uses it, and forgets it after a month', () => {
    const at = home();
    expect(at.net(['add', 'Ana Silva']).status).toBe(0);
    const other = join(at.kept, `better-sqlite3-${'0'.repeat(16)}.node`);
    fs.writeFileSync(other, 'x');
    const [own = ''] = fs.readdirSync(at.kept).filter((name) => join(at.kept, name) !== other);
    fs.rmSync(join(at.kept, own));
    expect(at.net(['list']).status).toBe(0);
    expect(fs.readdirSync(at.kept).sort()).toEqual([basename(other), own].sort());
    fs.utimesSync(other, new Date('2020-01-01'), new Date('2020-01-01'));
    fs.rmSync(join(at.kept, own));
    expect(at.net(['list']).status).toBe(0);
    expect(fs.readdirSync(at.kept)).toEqual([own]);
  });

  test('listens to no file of the directory that it is run in', () => {
    const at = home();
    const cwd = temporaryDirectory();
    const evil = "require('node:fs').writeFileSync('ran', ''); process.exit(77);";
    const write = (name: string, text: string) => {
      fs.mkdirSync(dirname(join(cwd, name)), { recursive: true });
      fs.writeFileSync(join(cwd, name), text);
    };
    write('evil.js', evil);
    write('bunfig.toml', 'preload = ["./evil.js"]\n[run]\npreload = ["./evil.js"]\n');
    for (const name of ['.env', '.env.local', '.env.production', '.env.development'])
      write(name, `NET_DB=${cwd}/other.db\nBUN_OPTIONS=--preload=./evil.js\n`);
    write('package.json', '{"type":"module","imports":{"#*":"./evil.js"},"main":"./evil.js"}');
    write('tsconfig.json', '{"compilerOptions":{"paths":{"*":["./evil.js"]}}}');
    for (const name of [
      'better-sqlite3',
      'better-sqlite3-multiple-ciphers',
      '@napi-rs/keyring',
      'chalk',
      'node:fs',
    ])
      write(`node_modules/${name}/index.js`, evil);
    for (const name of ['morning.cjs', 'main.cjs', 'list.cjs', 'net.cjs', 'better-sqlite3.node'])
      write(name, evil);
    for (const argv of [['add', 'Ana Silva'], [], ['list'], ['show', 'ana', '--json']])
      expect([argv, at.net(argv, {}, cwd).status]).toEqual([argv, 0]);
    expect(fs.existsSync(join(cwd, 'ran'))).toBe(false);
    expect(fs.existsSync(join(cwd, 'other.db'))).toBe(false);
    // Nor to what is meant for another program; BUN_OPTIONS and BUN_BE_BUN are believed, as NODE_OPTIONS by Node: see SECURITY.md.
    for (const name of ['NODE_OPTIONS', 'BUN_CONFIG_PRELOAD', 'BUN_INSPECT_PRELOAD', 'NODE_PATH'])
      expect([name, at.net(['list'], { [name]: `--require=${cwd}/evil.js` }, cwd).status]).toEqual([name, 0]);
  });

  test('takes every word for its own, and none for one of the runtime', () => {
    const at = home();
    expect(at.net(['--version']).stdout).toBe(`${version}\n`);
    for (const argv of [
      ['-v'],
      ['-e', '1'],
      ['--inspect'],
      ['--bun'],
      ['--preload=x', 'list'],
      ['run'],
      ['x.js'],
    ])
      expect([argv, at.net(argv)]).toEqual([argv, expect.objectContaining({ status: 2, stdout: '' })]);
  });

  test('carries no path of the machine that it was made on', () => {
    const bytes = fs.readFileSync(binary);
    const here = fs.realpathSync(join(directory, '..', '..'));
    const libraries = fs.realpathSync(join(here, 'node_modules'));
    for (const path of [here, libraries, tmpdir(), homedir()])
      if (path.length > '/root'.length) expect([path, bytes.includes(path)]).toEqual([path, false]);
  });

  test.each(['ctrlC', 'ctrlD'] as const)(
    'answers a person in a terminal, who may leave by %s',
    async (key) => {
      const at = home();
      const asked = terminal(['add'], { ...at.env, HOME: at.directory }, 100, [binary]);
      await asked.answer('Name', `Ana Silva${KEYS.enter}`);
      await asked.answer('Where', KEYS[key]);
      const { code, screen } = await asked.ended();
      expect([code, screen]).toEqual([130, expect.stringContaining('left; nothing was changed')]);
      expect(fs.existsSync(at.env.NET_DB)).toBe(false);
    },
  );

  test('ends quietly where its reader has had enough', () => {
    const at = home();
    at.net(['add', 'Ana Silva']);
    const piped = ['-c', '{ "$0" help all; printf %s "$?" >&2; } | head -1', binary];
    expect(
      spawnSync('sh', piped, { env: { ...at.env, PATH: process.env.PATH }, encoding: 'utf8' }).stderr,
    ).toBe('0');
  });
});
