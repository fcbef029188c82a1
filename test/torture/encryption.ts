import { execFile, execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, join } from 'node:path';
import { givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
import { net, program } from '../support/program.ts';
import { type Desk, desk, temporaryDirectory } from '../support/world.ts';
import type { Family, Wrong } from './family.ts';

/** What changes something, or waits for the disk. */
const CALLS = ['pwrite64', 'write', 'fsync', 'fdatasync', 'ftruncate', 'rename', 'unlink'];
const FAILING = ['pwrite64', 'fsync', 'ftruncate', 'rename'];

/** Long enough for the slowest of machines. */
const PATIENCE = 120_000;

/** Long enough not to stand anywhere by chance. */
const NAMES = ['Zebedee', 'Aurelio', 'Wilhelmina', 'Xanthippe'];

/** A file with a backup, as it is before the command that harm is done to. */
interface Scene {
  readonly verb: 'encrypt' | 'decrypt';
  readonly template: string;
  readonly passphrase: string;
}

async function sceneOf(verb: Scene['verb']): Promise<Scene> {
  const at = desk();
  givePassphrase(at);
  const [name = '', ...others] = NAMES;
  await ran(at, 'add', name);
  for (const other of others) await ran(at, 'add', other);
  await ran(at, 'backup');
  if (verb === 'decrypt') await ran(at, 'encrypt', '--yes');
  const passphrase = join(temporaryDirectory(), 'passphrase');
  fs.renameSync(join(at.directory, 'passphrase'), passphrase);
  return { verb, template: at.directory, passphrase };
}

/** Runs a scene's command on a copy, under strace. */
function run(scene: Scene, tracing: readonly string[]): Promise<{ directory: string; code: number | null }> {
  const directory = temporaryDirectory();
  fs.cpSync(scene.template, directory, { recursive: true });
  const env = environment(scene, directory);
  const argv = ['-f', '-qq', ...tracing, program, net, scene.verb, '--yes'];
  return new Promise((resolve) => {
    const child = execFile('strace', argv, { env, timeout: PATIENCE }, () =>
      resolve({ directory, code: child.exitCode }),
    );
  });
}

function environment(scene: Scene, directory: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? '',
    HOME: temporaryDirectory(),
    NET_DB: join(directory, 'net.db'),
    NET_KEY_COMMAND: `cat ${scene.passphrase}`,
  };
}

/** A call on a file, and which of its name it is: strace counts all calls of a name. */
interface Call {
  readonly name: string;
  readonly nth: number;
  readonly path: string;
}

/** The calls on what is in the directory. */
async function callsOf(scene: Scene): Promise<Call[]> {
  const log = join(temporaryDirectory(), 'strace');
  const { directory } = await run(scene, ['-y', '-o', log, '-e', `trace=${CALLS.join(',')}`]);
  const counts = new Map<string, number>();
  const lines = fs.readFileSync(log, 'utf8').split('\n');
  const first = lines[0]?.split(' ')[0];
  return lines.flatMap((line) => {
    const [, thread, name = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread !== first) return [];
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const [, path] = /["<](\/[^">]+)[">]/.exec(line) ?? [];
    return path?.startsWith(directory) ? [{ name, nth, path }] : [];
  });
}

/** Of the pages of a private copy, which nobody reads before it is whole, only some are tried. */
const SAMPLE = 40;

/** What is done to a call. */
function faultsAt({ name, nth, path }: Call): readonly string[] {
  const kill = 'signal=KILL';
  if (name === 'pwrite64' && path.endsWith('-moving')) return nth % SAMPLE === 0 ? [kill] : [];
  if (path.endsWith('-shm') || !FAILING.includes(name)) return [kill];
  return [kill, 'error=EIO', ...(name === 'pwrite64' ? ['error=ENOSPC'] : [])];
}

/** What is wrong after harm was done: everybody is there, whichever way it went, and doing it again finishes it. */
async function judge(scene: Scene, directory: string, done: boolean): Promise<Wrong | null> {
  const own = desk('2026-11-23', 0xb0000);
  own.file = join(directory, 'net.db');
  own.keychain = memoryKeychain();
  const asking = { NET_KEY_COMMAND: `cat ${scene.passphrase}` };
  own.env = asking;
  const list = await own.net('list');
  if (list.code !== 0) return { kind: 'corrupt', what: `net list ended with ${list.code}: ${list.err}` };
  const missing = NAMES.filter((name) => !list.out.includes(name));
  if (missing.length > 0) return { kind: 'lost', what: `${missing.join(', ')} are gone` };
  const again = await own.net(scene.verb, '--yes');
  if (![0, 4, 5].includes(again.code)) return { kind: 'corrupt', what: `again: ${again.code} ${again.err}` };
  if (done && again.code === 0) return { kind: 'lost', what: 'it said that it was done, and it was not' };
  // From here on the keychain has the key, which is faster.
  await own.net('encrypt', '--keychain', '--db', own.file);
  own.env = {};
  for (const line of [['add', 'Carla'], ['check'], ['restore', '2', '--dry-run']]) {
    const { code, out, err } = await own.net(...line);
    if (code !== 0)
      return { kind: 'corrupt', what: `net ${line.join(' ')} ended with ${code}: ${out}${err}` };
    if (line[0] === 'check' && /is damaged|another key|not encrypted/.test(out))
      return { kind: 'corrupt', what: out };
  }
  return scene.verb === 'encrypt' ? readable(directory) : leftBehind(own);
}

/** Words in the clear, in any file. */
function readable(directory: string): Wrong | null {
  for (const name of fs.readdirSync(directory, { recursive: true }).map(String)) {
    const path = join(directory, name);
    if (!fs.statSync(path).isFile()) continue;
    const bytes = fs.readFileSync(path);
    const word = [...NAMES, 'CREATE TABLE'].find((known) => bytes.includes(known));
    if (word !== undefined) return { kind: 'escaped', what: `${word} stands in ${name}` };
  }
  return null;
}

function leftBehind({ file }: Desk): Wrong | null {
  const left = [`${file}-key`, `${file}-moving`].filter((path) => fs.existsSync(path));
  return left.length === 0 ? null : { kind: 'escaped', what: `${left.join(', ')} is left behind` };
}

/** Encrypting and decrypting, killed at every call that writes, and with each of them failing: whole, one way or the other. */
export const family: Family = {
  name: 'encryption',
  run: async (attempt, skip) => {
    if (spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status !== 0)
      return skip('encryption', 'strace is not installed, or may not trace here');
    execFileSync(program, [net, '--version']);
    for (const verb of ['encrypt', 'decrypt'] as const) {
      const scene = await sceneOf(verb);
      // What is compiled is cached by the first run, which makes other calls than later ones.
      for (const call of await callsOf(scene)) {
        for (const fault of faultsAt(call)) {
          const { name, nth, path } = call;
          const how = `${verb} at ${name} ${nth} of ${basename(path)}`;
          await attempt(`encryption ${fault.split('=')[1]}`, how, async () => {
            const inject = [`trace=${name}`, `inject=${name}:${fault}:when=${nth}`].flatMap((rule) => [
              '-e',
              rule,
            ]);
            const { directory, code } = await run(scene, ['-o', '/dev/null', ...inject]);
            const wrong = await judge(scene, directory, code === 0);
            fs.rmSync(directory, { recursive: true, force: true });
            return wrong;
          });
        }
      }
    }
  },
};
