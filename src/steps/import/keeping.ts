import { keepContact } from '../../domain/acts/stage.ts';
import type { Change, Making } from '../../domain/change.ts';
import { addDays } from '../../domain/days/day.ts';
import type { Person, Situation } from '../../domain/person.ts';
import type { Context } from '../../host/context.ts';
import { crowdedCircle } from '../../reports/crowded.ts';
import type { Kept } from '../../reports/imported.ts';
import { weeklyLoad } from '../../reports/load.ts';
import type { Db } from '../../store/db.ts';
import { deriveContacts } from '../../store/derive.ts';
import { readPeople, readStage } from '../../store/people.ts';
import { talksSince } from '../../store/touches.ts';
import { situationOf } from '../file.ts';

/** So many talks within a year are a relationship that exists. */
const ENOUGH_TALKS = 3;
const YEAR = 365;

/**
 * Keeps those of some contacts whose record brings a cadence, and those of some others with at least three talks within the last year, up
 * to what `net keep` would warn of; the others stay in the stack. Whoever was let rest stays so.
 */
export function keepBroughtIn(
  db: Db,
  context: Context,
  making: Making,
  brought: { readonly withCadence: readonly string[]; readonly withTalks: readonly string[] },
  apply: (changes: readonly Change[]) => void,
): Kept {
  const ids = [...new Set([...brought.withCadence, ...brought.withTalks])];
  if (ids.length === 0) return { kept: [], noRoom: [] };
  deriveContacts(db, ids);
  const talks = talksSince(db, brought.withTalks, addDays(making.today, -YEAR));
  const cadenced = new Set(brought.withCadence);
  const waiting = readPeople(db, ids).filter(
    ({ contact }) =>
      contact.stage === 'stack' &&
      contact.restedOn === null &&
      (cadenced.has(contact.id) || (talks.get(contact.id) ?? 0) >= ENOUGH_TALKS),
  );
  const order = (person: Person) =>
    cadenced.has(person.contact.id) ? Number.POSITIVE_INFINITY : (talks.get(person.contact.id) ?? 0);
  waiting.sort((a, b) => compare(order(b), order(a)) || (a.contact.id < b.contact.id ? -1 : 1));
  const situation = situationOf(db, context);
  const hasRoomFor = roomOf(readStage(db, 'growing', 'kept'), situation);
  const kept: Person[] = [];
  const noRoom: Person[] = [];
  for (const person of waiting) (hasRoomFor(asKept(person, making)) ? kept : noRoom).push(person);
  apply(kept.map(({ contact }) => keepContact(contact, NOTHING_SAID, making)));
  const who = ({ contact: { id, short, name } }: Person) => ({ id, short, name });
  return { kept: kept.map(who), noRoom: noRoom.map(who) };
}

/** Tells of one person after the other whether a week and their circle have room for them, and counts those for whom there was. */
function roomOf(tended: readonly Person[], situation: Situation): (person: Person) => boolean {
  const { perWeek, capacity, circles } = weeklyLoad(tended, situation);
  const sizes = new Map(circles.map(({ circle, people }) => [circle, people]));
  let load = perWeek;
  return (person) => {
    const [own] = weeklyLoad([person], situation).circles;
    if (own === undefined || load + own.perWeek > capacity) return false;
    const grown = new Map(sizes).set(own.circle, (sizes.get(own.circle) ?? 0) + 1);
    if (crowdedCircle(grown) !== null) return false;
    load += own.perWeek;
    sizes.set(own.circle, grown.get(own.circle) ?? 0);
    return true;
  };
}

const NOTHING_SAID = { circle: null, everyDays: null, lastOn: null };

function asKept(person: Person, { today }: Making): Person {
  const { contact } = person;
  return {
    ...person,
    contact: { ...contact, stage: 'kept', keptOn: today, circle: contact.circle ?? 'active' },
  };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
