import { textKey } from '../../words/plain.ts';

/** What becomes of the value that is not the first one's: it is the same, fills what was empty, wins, or is kept elsewhere. */
export type Becomes = 'same' | 'filled' | 'won' | 'nickname' | 'note' | 'dropped';

/** One field of two people who become one, as it is told before it is done. */
export interface MergedField {
  readonly field: string;
  /** What stays, and what the other one had. */
  readonly kept: string | null;
  readonly other: string | null;
  readonly becomes: Becomes;
}

/** Fields, and the notes that keep what has no place in them. */
export interface Merged<S> {
  readonly set: S;
  readonly fields: readonly MergedField[];
  readonly notes: readonly string[];
}

/** A value without a place of its own, as a note. */
export function noteOf(label: string, value: string): string {
  return `${label}: ${value} (merged)`;
}

/** Whether two texts say the same, whatever their case and accents. */
export function isSame(a: string, b: string): boolean {
  return textKey(a) === textKey(b);
}

/** The first one's value wins; the other's fills what is empty, or is kept as a note. */
export function firstWins(
  field: string,
  label: string,
  first: string | null,
  other: string | null,
): Merged<string | null> {
  if (other === null) return { set: first, fields: [], notes: [] };
  const told = (becomes: Becomes) => [{ field, kept: first ?? other, other, becomes }];
  if (first === null) return { set: other, fields: told('filled'), notes: [] };
  if (isSame(first, other)) return { set: first, fields: told('same'), notes: [] };
  return { set: first, fields: told('note'), notes: [noteOf(label, other)] };
}
