import { type Attended, attend, observe } from '../domain/acts/group.ts';
import { type Change, type Making, update } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group, Observation, ObservationKind } from '../domain/groups/group.ts';
import type { Money } from '../domain/groups/money.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { shellWords } from '../render/typed.ts';
import { interactionsWith } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { gatheringOn } from '../store/gatherings.ts';
import { observationsOf } from '../store/groups.ts';
import { readPeople } from '../store/people.ts';
import { type LoggedWith, logWith, type Understood } from './touch.ts';

/** What is told of a group on a day. */
export interface Visit {
  readonly group: Group;
  readonly on: CalendarDate;
  /** Null where only something was seen, and nobody was there. */
  readonly attended: Omit<Attended, 'cost'> | null;
  readonly cost: Money | null;
  readonly seen: readonly ObservationKind[];
  readonly text: string | null;
  /** Who was there with me, and how a talk there is logged. */
  readonly with: readonly string[];
  readonly talk: Understood['talk'];
}

/** What was written of a visit. */
export interface Visited {
  readonly changes: readonly Change[];
  readonly group: Group;
  readonly gathering: Gathering | null;
  /** Whether the gathering was there already. */
  readonly completed: boolean;
  readonly observations: readonly Observation[];
  readonly logged: LoggedWith | null;
  /** Those who were logged at that gathering before. */
  readonly known: readonly Person[];
}

/** Decides what to write of a visit. Inside a transaction. Throws `exists` where all of it is there already. */
export function visit(db: Db, context: Context, told: Visit, making: Making): Visited {
  const { group, on, attended, text, seen } = told;
  const noted = observe(group.id, seen, on, text, observationsOf(db, group.id), making);
  if (attended === null) {
    if (noted.observations.length === 0) throw seenAlready(told);
    return {
      changes: noted.changes,
      group,
      gathering: null,
      completed: false,
      observations: noted.observations,
      logged: null,
      known: [],
    };
  }
  const paid = currencyOf(group, told.cost);
  const before = gatheringOn(db, group.name, group, on);
  const held = attend(before, group, on, { ...attended, cost: told.cost?.hundredths ?? null }, making);
  const people = readPeople(db, told.with);
  const isThere = ({ contact }: Person) =>
    interactionsWith(db, contact.id).some(({ gatheringId }) => gatheringId === held.gathering.id);
  const known = before === null ? [] : people.filter(isThere);
  const others = people.filter((person) => !known.includes(person));
  const logged =
    others.length === 0
      ? null
      : logWith(db, context, others, { ...told.talk, gatheringId: held.gathering.id }, making);
  const changes = [...paid.changes, ...held.changes, ...noted.changes, ...(logged?.changes ?? [])];
  if (changes.length === 0)
    throw new NetError(
      'exists',
      `${group.name} on ${on} is logged already`,
      `to say more, or other than before: net group log ${shellWords(group.name)} --on ${on} --minutes 90`,
    );
  return {
    changes,
    group: paid.group,
    gathering: held.gathering,
    completed: before !== null,
    observations: noted.observations,
    logged,
    known,
  };
}

function seenAlready({ group, on, text, seen }: Visit): NetError {
  const what = text === null ? 'that' : `"${text}"`;
  const flags = seen.map((kind) => `--${kind}`).join(' ');
  return new NetError(
    'exists',
    `${what} is noted already of ${group.name}, ${on}`,
    `if there was another, say what it was: net group log ${shellWords(group.name)} "…" ${flags} --on ${on}`,
  );
}

/** A group has one currency: the first that is named. Throws `rejected` for another. */
function currencyOf(
  group: Group,
  cost: Money | null,
): { readonly group: Group; readonly changes: readonly Change[] } {
  const currency = cost?.currency ?? null;
  if (currency === null || currency === group.currency) return { group, changes: [] };
  if (group.currency !== null)
    throw new NetError(
      'rejected',
      `${group.name} is paid in ${group.currency}, not in ${currency}`,
      `give the cost in ${group.currency}`,
    );
  return { group: { ...group, currency }, changes: [update('network_group', group.id, { currency })] };
}
