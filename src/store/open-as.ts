import { fstatSync, statSync } from 'node:fs';

/** Whether an open file still is what its path leads to: another program may have put another one there, as a sync tool does. */
export function isOpenAs(file: number, path: string): boolean {
  const open = fstatSync(file, { bigint: true });
  const there = statSync(path, { bigint: true, throwIfNoEntry: false });
  return there?.ino === open.ino && there.dev === open.dev;
}
