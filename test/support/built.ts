import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';
import { buildForNode } from '../../tools/build/for-node.ts';
import { temporaryDirectory } from './world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hook = fileURLToPath(new URL('loaded.cjs', import.meta.url));

/** The program as it is built, with what esbuild tells of each of its files. */
export interface Built {
  readonly directory: string;
  /** Bytes of a file of dist/. */
  readonly size: (name: string) => number;
  /** The libraries in a file of dist/, and the modules of net. */
  readonly libraries: (name: string) => readonly string[];
  readonly modules: (name: string) => readonly string[];
}

const LIBRARY = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Builds net into a directory of its own. */
export async function build(): Promise<Built> {
  const directory = temporaryDirectory();
  const dist = join(directory, 'dist');
  const inputs = new Map<string, string[]>();
  fs.mkdirSync(dist);
  const noted: Plugin = {
    name: 'noted',
    setup: ({ onEnd }) => onEnd(({ metafile }) => note(metafile, inputs)),
  };
  for (const part of ['bin', 'package.json'])
    fs.cpSync(join(root, part), join(directory, part), { recursive: true });
  fs.mkdirSync(join(directory, 'node_modules'));
  const library = fs.realpathSync(join(root, 'node_modules/better-sqlite3'));
  fs.symlinkSync(library, join(directory, 'node_modules/better-sqlite3'));
  await buildForNode(dist, [noted]);
  const of = (name: string) => inputs.get(name) ?? [];
  return {
    directory,
    size: (name) => fs.statSync(join(dist, name)).size,
    libraries: (name) => [...new Set(of(name).flatMap((path) => LIBRARY.exec(path)?.[1] ?? []))].sort(),
    modules: (name) => of(name).filter((path) => !LIBRARY.test(path)),
  };
}

function note(metafile: Metafile | undefined, inputs: Map<string, string[]>): void {
  for (const [path, output] of Object.entries(metafile?.outputs ?? {})) {
    const own = Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    );
    inputs.set(basename(path), own);
  }
}

/** How a command line ended, and which files of dist/ it has loaded. */
export interface Loaded {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly files: readonly string[];
}

/** Runs a command line of the built program on a file. */
export function load({ directory }: Built, file: string, argv: readonly string[]): Loaded {
  const told = join(directory, 'loaded.json');
  fs.rmSync(told, { force: true });
  const env = { PATH: process.env.PATH ?? '', HOME: directory, TZ: 'UTC', NET_DB: file, LOADED: told };
  const line = ['--require', hook, join(directory, 'bin/net.js'), ...argv];
  const ran = spawnSync(process.execPath, line, { env, encoding: 'utf8', input: '' });
  const files = (JSON.parse(fs.readFileSync(told, 'utf8')) as string[])
    .filter((path) => path.includes('/dist/'))
    .map((path) => basename(path));
  return { code: ran.status, out: ran.stdout, err: ran.stderr, files };
}
