import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path for a throw-away file, in a new directory that only its owner can enter. */
export function temporaryPath(name: string): string {
  return join(mkdtempSync(join(tmpdir(), 'net-')), name);
}
