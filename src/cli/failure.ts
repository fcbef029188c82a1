import { type ErrorCode, isNetError } from '../domain/error.ts';
import type { Env } from '../host/paths.ts';
import { attention, faint, hanging, type Text } from '../render/text.ts';

/** What each kind of failure tells a script. 0 is all well, 1 a bug. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  partly: 3,
  'not-found': 4,
  ambiguous: 4,
  exists: 4,
  rejected: 5,
  'no-file': 10,
  locked: 11,
  overtaken: 11,
  corrupt: 13,
  newer: 14,
  permission: 15,
  disk: 16,
  interrupted: 130,
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
    code: EXIT_CODES[code],
    text: [
      hanging(5, attention('net: '), message),
      ...(hint === undefined ? [] : [hanging(6, faint('hint: '), hint)]),
    ],
    json: { error: { code, exit: EXIT_CODES[code], message, hint: hint ?? null, candidates } },
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
