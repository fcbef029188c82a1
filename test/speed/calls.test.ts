import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { callsIn, withoutStrace } from '../support/strace.ts';
import { temporaryDirectory } from '../support/world.ts';
import { LIMITS } from './limits.ts';

const missing = withoutStrace();
if (missing !== null) process.stderr.write(`the calls of net to the system are not counted: ${missing}\n`);

let net: Installed;
let directory: string;
let file: string;

beforeAll(async () => {
  net = install();
  directory = fs.realpathSync(temporaryDirectory());
  file = join(directory, 'net.db');
  for (const argv of [['add', 'Ana Silva', '--circle', 'close'], ['today'], ['today'], ['--help']])
    expect((await runInstalled(net, file, argv)).code).toBe(0);
});

function traced(log: string, what: string): string[] {
  return ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${what}`];
}

/** What makes room in memory, and waits: the system's affair. */
const MEMORY =
  /^(brk|futex|getpid|madvise|mmap|mprotect|munmap|rt_sig\w+|sched_\w+|epoll_\w+|clone3?|clock_\w+)$/;

function counted(log: string): number {
  return callsIn(log).filter(({ name }) => !MEMORY.test(name)).length;
}

describe.skipIf(missing !== null)('what net asks of the system', () => {
  test('net today: few calls beyond those of an empty program', async () => {
    const [own, empty] = [join(directory, 'own'), join(directory, 'empty')];
    expect((await runInstalled(net, file, ['today'], traced(own, 'all'))).code).toBe(0);
    const [strace = '', ...rest] = traced(empty, 'all');
    spawnSync(strace, [...rest, process.execPath, '-e', '0'], { env: net.env });
    const calls = counted(own) - counted(empty);
    expect(calls).toBeGreaterThan(20);
    const advice = `net today makes ${calls} calls more than an empty program: see test/speed/limits.ts`;
    expect(calls <= LIMITS.calls ? '' : advice).toBe('');
  });

  test.each([[['--help']], [['--version']], [['help', 'today']], [['help', 'log']], [['log', '--help']]])(
    'net %s opens no file but what net is made of',
    async (argv) => {
      const log = join(directory, 'opened');
      expect((await runInstalled(net, file, argv, traced(log, 'openat,open'))).code).toBe(0);
      const opened = fs.readFileSync(log, 'utf8').matchAll(/open(?:at)?\((?:[^,]*, )?"([^"]*)"/g);
      const program = join(net.command[1] ?? '', '../..');
      const SYSTEM = /^\/(dev|etc\/(ld\.so|ssl|localtime|timezone)|lib|lib64|proc|sys|usr)\b/;
      const others = [...new Set([...opened].map(([, path = '']) => path))].filter(
        (path) => !path.startsWith(program) && !SYSTEM.test(path) && !process.execPath.startsWith(path),
      );
      expect(others).toEqual([]);
    },
  );
});

test('help needs no file, and no place for one', async () => {
  for (const argv of [['--help'], ['--version'], ['help', 'today'], ['log', '--help']]) {
    const { code, err } = await runInstalled(net, '/dev/null/net.db', argv);
    expect([argv, code, err]).toEqual([argv, 0, '']);
  }
});
