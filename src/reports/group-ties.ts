import { type GroupRecord, nameIn } from '../domain/groups/group-record.ts';

/** Who of a group introduced whom: the ties that its people have, and have shared. At any time. */
export interface Ties {
  readonly introductions: readonly { readonly by: string; readonly introduced: readonly string[] }[];
  readonly introduced: number;
  /** How many of them are not of the group: ties beyond it. */
  readonly beyond: number;
}

export function tiesOf(record: GroupRecord): Ties {
  const members = new Set(record.people.map(({ contact }) => contact.id));
  const by = Map.groupBy(record.introduced, ({ viaId }) => nameIn(record, viaId ?? ''));
  return {
    introductions: [...by].map(([name, people]) => ({
      by: name,
      introduced: people.map((person) => person.name),
    })),
    introduced: record.introduced.length,
    beyond: record.introduced.filter(({ id }) => !members.has(id)).length,
  };
}
