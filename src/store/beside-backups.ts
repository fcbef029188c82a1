import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupNamed } from '../domain/backup.ts';
import { backupsBeside } from './backups.ts';

/** Copies that are being made, or that a kill left half made. */
const UNFINISHED = /^\.net-.*\.part(-\w+)?$|-moving$/;

/** Keys are no copies of what is in the file. */
const KEY = /^key-/;
const UNFINISHED_KEY = /-key$/;

/** Removes every copy that is not finished: whoever is making one has to begin again. */
export function removeAllUnfinished(file: string): void {
  for (const name of namesBeside(file).filter(
    (known) => UNFINISHED.test(known) && !UNFINISHED_KEY.test(known),
  ))
    rmSync(join(backupsBeside(file), name), { force: true });
}

/** What lies among the backups and is none: a damaged file that was kept as it was, or something of the user's own. */
export function unknownBeside(file: string): string[] {
  return namesBeside(file)
    .filter((name) => backupNamed(name) === null && !KEY.test(name) && !UNFINISHED.test(name))
    .map((name) => join(backupsBeside(file), name));
}

function namesBeside(file: string): string[] {
  const directory = backupsBeside(file);
  return lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(directory) : [];
}
