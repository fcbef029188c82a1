import { joined } from '../json/parts.ts';
import { textAt, type Value } from '../json/value.ts';
import { propertiesOf, spaced } from './account.ts';
import type { Head } from './head.ts';
import { sayDate } from './special-date.ts';

/** What the relationships of an account say. */
export interface Relations {
  /** On each person, by the ids of the contacts. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** The relatives who are named in nobody's notes: those of the user, mostly. */
  readonly others: ReadonlySet<Head>;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['bestfriend', 'best friend'],
  ['inlovewith', 'in love with'],
  ['lovedby', 'loved by'],
  ['stepparent', 'step-parent'],
  ['stepchild', 'step-child'],
]);

/**
 * Relationships as notes. Monica writes "John has an uncle Peter" with John as `contact_is` and Peter as `of_contact`, and mostly the
 * other way round in a record of its own; where that is missing for a relative who is no person here, the one record is read both ways.
 */
export function relationsOf(records: readonly Value[], heads: readonly Head[]): Relations {
  const known = byId(heads);
  const read = records.flatMap((record) => {
    const relation = propertiesOf(record);
    const type = textAt(relation, 'type');
    const one = known.get(textAt(relation, 'contact_is') ?? '');
    const other = known.get(textAt(relation, 'of_contact') ?? '');
    return type === null || one === undefined || other === undefined
      ? []
      : [{ type: wordOf(type), one, other }];
  });
  const pairs = new Set(read.map(({ one, other }) => `${one.id} ${other.id}`));
  const notes = new Map<string, string[]>();
  const placed = new Set<Head>();
  const add = (on: Head, about: Head, label: string) => {
    const said = notes.get(on.id ?? '') ?? [];
    notes.set(on.id ?? '', said);
    said.push(`${label}: ${sayRelative(about)}`);
    if (on.kind === 'real') placed.add(about);
  };
  for (const { type, one, other } of read) {
    add(one, other, capitalized(type));
    if (one.kind === 'partial' && !pairs.has(`${other.id} ${one.id}`))
      add(other, one, `${capitalized(type)} of`);
  }
  return { notes, others: new Set(heads.filter((head) => head.kind === 'partial' && !placed.has(head))) };
}

/** Contacts by their ids; of two with the same, the first. */
export function byId(heads: readonly Head[]): ReadonlyMap<string, Head> {
  return new Map(heads.toReversed().flatMap((head) => (head.id === null ? [] : [[head.id, head]])));
}

/** A name, and of somebody who is no person here all that is known besides. */
function sayRelative({ kind, name, birthdate, died, isDead, points }: Head): string {
  if (kind !== 'partial') return name ?? 'somebody without a name';
  const born = birthdate === null ? null : `born ${sayDate(birthdate)}`;
  const gone = died === null ? (isDead ? 'died' : null) : `died ${sayDate(died)}`;
  const more = joined([born, gone, ...points.map(({ value }) => value)], ', ');
  return more === null ? (name ?? '') : `${name} (${more})`;
}

function wordOf(type: string): string {
  return WORDS.get(type) ?? spaced(type);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
