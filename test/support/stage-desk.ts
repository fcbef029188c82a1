import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { Io } from '../../src/host/io.ts';
import type { Keychain } from '../../src/host/keychain.ts';
import type { Prompt } from '../../src/host/prompt.ts';
import type { World } from '../../src/main.ts';

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A place to run command lines in-process: its own directory, a fixed clock, sequential ids. */
export interface Desk {
  readonly directory: string;
  file: string;
  day: CalendarDate;
  terminal: { readonly columns: number } | null;
  prompt: Prompt | null;
  env: Record<string, string>;
  keychain: Keychain;
  /** What is mounted where. */
  mounts: string;
  readonly net: (...argv: readonly string[]) => Promise<Ran>;
}

/** Nobody answers: any question is a failure of the test. */
const nobody: Prompt = {
  text: ({ message }) => Promise.reject(new Error(`asked: ${message}`)),
  confirm: (message) => Promise.reject(new Error(`asked: ${message}`)),
  select: (message) => Promise.reject(new Error(`asked: ${message}`)),
  search: (message) => Promise.reject(new Error(`asked: ${message}`)),
};

const noKeychain: Keychain = {
  get: () => Promise.reject(new Error('no test reaches the keychain of the machine')),
  set: () => Promise.reject(new Error('no test reaches the keychain of the machine')),
  remove: () => Promise.reject(new Error('no test reaches the keychain of the machine')),
};

/** A passphrase takes half a second to be tried, so that nobody guesses it: that of a test does not have to. */
export const CHEAP = { N: 2 ** 14, r: 8, p: 1 };

/** Ids in order, whose tails have a letter: the contacts' short ids are readable in goldens. */
export function sequentialIds(first = 0xa000): () => string {
  let next = first;
  return () => `00000000-0000-7000-8000-${(next++).toString(16).padStart(12, '0')}`;
}

/** The program, as it is run from its sources, or as it was built. */
export type Program = (argv: readonly string[], world: World) => Promise<number>;

/** A desk in a directory. `firstId` tells apart two of them on one file. */
export function deskWith(run: Program, directory: string, today: string, firstId?: number): Desk {
  const newId = sequentialIds(firstId);
  const self: Desk = {
    directory,
    file: `${directory}/net.db`,
    day: today as CalendarDate,
    terminal: null,
    prompt: null,
    env: {},
    keychain: noKeychain,
    mounts: '',
    net: async (...argv) => {
      let out = '';
      let err = '';
      const io: Io = {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        interactive: self.prompt !== null,
        outIsTerminal: self.terminal !== null,
        errIsTerminal: self.terminal !== null,
        columns: self.terminal?.columns ?? Number.POSITIVE_INFINITY,
      };
      const world: World = {
        env: { NET_DB: self.file, NO_COLOR: '1', ...self.env },
        io,
        clock: {
          now: () => `${self.day}T09:00:00.000Z`,
          dayOf: (instant) => instant.slice(0, 10) as CalendarDate,
          timeOf: (instant) => instant.slice(11, 16),
        },
        newId,
        prompt: self.prompt ?? nobody,
        keychain: self.keychain,
        wrappingCost: CHEAP,
        progress: () => ({ at: async () => {}, end: () => {} }),
        mounts: () => self.mounts,
        version: '0.0.0',
        runtime: 'Node 24 on linux',
      };
      const code = await run(argv, world);
      return { code, out, err };
    },
  };
  return self;
}
