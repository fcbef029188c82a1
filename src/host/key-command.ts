import { spawnSync } from 'node:child_process';
import { NetError } from '../domain/error.ts';
import type { Env } from './paths.ts';

/** Milliseconds: it may ask somebody itself. */
const PATIENCE = 120_000;
const MOST = 1 << 16;

/**
 * The passphrase that the command line in NET_KEY_COMMAND prints as its first line, or null where none is set. It is started directly:
 * no shell reads it, and what it prints is shown to nobody. Throws `permission` where it fails or prints nothing.
 */
export function commandPassphrase(env: Env, patience = PATIENCE): string | null {
  const [program, ...args] = (env.NET_KEY_COMMAND ?? '').split(/\s+/).filter((word) => word !== '');
  if (program === undefined) return null;
  const { status, signal, error, stdout } = spawnSync(program, args, {
    stdio: ['inherit', 'pipe', 'inherit'],
    timeout: patience,
    killSignal: 'SIGKILL',
    maxBuffer: MOST,
    encoding: 'utf8',
  });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') throw failed(program, `it did not end within ${Math.round(patience / 1000)} s`);
  if (code === 'ENOBUFS') throw failed(program, 'it prints without an end');
  if (error !== undefined) throw failed(program, 'it could not be started');
  if (status !== 0) throw failed(program, `it ended with ${status ?? signal}`);
  const [first = ''] = stdout.split('\n');
  const passphrase = first.replace(/\r$/, '');
  if (passphrase === '') throw failed(program, 'its first line is empty');
  return passphrase;
}

function failed(program: string, why: string): NetError {
  return new NetError(
    'permission',
    `NET_KEY_COMMAND gave no passphrase: ${program}: ${why}`,
    'try it by itself; or unset NET_KEY_COMMAND to be asked',
  );
}
