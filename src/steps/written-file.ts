import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { isThere, writingFailure } from '../host/write-file.ts';
import { backupsBeside } from '../store/backups.ts';
import { keyFilePath } from '../store/files.ts';
import { movingPath } from '../store/moving.ts';

/** The file that is to be written; undefined for the standard output, which a dash means, too. */
export function fileNamed([file]: readonly string[]): string | undefined {
  return file === '-' ? undefined : file;
}

/** Whether a file that is there is to be replaced. Never net's own. Throws `rejected`, and `interrupted` where the answer is no. */
export async function mayWriteOver(
  context: Context,
  file: string,
  ownPath: string,
  force: boolean,
): Promise<boolean> {
  refuseOwnFile(file, ownPath);
  if (!isNamed(file) || !isThere(file)) return false;
  if (force || context.prompt === null) return force;
  if (await context.prompt.confirm(`${file} is there already. Write over it?`, false)) return true;
  throw new NetError('interrupted', 'left; nothing was changed');
}

/** Throws `rejected` for what is net's own or will be, there or not: the file, what is kept beside it and its backups, whatever leads there. */
export function refuseOwnFile(file: string, ownPath: string): void {
  if (!isNamed(file)) return;
  const place = placeOf(file);
  const isOneOf = (paths: readonly string[]) => paths.some((own) => isSame(place, own));
  const everything = ['', '-wal', '-shm', '-journal'].map((suffix) => ownPath + suffix);
  if (isOneOf([...everything, movingPath(ownPath)])) throw ownFile(file, 'everything');
  if (isOneOf([keyFilePath(ownPath)])) throw ownFile(file, 'its key');
  if (upwards(place).some((path) => isSame(path, backupsBeside(ownPath)))) throw ownFile(file, 'its backups');
}

function ownFile(file: string, what: string): NetError {
  return new NetError('rejected', `${file} is where net keeps ${what}`, 'name another file');
}

/** Where a path leads, as far as there is anything; links are followed as the system does. Throws what is wrong with the path. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw writingFailure(error, path);
    const whole = resolve(path);
    return dirname(whole) === whole ? whole : join(placeOf(dirname(whole)), basename(whole));
  }
}

/** A path and all directories that it is in. */
function upwards(path: string): string[] {
  return dirname(path) === path ? [path] : [path, ...upwards(dirname(path))];
}

/** Whether a resolved path is that of a file of net's own, by its name or by what is there. */
function isSame(place: string, own: string): boolean {
  return place === join(placeOf(dirname(own)), basename(own)) || isOwnFile(place, own);
}

function isNamed(file: string): boolean {
  return file.trim() !== '' && !file.includes('\0');
}

/** Whether a path leads to a file of net's own. */
export function isOwnFile(file: string, own: string): boolean {
  if (!isNamed(file)) return false;
  const stat = ownStat(file);
  const known = statSync(own, { throwIfNoEntry: false });
  return stat !== undefined && known?.ino === stat.ino && known.dev === stat.dev;
}

function ownStat(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw writingFailure(error, file);
  }
}
