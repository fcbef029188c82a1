import type { Contact, ContactPoint, Note, Trait } from './contact.ts';
import type { CalendarDate } from './days/day.ts';
import type { Pause } from './days/pause.ts';
import type { Exchange } from './exchange.ts';
import type { Gathering } from './groups/gathering.ts';
import type { Group, Observation } from './groups/group.ts';
import type { Interaction, Participant } from './interaction.ts';
import type { Recommendation } from './recommendation.ts';
import type { Target } from './target.ts';

/** One value of `net config`, under its key. */
export interface SettingRow {
  readonly id: string;
  readonly value: string;
  readonly deletedAt: string | null;
}

/** Where a contact, a talk or an exchange came from: a file's own id for it, so that importing again finds it. Of the three one is named. */
export interface Source {
  readonly id: string;
  readonly contactId: string | null;
  readonly interactionId: string | null;
  readonly exchangeId: string | null;
  readonly kind: string;
  /** Of a talk or exchange a digest: what a file calls it may name people. */
  readonly key: string;
  /** The record as it was last imported, as JSON: what the user has edited since differs from it. Of a talk or exchange a digest. */
  readonly imported: string;
  readonly deletedAt: string | null;
}

/** What is left of somebody who was erased: a mark by which an import knows them again, and nothing that could be read. */
export interface Purged {
  readonly id: string;
  readonly salt: string;
  /** SHA-256 of the salt and a mark of theirs: see `marksOf`. */
  readonly hash: string;
  readonly deletedAt: string | null;
}

/** The user's tables, each with the value that a row of it is. */
export interface Tables {
  readonly target: Target;
  /** Not `group`, which is a word of SQL. */
  readonly network_group: Group;
  readonly observation: Observation;
  readonly recommendation: Recommendation;
  readonly contact: Contact;
  readonly contact_point: ContactPoint;
  readonly trait: Trait;
  readonly note: Note;
  readonly gathering: Gathering;
  readonly interaction: Interaction;
  readonly participant: Participant;
  readonly exchange: Exchange;
  readonly pause: Pause;
  readonly setting: SettingRow;
  readonly source: Source;
  readonly purged: Purged;
}

export type TableName = keyof Tables;

/** One row written: what a command decides, and the store applies. Nothing is ever deleted but by marking it so. */
export type Change = {
  [T in TableName]:
    | { readonly insert: T; readonly row: Tables[T] }
    | { readonly update: T; readonly id: string; readonly set: Partial<Omit<Tables[T], 'id'>> };
}[TableName];

export function insert<T extends TableName>(table: T, row: Tables[T]): Change {
  return { insert: table, row } as Change;
}

export function update<T extends TableName>(
  table: T,
  id: string,
  set: Partial<Omit<Tables[T], 'id'>>,
): Change {
  return { update: table, id, set } as Change;
}

/** The table that a change writes to. */
export function tableOf(change: Change): TableName {
  return 'insert' in change ? change.insert : change.update;
}

/** What making rows needs from outside: fresh ids, the instant, and the day. */
export interface Making {
  readonly id: () => string;
  readonly now: string;
  readonly today: CalendarDate;
}
