import type { ContactPointKind } from './contact.ts';
import type { Birthday, CalendarDate } from './days/day.ts';

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
  readonly points: readonly {
    readonly kind: ContactPointKind;
    readonly value: string;
    readonly label: string | null;
  }[];
  readonly tags: readonly string[];
  /** Notes, and whatever has no field of its own, each as "Label: value". */
  readonly notes: readonly string[];
  /** When the two were connected, as LinkedIn tells it. */
  readonly metOn: CalendarDate | null;
}
