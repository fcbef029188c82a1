import fs from 'node:fs';
import type { Desk } from './world.ts';

/** What a file holds and when it was last written: what reading leaves as it is. */
export function bytesAndTime(path: string): { readonly bytes: string; readonly mtime: bigint } {
  return { bytes: fs.readFileSync(path, 'hex'), mtime: fs.statSync(path, { bigint: true }).mtimeNs };
}

/** A file at the place of net's own, before it is opened. */
export function putInstead(at: Desk, text: string | Buffer): void {
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(at.file + suffix, { force: true });
  fs.writeFileSync(at.file, text);
}
