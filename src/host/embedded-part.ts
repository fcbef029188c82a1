import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { Env } from './paths.ts';
import { compileCache } from './runtime.ts';
import { besides } from './unfinished.ts';

/** How a native part is named, by the program and in the place where it is kept: after its package, and what it consists of. */
const NAME = /^(.+)-[0-9a-f]{16}\.node$/;

/**
 * Loads a native part that is inside of the executable, from which no system can load it. It is written out once, to where compiled code is
 * kept, and loaded from there: only where that and the file are the user's own, whom nobody else can write for. Where it cannot be kept there
 * the runtime does as it would by itself, with a file of the user's own among the temporary ones, whose directory is everybody's.
 */
export function embeddedPart(embedded: string, env: Env = process.env): unknown {
  return loaded(keptCopy(embedded, env)) ?? loadedFrom(embedded);
}

function loaded(copy: Copy | null): unknown {
  if (copy === null) return null;
  try {
    if (isWhole(copy)) return loadedFrom(copy.path);
  } catch {
    // Damaged, though as long as it should be; or on a disk from which nothing may be run.
    if (isSame(copy)) return null;
  }
  try {
    write(copy);
    return loadedFrom(copy.path);
  } catch {
    // No room, no right to write, or a disk from which nothing may be run.
    return null;
  }
}

function loadedFrom(path: string): unknown {
  const native = { exports: {} };
  process.dlopen(native, path);
  return native.exports;
}

/** A native part in the executable, and where it is kept. */
interface Copy {
  readonly embedded: string;
  readonly directory: string;
  readonly path: string;
}

/** Windows has temporary files for each user. */
function keptCopy(embedded: string, env: Env): Copy | null {
  const directory = compileCache(env);
  if (directory === null || !isAbsolute(directory) || process.getuid === undefined) return null;
  return { embedded, directory, path: join(directory, basename(embedded)) };
}

function isWhole({ embedded, directory, path }: Copy): boolean {
  if (!isOwnDirectory(directory)) return false;
  const file = lstatSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && isOwn(file) && file.size === statSync(embedded).size;
}

function isSame({ embedded, path }: Copy): boolean {
  try {
    return readFileSync(path).equals(readFileSync(embedded));
  } catch {
    return false;
  }
}

function isOwnDirectory(path: string): boolean {
  const directory = lstatSync(path, { throwIfNoEntry: false });
  return directory?.isDirectory() === true && isOwn(directory);
}

/** Nobody else can write it, or has. */
function isOwn({ uid, mode }: Stats): boolean {
  return uid === process.geteuid?.() && (mode & 0o022) === 0;
}

/** Milliseconds: what nobody has loaded for so long belongs to a version of net that is gone. */
const FORGOTTEN_AFTER = 30 * 86_400_000;

/** Writes a part out, all of it or nothing, and removes what an old version of net has left. Throws where that cannot be. */
function write({ embedded, directory, path }: Copy): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!isOwnDirectory(directory)) throw new Error(`${directory} is not the user's own`);
  besides(directory, (beside) => {
    writeSynced(beside, readFileSync(embedded));
    renameSync(beside, path);
  });
  const [, kind] = NAME.exec(basename(path)) ?? [];
  for (const name of readdirSync(directory))
    if (name !== basename(path) && NAME.exec(name)?.[1] === kind) forget(join(directory, name));
}

function forget(path: string): void {
  const { atimeMs, mtimeMs } = statSync(path);
  const now = performance.timeOrigin + performance.now();
  if (now - Math.max(atimeMs, mtimeMs) > FORGOTTEN_AFTER) rmSync(path, { force: true });
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let rest = bytes; rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
