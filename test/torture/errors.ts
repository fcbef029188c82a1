import fs from 'node:fs';
import { join } from 'node:path';
import { type Ended, type Installed, install, runInstalled } from '../support/installed.ts';
import { type Call, callsIn, failingAt, watching, withoutStrace } from '../support/strace.ts';
import { copyOf, FILE, judge, type Scene, sceneOf, VICTIMS } from '../support/victims.ts';
import { type Family, lost, type Wrong } from './family.ts';

const OPENS = ['openat', 'open'];
const WRITES = ['write', 'pwrite64', 'writev', 'pwritev', 'ftruncate', 'fallocate'];
const NAMES = ['mkdir', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'rmdir'];
const LOOKS = ['statx', 'newfstatat', 'fstat', 'lstat', 'stat', 'readlink', 'access', 'getdents64'];

/** What can fail how: the calls that give an error, and whether it is there to stay. */
const FAULTS: readonly {
  readonly error: string;
  readonly calls: readonly string[];
  readonly forever: boolean;
}[] = [
  {
    error: 'ENOSPC',
    calls: [...WRITES, ...OPENS, 'mkdir', 'link', 'rename', 'fsync', 'fdatasync'],
    forever: true,
  },
  {
    error: 'EIO',
    calls: [...WRITES, 'fsync', 'fdatasync', 'pread64', 'read', ...LOOKS, ...NAMES, ...OPENS],
    forever: false,
  },
  { error: 'EIO', calls: ['pwrite64', 'fsync', 'fdatasync', 'ftruncate'], forever: true },
  { error: 'EMFILE', calls: OPENS, forever: true },
  { error: 'EACCES', calls: [...OPENS, ...NAMES, ...LOOKS], forever: false },
];

const TRIED = [...new Set(FAULTS.flatMap(({ calls }) => calls))];

/** The first thing that net itself does; see bin/net.js. */
const START = 'umask';

/**
 * The calls that may fail. Left out is what comes before net runs a line of its own, since only Node can tell of a fault there: the
 * loading of Node's own libraries, its reading of bin/net.js, and the package.json beside it. How net loads its own parts is the same for
 * every command: it is tried with one, and with the others only what is done to the files in the directory. Left out, too, are the calls
 * by which Node wakes its threads and sees to the three streams at its end: it aborts where these fail.
 */
async function callsOf(net: Installed, { victim, template }: Scene): Promise<Call[]> {
  const directory = copyOf(template);
  const log = join(directory, 'strace');
  await runInstalled(net, join(directory, FILE), victim.argv(directory), watching([START, ...TRIED], log));
  const calls = callsIn(log);
  fs.rmSync(directory, { recursive: true });
  const own = calls
    .slice(calls.findIndex(({ name }) => name === START) + 1)
    .filter(({ text }) => !OF_NODE.test(text));
  return victim.name === WHOLE ? own : own.filter(({ text }) => text.includes(directory));
}

const OF_NODE = /eventfd|fstat\([012]</;

/** The command with which everything is tried. */
const WHOLE = 'log';

/**
 * The exit codes that say of which kind a fault is. What was refused once only is no longer refused when it is looked at again, and SQLite
 * calls a page that the disk cannot read damage, which is cured the same way.
 */
const KINDS: Readonly<Record<string, readonly number[]>> = {
  ENOSPC: [16],
  EIO: [16, 13],
  EMFILE: [16],
  EACCES: [15, 16],
};

/** A fault is told in one line with the next step, and its exit code says of which kind it is. */
function told(error: string, { code, signal, out, err }: Ended): Wrong | null {
  if (code === 0) return null;
  const ended = `ended with ${code ?? signal}: ${JSON.stringify(err.slice(0, 600))}`;
  // To where nothing can be written nothing can be told.
  const silent = err === '' && out === '';
  if (!silent && !/^net: [^\n]+\nhint: [^\n]+\n$/.test(err)) return lost(`no clear line: it ${ended}`);
  const kinds = KINDS[error] ?? [];
  return kinds.includes(code ?? -1) ? null : lost(`it ${ended}, instead of ${kinds.join(' or ')}`);
}

/** Calls of commands that fail: one clear line, the exit code of its kind, nothing lost, and the next command is normal. */
export const family: Family = {
  name: 'errors',
  run: async (attempt, skip) => {
    const why = withoutStrace();
    if (why !== null) return skip('errors', why);
    const net = install();
    for (const victim of VICTIMS) {
      const scene = await sceneOf(victim);
      await callsOf(net, scene);
      const found = await callsOf(net, scene);
      for (const { error, calls, forever } of FAULTS) {
        for (const call of found.filter(({ name }) => calls.includes(name))) {
          const how = `${victim.name} with ${error} at ${call.name} ${call.nth}${forever ? ' and later' : ''}`;
          await attempt(`errors ${error}`, how, async () => {
            const directory = copyOf(scene.template);
            const argv = victim.argv(directory);
            const ended = await runInstalled(
              net,
              join(directory, FILE),
              argv,
              failingAt(call, error, forever),
            );
            const wrong = told(error, ended) ?? (await judge(scene, directory, ended));
            fs.rmSync(directory, { recursive: true, force: true });
            return wrong;
          });
        }
      }
    }
  },
};
