/** What stands in a place of a command line: a kind of thing that is looked up, one of some words, or nothing that could be offered. */
export type Takes = 'who' | 'group' | 'gathering' | 'target' | 'backup' | 'file' | 'text' | readonly string[];

export interface KnownOption {
  /** `--by`, and `-g` before `--gave`. */
  readonly flags: readonly string[];
  /** What its value is; null where it has none. */
  readonly takes: Takes | null;
  readonly about: string;
}

/** A command as a shell completes it: nothing of the command itself has to be loaded. */
export interface KnownCommand {
  readonly name: string;
  readonly summary: string;
  /** What its words are, the last one's kind that of all that follow. */
  readonly words: readonly Takes[];
  readonly options: readonly KnownOption[];
}
