import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackupsDirectory } from './backups.ts';
import { storeFailure } from './failure.ts';
import { copyPrivately } from './private-copy.ts';
import { syncDirectory, syncFile } from './sync.ts';

/**
 * Puts a whole copy where a file is missing or damaged. What stands there is kept as it is, log included, among the backups; its name is
 * given back, null where nothing stood there. Throws all of `storeFailure`: what stood there is not lost.
 */
export function placeCopy(copy: string, file: string, at: string): string | null {
  try {
    const kept = existsSync(file) ? setAside(file, at) : null;
    // A log that stayed would be taken for one of the new file.
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    syncFile(copy);
    renameSync(copy, file);
    syncDirectory(file);
    return kept;
  } catch (error) {
    throw storeFailure(error, file);
  }
}

function setAside(file: string, at: string): string {
  const aside = join(makeBackupsDirectory(file), `${at.replaceAll(':', '')}-damaged.db`);
  for (const suffix of ['', '-wal']) {
    if (!existsSync(file + suffix)) continue;
    copyPrivately(file + suffix, aside + suffix);
  }
  return aside;
}
