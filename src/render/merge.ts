import type { Becomes, MergedField } from '../domain/acts/merge/field.ts';
import type { Moved } from '../domain/acts/merge/lists.ts';
import type { Union } from '../domain/acts/merge.ts';
import type { Contact } from '../domain/contact.ts';
import { faint, line, type Piece, strong, type Text, table } from './text.ts';
import { quoted } from './words.ts';

/** Two people who are, or are to be, made one. */
export interface Merging {
  readonly first: Contact;
  readonly other: Contact;
  readonly union: Union;
  /** Whether one of them held a growing slot that is free then. */
  readonly freed: boolean;
}

const WORDS: Readonly<Record<string, string>> = {
  askAbout: 'ask about',
  org: 'employer',
  movedTo: 'moved on to',
  snoozedUntil: 'snoozed until',
  noScore: 'give and take',
  last: 'last in touch',
};

const WON: Readonly<Record<string, string>> = {
  stage: 'the closer one wins',
  circle: 'the closer one wins',
  every: 'the more often wins',
  snoozedUntil: 'the later one wins',
  met: 'the earlier one wins',
  last: 'the later one wins',
};

/** Longer values end in "…". */
const LONGEST = 60;

/** What stays, and what becomes of the rest: a row for each field in which the two differ, and for what comes over. */
export function unionText({ first, other, union, freed }: Merging): Text {
  const rows = union.fields
    .filter(({ becomes }) => becomes !== 'same')
    .map((field) => fieldRow(field, other));
  const notes = union.notes.map((note): Piece[] => [faint('note'), brief(note)]);
  return [
    table(
      [...rows, ...notes, ...overRows(union)].length === 0
        ? [[faint('nothing'), `${other.name} has nothing that ${first.name} has not`]]
        : [...rows, ...notes, ...overRows(union)],
    ),
    ...(freed ? [line('That frees a growing slot.')] : []),
  ];
}

/** "Ana Silva (a00d)". */
export function whoText({ name, short }: Pick<Contact, 'name' | 'short'>): Piece[] {
  return [strong(name), ` (${short})`];
}

function fieldRow({ field, kept, other: value, becomes }: MergedField, other: Contact): Piece[] {
  const stays = field === 'noScore' ? 'no longer counts' : (kept ?? '-');
  const isPart = becomes === 'filled' && field !== 'noScore' && value !== kept;
  const comment = isPart
    ? `(${brief(value ?? '')} from ${other.short})`
    : said(field, brief(value ?? ''), becomes, other);
  return [faint(WORDS[field] ?? field), `${brief(stays)}  ${comment}`];
}

function said(field: string, value: string, becomes: Becomes, other: Contact): string {
  switch (becomes) {
    case 'filled':
      return `(from ${other.short})`;
    case 'won':
      return `(${WON[field] ?? `from ${other.short}`})`;
    case 'nickname':
      return `(${quoted(value)} becomes the nickname)`;
    case 'note':
      return `(${quoted(value)} is kept as a note)`;
    case 'dropped':
      return `(not ${value})`;
    case 'same':
      return '';
  }
}

function overRows({ points, traits, noted, talks, exchanges, recommendations }: Union): Piece[][] {
  const row = (label: string, { moved, doubles }: Moved, double = 'there already'): Piece[][] =>
    moved + doubles === 0
      ? []
      : [
          [
            faint(label),
            `${moved} ${moved === 1 ? 'comes' : 'come'} over${doubles === 0 ? '' : `, ${doubles} ${double}`}`,
          ],
        ];
  return [
    ...row('reach', points),
    ...row('traits', traits),
    ...row('notes', noted),
    ...row('talks', talks, 'with both'),
    ...row('given, asked', { moved: exchanges, doubles: 0 }),
    ...row('recommended', { moved: recommendations, doubles: 0 }),
  ];
}

function brief(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`;
}

/** The same for other programs. */
export function unionJson({ union }: Merging): Readonly<Record<string, unknown>> {
  const { fields, notes, points, traits, noted, talks, exchanges, recommendations } = union;
  return {
    fields: fields.map(({ field, kept, other, becomes }) => ({
      field,
      // What the other fills whole was nothing of the first one's.
      kept: becomes === 'filled' && kept === other ? null : kept,
      other,
      becomes,
    })),
    notes,
    moved: {
      points: points.moved,
      traits: traits.moved,
      notes: noted.moved,
      talks: talks.moved,
      exchanges,
      recommendations,
    },
  };
}
