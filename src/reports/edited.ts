import type { Origins } from '../domain/contact.ts';
import { ONE_VALUED, type Sheet, type SheetPoint, type SheetRows, sheetOf } from '../domain/sheet.ts';

/** Somebody as they are before or after an edit. */
export interface EditedPerson extends SheetRows {
  readonly origins: Origins;
  /** What they were looked for as. */
  readonly target: string | null;
}

/** One field that was changed. Of a list, what was added came from null, and what was taken out went to null. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
  /** Whether the field may have several values. */
  readonly listed: boolean;
}

/** What an edit changed, in the order in which it is shown. */
export function fieldChanges(before: EditedPerson, after: EditedPerson): FieldChange[] {
  return [...oneValued(before, after), ...manyValued(sheetOf(before), sheetOf(after))];
}

type Value = FieldChange['from'];

/** The fields of one value under the names that JSON gives them. */
const FIELDS = ['stage', ...ONE_VALUED] as const;

function valuesOf({ contact, origins, target }: EditedPerson): Readonly<Record<string, Value>> {
  const values = FIELDS.map((field) => [field, contact[field]] as const);
  return { ...Object.fromEntries(values), at: origins.gathering, via: origins.via, target };
}

function oneValued(before: EditedPerson, after: EditedPerson): FieldChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return Object.keys(now)
    .map((field) => ({ field, from: old[field] ?? null, to: now[field] ?? null, listed: false }))
    .filter(({ from, to }) => from !== to);
}

function manyValued(before: Sheet, after: Sheet): FieldChange[] {
  const [old, now] = [valuesIn(before), valuesIn(after)];
  const fresh = without(now, old);
  const gone = without(old, now);
  return [
    ...fresh.map(({ field, text }) => ({ field, from: null, to: text, listed: true })),
    ...gone.map(({ field, text }) => ({ field, from: text, to: null, listed: true })),
  ];
}

interface ListedValue {
  readonly field: string;
  readonly text: string;
}

function valuesIn({ points, traits, notes }: Sheet): ListedValue[] {
  return [
    ...points.map((point) => ({ field: point.kind, text: pointText(point) })),
    ...traits.map(({ kind, text }) => ({ field: kind, text })),
    ...notes.map((text) => ({ field: 'note', text })),
  ];
}

function pointText({ value, label }: SheetPoint): string {
  return label === null ? value : `${value} (${label})`;
}

/** What one list has more than the other, each as often. */
function without(list: readonly ListedValue[], other: readonly ListedValue[]): ListedValue[] {
  const left = other.map(keyOf);
  return list.filter((value) => {
    const at = left.indexOf(keyOf(value));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ field, text }: ListedValue): string {
  return `${field}\n${text}`;
}
