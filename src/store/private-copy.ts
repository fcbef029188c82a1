import { closeSync, openSync } from 'node:fs';
import { copyAside } from './moving.ts';

/** Makes a new file with the bytes of another one, on the disk, for its owner to read and write, whatever the rights of that one. */
export function copyPrivately(from: string, to: string): void {
  const file = openSync(from, 'r');
  try {
    copyAside(file, to);
  } finally {
    closeSync(file);
  }
}
