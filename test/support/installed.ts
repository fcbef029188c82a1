import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBinary, net, program } from './program.ts';
import { temporaryDirectory } from './world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Net as a user has it: built, in a directory of its own, which any user of the machine can read. */
export interface Installed {
  /** What runs it: a program and its first arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** How a program ended, and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Builds net where that is needed, and installs it; its compiled code is cached, so that each start is like any other. */
export function install(): Installed {
  const place = temporaryDirectory();
  fs.chmodSync(place, 0o755);
  // The program of a checkout builds itself.
  spawnSync(program, [net, '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const home = join(place, 'home');
  fs.mkdirSync(home);
  const env = { PATH: process.env.PATH ?? '', HOME: home, TZ: process.env.TZ ?? 'UTC' };
  if (isBinary) {
    fs.copyFileSync(net, join(place, 'net'));
    // It writes its native part out when it is first needed: that is a start of its own.
    spawnSync(join(place, 'net'), ['add', 'Ana Silva', '--db', join(place, 'first.db')], { env });
    return { command: [join(place, 'net')], env };
  }
  for (const part of ['bin', 'dist', 'package.json'])
    fs.cpSync(join(root, part), join(place, part), { recursive: true });
  const library = fs.realpathSync(join(root, 'node_modules/better-sqlite3'));
  for (const part of ['package.json', 'lib', 'prebuilds'])
    fs.cpSync(join(library, part), join(place, 'node_modules/better-sqlite3', part), { recursive: true });
  return { command: [process.execPath, join(place, 'bin/net.js')], env };
}

/** What a program is started with, besides its arguments. */
export interface Start {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Called with its process id once it runs. */
  readonly begun?: (pid: number) => void;
}

/** Runs a program to its end. */
export function ended([program, ...argv]: readonly [string, ...string[]], start: Start): Promise<Ended> {
  const { begun, ...options } = start;
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
    if (child.pid !== undefined) begun?.(child.pid);
  });
}

/** Runs a command line of an installed net on a file. */
export function runInstalled(
  { command, env }: Installed,
  file: string,
  argv: readonly string[],
  before: readonly string[] = [],
): Promise<Ended> {
  const line = [...before, ...command, ...argv] as [string, ...string[]];
  return ended(line, { env: { ...env, NET_DB: file } });
}
