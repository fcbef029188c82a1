import fs from 'node:fs';
import { join } from 'node:path';
import { type Ended, type Installed, install, runInstalled } from '../support/installed.ts';
import { type Call, callsIn, failingAt, watching, withoutStrace } from '../support/strace.ts';
import { copyOf, FILE, judge, type Scene, sceneOf, VICTIMS, type Victim } from '../support/victims.ts';
import { type Family, lost, type Wrong } from './family.ts';

const OPENS = ['openat', 'open'];
const PAGES = ['pwrite64', 'pwritev', 'ftruncate', 'fallocate'];
const SYNCS = ['fsync', 'fdatasync'];
const MADE = ['mkdir', 'link', 'rename'];
const NAMES = ['mkdir', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'rmdir'];
const LOOKS = ['statx', 'newfstatat', 'fstat', 'lstat', 'stat', 'readlink', 'access', 'getdents64'];

/** The command with which everything is tried. */
const WHOLE = 'log';

/** What can fail how: the calls that give an error, whether it is there to stay, and with which commands it is tried, if not with all. */
const FAULTS: readonly {
  readonly error: string;
  readonly calls: readonly string[];
  readonly forever: boolean;
  readonly with?: readonly string[];
}[] = [
  { error: 'ENOSPC', calls: [...PAGES, ...OPENS, ...MADE, ...SYNCS], forever: true },
  { error: 'ENOSPC', calls: ['write'], forever: false },
  {
    error: 'EIO',
    calls: ['write', 'read', 'pread64', ...PAGES, ...SYNCS, ...LOOKS, ...NAMES, ...OPENS],
    forever: false,
  },
  { error: 'EIO', calls: [...PAGES, ...SYNCS], forever: true, with: [WHOLE, 'undo', 'restore'] },
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
  return (victim.name === WHOLE ? own : own.filter(({ text }) => text.includes(directory))).map((call) => ({
    ...call,
    path: call.path?.replace(directory, HERE) ?? null,
  }));
}

/** Stands for the directory of a try. */
const HERE = '{here}';

/** Runs a command of which a call fails. */
function failed(net: Installed, { victim }: Scene, directory: string, fault: Fault): Promise<Ended> {
  const { call, error, forever } = fault;
  const here = { ...call, path: call.path?.replace(HERE, directory) ?? null };
  return runInstalled(net, join(directory, FILE), victim.argv(directory), failingAt(here, error, forever));
}

interface Fault {
  readonly call: Call;
  readonly error: string;
  readonly forever: boolean;
}

/** How often a fault is tried that Node itself has met. */
const AGAIN = 4;

/**
 * Node wakes its threads at moments of its own, and looks at more or fewer files of the system before it reads bin/net.js: where it was one
 * of its own calls that failed, and Node gave up itself, it is tried again.
 */
async function tried(net: Installed, scene: Scene, fault: Fault, again = AGAIN): Promise<Wrong | null> {
  const directory = copyOf(scene.template);
  const ended = await failed(net, scene, directory, fault);
  const wrong =
    isByNode(fault, ended) && again > 0
      ? await tried(net, scene, fault, again - 1)
      : (told(fault.error, ended) ?? (await judge(scene, directory, ended)));
  fs.rmSync(directory, { recursive: true, force: true });
  return wrong;
}

function isByNode({ call }: Fault, { signal, err }: Ended): boolean {
  if (signal === 'SIGABRT') return ['read', 'write'].includes(call.name);
  return UNREAD.test(err);
}

/** What Node prints where it cannot read the program that it is to run. */
const UNREAD = /^node:.*^Error: [A-Z]+: [^\n]*'[^'\n]*\/bin\/net\.js'$/ms;

const OF_NODE = /eventfd|fstat\([012]<|read\(\d+<(anon|pipe)/;

/** So often a call is no longer one of its own: a first run and a purge write hundreds of pages one after the other. */
const MANY = 20;

/** Of so many, which of them is tried: each with `EACH=1`. */
const EACH = Number(process.env.EACH ?? 10);

/** All of few calls, and some of many, but of the one command all. */
function thinned({ name: victim }: Victim, calls: readonly Call[]): readonly Call[] {
  const often = (of: string) => calls.filter(({ name }) => name === of).length > MANY;
  return victim === WHOLE ? calls : calls.filter(({ name, nth }) => !often(name) || nth % EACH === 0);
}

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
  // Partly done: what was left out is told in its own words.
  if (code === 0 || code === 3) return null;
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
      for (const { error, calls, forever, with: only } of FAULTS) {
        if (only?.includes(victim.name) === false) continue;
        for (const call of thinned(
          victim,
          found.filter(({ name }) => calls.includes(name)),
        )) {
          const where = `${call.name} ${call.nth}${call.path === null ? '' : ` of ${call.path}`}`;
          const how = `${victim.name} with ${error} at ${where}${forever ? ' and later' : ''}`;
          await attempt(`errors: ${error}`, how, () => tried(net, scene, { call, error, forever }));
        }
      }
    }
  },
};
