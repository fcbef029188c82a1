import { type Stats, statSync } from 'node:fs';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { isThere, writingFailure } from '../host/write-file.ts';

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
  if (!isNamed(file) || !isThere(file)) return false;
  refuseOwnFile(file, ownPath);
  if (force || context.prompt === null) return force;
  if (await context.prompt.confirm(`${file} is there already. Write over it?`, false)) return true;
  throw new NetError('interrupted', 'left; nothing was changed');
}

/** Throws `rejected` for the file in which net keeps everything, whatever leads to it. */
export function refuseOwnFile(file: string, ownPath: string): void {
  if (isOwnFile(file, ownPath) || isOwnFile(file, `${ownPath}-wal`) || isOwnFile(file, `${ownPath}-shm`))
    throw new NetError('rejected', `${file} is where net keeps everything`, 'name another file');
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
