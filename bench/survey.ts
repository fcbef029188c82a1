import { spawnSync } from 'node:child_process';
import { programNamed } from './environment.ts';
import { PEERS } from './peers.ts';

/** What is looked for on the machine, and what its version is asked with; nothing where it has no way to say. */
const PROGRAMS: readonly { readonly program: string; readonly version: readonly string[] }[] = [
  { program: 'sqlite3', version: ['--version'] },
  ...PEERS.map(({ program, version }) => ({ program, version })),
];

export interface Survey {
  /** Where programs stand, by their names. */
  readonly found: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

/** Looks for the other programs in the path, and runs nothing of them but their version. */
export function survey(environment: Readonly<Record<string, string>>): Survey {
  const looked = PROGRAMS.map((one) => ({ ...one, path: programNamed(one.program, environment.PATH ?? '') }));
  const found = looked.flatMap((one) => (one.path === null ? [] : [{ ...one, path: one.path }]));
  return {
    found: new Map(found.map(({ program, path }) => [program, path])),
    missing: looked.flatMap(({ program, path }) => (path === null ? [program] : [])),
    versions: Object.fromEntries(
      found.map(({ program, path, version }) => [program, versionOf(path, version, environment)]),
    ),
  };
}

function versionOf(path: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
  if (args.length === 0) return 'does not say its version';
  const { stdout } = spawnSync(path, args, { env, encoding: 'utf8' });
  return stdout?.trim().split('\n')[0] || 'does not say its version';
}
