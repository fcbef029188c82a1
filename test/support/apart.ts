import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBinary, net, program } from './program.ts';
import { type Ran, temporaryDirectory } from './world.ts';

const cost = fileURLToPath(new URL('cost.cjs', import.meta.url));

/** What a command line said, and what it cost: milliseconds of the processor, bytes of memory at its peak. */
export interface Measured extends Ran {
  readonly cpu: number;
  readonly peak: number;
}

/** However long it waits for its turn on a busy machine. */
const PATIENCE = 100_000;

/** Runs the built program, whose memory and time are its own. Throws where it does not end by itself. */
export function apart(file: string, ...argv: readonly string[]): Promise<Measured> {
  const to = join(temporaryDirectory(), 'cost.json');
  // The runtime of the executable is asked in a variable of its own.
  const loading = isBinary ? [] : ['--require', cost];
  const env = {
    ...process.env,
    NET_DB: file,
    COST: to,
    ...(isBinary ? { BUN_OPTIONS: `--preload=${cost}` } : {}),
  };
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [...loading, net, ...argv],
      { env, maxBuffer: 1 << 26, timeout: PATIENCE },
      (error, out, err) => {
        if (error !== null && typeof error.code !== 'number') reject(error);
        else
          resolve({ code: Number(error?.code ?? 0), out, err, ...JSON.parse(fs.readFileSync(to, 'utf8')) });
      },
    );
  });
}

/** Writes a file that is too large to be held: each text as often as it is said. */
export function layLarge(
  path: string,
  ...parts: readonly (readonly [text: string, times: number])[]
): string {
  const file = fs.openSync(path, 'w');
  for (const [text, times] of parts) {
    const together = Math.max(1, Math.floor((1 << 20) / text.length));
    const block = Buffer.from(text.repeat(Math.min(together, times)));
    for (let left = times; left > 0; left -= together)
      fs.writeSync(file, left >= together ? block : Buffer.from(text.repeat(left)));
  }
  fs.closeSync(file);
  return path;
}
