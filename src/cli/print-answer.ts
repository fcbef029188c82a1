import { type Clock, today } from '../host/clock.ts';
import type { Io } from '../host/io.ts';
import type { Env } from '../host/paths.ts';
import { type Page, print } from '../render/print.ts';
import { safeJson, safeLines } from '../render/safe.ts';
import type { Text } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import type { Globals } from './program.ts';
import { linesTypedOn } from './typed-on.ts';

/** Where something is printed, and when. */
export interface Printing {
  readonly env: Env;
  readonly io: Io;
  readonly clock: Clock;
}

/** Prints an answer: data to `out`, talk to `err`. The exit code. */
export async function printAnswer(given: Answer, globals: Globals, to: Printing): Promise<number> {
  const { io } = to;
  const wording = { today: today(to.clock), relative: io.outIsTerminal };
  const isAnswer = globals.json && Object.keys(given.json).length > 0;
  if (given.document !== undefined && !isAnswer)
    for (const piece of given.document) io.out(io.outIsTerminal ? safeLines(piece) : piece);
  else if (globals.json) io.out(`${safeJson(given.json)}\n`);
  else io.out(await print(given.text(wording), pageOf(to, io.outIsTerminal, globals.color)));
  const talk: Text =
    globals.quiet || globals.json ? [] : linesTypedOn(globals.db, given.talk?.(wording) ?? []);
  if (talk.length > 0) io.err(await print(talk, pageOf(to, io.errIsTerminal, globals.color)));
  return given.code ?? 0;
}

/** What a stream is to be printed on. */
export function pageOf({ env, io }: Printing, terminal: boolean, color: boolean): Page {
  const plain = (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb';
  return { columns: terminal ? io.columns : Number.POSITIVE_INFINITY, color: terminal && color && !plain };
}
