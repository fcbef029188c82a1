import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';

/** A path for a throw-away file, in a new directory that only its owner can enter. */
export function temporaryPath(name: string): string {
  return join(fs.mkdtempSync(join(os.tmpdir(), 'net-')), name);
}
