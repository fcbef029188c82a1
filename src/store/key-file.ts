import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { NetError } from '../domain/error.ts';
import type { KeyFile, Wrapping } from '../domain/key-file.ts';
import { backupsBeside } from './backups.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';
import { storeFailure } from './failure.ts';
import { keyFilePath } from './files.ts';
import { syncDirectory } from './sync.ts';
import { removeUnfinished, sweepKeyFiles, unfinishedPath } from './unfinished.ts';

const ABOUT =
  'The encrypted file beside this one opens with your passphrase and this file. Without it nobody can read it: keep a copy.';
const VERSION = 1;
const MOST_BYTES = 1 << 16;

/** What scrypt may be told, so that a key file from elsewhere neither fills the memory nor makes guessing cheap. */
const CHEAPEST = 2 ** 14 * 8;
const DEAREST = 2 ** 18 * 8;
const MOST_ROUNDS = 4;

function keyCopyPath(file: string, id: string): string {
  return join(backupsBeside(file), copyName(id));
}

function copyName(id: string): string {
  return `key-${id}`;
}

/**
 * Reads the key file beside an encrypted file; of a backup, the one that is kept with the backups. Throws `permission` where it is
 * missing, damaged or that of another file.
 */
export function readKeyFile(file: string, id: string): KeyFile {
  const path = keyFilePath(file);
  const read = findKeyFile(path);
  if (typeof read !== 'string' && read.id === id) return read;
  const kept = findKeyFile(join(dirname(file), copyName(id)));
  if (typeof kept !== 'string' && kept.id === id) return kept;
  if (read === 'none') throw without(file, id, `${file} is encrypted, and its key file ${path} is missing`);
  if (read === 'damaged') throw without(file, id, `the key file ${path} is damaged`);
  throw without(file, id, `the key file ${path} belongs to another file`);
}

/** The key file at a path, whatever it belongs to. */
export function findKeyFile(path: string): KeyFile | 'none' | 'damaged' {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'none';
  if (!stat.isFile() || stat.size > MOST_BYTES) return 'damaged';
  return parsed(readFileSync(path, 'utf8')) ?? 'damaged';
}

function without(file: string, id: string, what: string): NetError {
  const copy = keyCopyPath(file, id);
  const hint =
    findKeyFile(copy) === 'none'
      ? 'put a copy of it back there: without it nobody can read the file'
      : `a copy of it is here: cp ${quoted(copy)} ${quoted(keyFilePath(file))}`;
  return new NetError('permission', what, hint);
}

/** As a shell reads it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

/** Puts a key file beside its file, whole or not at all, and a copy into the directory of backups where there is one. */
export function writeKeyFile(file: string, keyFile: KeyFile): void {
  const path = keyFilePath(file);
  writePrivate(path, formatted(keyFile));
  if (existsSync(backupsBeside(file))) writePrivate(keyCopyPath(file, keyFile.id), formatted(keyFile));
}

/**
 * Backups that were made since need the key file as well; a key file that is replaced may still be what older ones need. One that another
 * program changes meanwhile is kept in its turn: the copy is never older than what stands beside the file.
 */
export function keepKeyCopy(file: string): void {
  if (!existsSync(backupsBeside(file))) return;
  let keyFile = findKeyFile(keyFilePath(file));
  while (typeof keyFile !== 'string' && !isKept(file, keyFile)) {
    writePrivate(keyCopyPath(file, keyFile.id), formatted(keyFile));
    keyFile = findKeyFile(keyFilePath(file));
  }
}

function isKept(file: string, keyFile: KeyFile): boolean {
  try {
    const kept = findKeyFile(keyCopyPath(file, keyFile.id));
    return typeof kept !== 'string' && formatted(kept) === formatted(keyFile);
  } catch {
    return false;
  }
}

/**
 * Puts the key file that a copy needs beside the file whose place it is about to take. Gives back what puts the one back that stood there,
 * for where nothing takes that place. Throws what `readKeyFile` does.
 */
export function takeKeyFile(copy: string, file: string): () => void {
  const beginning = beginningOf(copy);
  if (kindOf(beginning) !== 'encrypted') return () => {};
  const id = keyIdOf(beginning);
  const path = keyFilePath(file);
  const own = findKeyFile(path);
  if (typeof own !== 'string' && own.id === id) return () => {};
  const keyFile = readKeyFile(copy, id);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  keepKeyCopy(file);
  writeKeyFile(file, keyFile);
  return () => (before === null ? rmSync(path, { force: true }) : writePrivate(path, before));
}

/** Puts the key file of a file beside a copy of it elsewhere, whose backups are not this one's. Throws what `readKeyFile` does. */
export function copyKeyFile(file: string, id: string, copy: string): void {
  writePrivate(keyFilePath(copy), formatted({ ...ownKeyFile(file, id), unfinished: false }));
}

/** What cannot be read is told by its own name, not by that of the copy. */
function ownKeyFile(file: string, id: string): KeyFile {
  try {
    return readKeyFile(file, id);
  } catch (error) {
    throw storeFailure(error, keyFilePath(file));
  }
}

/**
 * Removes the key file of a file that is not encrypted any more. Copies of it elsewhere may be: those of the key file stay with the
 * backups, where net finds them.
 */
export function removeKeyFile(file: string): void {
  keepKeyCopy(file);
  rmSync(keyFilePath(file), { force: true });
}

/** By a name of its own until it is whole: another program may write the same one. */
function writePrivate(path: string, text: string): void {
  const part = unfinishedPath(dirname(path));
  try {
    writeWhole(`${part}-key`, text);
    renameSync(`${part}-key`, path);
  } finally {
    removeUnfinished(part);
  }
  syncDirectory(path);
  sweepKeyFiles(path);
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function formatted(keyFile: KeyFile): string {
  const { id, check, wrapping, keychain, unfinished } = keyFile;
  const fields = { about: ABOUT, version: VERSION, id, check, wrapping, keychain, unfinished };
  return `${JSON.stringify({ ...fields, checksum: checksumOf(keyFile) }, null, 2)}\n`;
}

/** So that damage is not taken for a wrong passphrase. */
function checksumOf({ id, check, wrapping, keychain, unfinished }: KeyFile): string {
  const { cost, salt, nonce, key, tag } = wrapping;
  const all = [VERSION, id, check, cost.N, cost.r, cost.p, salt, nonce, key, tag, keychain, unfinished];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

function parsed(text: string): KeyFile | null {
  try {
    const { version, id, check, wrapping, keychain, unfinished, checksum } = JSON.parse(text);
    const { cost, salt, nonce, key, tag } = wrapping;
    const { N, r, p } = cost;
    const sound =
      version === VERSION &&
      typeof id === 'string' &&
      /^[0-9a-f]{16}$/.test(id) &&
      typeof keychain === 'boolean' &&
      typeof unfinished === 'boolean' &&
      [check, salt, nonce, key, tag].every((part) => typeof part === 'string') &&
      [N, r, p].every((number) => Number.isInteger(number) && number > 0) &&
      isBearable(cost);
    if (!sound) return null;
    const whole = { cost: { N, r, p }, salt, nonce, key, tag };
    const found: KeyFile = { id, check, wrapping: whole, keychain, unfinished };
    return checksumOf(found) === checksum ? found : null;
  } catch {
    return null;
  }
}

function isBearable({ N, r, p }: Wrapping['cost']): boolean {
  return (N & (N - 1)) === 0 && N * r >= CHEAPEST && N * r <= DEAREST && p <= MOST_ROUNDS;
}
