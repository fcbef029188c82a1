import type BetterSqlite3 from 'better-sqlite3';
import { NetError } from '../domain/error.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';

/** Opens a file as a database, with whatever it takes. */
export type Connect = (file: string, options: BetterSqlite3.Options) => BetterSqlite3.Database;

/** A database that can be encrypted and decrypted: what only this library does. */
export interface Cipher {
  /** With null for a file that is not encrypted. */
  readonly connect: (key: Uint8Array | null) => Connect;
  /** Encrypts a private file that nobody else has open, so that it begins with `beginning`, 16 bytes; or decrypts it with null. */
  readonly rekey: (
    db: BetterSqlite3.Database,
    to: { readonly key: Uint8Array; readonly beginning: Uint8Array } | null,
  ) => void;
}

/**
 * Loads the library that reads encrypted files. It is a package that a user adds: most files are not encrypted, and it is large. Throws
 * `permission` without it.
 *
 * The format is that of SQLCipher 4 (AES-256, each page with an HMAC-SHA-512): of those that the library has, what most other programs read.
 */
export async function loadCipher(): Promise<Cipher> {
  const Database = await library();
  return {
    connect: (key) => (file, options) => {
      const db = new Database(file, options);
      db.pragma(`cipher = 'sqlcipher'`);
      db.pragma('legacy = 4');
      // Other places for what does not fit into memory are not encrypted.
      db.pragma('temp_store = MEMORY');
      if (key !== null) db.pragma(`key = "x'${hex(key)}'"`);
      return db;
    },
    rekey: (db, to) => {
      db.pragma('journal_mode = MEMORY');
      db.pragma('secure_delete = ON');
      db.pragma(to === null ? `rekey = ''` : `rekey = "x'${hex(to.key)}${hex(to.beginning)}'"`);
    },
  };
}

/** Connects to whichever file: a plain one, or one encrypted with one of these keys, by their ids. Throws `permission` for any other. */
export function connectBy(cipher: Cipher, keys: ReadonlyMap<string, Uint8Array>): Connect {
  return (file, options) => {
    const beginning = beginningOf(file);
    if (kindOf(beginning) !== 'encrypted') return cipher.connect(null)(file, options);
    const key = keys.get(keyIdOf(beginning));
    if (key === undefined) throw new NetError('permission', `${file} is encrypted with another key`);
    return cipher.connect(key)(file, options);
  };
}

async function library() {
  try {
    // It looks up which C library there is in a report that lists the network's interfaces, too, unless told not to.
    if (process.report) Object.assign(process.report, { excludeNetwork: true });
    const { default: Database } = await import('better-sqlite3-multiple-ciphers');
    // Its native part is only loaded by the first database.
    new Database(':memory:').close();
    return Database;
  } catch (error) {
    const { code, message = '' } = error as { code?: unknown; message?: string };
    const absent = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    const [why = ''] = message.split('\n');
    throw new NetError(
      'permission',
      absent
        ? 'the package for encrypted files is not installed'
        : `the package for encrypted files cannot be loaded: ${why}`,
      'npm install -g better-sqlite3-multiple-ciphers@13',
    );
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
