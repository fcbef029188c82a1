/** What went wrong, in the terms of the exit codes that scripts rely on (see cli/failure.ts). */
export type ErrorCode =
  | 'usage'
  | 'partly'
  | 'not-found'
  | 'ambiguous'
  | 'exists'
  | 'rejected'
  | 'no-file'
  | 'locked'
  | 'overtaken'
  | 'corrupt'
  | 'newer'
  | 'permission'
  | 'disk'
  | 'interrupted';

/** One of several things that a person may have meant, as shown beside an ambiguous name. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
}

/** Of more than these it is said how many they are. */
export const MOST_CANDIDATES = 20;

/**
 * An error for people: `message` says what happened and why, `hint` what to do next.
 * `candidates` are who may have been meant, of whom it keeps the first.
 * Everything that `net` refuses is one of these; any other error is a bug.
 */
export class NetError extends Error {
  override readonly name = 'NetError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly candidates: readonly Candidate[];

  constructor(code: ErrorCode, message: string, hint?: string, candidates: readonly Candidate[] = []) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.candidates = candidates.slice(0, MOST_CANDIDATES);
  }
}

/** Whether an error is for people. By its name: the program is built of several files, and each has a class of its own. */
export function isNetError(error: unknown): error is NetError {
  return error instanceof Error && error.name === 'NetError';
}
