import { type Change, type Making, update } from '../change.ts';
import type { Contact } from '../contact.ts';
import { latest } from '../days/day.ts';
import type { Settings } from '../settings.ts';
import type { SheetRows } from '../sheet.ts';
import { mergedDetails } from './merge/details.ts';
import type { MergedField } from './merge/field.ts';
import { type HistoryRows, mergedHistory } from './merge/history.ts';
import { type Moved, mergedLists } from './merge/lists.ts';
import { type MeetingNames, mergedMeeting } from './merge/meeting.ts';
import { mergedTending } from './merge/tending.ts';

/** Somebody with all rows that are theirs or name them. */
export interface WholePerson extends SheetRows, HistoryRows {
  /** As time has left them: somebody growing who has gone back to the stack is there. */
  readonly asLeft: Contact;
}

/** What the words of a union are made of. */
export interface UnionNames extends MeetingNames {
  readonly target: (id: string) => string;
}

/** Two people who become one: what stays, what becomes of the rest, and how much comes over. */
export interface Union {
  /** The first one as they are then. */
  readonly contact: Contact;
  readonly fields: readonly MergedField[];
  readonly notes: readonly string[];
  readonly points: Moved;
  readonly traits: Moved;
  readonly noted: Moved;
  readonly talks: Moved;
  readonly exchanges: number;
  readonly recommendations: number;
  readonly changes: readonly Change[];
}

/** What stands in the deleted row of somebody who became one with another: who that is stands in `viaId`. */
export const MERGED = 'merged';

/**
 * Makes two people one: the first stays, with all that is known of both. Nothing of the other is lost: their rows become the first
 * one's, a value that finds its place taken is kept as a note, and the other is marked deleted.
 */
export function mergePeople(
  first: WholePerson,
  other: WholePerson,
  names: UnionNames,
  settings: Settings,
  making: Making,
): Union {
  const [a, b] = [first.asLeft, other.asLeft];
  const details = mergedDetails(a, b, names.target);
  const tending = mergedTending(a, b, settings);
  const meeting = mergedMeeting(a, b, names);
  const history = mergedHistory(first, other, names.person, making);
  const notes = [...details.notes, ...tending.notes, ...meeting.notes, ...history.notes];
  const lists = mergedLists(first, other, notes, making);
  const contact: Contact = {
    ...first.contact,
    ...details.set,
    ...tending.set,
    ...meeting.set,
    lastOn: latest(a.lastOn, b.lastOn),
    toldOn: latest(a.toldOn, b.toldOn),
    jobChangedOn: latest(a.jobChangedOn, b.jobChangedOn),
  };
  return {
    contact,
    fields: [...details.fields, ...tending.fields, ...meeting.fields, ...lastFields(a, b, contact)],
    notes,
    points: lists.points,
    traits: lists.traits,
    noted: lists.notes,
    talks: history.talks,
    exchanges: history.exchanges,
    recommendations: history.recommendations,
    changes: [
      ...edited(first.contact, contact),
      ...lists.changes,
      ...history.changes,
      update('contact', other.contact.id, {
        viaId: first.contact.id,
        movedTo: MERGED,
        deletedAt: making.now,
      }),
    ],
  };
}

function edited(before: Contact, after: Contact): Change[] {
  const fields = (Object.keys(after) as (keyof Contact)[]).filter((field) => after[field] !== before[field]);
  if (fields.length === 0) return [];
  return [update('contact', before.id, Object.fromEntries(fields.map((field) => [field, after[field]])))];
}

function lastFields(a: Contact, b: Contact, { lastOn, noScore }: Contact): MergedField[] {
  const last: MergedField[] =
    b.lastOn === null
      ? []
      : [
          {
            field: 'last',
            kept: lastOn,
            other: b.lastOn,
            becomes:
              a.lastOn === b.lastOn
                ? 'same'
                : a.lastOn === null
                  ? 'filled'
                  : lastOn === b.lastOn
                    ? 'won'
                    : 'dropped',
          },
        ];
  const waived: MergedField[] =
    b.noScore && !a.noScore
      ? [{ field: 'noScore', kept: String(noScore), other: 'true', becomes: 'filled' }]
      : [];
  return [...last, ...waived];
}
