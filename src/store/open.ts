import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { NetError } from '../domain/error.ts';
import type { Db } from './db.ts';
import { damaged, storeFailure } from './failure.ts';
import { APPLICATION_ID, findFile, makeFile } from './files.ts';
import { checkSchema, refuseNewer, SCHEMA_VERSION, schemaVersion } from './schema.ts';
import { schema } from './schemas/current.ts';

/** Milliseconds to wait for another program's transaction. */
const PATIENCE = 15_000;

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

export interface Opening {
  /** `read` leaves bytes and modification time alone; `create` makes a missing file. */
  readonly access: 'read' | 'write' | 'create';
  /** The id that this machine gets in a new file. */
  readonly machine: () => string;
  readonly patience?: number;
}

/** Opens a file: the only place that does. Throws `no-file` where there is none to read, and all of `storeFailure`. */
export async function openFile(path: string, opening: Opening): Promise<Db> {
  const { path: file, found } = findFile(path);
  if (found !== 'file' && opening.access !== 'create') throw noFile(path);
  if (found === 'nothing') makeFile(file);
  try {
    return found === 'file' ? await openExisting(file, opening) : await create(file, opening);
  } catch (error) {
    throw storeFailure(error, path);
  }
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
    refuseNewer(db);
    if (schemaVersion(db) < SCHEMA_VERSION) return await upgrade(db, file, opening);
    checkSchema(db, schema);
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

async function create(file: string, opening: Opening): Promise<Db> {
  const db = connect(file, false, opening);
  try {
    // In the header before there is a log, so that the file says whose it is whatever happens next.
    db.sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    useLog(db);
    db.sqlite.exec(PRAGMAS);
    refuseNewer(db);
    const { migrate } = await import('./migrate.ts');
    migrate(db, opening.machine());
    checkSchema(db, schema);
    return db;
  } catch (error) {
    closeFile(db);
    throw error;
  }
}

function connect(file: string, readonly: boolean, { patience = PATIENCE }: Opening): Db {
  const sqlite = new Database(file, { readonly, fileMustExist: true, timeout: patience });
  return { path: file, sqlite, statements: new Map() };
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
