import type { SourceKind } from '../domain/acts/import.ts';
import type { ImportedPerson } from '../domain/imported.ts';

/** A part of a file that could not be read, and why, in words for people. */
export interface Reject {
  readonly line: number;
  readonly reason: string;
}

export interface ParsedFile {
  readonly people: readonly ImportedPerson[];
  readonly rejects: readonly Reject[];
  /** What was left out on purpose, such as photos: each kind with how often. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** A kind of file that people come from. Everything is pure: text in, values out. */
export interface Importer {
  /** The name of the format, as `net import` says it. */
  readonly name: string;
  readonly source: SourceKind;
  /** Whether a decoded text is of this kind: by its content, never by its name. */
  readonly detect: (text: string) => boolean;
  readonly parse: (text: string) => Promise<ParsedFile>;
}
