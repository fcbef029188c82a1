import type { ImportedPerson } from '../../domain/imported.ts';
import { unique } from '../people.ts';
import type { Group } from './card.ts';

const POINTER = /^([^:\n]{1,60}): urn:uuid:(\S{1,200})$/i;

/** What cards say of each other: a group becomes a tag of its members, and an id in a note the name of whom it means. */
export function linked(
  people: readonly ImportedPerson[],
  groups: readonly Group[],
): readonly ImportedPerson[] {
  const names = new Map(people.map(({ key, name }) => [key, name]));
  const tags = new Map<string, string[]>();
  for (const { name, members } of groups) {
    if (name === null) continue;
    for (const member of members) {
      const known = tags.get(member);
      if (known === undefined) tags.set(member, [name]);
      else known.push(name);
    }
  }
  return people.map((person) => ({
    ...person,
    tags: unique([...person.tags, ...(tags.get(person.key) ?? [])]),
    notes: person.notes.map((note) => {
      const [, label, id] = POINTER.exec(note) ?? [];
      const name = id === undefined ? undefined : names.get(id);
      return name === undefined ? note : `${label}: ${name}`;
    }),
  }));
}
