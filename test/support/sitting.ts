import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { net, program } from './program.ts';
import { type Terminal, terminal } from './terminal.ts';
import { temporaryDirectory } from './world.ts';

/** A file of its own, with the built program at hand: `run` through a pipe, `open` in a terminal. */
export interface Sitting {
  readonly file: string;
  readonly run: (...argv: readonly string[]) => string;
  readonly open: (...argv: readonly string[]) => Terminal;
}

export function sitting(): Sitting {
  const file = join(temporaryDirectory(), 'net.db');
  const env = { ...process.env, NET_DB: file };
  return {
    file,
    run: (...argv) => execFileSync(program, [net, ...argv], { env, encoding: 'utf8', stdio: 'pipe' }),
    open: (...argv) => terminal(argv, { NET_DB: file }),
  };
}

/** Builds before several programs at once would each see that the sources are newer. */
export function buildOnce(): void {
  execFileSync(program, [net, '--version']);
}
