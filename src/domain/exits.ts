import type { ErrorCode } from './error.ts';

/** The exit code of each kind of failure: what scripts rely on. */
export const EXIT_CODES: Readonly<Record<ErrorCode | 'bug', number>> = {
  bug: 1,
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
