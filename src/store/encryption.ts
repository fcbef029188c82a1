import { closeSync, fsyncSync, openSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { NetError } from '../domain/error.ts';
import type { KeyFile } from '../domain/key-file.ts';
import { lockAlone } from './alone.ts';
import { convert, convertBackups, type NamedKey, removeUnfinishedIn } from './backup-encryption.ts';
import { backupsBeside } from './backups.ts';
import { kindOf, readBeginning } from './beginning.ts';
import { type Cipher, loadCipher } from './cipher.ts';
import type { Db } from './db.ts';
import { damaged, storeFailure } from './failure.ts';
import { keepKeyCopy, writeKeyFile } from './key-file.ts';
import { copyAside, movingPath, removeMoving, writeOver } from './moving.ts';
import { isOpenAs } from './open-as.ts';
import { overtaken } from './overtaken.ts';

/** Milliseconds to wait until no other program has the file open. */
const PATIENCE = 5000;

/**
 * Encrypts a file in its place, under a key whose key file stands beside it from then on. Its backups are encrypted where it is opened
 * to write next. Throws `locked` while another program has it open, `overtaken` where another one was faster, `corrupt` for a damaged one.
 */
export async function encryptFile(file: string, key: Uint8Array, keyFile: KeyFile): Promise<void> {
  const cipher = await loadCipher();
  inPlace(file, cipher, { key, id: keyFile.id }, 'encrypted', () => {
    // One that an earlier try left may be what older backups need.
    keepKeyCopy(file);
    writeKeyFile(file, { ...keyFile, unfinished: true });
  });
}

/** Decrypts a file in its place. Its key file stays, since backups may need it. Throws what `encryptFile` does. */
export async function decryptFile(file: string, named: NamedKey): Promise<void> {
  inPlace(file, await loadCipher(), named, 'plain', () => {});
}

/** Removes what an earlier try left beside an open file, which `syncMoved` saw before: nobody can be in the midst of one. */
export function removeLeft({ path }: Db): void {
  removeMoving(path);
}

/** Decrypts the backups of an open file that is not encrypted itself, one program after the other. */
export async function decryptBackupsOf(db: Db, named: NamedKey): Promise<void> {
  const cipher = await loadCipher();
  try {
    db.sqlite.transaction(() => convertBackups(db.path, cipher, named, 'plain')).immediate();
  } catch (error) {
    throw storeFailure(error, backupsBeside(db.path));
  }
}

function inPlace(
  file: string,
  cipher: Cipher,
  named: NamedKey,
  kind: 'plain' | 'encrypted',
  prepare: () => void,
): void {
  const before = kind === 'encrypted' ? 'plain' : 'encrypted';
  try {
    // Closing any descriptor of a file ends all locks that this program has on it: this one is opened first, and closed last.
    const to = openSync(file, 'r+');
    try {
      const check = () => {
        if (!isOpenAs(to, file) || kindOf(readBeginning(to)) !== before) throw overtaken(file);
      };
      const connect = cipher.connect(kind === 'encrypted' ? null : named.key);
      const main = lockChecked(check, () => connect(file, { fileMustExist: true }));
      try {
        check();
        exchange(file, to, cipher, named, kind, prepare);
        if (!isOpenAs(to, file)) throw overtaken(file);
      } finally {
        main.close();
      }
    } finally {
      closeSync(to);
    }
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/** As `lockAlone`. Where another program is faster, which makes another file of it, `check` says so. */
function lockChecked(check: () => void, connect: () => BetterSqlite3.Database): BetterSqlite3.Database {
  try {
    return lockAlone(() => {
      check();
      return connect();
    }, PATIENCE);
  } catch (error) {
    check();
    throw error;
  }
}

/** While nobody else has the file open. */
function exchange(
  file: string,
  to: number,
  cipher: Cipher,
  named: NamedKey,
  kind: 'plain' | 'encrypted',
  prepare: () => void,
): void {
  const moving = movingPath(file);
  // What it shows may not be on the disk where an earlier try failed in the end.
  fsyncSync(to);
  removeMoving(file);
  removeUnfinishedIn(file);
  let begun = false;
  try {
    copyAside(to, moving);
    if (!convert(moving, cipher, named, kind)) throw damaged(file);
    prepare();
    const connect = cipher.connect(kind === 'encrypted' ? named.key : null);
    writeOver(file, to, {
      id: named.id,
      connect: () => connect(moving, { fileMustExist: true }),
      patience: PATIENCE,
      begin: () => {
        begun = true;
      },
    });
  } catch (error) {
    if (!begun) removeMoving(file);
    throw error;
  }
}

/** Throws without the library, before anybody is asked anything. */
export async function checkCipher(): Promise<void> {
  await loadCipher();
}

/** Says that a file is not encrypted. */
export function notEncrypted(path: string): NetError {
  return new NetError('rejected', `${path} is not encrypted`, 'encrypt it: net encrypt');
}
