import type { SourceKind } from '../domain/acts/import.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { ImportedExchange, ImportedPerson, ImportedTalk } from '../domain/imported.ts';

/** A part of a file that could not be read, and why, in words for people. */
export interface Reject {
  readonly line: number;
  readonly reason: string;
}

/**
 * What a file is made of, one part after the other. A talk or exchange names only people of the file whose part came before it. A `remark`
 * is on something that came in otherwise than it was meant. `skipped` is one thing that was left out on purpose, by its kind, as `photo`.
 * `on` is nothing to take in: still reading, and others may have their turn.
 */
export type Part =
  | { readonly person: ImportedPerson }
  | { readonly talk: ImportedTalk }
  | { readonly exchange: ImportedExchange }
  | { readonly reject: Reject }
  | { readonly remark: Reject }
  | { readonly skipped: string }
  | Nothing;

/** Nothing yet: a moment in which others have a turn, in what takes long before it tells anything. */
export interface Nothing {
  readonly nothing: true;
}

/** A file to be read: its bytes from the start, a piece at a time, as often as they are asked for. */
export interface SourceFile {
  readonly path: string;
  /** In bytes; 0 for a directory. */
  readonly size: number;
  readonly chunks: () => Iterable<Uint8Array>;
  /** Everything in a directory, in the order of the paths, those in its directories included; null for a file. */
  readonly files: (() => Iterable<SourceFile>) | null;
}

/** What an importer is told besides the file. */
export interface Given {
  readonly today: CalendarDate;
  /** Now, as a UTC instant. */
  readonly now: string;
  /** The day of a UTC instant where the user is. */
  readonly dayOf: (instant: string) => CalendarDate;
  /** The user's own e-mail addresses in lower case, as far as they are known. */
  readonly me: readonly string[];
  /** Whether somebody with this e-mail address, in any case, is here. */
  readonly isKnown: (email: string) => boolean;
  /** Whether those whom history tells of and who are not here are to be taken in, too. */
  readonly create: boolean;
  /** Which column of a table says what, where the user has said so: see csv/mapping.ts. */
  readonly columns: ColumnMap | null;
}

/** Which columns of a table tell which fields of a person, by the name of the column or its number, from 1. One field may have several. */
export type ColumnMap = readonly { readonly field: string; readonly column: string }[];

/** Reads a file part by part, without ever holding all of it. Throws `rejected` for a file of which nothing can be read. */
export type Parse = (file: SourceFile, given: Given) => Iterable<Part> | AsyncIterable<Part>;

/** A kind of file that people or history come from. Everything is pure: bytes in, values out. */
export interface Importer {
  /** The name of the format, as `net import` says it. */
  readonly name: string;
  readonly source: SourceKind;
  /** It tells of talks rather than of people: what it would do is shown before it is done. */
  readonly history?: boolean;
  /** A talk that is here stays as it is: an inbox alone and what was sent alone tell parts of the same day. */
  readonly talksStand?: boolean;
  /** Whether a file is of this kind: by the first 100 000 characters of its text, never by its name alone. Empty for a directory. */
  readonly detect: (text: string, file: SourceFile) => boolean;
  /** Tells which addresses are the user's own where nobody has said so; throws `usage` where it does not show. */
  readonly own?: () => Promise<(file: SourceFile, isKnown: Given['isKnown']) => readonly string[]>;
  /** The code that reads it, loaded only where there is something to read. */
  readonly parser: () => Promise<Parse>;
}
