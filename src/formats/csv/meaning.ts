import { plain } from '../../domain/words/plain.ts';

/** The parts of an address, in the order in which a card has them. */
export const ADDRESS_PARTS = ['box', 'extended', 'street', 'city', 'region', 'code', 'country'] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number] | 'formatted';

/** What a column of a table tells of somebody. */
export type Told =
  | 'name'
  | 'first'
  | 'middle'
  | 'last'
  | 'prefix'
  | 'suffix'
  | 'nickname'
  | 'phonetic'
  /** A name as a program sorts or shows it, which seldom says more than the name. */
  | 'alias'
  | 'initials'
  | 'org'
  | 'department'
  | 'role'
  | 'city'
  | 'birthday'
  | 'birth year'
  | 'birth month'
  | 'birth day'
  | 'email'
  | 'phone'
  | 'url'
  | 'tag'
  | 'interest'
  | 'need'
  | 'offer'
  | 'note'
  | 'met'
  | 'touch'
  | 'every'
  | 'circle'
  | 'id'
  | 'address'
  /** What another column is for: "home", "work". */
  | 'label'
  /** Whatever has no field: a note "Label: value". */
  | 'extra'
  /** A day that has no field. */
  | 'date'
  | 'photo'
  /** What only a program reads. */
  | 'skip';

export interface Meaning {
  readonly told: Told;
  /** Columns with the same one belong together, as a value and its label, or the parts of an address. */
  readonly slot?: string;
  readonly part?: AddressPart;
  /** What a value is for where no column says it. */
  readonly label?: string;
  /** A value that says nothing. */
  readonly nothing?: RegExp;
}

/** A column with what it tells. Two of them may be of the same index. */
export interface Column extends Meaning {
  readonly index: number;
  /** What the table calls it, or "Column 3". */
  readonly title: string;
}

/** The columns of a header. What has no meaning becomes a note under its own title. */
export function columnsWith(
  headers: readonly string[],
  meaningOf: (header: string, index: number) => Meaning | null,
): readonly Column[] {
  return headers.map((header, index) => ({
    index,
    title: header === '' ? `Column ${index + 1}` : header,
    ...(meaningOf(header, index) ?? { told: 'extra' as const }),
  }));
}

/** The name of a column for comparing: without case, accents, signs and hyphens. */
export function bare(header: string): string {
  return plain(header)
    .replace(/\be-(?=mails?\b)/g, 'e')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
