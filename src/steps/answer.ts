import type { Text } from '../render/text.ts';
import type { Wording } from '../render/words.ts';

/** What a command answers: values, printed once everything is safely written. */
export interface Answer {
  /** The contract for other programs: printed with --json instead of the text. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The data, for standard output. */
  readonly text: (wording: Wording) => Text;
  /** What to do next, for standard error; not said with --quiet. */
  readonly talk?: (wording: Wording) => Text;
  /**
   * A document for other programs, in pieces, printed instead of everything above: as it is, and on a terminal with its texts made safe.
   * With --json, too, where `json` is empty.
   */
  readonly document?: readonly string[];
  /** The exit code where all went well but something is to be said: 3 is partly done. */
  readonly code?: number;
}
