import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { MEMORY } from './goals.ts';
import type { Entrant } from './race.ts';
import type { Memory, Missing, Row } from './rows.ts';

/** The row of what an entrant takes. One that fails says why. */
export async function memoryRow(
  entrant: Entrant,
  environment: Readonly<Record<string, string>>,
): Promise<Row> {
  const { what, by, people, ready } = entrant;
  const value = async (): Promise<Memory | Missing> => {
    try {
      ready?.();
      return await peakMemory(entrant, environment);
    } catch (error) {
      return { missing: (error as Error).message, failed: by };
    }
  };
  return { what, by, people, against: MEMORY, value: await value() };
}

/** How often a program is run for it: what it takes is much the same each time. */
const RUNS = 5;

/**
 * The most memory that a program has at once, the highest of a few runs: what the kernel counts for it, looked at again and again until the
 * program ends. The same way for every build; and of the program alone, while what a process reports of itself may be that of the one that
 * started it. Linux only.
 */
async function peakMemory(
  { by, command, env = {} }: Entrant,
  environment: Readonly<Record<string, string>>,
): Promise<Memory | Missing> {
  if (!fs.existsSync('/proc/self/status'))
    return { missing: 'only Linux tells the peak of another program', failed: by };
  const peaks: number[] = [];
  for (let i = 0; i < RUNS; i++) peaks.push(await peakOf(command, { ...environment, ...env }));
  return { bytes: Math.max(...peaks), runs: RUNS };
}

async function peakOf(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(program, args, { env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
    );
  });
  const path = `/proc/${child.pid}/status`;
  let peak = 0;
  for (;;) {
    const now = highWater(path);
    if (now === null) break;
    peak = Math.max(peak, now);
  }
  await ended;
  return peak;
}

/** In bytes; null once the program has ended and its memory is given back. */
function highWater(path: string): number | null {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync(path, 'utf8')) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
