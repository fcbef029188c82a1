import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from './ids.ts';

/** With and without dashes, as the store names its own, and with what SQLite keeps beside those. */
const NAME =
  /^\.net-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})\.part(?:-(?:wal|shm|journal|key))?$/;
const DAY_MS = 86_400_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something with a path in a directory for what is not finished, and removes what is left there in the end. A signal that arrives
 * meanwhile is heard afterwards, and ends the program as it would have: there is never a half of anything. What no end of a program
 * could remove, as when the power failed, is swept a day later.
 */
export function besides<A>(directory: string, write: (beside: string) => A): A {
  sweepUnfinished(directory);
  const beside = join(directory, `.net-${newId()}.part`);
  const hear = holdSignals();
  try {
    return write(beside);
  } finally {
    hear();
    rmSync(beside, { recursive: true, force: true });
  }
}

/** How many wait for the signals to be heard again: one listener does for all of them. */
let holding = 0;

/** Until the function that it gives back is called, a signal only waits. */
function holdSignals(): () => void {
  if (holding++ === 0) for (const signal of SIGNALS) process.on(signal, end);
  // What has arrived is told in the next turn of the loop, which may come only after what this one still has to do.
  return () =>
    setImmediate(() =>
      setImmediate(() => {
        if (--holding === 0) letGo();
      }),
    );
}

function end(signal: NodeJS.Signals): void {
  letGo();
  process.kill(process.pid, signal);
}

function letGo(): void {
  for (const signal of SIGNALS) process.removeListener(signal, end);
}

/** Removes what an earlier program of the same user left in a directory more than a day ago. */
export function sweepUnfinished(directory: string): void {
  try {
    for (const name of readdirSync(directory)) {
      if (!NAME.test(name)) continue;
      const path = join(directory, name);
      const { mtimeMs, uid } = lstatSync(path);
      const isOwn = process.getuid === undefined || process.getuid() === uid;
      if (isOwn && Date.now() - mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Whether something can be written here is for who writes to find out.
  }
}
