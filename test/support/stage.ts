import { createInterface } from 'node:readline';
import { type Desk, deskWith, type Program } from './stage-desk.ts';

/** A command line, and how the desk is on which it is typed. */
export type Cue = Pick<Desk, 'directory' | 'file' | 'day' | 'terminal' | 'env' | 'mounts'> & {
  readonly argv: readonly string[];
};

/**
 * Runs the command lines that come in, a line of JSON each, on one desk, and answers with what each printed. `load` gives the program for a
 * line; `bare` ones are those with nothing to parse, as bin/net.js tells them apart.
 */
export async function perform(load: (bare: boolean) => Program): Promise<void> {
  let at: Desk | null = null;
  for await (const line of createInterface({ input: process.stdin })) {
    const { argv, directory, ...state } = JSON.parse(line) as Cue;
    at ??= deskWith((words, world) => load(isBare(words))(words, world), directory, state.day);
    Object.assign(at, state);
    process.stdout.write(`${JSON.stringify(await at.net(...argv))}\n`);
  }
}

function isBare([typed, ...more]: readonly string[]): boolean {
  return more.length === 0 && (typed === undefined || typed === 'today');
}
