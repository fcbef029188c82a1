import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, backupNamed } from '../domain/backup.ts';
import { NetError } from '../domain/error.ts';
import { makeDirectory } from './directory.ts';
import { storeFailure } from './failure.ts';

/** A backup with its file. */
export interface KeptBackup extends Backup {
  readonly path: string;
  readonly bytes: number;
}

/** Where the backups of a file are kept: beside it, as its log is. */
export function backupsBeside(file: string): string {
  return `${file}-backups`;
}

/** The backups of a file, newest first. Throws what the system says of a directory that cannot be read. */
export function backupsOf(file: string): KeptBackup[] {
  const directory = backupsBeside(file);
  // Not whether it can be seen: of one that cannot, nobody may think that there are none.
  const stat = lstatSync(directory, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) throw noDirectory(directory);
  return readdirSync(directory)
    .flatMap((name) => backupNamed(name) ?? [])
    .map((backup) => ({ ...backup, path: join(directory, backup.name) }))
    .flatMap((backup) => {
      const file = statSync(backup.path, { throwIfNoEntry: false });
      return file?.isFile() ? [{ ...backup, bytes: file.size }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * Makes the directory of the backups, which only its owner can enter, and those that it is in. Throws `permission` where something else
 * stands there, and all of `storeFailure`.
 */
export function makeBackupsDirectory(file: string): string {
  const directory = backupsBeside(file);
  try {
    const stat = lstatSync(directory, { throwIfNoEntry: false });
    if (stat === undefined) makeDirectory(directory);
    else if (!stat.isDirectory()) throw noDirectory(directory);
    chmodSync(directory, 0o700);
    return directory;
  } catch (error) {
    throw storeFailure(error, directory);
  }
}

function noDirectory(path: string): NetError {
  return new NetError('permission', `${path} is no directory`, 'move it away, and try again');
}
