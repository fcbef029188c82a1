import { join } from 'node:path';
import { isNetError, type NetError } from '../domain/error.ts';
import { readableIn } from './backup-encryption.ts';
import { backupsBeside, backupsOf, type KeptBackup } from './backups.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';
import { closeFile, connect } from './connect.ts';
import { type Db, get } from './db.ts';
import { storeFailure } from './failure.ts';
import type { Opening } from './opening.ts';

/** Something is wrong with a backup. */
export interface BackupFault {
  readonly what: string;
  /** The file to remove, where that is what helps. */
  readonly remove: string | null;
}

/** Which backups of a file are damaged or not as the file is, and whether one knows of changes that the file does not. Reads only. */
export function backupFaults(db: Db): BackupFault[] {
  const backups = known(db.path);
  if (isNetError(backups)) return [{ what: backups.message, remove: null }];
  const looked = backups.map(({ path }) => ({ path, found: lookInto(path, openingBeside(db)) }));
  const [newest] = looked;
  return [
    ...looked.flatMap(({ path, found }) => faultOf(db, path, found)),
    ...(db.link === null ? [] : readableBeside(db.path, backups)),
    ...(newest === undefined ? [] : behind(db, newest.path, newest.found)),
  ];
}

/** Whether there is any. */
export function hasBackups(file: string): boolean {
  const backups = known(file);
  return isNetError(backups) || backups.length > 0;
}

/** The backups of a file, or what is wrong with their directory. */
function known(file: string): readonly KeptBackup[] | NetError {
  try {
    return backupsOf(file);
  } catch (error) {
    const failure = storeFailure(error, backupsBeside(file));
    if (!isNetError(failure)) throw failure;
    return failure;
  }
}

function faultOf(db: Db, path: string, found: Looked): BackupFault[] {
  const beginning = seenOf(path);
  const kind = kindOf(beginning);
  if (kind === 'encrypted' && keyIdOf(beginning) !== db.link?.keyId)
    return [{ what: `${path} is encrypted with another key than the file`, remove: null }];
  if (kind === 'plain' && db.link !== null)
    return [{ what: `${path} is not encrypted, as the file is`, remove: path }];
  if (found === 'damaged') return [{ what: `${path} is damaged`, remove: path }];
  return found instanceof Error
    ? [{ what: `${path} cannot be looked into: ${found.message}`, remove: null }]
    : [];
}

/** What else lies there that whoever has it can read, as what was kept of a damaged file. */
function readableBeside(file: string, backups: readonly KeptBackup[]): BackupFault[] {
  const told = new Set(backups.map(({ name }) => name));
  return readableIn(file)
    .filter((name) => !told.has(name))
    .map((name) => join(backupsBeside(file), name))
    .map((path) => ({ what: `${path} is not encrypted, as the file is`, remove: path }));
}

/** How it begins; nothing, where it may not be read. */
function seenOf(path: string): Buffer {
  try {
    return beginningOf(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** How the backups of an open file are opened. */
export function openingBeside({ clock, link }: Db): Omit<Opening, 'access'> {
  return { machine: () => '', clock, link };
}

/** A file that was copied without its log has lost what was only in the log, and nothing in the file itself tells. */
function behind(db: Db, path: string, found: Looked): BackupFault[] {
  const own = db.seen.operation ?? 0;
  return typeof found === 'number' && found > own
    ? [
        {
          what: `the newest backup knows of changes that the file does not: was it copied without its -wal? ${path}`,
          remove: null,
        },
      ]
    : [];
}

/** The last operation that a copy knows of; that it is damaged; or why that cannot be told. */
type Looked = number | 'damaged' | Error;

/** Looks into a copy and leaves it as it is. */
export function lookInto(path: string, opening: Omit<Opening, 'access'>): Looked {
  try {
    const copy = connect(path, true, { ...opening, access: 'read' });
    try {
      if (copy.sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged';
      return get<{ seq: number | null }>(copy, 'SELECT max(seq) AS seq FROM operation')?.seq ?? 0;
    } finally {
      closeFile(copy);
    }
  } catch (error) {
    const failure = storeFailure(error, path);
    if (isNetError(failure) && failure.code === 'corrupt') return 'damaged';
    return failure instanceof Error ? failure : new Error(String(failure));
  }
}
