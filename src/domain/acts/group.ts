import { type Change, insert, type Making, update } from '../change.ts';
import type { Contact } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import type { Aim, Gathering } from '../groups/gathering.ts';
import { plainGathering } from '../groups/gathering.ts';
import type { Group, GroupKind, Observation, ObservationKind } from '../groups/group.ts';
import { beganAnew } from '../groups/origin.ts';
import { eventOf } from '../groups/report.ts';
import { plain } from '../words/plain.ts';

/** What is said of a group. */
export type Described = Omit<Group, 'id' | 'createdAt' | 'deletedAt' | 'reviewedOn' | 'leftOn'>;

/** What is in the file already under a group's name: gatherings of no group, and whoever was met at them. */
export interface Loose {
  readonly gatherings: readonly Gathering[];
  readonly people: readonly Contact[];
}

/** A new group, and what becomes its own: see `adopt`. */
export function addGroup(
  described: Described,
  loose: Loose,
  { id, now }: Making,
): { readonly group: Group; readonly changes: readonly Change[] } {
  const group: Group = {
    id: id(),
    ...described,
    reviewedOn: null,
    leftOn: null,
    createdAt: now,
    deletedAt: null,
  };
  return { group, changes: [insert('network_group', group), ...adopt(group, loose)] };
}

/** Gatherings become a group's, and whoever was met there began in it where that was not said: see `beganAnew`. */
function adopt({ id, kind }: Group, { gatherings, people }: Loose): Change[] {
  return [
    ...gatherings.map((gathering) => update('gathering', gathering.id, { groupId: id })),
    ...originChanges(people, null, kind),
  ];
}

/** Another kind is another origin for whoever was met there; another name is one for its gatherings. */
export function editGroup(
  group: Group,
  set: Partial<Omit<Group, 'id'>>,
  own: Loose,
  loose: Loose,
): { readonly group: Group; readonly changes: readonly Change[] } {
  const edited = { ...group, ...set };
  const named = own.gatherings.filter(({ name }) => plain(name) === plain(group.name));
  return {
    group: edited,
    changes: [
      ...(Object.keys(set).length === 0 ? [] : [update('network_group', group.id, set)]),
      ...(edited.name === group.name
        ? []
        : named.map(({ id }) => update('gathering', id, { name: edited.name }))),
      ...originChanges(own.people, group.kind, edited.kind),
      ...adopt(edited, loose),
    ],
  };
}

function originChanges(people: readonly Contact[], from: GroupKind | null, to: GroupKind): Change[] {
  return people.flatMap((contact) => {
    const origin = beganAnew(contact, from, to);
    return origin === contact.origin ? [] : [update('contact', contact.id, { origin })];
  });
}

/** What was said of a gathering; null is what was not. */
export interface Attended {
  readonly minutes: number | null;
  readonly commute: number | null;
  readonly cost: number | null;
  readonly aim: Aim | null;
  readonly worth: boolean | null;
  readonly text: string | null;
}

/** A gathering of a group on a day: a new one, or what is known of it made complete. What was said before stays unless it is said anew. */
export function attend(
  known: Gathering | null,
  group: Group,
  heldOn: CalendarDate,
  { text, ...told }: Attended,
  { id }: Making,
): { readonly gathering: Gathering; readonly changes: readonly Change[] } {
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  if (known === null) {
    const gathering = { ...plainGathering(id(), group.name, heldOn), groupId: group.id, ...said, text };
    return { gathering, changes: [insert('gathering', gathering)] };
  }
  const whole = { ...known, groupId: group.id, ...said, text: joined(known.text, text) };
  const keys = Object.keys(whole) as (keyof Gathering)[];
  const set = Object.fromEntries(
    keys.filter((key) => whole[key] !== known[key]).map((key) => [key, whole[key]]),
  );
  return {
    gathering: whole,
    changes: Object.keys(set).length === 0 ? [] : [update('gathering', known.id, set)],
  };
}

function joined(before: string | null, said: string | null): string | null {
  if (before === null || said === null) return said ?? before;
  return before.includes(said) ? before : `${before}; ${said}`;
}

/** What was seen in a group on a day: one observation for each kind, with the same words; none that is among the known ones. */
export function observe(
  groupId: string,
  kinds: readonly ObservationKind[],
  notedOn: CalendarDate,
  text: string | null,
  known: readonly Observation[],
  { id, now }: Making,
): { readonly observations: readonly Observation[]; readonly changes: readonly Change[] } {
  const isKnown = (kind: ObservationKind) =>
    known.some((seen) => seen.kind === kind && eventOf(seen) === eventOf({ notedOn, text }));
  const fresh = kinds.filter((kind) => !isKnown(kind));
  const observations = fresh.map((kind) => ({
    id: id(),
    groupId,
    kind,
    notedOn,
    text,
    createdAt: now,
    deletedAt: null,
  }));
  return { observations, changes: observations.map((seen) => insert('observation', seen)) };
}
