import type { ContactPointKind } from '../domain/contact.ts';
import type { Birthday, CalendarDate } from '../domain/day.ts';

/** One person as a file tells them. Null and empty lists are what the file does not say. */
export interface ImportedPerson {
  /** The file's own id for them, or one made of what stays the same between two exports. Unique within the file. */
  readonly key: string;
  /** The line of the file where they begin, counted from 1. */
  readonly line: number;
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly city: string | null;
  readonly birthday: Birthday | null;
  readonly points: readonly { readonly kind: ContactPointKind; readonly value: string; readonly label: string | null }[];
  readonly tags: readonly string[];
  /** Notes, and whatever has no field of its own, each as "Label: value". */
  readonly notes: readonly string[];
  /** When the two were connected, as LinkedIn tells it. */
  readonly metOn: CalendarDate | null;
}

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
  /** The kind of source that is stored with each contact: `linkedin`, `vcard`. */
  readonly source: string;
  /** Whether a decoded text is of this kind: by its content, never by its name. */
  readonly detect: (text: string) => boolean;
  readonly parse: (text: string) => Promise<ParsedFile>;
}
