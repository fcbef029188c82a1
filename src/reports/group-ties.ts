import { type GroupRecord, isIn, nameIn, type Window } from '../domain/groups/group-record.ts';

/** Who of a group introduced whom: the ties that its people have, and have shared. */
export interface Ties {
  readonly introductions: readonly { readonly by: string; readonly introduced: readonly string[] }[];
  readonly introduced: number;
  /** How many of them are not of the group: ties beyond it. */
  readonly beyond: number;
}

/** The introductions of some days; where it is not known when somebody was met, they count for none. */
export function tiesOf(record: GroupRecord, window: Window): Ties {
  const made = record.introduced.filter(({ metOn }) => isIn(metOn, window));
  const members = new Set(record.people.map(({ contact }) => contact.id));
  const by = Map.groupBy(made, ({ viaId }) => nameIn(record, viaId ?? ''));
  return {
    introductions: [...by].map(([name, people]) => ({
      by: name,
      introduced: people.map((person) => person.name),
    })),
    introduced: made.length,
    beyond: made.filter(({ id }) => !members.has(id)).length,
  };
}
