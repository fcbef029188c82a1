import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY, NODE_BUILD } from './goals.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A net that was built from what stands here. */
export interface Build {
  readonly by: string;
  /** The words that a command line begins with. */
  readonly begins: readonly string[];
}

/**
 * The Node build as it is installed: in a checkout bin/net.js also looks whether the sources are newer than what was built. Of another
 * package it needs only the native part of SQLite, which is linked to.
 */
export function nodeBuild(place: string, env: Readonly<Record<string, string>>): Build {
  made('tools/build.ts', env);
  const installed = join(place, 'netgarden');
  fs.rmSync(installed, { recursive: true, force: true });
  fs.mkdirSync(join(installed, 'node_modules'), { recursive: true });
  for (const part of ['bin', 'dist'])
    fs.cpSync(join(root, part), join(installed, part), {
      recursive: true,
      filter: (from) => !/[/\\]net(-[^/\\.]*)?(\.exe)?$/.test(from),
    });
  fs.copyFileSync(join(root, 'package.json'), join(installed, 'package.json'));
  const sqlite = join('node_modules', 'better-sqlite3');
  fs.symlinkSync(join(root, sqlite), join(installed, sqlite), 'junction');
  return { by: NODE_BUILD, begins: [process.execPath, join(installed, 'bin', 'net.js')] };
}

/** The one executable, or why there is none. */
export function binaryBuild(place: string, env: Readonly<Record<string, string>>): Build | string {
  try {
    made('tools/binary.ts', env);
  } catch (error) {
    return (error as Error).message;
  }
  const name = process.platform === 'win32' ? 'net.exe' : 'net';
  const copy = join(place, name);
  fs.copyFileSync(join(root, 'dist', name), copy);
  return { by: BINARY, begins: [copy] };
}

function made(tool: string, env: Readonly<Record<string, string>>): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, tool)], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? `${tool} failed`);
}
