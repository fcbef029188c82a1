import { type ErrorCode, isNetError } from '../domain/error.ts';
import type { Env } from '../host/paths.ts';
import { attention, faint, hanging, type Text } from '../render/text.ts';

/** What each kind of failure tells a script. */
export const EXITS: Readonly<Record<ErrorCode | 'bug', { readonly exit: number; readonly what: string }>> = {
  bug: { exit: 1, what: 'a bug in net' },
  usage: { exit: 2, what: 'the command line is not understood' },
  partly: { exit: 3, what: 'partly done: what was left out is told' },
  'not-found': { exit: 4, what: 'nobody or nothing of that name' },
  ambiguous: { exit: 4, what: 'several could be meant: candidates names them' },
  exists: { exit: 4, what: 'it is here already' },
  rejected: { exit: 5, what: 'a value that cannot be' },
  'no-file': { exit: 10, what: 'there is no file yet' },
  locked: { exit: 11, what: 'the file is in use' },
  overtaken: { exit: 11, what: 'another program kept changing the file' },
  corrupt: { exit: 13, what: 'the file is damaged, or not one of net' },
  newer: { exit: 14, what: 'the file is of a newer net' },
  permission: { exit: 15, what: 'the file may not be read or written' },
  disk: { exit: 16, what: 'the disk is full or failing' },
  interrupted: { exit: 130, what: 'left by whoever was asked' },
};

/** What stands in an error with --json, under `error`. */
export const ERROR_FIELDS: Readonly<Record<string, string>> = {
  code: 'the kind of failure, a word',
  exit: 'the exit code',
  message: 'what happened, and why',
  hint: 'what to do next, or null',
  candidates: 'who or what may have been meant: [{id, label}], else []',
};

export interface Failure {
  readonly code: number;
  readonly text: Text;
  readonly json: Readonly<Record<string, unknown>>;
}

const CARRIED_OUT = 'the command itself was carried out, only its answer is missing';

/**
 * An error as one line that says what and why, a hint with the next step, and an exit code. `done` tells that the command was carried
 * out, and that only its answer could not be shown.
 */
export function failureOf(error: unknown, env: Env, done: boolean): Failure {
  if (!isNetError(error)) return bug(error, env, done);
  const { code, message, candidates } = error;
  const hint = done ? CARRIED_OUT : error.hint;
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
