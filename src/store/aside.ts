import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackupsDirectory } from './backups.ts';
import { copyPrivately } from './private-copy.ts';
import { syncDirectory } from './sync.ts';

/** Where what stands in the place of a file is kept before it is replaced, among the backups; nothing is there yet. */
export function asidePath(file: string, at: string): string {
  const aside = join(makeBackupsDirectory(file), `${at.replaceAll(':', '')}-damaged.db`);
  removeAside(aside);
  return aside;
}

function removeAside(aside: string): void {
  for (const path of [aside, `${aside}-wal`]) rmSync(path, { force: true });
}

/** Keeps a file as it is, log included, that nobody can lock. */
export function keepUnlocked(file: string, aside: string): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(file + suffix)) copyPrivately(file + suffix, aside + suffix);
  syncDirectory(aside);
}

/** As long as nothing is replaced what was to be kept is still where it was: half a copy of it would only take room. */
export function keeping<A>(aside: string, hasBegun: () => boolean, place: () => A): A {
  try {
    return place();
  } catch (error) {
    if (!hasBegun()) removeAside(aside);
    throw error;
  }
}
