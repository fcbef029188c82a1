import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writingFailure } from './write-file.ts';

/** A path for a throw-away file, in a new directory that only its owner can enter and nobody can foretell. Throws as `writeWhole` does. */
export function temporaryPath(name: string): string {
  const begin = join(tmpdir(), 'net-');
  try {
    return join(mkdtempSync(begin), name);
  } catch (error) {
    throw writingFailure(error, begin);
  }
}
