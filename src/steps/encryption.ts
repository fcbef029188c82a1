import { isNetError, NetError } from '../domain/error.ts';
import type { KeyFile } from '../domain/key-file.ts';
import type { Context } from '../host/context.ts';
import { commandPassphrase } from '../host/key-command.ts';
import { checkOf, newKey, wrap } from '../host/wrapping.ts';
import { backupsNot, readableIn } from '../store/backup-encryption.ts';
import { backupsBeside } from '../store/backups.ts';
import { changeKeyFile, keyFileOf } from '../store/encrypted.ts';
import { decryptBackupsOf, decryptFile, encryptFile, removeLeft } from '../store/encryption.ts';
import { storeFailure } from '../store/failure.ts';
import { findFile, keyFilePath } from '../store/files.ts';
import { findKeyFile, removeKeyFile } from '../store/key-file.ts';
import { syncMoved } from '../store/moving.ts';
import { withFile } from './file.ts';
import { newPassphrase, typedPassphrase } from './new-passphrase.ts';
import { unlock } from './unlock.ts';

/** How a file stands: where it really is, whether it is encrypted, and how many of its backups would have to be converted. */
export interface Standing {
  readonly file: string;
  readonly encrypted: boolean;
  /** Of a file that is not encrypted: a key file is left beside it. */
  readonly keyLeft: boolean;
}

/** Looks at the file, finishing what was cut short. Throws `no-file`, and what opening it does. */
export async function standingOf(context: Context): Promise<Standing> {
  if (findFile(context.file).found !== 'encrypted') await withFile(context, 'read', () => {});
  const { path, found } = findFile(context.file);
  const encrypted = found === 'encrypted';
  return { file: path, encrypted, keyLeft: !encrypted && findKeyFile(keyFilePath(path)) !== 'none' };
}

/** What was done to the backups: how many, and the names of what stays as it was among them. */
export interface Backups {
  readonly backups: number;
  readonly left: readonly string[];
}

/** Besides why some could not be encrypted yet; null where trying again is of no use. */
export interface EncryptedBackups extends Backups {
  readonly why: string | null;
}

/** Encrypts the file and its backups with a new key, wrapped under a new passphrase. */
export async function encrypt(context: Context, file: string, keychain: boolean): Promise<EncryptedBackups> {
  const passphrase = await newPassphrase(context, commandPassphrase(context.env));
  const { id, key } = newKey();
  const wrapping = await wrap(key, id, passphrase, context.wrappingCost);
  if (keychain) await context.keychain.set(id, key);
  const before = backupsNot(file, 'encrypted');
  try {
    await encryptFile(file, key, { id, check: checkOf(key), wrapping, keychain, unfinished: true });
  } catch (error) {
    if (keychain && !standsEncrypted(file)) await forget(context, id);
    throw error;
  }
  context.keys.set(id, key);
  // Reads it as every command will, and encrypts the backups.
  const [why = null] = await withFile(context, 'write', ({ warnings }) => [...warnings]);
  const left = readableIn(file);
  return { backups: before.filter((name) => !left.includes(name)).length, left, why };
}

/** Wraps the same key under another passphrase, which is typed. */
export async function changePassphrase(context: Context): Promise<void> {
  await withFile(context, 'write', async (db) => {
    const { id } = keyFileOf(db);
    const key = keyIn(context, id);
    const wrapping = await wrap(
      key,
      id,
      await typedPassphrase(context, 'type it on a terminal'),
      context.wrappingCost,
    );
    changeKeyFile(db, id, (keyFile) => ({ ...keyFile, wrapping }));
  });
}

/** Puts the key into the keychain of this machine, or takes it out of there. */
export async function useKeychain(context: Context, keychain: boolean): Promise<void> {
  await withFile(context, 'write', async (db) => {
    const { id } = keyFileOf(db);
    if (keychain) await context.keychain.set(id, keyIn(context, id));
    else await context.keychain.remove(id);
    changeKeyFile(db, id, (keyFile) => ({ ...keyFile, keychain }));
  });
}

/** Decrypts the file and its backups, and removes the key once nothing needs it. */
export async function decrypt(context: Context, file: string): Promise<Backups> {
  const keyFile = await withFile(context, 'read', keyFileOf);
  await decryptFile(file, { key: keyIn(context, keyFile.id), id: keyFile.id });
  try {
    return await decryptBackups(context, file);
  } catch (error) {
    const failure = storeFailure(error, backupsBeside(file));
    if (!isNetError(failure)) throw failure;
    const { code, message } = failure;
    throw new NetError(
      code,
      `${file} is decrypted, but not all beside it: ${message}`,
      'go on with it: net decrypt',
    );
  }
}

/** What is left to be done where the file itself is not encrypted. */
export async function decryptBackups(context: Context, file: string): Promise<Backups> {
  if (syncMoved(file)) await withFile(context, 'write', removeLeft);
  const keyFile = findKeyFile(keyFilePath(file));
  const before = backupsNot(file, 'plain');
  if (typeof keyFile === 'string' && before.length > 0)
    throw new NetError(
      'corrupt',
      `the key file ${keyFilePath(file)} is ${keyFile === 'none' ? 'missing' : 'damaged'}, and backups are encrypted still`,
      'copies of key files are beside the backups',
    );
  const left = typeof keyFile === 'string' ? [] : await decryptEach(context, file, keyFile, before);
  if (left.length === 0) {
    removeKeyFile(file);
    if (typeof keyFile !== 'string' && keyFile.keychain) await forget(context, keyFile.id);
  }
  return { backups: before.length - left.length, left };
}

async function decryptEach(
  context: Context,
  file: string,
  keyFile: KeyFile,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const key = await unlock(context, keyFile, file);
  await withFile(context, 'write', (db) => decryptBackupsOf(db, { key, id: keyFile.id }));
  return backupsNot(file, 'plain');
}

/** A key that opens nothing any more is no harm where it cannot be removed. */
async function forget(context: Context, id: string): Promise<void> {
  try {
    await context.keychain.remove(id);
  } catch {
    // It opens nothing.
  }
}

/** Or is in the midst of it, so that the key is needed. */
function standsEncrypted(file: string): boolean {
  return findFile(file).found !== 'file';
}

function keyIn(context: Context, id: string): Uint8Array {
  const key = context.keys.get(id);
  if (key === undefined) throw new Error(`no key ${id}`);
  return key;
}
