import type { Contact } from '../domain/contact.ts';
import type { Group } from '../domain/groups/group.ts';
import { plain } from '../domain/words/plain.ts';

/** How many are outside of something, of how many of whom that is known. */
export interface Outside {
  readonly outside: number;
  readonly of: number;
}

/** How far a network reaches. Each part is null where it is not set, or known of fewer than five. */
export interface Diversity {
  /** Of those whose employer is known, how many have another one than I. */
  readonly employer: Outside | null;
  /** Of those who carry any tag, how many do not carry that of my own field; null as long as nobody does. */
  readonly industry: Outside | null;
  /** How many are not in the group that holds most of them. */
  readonly group: (Outside & { readonly name: string }) | null;
}

/** Below so many people a share says nothing. */
export const DIVERSE_FROM = 5;

/** Who carries any tag, and who that of my own field, by id. */
export interface Tagged {
  readonly any: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

/** Diversity of the people of a network. */
export function diversityOf(
  network: readonly Contact[],
  own: { readonly employer: string | null; readonly industry: string | null },
  tagged: Tagged,
  groups: readonly Group[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
): Diversity {
  const { employer, industry } = own;
  const employed = network.filter(({ org }) => org !== null);
  const largest = groups
    .map((group) => ({ group, size: network.filter(({ id }) => members.get(group.id)?.has(id)).length }))
    .reduce<{ group: Group; size: number } | null>(
      (most, each) => (each.size > (most?.size ?? 0) ? each : most),
      null,
    );
  return {
    employer: employer === null ? null : said(employed, ({ org }) => plain(org ?? '') !== plain(employer)),
    industry:
      industry === null || tagged.own.size === 0
        ? null
        : said(
            network.filter(({ id }) => tagged.any.has(id)),
            ({ id }) => !tagged.own.has(id),
          ),
    group: groupPart(network, largest),
  };
}

function groupPart(
  network: readonly Contact[],
  largest: { readonly group: Group; readonly size: number } | null,
): Diversity['group'] {
  if (largest === null || network.length < DIVERSE_FROM) return null;
  return { name: largest.group.name, outside: network.length - largest.size, of: network.length };
}

function said(people: readonly Contact[], isOutside: (contact: Contact) => boolean): Outside | null {
  if (people.length < DIVERSE_FROM) return null;
  return { outside: people.filter(isOutside).length, of: people.length };
}
