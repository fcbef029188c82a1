import { type ErrorCode, isNetError, MOST_CANDIDATES } from '../domain/error.ts';
import { EXIT_CODES } from '../domain/exits.ts';
import type { Env } from '../host/paths.ts';
import { attention, faint, hanging, type Text } from '../render/text.ts';

/** What each kind of failure tells a script. */
const WHAT: Readonly<Record<ErrorCode | 'bug', string>> = {
  bug: 'a bug in net',
  usage: 'the command line is not understood',
  partly: 'partly done: what was left out is told',
  'not-found': 'nobody or nothing of that name',
  ambiguous: 'several could be meant: candidates names them',
  exists: 'it is here already',
  rejected: 'a value that cannot be',
  'no-file': 'there is no file yet',
  locked: 'the file is in use',
  overtaken: 'another program kept changing the file',
  corrupt: 'the file is damaged, or not one of net',
  newer: 'the file is of a newer net',
  permission: 'the file may not be read or written',
  disk: 'the disk is full or failing',
  interrupted: 'left by whoever was asked',
};

export const EXITS = Object.fromEntries(
  Object.entries(EXIT_CODES).map(([code, exit]) => [code, { exit, what: WHAT[code as ErrorCode | 'bug'] }]),
) as Readonly<Record<ErrorCode | 'bug', { readonly exit: number; readonly what: string }>>;

/** What stands in an error with --json, under `error`. */
export const ERROR_FIELDS: Readonly<Record<string, string>> = {
  code: 'the kind of failure, a word',
  exit: 'the exit code',
  message: 'what happened, and why',
  hint: 'what to do next, or null',
  candidates: `who or what may have been meant, ${MOST_CANDIDATES} at most: [{id, label}], else []`,
};

export interface Failure {
  readonly code: number;
  readonly text: Text;
  readonly json: Readonly<Record<string, unknown>>;
}

const CARRIED_OUT = 'the command itself was carried out, only its answer is missing';

/**
 * An error as one line that says what and why, a hint with the next step, and an exit code. `done` tells that the command was carried
 * out, and that only its answer could not be shown; `typed` how the command lines of the hint are to be typed.
 */
export function failureOf(error: unknown, env: Env, done: boolean, typed: (text: string) => string): Failure {
  if (!isNetError(error)) return bug(error, env, done);
  const { code, message, candidates } = error;
  // The way back from damage matters more.
  const step = done && code !== 'corrupt' ? CARRIED_OUT : error.hint;
  const hint = step === undefined ? undefined : typed(step);
  return {
    code: EXITS[code].exit,
    text: [
      hanging(5, attention('net: '), message),
      ...(hint === undefined ? [] : [hanging(6, faint('hint: '), hint)]),
    ],
    json: { error: { code, exit: EXITS[code].exit, message, hint: hint ?? null, candidates } },
  };
}

function bug(error: unknown, env: Env, done: boolean): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const stack = env.NET_DEBUG === '1' && error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return {
    code: 1,
    text: [
      hanging(5, attention('net: '), `this is a bug in net, not your doing: ${message}`),
      hanging(
        6,
        faint('hint: '),
        `${done ? CARRIED_OUT : 'nothing was changed'}; NET_DEBUG=1 shows where it happened`,
      ),
      ...stack.map((line) => hanging(4, line)),
    ],
    json: { error: { code: 'bug', exit: 1, message, hint: null, candidates: [] } },
  };
}
