import type { ImportedPerson } from '../../domain/imported.ts';
import { unique } from '../people.ts';
import { readCard } from './card.ts';
import type { Card } from './cards.ts';

/** What the cards of a file say of each other. */
export interface Links {
  /** The names of the groups that somebody is in, by the id of their card. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Names by the ids of the cards. */
  readonly names: ReadonlyMap<string, string>;
}

const POINTER = /^([^:\n]{1,60}): urn:uuid:(\S{1,200})$/i;

/** Whether some text of a file may be a group, or point at another card. */
export function pointsElsewhere(text: string): boolean {
  return /kind\b[^:\r\n]{0,200}:[ \t]*group/i.test(text) || /^(?!uid\b)[^\r\n]{0,200}urn:uuid:/im.test(text);
}

/** What some cards say of each other. */
export function linksAmong(cards: Iterable<Card>): Links {
  const groups = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const card of cards) {
    const { person, group } = readCard(card);
    if (person !== null && !names.has(person.key)) names.set(person.key, person.name);
    for (const member of group?.members ?? []) {
      if (group?.name == null) continue;
      const known = groups.get(member);
      if (known === undefined) groups.set(member, [group.name]);
      else known.push(group.name);
    }
  }
  return { groups, names };
}

/** A group becomes a tag of its members, and an id in a note the name of whom it means. `key` is what the card itself says. */
export function linked(person: ImportedPerson, key: string, { groups, names }: Links): ImportedPerson {
  const tags = person.traits.filter(({ kind }) => kind === 'tag').map(({ text }) => text);
  const all = unique([...tags, ...(groups.get(key) ?? [])]);
  return {
    ...person,
    traits: [
      ...all.map((text) => ({ kind: 'tag' as const, text })),
      ...person.traits.filter(({ kind }) => kind !== 'tag'),
    ],
    notes: person.notes.map((note) => {
      const [, label, id] = POINTER.exec(note) ?? [];
      const name = id === undefined ? undefined : names.get(id);
      return name === undefined ? note : `${label}: ${name}`;
    }),
  };
}
