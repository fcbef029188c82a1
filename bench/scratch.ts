import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileSystem, isInMemory } from './machine.ts';

/** Where the files of a run are. */
export interface Scratch {
  readonly path: string;
  /** Takes them away, unless they are to be kept. */
  readonly leave: () => void;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** A directory of its own on a disk: in memory a FULL sync would cost nothing. With `kept`, that one, which stays. */
export function scratch(kept: string | null): Scratch {
  if (kept !== null) {
    fs.mkdirSync(kept, { recursive: true });
    return { path: fs.realpathSync(kept), leave: () => {} };
  }
  const places = [os.tmpdir(), '/var/tmp', root].filter((place) => fs.existsSync(place));
  const parent = places.find((place) => !isInMemory(fileSystem(place))) ?? os.tmpdir();
  const name = parent === root ? 'dist-bench-' : 'net-bench-';
  const path = fs.mkdtempSync(join(parent, name));
  const leave = () => fs.rmSync(path, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      leave();
      process.exit(130);
    });
  return { path, leave };
}
