import type { Channel } from './channel.ts';
import type { Circle, ContactPointKind, TraitKind } from './contact.ts';
import type { Birthday, CalendarDate } from './days/day.ts';
import type { ExchangeKind, GiveType, Outcome } from './exchange.ts';
import type { Side } from './interaction.ts';

/** Where in a file something stands, and by what it is found again. */
interface Placed {
  /** The file's own id for it, or one made of what stays the same between two exports. Unique within the file and its kind. */
  readonly key: string;
  /** The line of the file where it begins, counted from 1. */
  readonly line: number;
}

/** One person as a file tells them. Null and empty lists are what the file does not say. */
export interface ImportedPerson extends Placed {
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
  readonly traits: readonly { readonly kind: TraitKind; readonly text: string }[];
  /** Notes, and whatever has no field of its own, each as "Label: value". */
  readonly notes: readonly string[];
  /** When the two met, or were connected, as LinkedIn tells it. */
  readonly metOn: CalendarDate | null;
  /** The last touch, where the file tells of none by itself. */
  readonly lastOn: CalendarDate | null;
  /** How often they are to be tended: a cadence in days, a circle, or both. Whoever brings one may be kept. */
  readonly everyDays: number | null;
  readonly circle: Circle | null;
  /** The key of the person in the same file who introduced them. */
  readonly via: string | null;
}

/** What a file that says nothing says; also what an older net did not keep of it. */
export const NOTHING_TOLD: Omit<ImportedPerson, 'key' | 'line'> = {
  name: '',
  nickname: null,
  org: null,
  role: null,
  city: null,
  birthday: null,
  points: [],
  traits: [],
  notes: [],
  metOn: null,
  lastOn: null,
  everyDays: null,
  circle: null,
  via: null,
};

/**
 * Whom a record means: somebody of the same file by their key, or whoever has an e-mail address. Of several who share it the one of that name
 * is meant; somebody whom a file calls by several names is there once with each.
 */
export type Meant =
  | { readonly key: string }
  | {
      readonly email: string;
      /** As the file writes it. */
      readonly name: string | null;
    };

/** One time that people were in touch, as a file tells it. */
export interface ImportedTalk extends Placed {
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly text: string | null;
  readonly minutes: number | null;
  readonly startedBy: Side | null;
  /** The key that it had on the same day if it was told otherwise before: a meeting that is repeated from now on. */
  readonly formerKey?: string;
  /** Who took part, but for the user. */
  readonly people: readonly Meant[];
}

/** Something given, received, asked or promised, as a file tells it. */
export interface ImportedExchange extends Placed {
  readonly person: Meant;
  readonly kind: ExchangeKind;
  readonly text: string;
  readonly type: GiveType | null;
  readonly madeOn: CalendarDate;
  /** A promise: by when, and when it was kept. */
  readonly dueOn: CalendarDate | null;
  readonly keptOn: CalendarDate | null;
  /** An ask: what came of it and when. */
  readonly outcome: Outcome | null;
  readonly outcomeOn: CalendarDate | null;
}
