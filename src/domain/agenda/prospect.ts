import type { Circle } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { giverFactor } from '../giver.ts';
import { cadence, dormantBeyond, isGiver, type Person } from '../person.ts';
import type { Settings } from '../settings.ts';

/**
 * Somebody kept about whom nothing stands open: the one reason to list them is that they fade, or that they are dormant. Of thousands of
 * them a plan lists a few: these facts tell which, so that nothing else has to be read of the others.
 */
export interface Prospect {
  readonly circle: Circle;
  readonly keptOn: CalendarDate;
  readonly cadence: number;
  /** Dormant beyond this gap; null where they never are. */
  readonly dormantBeyond: number | null;
  readonly factor: number;
}

/** What is known of one whom only the gap since the last touch brings onto the list, birthdays aside; null for everybody else. */
export function prospectOf(person: Person, settings: Settings): Prospect | null {
  const { contact, summary, open } = person;
  if (contact.deletedAt !== null || contact.stage !== 'kept' || contact.keptOn === null) return null;
  if (open.length > 0 || contact.snoozedUntil !== null || contact.jobChangedOn !== null) return null;
  if (summary.unanswered >= 2 || (isGiver(person) && contact.toldOn === null)) return null;
  return {
    circle: contact.circle ?? 'active',
    keptOn: contact.keptOn,
    cadence: cadence(person, settings),
    dormantBeyond: dormantBeyond(person, settings),
    factor: giverFactor(summary, contact.noScore),
  };
}
