import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';

/** The SHA-256 of each file of a directory, as `sha256sum --check` reads it. */
export function checksums(directory: string): string {
  return fs
    .readdirSync(directory)
    .sort()
    .map((name) => {
      const hash = createHash('sha256')
        .update(fs.readFileSync(join(directory, name)))
        .digest('hex');
      return `${hash}  ${name}\n`;
    })
    .join('');
}
