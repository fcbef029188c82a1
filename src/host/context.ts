import type { Wrapping } from '../domain/key-file.ts';
import type { Clock } from './clock.ts';
import type { Io } from './io.ts';
import type { Keychain } from './keychain.ts';
import type { Env } from './paths.ts';
import type { Begin } from './progress.ts';
import type { Remembering } from './remembering.ts';

/** What the world provides to a command. */
export interface Context {
  readonly env: Env;
  readonly io: Io;
  readonly clock: Clock;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** Null where nobody can answer: in a pipe, with --json, in a script. Nothing ever waits for input there. */
  readonly prompt: Remembering | null;
  /** Whether the answer is read by another program, with --json. */
  readonly asJson: boolean;
  readonly keychain: Keychain;
  /** The keys of encrypted files that this command line has fetched, by their ids: nobody is asked twice. */
  readonly keys: Map<string, Uint8Array>;
  /** How dear each guess at a passphrase is; net's own cost unless said. */
  readonly wrappingCost?: Wrapping['cost'] | undefined;
  /** Shows how far something is that takes its time. */
  readonly progress: Begin;
  /** What is mounted where, one a line, as Linux lists it; empty where nothing tells. */
  readonly mounts: () => string;
  readonly version: string;
  /** What runs the program, and on which system. */
  readonly runtime: string;
  /** How the command lines in a text are to be typed, so that they are about this file. */
  readonly typed: (text: string) => string;
  /** The path of the file. */
  readonly file: string;
  /** Runs another command line, printing to nobody. */
  readonly runQuietly: (argv: readonly string[]) => Promise<{ code: number; out: string; err: string }>;
}
