import { spawnSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import type { Entrant } from './race.ts';

/** What a race measures its entrants with. */
export interface Stopwatch {
  /** How many milliseconds a run took. Throws where it ended otherwise than it should. */
  readonly time: (entrant: Entrant) => Promise<number>;
  /** Bare Node, run in the same way as an entrant. */
  readonly bare: (entrant: Entrant) => Entrant;
}

const MUCH = 2 ** 30;

/** Runs what is measured in an environment of its own, on the Node that runs this. */
export function stopwatchIn(environment: Readonly<Record<string, string>>): Stopwatch {
  return {
    time: async (entrant) => {
      // Otherwise nothing but the programs would be told that somebody wants it to end.
      await setImmediate();
      entrant.before?.();
      const env = { ...environment, ...entrant.env };
      const { milliseconds, status, said } =
        entrant.terminal === true ? await inTerminal(entrant.command, env) : piped(entrant.command, env);
      if (status !== (entrant.status ?? 0))
        throw new Error(`${named(entrant)} ended with ${status}: ${said.toString().trim()}`);
      if (entrant.says !== undefined && !said.includes(entrant.says))
        throw new Error(`${named(entrant)} does not say "${entrant.says}": ${said.toString().trim()}`);
      return milliseconds;
    },
    bare: ({ terminal = false }) => ({
      what: 'node -e 0',
      by: 'Node',
      people: 0,
      command: [process.execPath, '-e', '0'],
      terminal,
    }),
  };
}

interface Run {
  readonly milliseconds: number;
  readonly status: number | null;
  readonly said: string | Buffer;
}

function named({ what, by }: Entrant): string {
  return `${what} (${by})`;
}

function piped([program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Run {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: MUCH,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { milliseconds, status, said: error?.message ?? Buffer.concat([stderr, stdout]) };
}

/** The same with a pseudo-terminal for its input and output: the package for it comes with a checkout. */
async function inTerminal(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const { spawn } = await import('@lydell/node-pty');
  const start = process.hrtime.bigint();
  const pty = spawn(program, args, { name: 'xterm-256color', cols: 120, rows: 50, env });
  let said = '';
  pty.onData((data) => {
    said += data;
  });
  const status = await new Promise<number>((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)));
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, status, said };
}
