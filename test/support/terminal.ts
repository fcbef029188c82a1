import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { net, program } from './program.ts';

export const KEYS = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  escape: '\u001b',
  clear: '\u0015',
};

/** The built program in a real pseudo-terminal, as a person sees it. */
export interface Terminal {
  /** Waits until a text is on the screen, then types. Only what came after the last thing typed is looked at. */
  readonly answer: (question: string, keys: string) => Promise<void>;
  /** Waits for the end. `raw` is all that came, escape sequences included. */
  readonly ended: () => Promise<{ code: number; screen: string; raw: string }>;
}

/** However long it waits for its turn on a busy machine. */
const PATIENCE = 60_000;

/** Starts a command line in a terminal. */
export function terminal(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  columns = 200,
  command: readonly [string, ...string[]] = [program, net],
): Terminal {
  const [first, ...words] = command;
  const pty: IPty = spawn(first, [...words, ...argv], {
    name: 'xterm-256color',
    cols: columns,
    rows: 40,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TZ: 'Europe/Lisbon', ...env },
  });
  let all = '';
  let unread = '';
  let wake = () => {};
  let code: number | null = null;
  pty.onData((data) => {
    all += data;
    unread += data;
    wake();
  });
  pty.onExit(({ exitCode }) => {
    code = exitCode;
    wake();
  });
  const until = async (what: string, ready: () => boolean) => {
    const deadline = Date.now() + PATIENCE;
    while (!ready()) {
      const left = deadline - Date.now();
      if (left <= 0 || code !== null) throw new Error(`no "${what}" in:\n${stripVTControlCharacters(all)}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, Math.min(left, 200));
      });
    }
  };
  return {
    answer: async (question, keys) => {
      await until(question, () => stripVTControlCharacters(unread).includes(question));
      if (keys === '') return;
      unread = '';
      pty.write(keys);
    },
    ended: async () => {
      const deadline = Date.now() + PATIENCE;
      while (code === null && Date.now() < deadline) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 100);
        });
      }
      if (code === null) {
        pty.kill();
        throw new Error(`it did not end:\n${stripVTControlCharacters(all)}`);
      }
      return { code, screen: stripVTControlCharacters(all).replace(/\r/g, ''), raw: all };
    },
  };
}
