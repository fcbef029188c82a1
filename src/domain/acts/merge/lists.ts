import { type Change, insert, type Making, update } from '../../change.ts';
import { pointKey, type SheetRows, traitKey } from '../../sheet.ts';
import { textKey } from '../../words/plain.ts';
import { inParts, LONGEST_TEXT } from '../limits.ts';
import { isSame, noteOf } from './field.ts';

/** How many rows of a kind come over, and how many were there already. */
export interface Moved {
  readonly moved: number;
  readonly doubles: number;
}

/** The lists of two people who are one, with the notes that come over from their labels. */
export interface MergedLists {
  readonly changes: readonly Change[];
  readonly points: Moved;
  readonly traits: Moved;
  readonly notes: Moved;
}

/**
 * Addresses and numbers, traits and notes: all of both, each once; a note of both is from the earlier day. `said` are the notes that keep
 * what has no place elsewhere: one that is too long becomes several.
 */
export function mergedLists(
  first: SheetRows,
  other: SheetRows,
  said: readonly string[],
  making: Making,
): MergedLists {
  const contactId = first.contact.id;
  const { now: deletedAt, today: notedOn, id } = making;
  const points = apart(first.points, other.points, pointKey);
  const traits = apart(first.traits, other.traits, traitKey);
  const notes = apart(first.notes, other.notes, ({ text }) => textKey(text));
  const earlier = [...Map.groupBy(notes.doubles, ({ of }) => of)].flatMap(([of, doubles]) => {
    const [notedOn = of.notedOn] = doubles.map(({ row }) => row.notedOn).sort();
    return notedOn < of.notedOn ? [update('note', of.id, { notedOn })] : [];
  });
  const labels = points.doubles.map(({ row, of }) => {
    if (row.label === null || (of.label !== null && isSame(of.label, row.label))) return null;
    return of.label === null
      ? update('contact_point', of.id, { label: row.label })
      : noteOf(`Label of ${row.value}`, row.label);
  });
  const texts = [...said, ...labels.filter((label) => typeof label === 'string')].flatMap((text) =>
    inParts(text, LONGEST_TEXT),
  );
  const known = new Set([...first.notes, ...other.notes].map(({ text }) => textKey(text)));
  return {
    changes: [
      ...points.fresh.map((row) => update('contact_point', row.id, { contactId })),
      ...points.doubles.map(({ row }) => update('contact_point', row.id, { contactId, deletedAt })),
      ...labels.filter((label) => label !== null && typeof label !== 'string'),
      ...traits.fresh.map((row) => update('trait', row.id, { contactId })),
      ...traits.doubles.map(({ row }) => update('trait', row.id, { contactId, deletedAt })),
      ...notes.fresh.map((row) => update('note', row.id, { contactId })),
      ...notes.doubles.map(({ row }) => update('note', row.id, { contactId, deletedAt })),
      ...earlier,
      ...texts
        .filter((text) => !known.has(textKey(text)))
        .map((text) => insert('note', { id: id(), contactId, notedOn, text, deletedAt: null })),
    ],
    points: counted(points),
    traits: counted(traits),
    notes: counted(notes),
  };
}

interface Apart<R> {
  readonly fresh: readonly R[];
  readonly doubles: readonly { readonly row: R; readonly of: R }[];
}

/** The other's rows that are new, and those that say what a row of the first says already. */
function apart<R>(first: readonly R[], other: readonly R[], keyOf: (row: R) => string): Apart<R> {
  const known = new Map(first.map((row) => [keyOf(row), row]));
  const sorted = other.map((row) => ({ row, of: known.get(keyOf(row)) }));
  return {
    fresh: sorted.filter(({ of }) => of === undefined).map(({ row }) => row),
    doubles: sorted.flatMap(({ row, of }) => (of === undefined ? [] : [{ row, of }])),
  };
}

function counted<R>({ fresh, doubles }: Apart<R>): Moved {
  return { moved: fresh.length, doubles: doubles.length };
}
