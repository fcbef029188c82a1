import type { Conflict } from '../domain/acts/import-told.ts';
import type { Contact } from '../domain/contact.ts';

/** A contact as a report names them: all that is kept of a hundred thousand. */
export type Who = Pick<Contact, 'id' | 'short' | 'name'>;

/** What a file told of one kind came to. */
export interface Outcomes {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export const NONE: Outcomes = { created: 0, updated: 0, unchanged: 0 };

/** A part of a file that could not be taken in, or not as it was meant, and why. */
export interface Rejected {
  readonly line: number;
  readonly reason: string;
}

/** What one file came to, or would. */
export interface FileReport {
  readonly path: string;
  readonly format: string;
  /** How many people it tells of. */
  readonly people: number;
  readonly created: readonly Who[];
  readonly updated: readonly Who[];
  readonly unchanged: number;
  readonly conflicts: readonly (Conflict & { readonly who: Who })[];
  readonly talks: Outcomes;
  readonly exchanges: Outcomes;
  /** The first of those that could not be taken in, by line, and how many there were in all. */
  readonly rejects: readonly Rejected[];
  readonly rejected: number;
  /** The first of what came in otherwise than it was meant, by line. */
  readonly remarks: readonly Rejected[];
  /** What was left out on purpose: each kind with how often. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Whom the user erased, and who stay out. */
  readonly erased: readonly { readonly line: number; readonly name: string }[];
  /** Of a document that net wrote: what became of its rows; null for any other file. */
  readonly rows: RowsTaken | null;
}

/** What became of the rows of a document that net wrote. */
export interface RowsTaken {
  readonly added: number;
  /** Taken back by an undo before, and here again. */
  readonly back: number;
  readonly unchanged: number;
  /** Here otherwise, and left as they are: how many of whom; the name is null for what is of nobody. */
  readonly differing: readonly { readonly name: string | null; readonly rows: number }[];
  /** Deleted here, and left so. */
  readonly deleted: number;
}

/** Who is tended from now on because of an import, and who would be if a week had room for them. */
export interface Kept {
  readonly kept: readonly Who[];
  readonly noRoom: readonly Who[];
}

export interface ImportReport extends Kept {
  readonly files: readonly FileReport[];
  /** Whether nothing was written. */
  readonly rehearsed: boolean;
  /** Whether there was anything to write. */
  readonly changes: boolean;
  /** The addresses that were taken for the user's own. */
  readonly me: readonly string[];
}

/** What all files came to together. */
export function inAll<K extends 'created' | 'updated' | 'conflicts' | 'erased' | 'rejects'>(
  { files }: Pick<ImportReport, 'files'>,
  field: K,
): FileReport[K][number][] {
  return files.flatMap((file): readonly FileReport[K][number][] => file[field]);
}

export function summed(counts: readonly Outcomes[]): Outcomes {
  return counts.reduce(
    (sum, one) => ({
      created: sum.created + one.created,
      updated: sum.updated + one.updated,
      unchanged: sum.unchanged + one.unchanged,
    }),
    NONE,
  );
}

/** How many a file tells of in all. */
export function total({ created, updated, unchanged }: Outcomes): number {
  return created + updated + unchanged;
}

/** More rejects of a file than these are counted, not told one by one. */
export const MOST_REJECTS = 1000;
