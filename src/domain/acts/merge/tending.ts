import { CIRCLES, type Circle, type Contact } from '../../contact.ts';
import { latest } from '../../days/day.ts';
import { intendedCadence } from '../../person.ts';
import type { Settings } from '../../settings.ts';
import { type Merged, type MergedField, noteOf } from './field.ts';

const TENDING = [
  'stage',
  'grownOn',
  'keptOn',
  'movedOn',
  'movedTo',
  'restedOn',
  'circle',
  'everyDays',
  'snoozedUntil',
] as const;

type Tending = Pick<Contact, (typeof TENDING)[number]>;

/** The closest first. */
const STAGES = ['kept', 'growing', 'stack', 'moved on'] as const;

/**
 * How two people who are one are tended: as the closer one is, with all that belongs to it. Where both are at the same stage the closer
 * circle and the shorter cadence win, and the later days. At whatever stage the later snooze wins: nobody comes back before that.
 */
export function mergedTending(first: Contact, other: Contact, settings: Settings): Merged<Tending> {
  const tended =
    first.stage === other.stage
      ? atOneStage(first, other, settings)
      : tendingOf(STAGES.indexOf(first.stage) < STAGES.indexOf(other.stage) ? first : other);
  const set = { ...tended, snoozedUntil: latest(first.snoozedUntil, other.snoozedUntil) };
  // Of two circles or cadences that are in force one wins, and nothing is lost.
  const isKept = first.stage === 'kept' && other.stage === 'kept';
  const lost = [first, other].flatMap((contact) => [
    ...(isKept ? [] : left('Circle', contact.circle, set.circle)),
    ...(isKept ? [] : left('Every', days(contact.everyDays), days(set.everyDays))),
    ...left('Moved on to', contact.movedTo, set.movedTo),
  ]);
  return { set, fields: told(first, other, set), notes: [...new Set(lost)] };
}

function tendingOf(contact: Contact): Tending {
  return Object.fromEntries(TENDING.map((field) => [field, contact[field]])) as unknown as Tending;
}

function atOneStage(first: Contact, other: Contact, settings: Settings): Omit<Tending, 'snoozedUntil'> {
  const isKept = first.stage === 'kept';
  const circle = isKept ? closer(first.circle, other.circle) : (first.circle ?? other.circle);
  return {
    stage: first.stage,
    grownOn: latest(first.grownOn, other.grownOn),
    keptOn: latest(first.keptOn, other.keptOn),
    movedOn: latest(first.movedOn, other.movedOn),
    movedTo: first.movedTo ?? other.movedTo,
    restedOn: latest(first.restedOn, other.restedOn),
    circle,
    everyDays: isKept
      ? shorter(first, other, { ...first, circle }, settings)
      : (first.everyDays ?? other.everyDays),
  };
}

function closer(a: Circle | null, b: Circle | null): Circle | null {
  return CIRCLES.find((circle) => circle === a || circle === b) ?? null;
}

/** The cadence of their own with which they are in touch as often as the one who was more often so far; null where the circle says it. */
function shorter(first: Contact, other: Contact, merged: Contact, settings: Settings): number | null {
  const wanted = Math.min(intendedCadence(first, settings), intendedCadence(other, settings));
  const own = [first, other].some(({ everyDays }) => everyDays === wanted);
  return !own && intendedCadence({ ...merged, everyDays: null }, settings) === wanted ? null : wanted;
}

function days(every: number | null): string | null {
  return every === null ? null : every === 1 ? '1 day' : `${every} days`;
}

function left(label: string, value: string | null, kept: string | null): string[] {
  return value === null || value === kept ? [] : [noteOf(label, value)];
}

function told(first: Contact, other: Contact, set: Tending): MergedField[] {
  const field = (name: string, a: string | null, b: string | null, kept: string | null): MergedField[] => {
    if (b === null) return [];
    if (b === a) return [{ field: name, kept, other: b, becomes: 'same' }];
    const won = b === kept;
    const rules =
      name === 'stage' ||
      name === 'snoozedUntil' ||
      (name !== 'movedTo' && first.stage === 'kept' && other.stage === 'kept');
    const becomes = !won ? (rules ? 'dropped' : 'note') : a === null ? 'filled' : 'won';
    return [{ field: name, kept, other: b, becomes }];
  };
  return [
    ...field('stage', first.stage, other.stage, set.stage),
    ...field('circle', first.circle, other.circle, set.circle),
    ...field('every', days(first.everyDays), days(other.everyDays), days(set.everyDays)),
    ...field('snoozedUntil', first.snoozedUntil, other.snoozedUntil, set.snoozedUntil),
    ...field('movedTo', first.movedTo, other.movedTo, set.movedTo),
  ];
}
