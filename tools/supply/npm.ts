import { execFileSync, spawnSync } from 'node:child_process';

/** What npm tells its scripts of the checkout that they belong to: another npm is to look where it is started. */
const OWN = /^(npm_(?!config_(cache|registry|userconfig|globalconfig|cafile)$)|INIT_CWD$)/;

/** Runs npm in a directory, as somebody would who types it there, and gives back what it prints. Throws where it fails. */
export function npm(directory: string, ...argv: readonly string[]): string {
  const { program, args, env } = called(argv);
  return execFileSync(program, args, {
    cwd: directory,
    env,
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 1 << 26,
  });
}

/** Does the same where all can see it, and tells whether it went well. */
export function npmAloud(
  directory: string,
  argv: readonly string[],
  own: Readonly<Record<string, string>>,
): boolean {
  const { program, args, env } = called(argv);
  return spawnSync(program, args, { cwd: directory, env: { ...env, ...own }, stdio: 'inherit' }).status === 0;
}

function called(argv: readonly string[]): {
  program: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
} {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));
  const npm = process.env.npm_execpath;
  return npm === undefined
    ? { program: 'npm', args: argv, env }
    : { program: process.execPath, args: [npm, ...argv], env };
}
