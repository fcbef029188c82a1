import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Cue } from './stage.ts';
import type { Desk, Ran } from './stage-desk.ts';

/** Plays a session on a build of the program: a runner of command lines, and what ends it. */
export function staged([program, ...args]: readonly [string, ...string[]]): {
  readonly runner: (at: Desk, argv: readonly string[]) => Promise<Ran>;
  readonly end: () => void;
} {
  const child: ChildProcess = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((ran: Ran) => void)[] = [];
  if (child.stdout === null || child.stdin === null) throw new Error('no streams');
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Ran));
  child.on('exit', (code, signal) => {
    for (const answer of waiting)
      answer({ code: code ?? -1, out: '', err: `the program ended with ${signal}` });
  });
  const runner = ({ directory, file, day, terminal, env, mounts }: Desk, argv: readonly string[]) =>
    new Promise<Ran>((resolve) => {
      const words = argv.map((word) => word.replaceAll('DIR', directory));
      const cue: Cue = { directory, file, day, terminal, env, mounts, argv: words };
      waiting.push(resolve);
      child.stdin?.write(`${JSON.stringify(cue)}\n`);
    });
  return { runner, end: () => child.stdin?.end() };
}
