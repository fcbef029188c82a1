import { closeSync, existsSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsBeside } from './backups.ts';
import { beginningFor, beginningOf, keyIdOf, kindOf, readBeginning } from './beginning.ts';
import type { Cipher } from './cipher.ts';
import { copyAside } from './moving.ts';
import { syncDirectory, syncFile } from './sync.ts';
import { isUnfinished } from './unfinished.ts';

export interface NamedKey {
  readonly key: Uint8Array;
  readonly id: string;
}

/** The names of the backups of a file that are not of a kind yet. */
export function backupsNot(file: string, kind: 'plain' | 'encrypted'): string[] {
  const directory = backupsBeside(file);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.db') && lstatSync(join(directory, name)).isFile())
    .filter((name) => kindOf(beginningOf(join(directory, name))) !== kind)
    .sort();
}

/** What only its owner's passphrase opens, as it is, or may be half of it. */
const KEY = /^(key-[0-9a-f]{16}|\.net-[0-9a-f]{32}\.part-key)$/;

/** What SQLite writes beside a file, which is encrypted as that is. What else it keeps there holds nothing that was written. */
const LOG = /-(wal|journal)$/;
const ABOUT_LOG = /-shm$/;

/** The names of everything in the directory of the backups of a file that whoever has it can read. */
export function readableIn(file: string): string[] {
  const directory = backupsBeside(file);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => !KEY.test(name) && !ABOUT_LOG.test(name) && isReadable(join(directory, name)))
    .sort();
}

function isReadable(path: string): boolean {
  const whose = path.replace(LOG, '');
  return (
    lstatSync(whose, { throwIfNoEntry: false })?.isFile() !== true ||
    kindOf(beginningOf(whose)) !== 'encrypted'
  );
}

const CONVERTING = /\.db-moving$/;

/** While no other program has a file open: what earlier ones left unfinished among its backups goes. */
export function removeUnfinishedIn(file: string): void {
  removeIn(file, isUnfinished);
}

function removeIn(file: string, isLeft: (name: string) => boolean): void {
  const directory = backupsBeside(file);
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory).filter(isLeft)) rmSync(join(directory, name), { force: true });
}

/**
 * Encrypts or decrypts each backup of a file, one after the other: each is the one before or the new one at any moment. One that is
 * damaged, or encrypted with another key, stays; so does one with a log of its own, which nobody could read without it. One program
 * after the other.
 */
export function convertBackups(
  file: string,
  cipher: Cipher,
  named: NamedKey,
  kind: 'plain' | 'encrypted',
): void {
  const directory = backupsBeside(file);
  removeIn(file, (name) => CONVERTING.test(name));
  for (const name of backupsNot(file, kind)) convertBackup(join(directory, name), cipher, named, kind);
}

function convertBackup(path: string, cipher: Cipher, named: NamedKey, kind: 'plain' | 'encrypted'): void {
  if (existsSync(`${path}-wal`)) return;
  const part = `${path}-moving`;
  const from = openSync(path, 'r');
  try {
    const beginning = readBeginning(from);
    if (kind === 'plain' && (kindOf(beginning) !== 'encrypted' || keyIdOf(beginning) !== named.id)) return;
    rmSync(part, { force: true });
    copyAside(from, part);
    if (!convert(part, cipher, named, kind)) return;
    renameSync(part, path);
    syncDirectory(path);
  } finally {
    closeSync(from);
    rmSync(part, { force: true });
  }
}

/**
 * Encrypts or decrypts a private copy and waits until it is on the disk. Gives back whether it was whole before and is so now.
 */
export function convert(
  path: string,
  cipher: Cipher,
  { key, id }: NamedKey,
  kind: 'plain' | 'encrypted',
): boolean {
  const db = cipher.connect(kind === 'encrypted' ? null : key)(path, { fileMustExist: true });
  try {
    if (!isWhole(db)) return false;
    cipher.rekey(db, kind === 'encrypted' ? { key, beginning: beginningFor('encrypted', id) } : null);
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    db.close();
  }
  syncFile(path);
  const again = cipher.connect(kind === 'encrypted' ? key : null)(path, {
    fileMustExist: true,
    readonly: true,
  });
  try {
    return isWhole(again);
  } finally {
    again.close();
  }
}

function isWhole(db: ReturnType<ReturnType<Cipher['connect']>>): boolean {
  return db.pragma('quick_check', { simple: true }) === 'ok';
}

function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
