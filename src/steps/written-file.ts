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
  if (isNamed(file) && isOneOf(file, [ownPath, `${ownPath}-wal`, `${ownPath}-shm`]))
    throw new NetError('rejected', `${file} is where net keeps everything`, 'name another file');
}

function isNamed(file: string): boolean {
  return file.trim() !== '' && !file.includes('\0');
}

function isOneOf(file: string, others: readonly string[]): boolean {
  const stat = ownStat(file);
  return others.some((other) => {
    const known = statSync(other, { throwIfNoEntry: false });
    return stat !== undefined && known?.ino === stat.ino && known.dev === stat.dev;
  });
}

function ownStat(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw writingFailure(error, file);
  }
}
