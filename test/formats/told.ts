import type { ImportedPerson } from '../../src/domain/imported.ts';
import { points } from './fixtures.ts';

/** Everything of a person but what is empty, with points and tags as short texts. */
export function told(person: ImportedPerson): object {
  const { traits, ...rest } = person;
  return nonEmpty({ ...rest, points: points(person), tags: traits.map(({ text }) => text) });
}

/** A record without what is empty. */
export function nonEmpty(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
