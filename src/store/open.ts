import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { NetError } from '../domain/error.ts';
import type { Db, Seen } from './db.ts';
import { damaged, storeFailure } from './failure.ts';
import { APPLICATION_ID, findFile, makeFile } from './files.ts';
import { overtaken, seenNow } from './overtaken.ts';
import { checkSchema, SCHEMA_VERSION, versionUpToOurs } from './schema.ts';
import { schema } from './schemas/current.ts';

/** Milliseconds to wait for another program's transaction. */
const PATIENCE = 15_000;

/** And between two attempts to begin a file. */
const PAUSE = 10;

const PRAGMAS = [
  'synchronous = FULL',
  'fullfsync = ON',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
]
  .map((pragma) => `PRAGMA ${pragma};`)
  .join('');

const NOTHING_SEEN: Seen = { operation: null, at: null, file: null };

export interface Opening {
  /** `read` leaves bytes and modification time alone; `create` makes a missing file, once something is written. */
  readonly access: 'read' | 'write' | 'create';
  /** The id that this machine gets in a new file. */
  readonly machine: () => string;
  readonly patience?: number;
}

/**
 * Opens a file: the only place that does. Throws `no-file` where there is none to read, or one in which nothing was ever written, and
 * all of `storeFailure`.
 */
export async function openFile(path: string, opening: Opening): Promise<Db> {
  const { path: file, found } = findFile(path);
  const creates = opening.access === 'create';
  if (found !== 'file' && !creates) throw noFile(path);
  try {
    if (found === 'nothing') return await imagine(file, opening);
    const db = found === 'file' ? await openExisting(file, opening) : await create(file, opening);
    if (db.seen.operation !== null || creates) return db;
    closeFile(db);
  } catch (error) {
    throw storeFailure(error, path);
  }
  throw noFile(path);
}

/** Makes the file that was only imagined so far, if it is one. Throws `overtaken` where another program has made it by now. */
export function realize(db: Db): void {
  const made = db.make?.();
  if (made === undefined) return;
  closeFile(db);
  if (made.seen.operation !== null) {
    closeFile(made);
    throw overtaken(made.path);
  }
  Object.assign(db, made);
}

/** Closing twice is closing once. */
export function closeFile(db: Db): void {
  db.statements.clear();
  db.sqlite.close();
}

async function openExisting(file: string, opening: Opening): Promise<Db> {
  // A plain open would fold a left-over log into the file; a read-only one would leave a log behind where there is none.
  const leftOver = opening.access === 'read' && existsSync(`${file}-wal`);
  const db = connect(file, leftOver, opening);
  try {
    if (!leftOver) useLog(db);
    db.sqlite.exec(PRAGMAS);
    if (versionUpToOurs(db) < SCHEMA_VERSION) return await upgrade(db, file, opening);
    checkSchema(db, schema);
    db.seen = seenNow(db);
    return db;
  } catch (error) {
    closeFile(db);
    throw error;
  }
}

/** A file whose first run was cut short, or that is older: brought up to date, also where it was only to be read. */
function upgrade(db: Db, file: string, opening: Opening): Promise<Db> {
  closeFile(db);
  return create(file, opening);
}

/**
 * Where there is no file, an empty one in memory stands for it until something is to be written: a command that finds nobody, only
 * rehearses, or is left leaves nothing behind. One that is refused while it writes leaves a file without an operation, which counts as
 * none; it is never taken away, since another program may have begun it meanwhile.
 */
async function imagine(file: string, opening: Opening): Promise<Db> {
  const { migrate } = await import('./migrate.ts');
  const db = { path: file, sqlite: new Database(':memory:'), statements: new Map(), seen: NOTHING_SEEN };
  migrate({ ...db, make: null }, 'nobody');
  return {
    ...db,
    make: () => {
      makeFile(file);
      return createWith(migrate, file, opening);
    },
  };
}

async function create(file: string, opening: Opening): Promise<Db> {
  const { migrate } = await import('./migrate.ts');
  return createWith(migrate, file, opening);
}

type Migrate = (db: Db, machine: string) => void;

/** While another program begins the same file SQLite refuses at once, whatever patience it was told: it is asked again. */
function createWith(migrate: Migrate, file: string, opening: Opening): Db {
  const patience = opening.patience ?? PATIENCE;
  for (let left = patience / PAUSE; ; left--) {
    try {
      const db = createOnce(migrate, file, { ...opening, patience: PAUSE });
      db.sqlite.pragma(`busy_timeout = ${patience}`);
      return db;
    } catch (error) {
      const busy = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
      if (!busy || left <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function createOnce(migrate: Migrate, file: string, opening: Opening): Db {
  const db = connect(file, false, opening);
  try {
    // In the header before there is a log, so that the file says whose it is whatever happens next.
    db.sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    useLog(db);
    db.sqlite.exec(PRAGMAS);
    versionUpToOurs(db);
    migrate(db, opening.machine());
    checkSchema(db, schema);
    db.seen = seenNow(db);
    return db;
  } catch (error) {
    closeFile(db);
    throw error;
  }
}

function connect(file: string, readonly: boolean, { patience = PATIENCE }: Opening): Db {
  const sqlite = new Database(file, { readonly, fileMustExist: true, timeout: patience });
  return { path: file, sqlite, statements: new Map(), seen: NOTHING_SEEN, make: null };
}

function useLog(db: Db): void {
  if (db.sqlite.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw damaged(db.path);
}

/** better-sqlite3 is built to fall back to fewer syncs in WAL: read back what was set, once something is written. */
export function checkDurable(db: Db): void {
  if (db.sqlite.pragma('synchronous', { simple: true }) !== 2) {
    throw new NetError('disk', `${db.path} would not be written safely to disk`, 'nothing was changed');
  }
}

function noFile(path: string): NetError {
  return new NetError(
    'no-file',
    `there is no file yet at ${path}`,
    'begin with somebody you met: net add "Ana Silva" --at DevMeet, or bring your people in: net import FILE',
  );
}
