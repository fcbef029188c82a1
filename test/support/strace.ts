import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Why no fault can be put into the calls of a program here; null where it can. */
export function withoutStrace(): string | null {
  const { status, error } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']);
  if (error !== undefined) return 'strace is not installed';
  return status === 0 ? null : 'strace may not trace here';
}

/** A call of a program to the system. */
export interface Call {
  readonly name: string;
  /** Which of the calls of its name, from 1: what `when=` takes. */
  readonly nth: number;
  /** Of a read: the file that it reads, of whose reads it is the nth. Node reads what wakes its threads whenever it is woken. */
  readonly path: string | null;
  readonly text: string;
}

/** The strace command that writes down some calls of a program, with the files that they mean. */
export function watching(calls: readonly string[], log: string): string[] {
  return ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${calls.join(',')}`];
}

/** The calls of the first thread, which does all of net's own work, in their order. */
export function callsIn(log: string): Call[] {
  const counts = new Map<string, number>();
  const lines = fs.readFileSync(log, 'utf8').split('\n');
  const first = lines[0]?.split(' ')[0];
  return lines.flatMap((text) => {
    const [, thread, name = ''] = /^(\d+) +(\w+)\(/.exec(text) ?? [];
    if (thread === undefined || thread !== first) return [];
    const path = /^\d+ +read\(\d+<(\/[^>]+)>/.exec(text)?.[1] ?? null;
    const key = `${name} ${path ?? ''}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return [{ name, nth, path, text }];
  });
}

/** Every call that changes something on a disk. */
export const WRITING: readonly string[] =
  'write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,fallocate,copy_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,chown,fchown,openat'.split(
    ',',
  );

/** The calls of `WRITING` at which a program can be cut off: of those that open a file, only such as may make one. */
export function writingIn(log: string): Call[] {
  return callsIn(log).filter(({ name, text }) => name !== 'openat' || text.includes('O_CREAT'));
}

/** The strace command that kills a program as it begins a call. */
export function killingAt({ name, nth }: Call): string[] {
  // Without --seccomp-bpf, with which a signal does not arrive.
  return [
    'strace',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${name}`,
    '-e',
    `inject=${name}:signal=KILL:when=${nth}`,
  ];
}

/** The strace command that lets a call fail, and with `forever` all later ones of its name. */
export function failingAt({ name, nth, path }: Call, error: string, forever: boolean): string[] {
  return failing(path, name, `error=${error}:when=${nth}${forever ? '+' : ''}`);
}

/** The strace command that lets every call of a name fail that is about a file. */
export function failingOn(path: string, name: string, error: string): string[] {
  return failing(path, name, `error=${error}`);
}

function failing(path: string | null, name: string, fault: string): string[] {
  const only = path === null ? [] : ['-P', path];
  const inject = ['-e', `trace=${name}`, '-e', `inject=${name}:${fault}`];
  return ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', ...only, ...inject];
}
