import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is not finished among the backups of a file: copies, key files, and backups that are being converted. */
const UNFINISHED =
  /^(\.net-[0-9a-f]{32}\.part(-wal|-shm|-journal|-key)?|.+\.db-moving|key-[0-9a-f]{16}\.part)$/;
const KEY_FILE = /^\.net-[0-9a-f]{32}\.part-key$/;
const DAY_MS = 86_400_000;

/** A path for what is not finished that nobody else has, nor foretells. */
export function unfinishedPath(directory: string): string {
  return join(directory, `.net-${randomBytes(16).toString('hex')}.part`);
}

export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Removes what was not finished, with what SQLite keeps beside it. Where that fails it is swept a day later. */
export function removeUnfinished(part: string): void {
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal', '-key']) rmSync(part + suffix, { force: true });
  } catch {
    // It only takes room.
  }
}

/** What the end of a program that was killed left half a copy of, a day before the newest: told by the disk, whatever the clock says. */
export function sweepUnfinished(directory: string, newest: string): void {
  sweep(directory, newest, isUnfinished);
}

/** The same beside a key file that was just written, where everything else is somebody's own. */
export function sweepKeyFiles(newest: string): void {
  try {
    sweep(dirname(newest), newest, (name) => KEY_FILE.test(name));
  } catch {
    // They only take room.
  }
}

function sweep(directory: string, newest: string, isLeft: (name: string) => boolean): void {
  const now = lstatSync(newest).mtimeMs;
  for (const name of readdirSync(directory).filter(isLeft)) {
    const path = join(directory, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && now - stat.mtimeMs > DAY_MS) rmSync(path, { force: true });
  }
}
