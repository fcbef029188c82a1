import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isNetError, NetError } from '../domain/error.ts';
import type { KeyFile, Unlock } from '../domain/key-file.ts';
import { lockAlone } from './alone.ts';
import { convertBackups } from './backup-encryption.ts';
import { backupsBeside } from './backups.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';
import { type Cipher, type Connect, connectBy, loadCipher } from './cipher.ts';
import { PATIENCE } from './connect.ts';
import type { Db, Link } from './db.ts';
import { storeFailure } from './failure.ts';
import { keyFilePath } from './files.ts';
import { findKeyFile, keepKeyCopy, readKeyFile, writeKeyFile } from './key-file.ts';
import { finishMoving, movingPath, removeMoving, syncMoved } from './moving.ts';
import type { Opening } from './opening.ts';
import { overtaken } from './overtaken.ts';

/** An encrypted file that can be opened. */
interface Unlocked {
  readonly keyFile: KeyFile;
  readonly key: Uint8Array;
  readonly cipher: Cipher;
}

/**
 * Opens an encrypted file, `open` being how files are opened. Null where it is to be looked at anew: encrypting or decrypting it was cut
 * short, and is finished now. Throws what `unlocked` does.
 */
export async function openSealed(
  path: string,
  file: string,
  found: 'encrypted' | 'moving',
  { access, unlock, copy = false, patience = PATIENCE }: Opening,
  open: (link: Link) => Promise<Db>,
): Promise<Db | null> {
  if (found === 'moving') {
    await goOn(file, path, unlock, patience);
    return null;
  }
  const key = await unlocked(file, path, unlock);
  const keyId = key.keyFile.id;
  const moved = !copy && syncMoved(file);
  const connect = connectBy(key.cipher, new Map([[keyId, key.key]]));
  const db = await open({ keyId, connect, again: key.cipher.connect(key.key) });
  // Nobody can be in the midst of decrypting it while it is open.
  if (moved) removeMoving(db.path);
  if (!copy) settle(db, key, access !== 'read');
  return db;
}

/**
 * Fetches what an encrypted file takes to be opened. Everything that could be the wrong one is known as such before SQLite opens the
 * file: with another key it would take a log that a crash left for a damaged one, and remove it. Throws `permission`
 * for a key file that is missing, damaged or another's, without the library, and without the passphrase.
 */
async function unlocked(file: string, path: string, unlock: Unlock | undefined): Promise<Unlocked> {
  const keyFile = readKeyFile(file, keyIdOf(beginningOf(file)));
  const cipher = await loadCipher();
  if (unlock === undefined) throw new NetError('permission', `${path} is encrypted`);
  const key = await unlock(keyFile, path);
  return { keyFile, key, cipher };
}

/** Goes on with encrypting or decrypting a file where that was cut short. Throws what `unlocked` does. */
async function goOn(file: string, path: string, unlock: Unlock | undefined, patience: number): Promise<void> {
  const from = openMoving(file, path);
  if (from === null) return;
  try {
    const plain = kindOf(beginningOf(movingPath(file))) === 'plain';
    // A plain one may be a copy that takes the place of a damaged file: that needs no package that a user adds.
    const connect = plain ? plainly : connectTo(await unlocked(file, path, unlock));
    const guard = lockAlone(() => connect(movingPath(file), { fileMustExist: true }), patience);
    try {
      finishMoving(file, from);
    } finally {
      guard.close();
    }
  } finally {
    closeSync(from);
  }
}

function connectTo({ cipher, key }: Unlocked): Connect {
  return cipher.connect(key);
}

const plainly: Connect = (path, options) => new Database(path, options);

/** What a file is to become; null where another program has finished it by now. */
function openMoving(file: string, path: string): number | null {
  try {
    return openSync(movingPath(file), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (kindOf(beginningOf(file)) !== 'moving') return null;
    throw new NetError(
      'corrupt',
      `${path} was being encrypted or decrypted, and ${movingPath(file)}, which has all of it, is gone`,
      'put that back, or restore a backup: net restore',
    );
  }
}

/**
 * On an encrypted file that is open: what encrypting it left to be done is done where something is to be written; where that fails a
 * warning says so, and it is tried again the next time.
 */
function settle(db: Db, { keyFile, key, cipher }: Unlocked, writes: boolean): void {
  if (!writes) return;
  try {
    keepKeyCopy(db.path);
    if (!keyFile.unfinished) return;
    changeKeyFile(db, keyFile.id, (now) => {
      convertBackups(db.path, cipher, { key, id: keyFile.id }, 'encrypted');
      return { ...now, unfinished: false };
    });
  } catch (error) {
    const failure = storeFailure(error, backupsBeside(db.path));
    if (!isNetError(failure)) throw error;
    if (keyFile.unfinished) db.warnings.push(`some backups are not encrypted yet: ${failure.message}`);
  }
}

/** The key file of an open encrypted file. */
export function keyFileOf({ path }: Db): KeyFile {
  const keyFile = findKeyFile(keyFilePath(path));
  if (typeof keyFile === 'string') throw overtaken(path);
  return keyFile;
}

/** Rewrites the key file of an open file, one program after the other. */
export function changeKeyFile(db: Db, id: string, change: (keyFile: KeyFile) => KeyFile): void {
  db.sqlite.transaction(() => writeKeyFile(db.path, change(readKeyFile(db.path, id)))).immediate();
}
