import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ran } from '../world.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** How a zone that nobody knows is understood: as UTC. */
export const NOWHERE = 'Nowhere/Else';

function inPlace(zone: string, name: string, args: readonly string[]): string {
  return execFileSync(process.execPath, ['--no-warnings', script(name), ...args], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** What is wrong with the days of some years where TZ is a zone. */
export function wrongDays(zone: string, years: readonly number[]): string[] {
  const known = zone === NOWHERE ? 'UTC' : zone;
  const lines = inPlace(zone, 'days.ts', [known, ...years.map(String)])
    .trim()
    .split('\n');
  if (lines.pop() !== `looked at ${years.length} years`) throw new Error('it did not come to its end');
  return lines;
}

/** What command lines say that somebody in a zone types, each at its instant. */
export function session(zone: string, file: string, lines: readonly (readonly string[])[]): Ran[] {
  return JSON.parse(
    inPlace(zone, 'session.ts', [file, ...lines.map((line) => JSON.stringify(line))]),
  ) as Ran[];
}
