import type { Contact } from '../contact.ts';
import { addDays, type CalendarDate } from '../days/day.ts';
import type { Exchange } from '../exchange.ts';
import type { Interaction } from '../interaction.ts';
import type { Person } from '../person.ts';
import type { Gathering } from './gathering.ts';
import type { Group, Observation } from './group.ts';

/** An interaction with the contacts who took part in it. */
export interface Meeting extends Interaction {
  readonly with: readonly string[];
}

/** All that is in the file about one group: what its signs and its review are read from. */
export interface GroupRecord {
  readonly group: Group;
  /** Oldest first, as all lists here. */
  readonly gatherings: readonly Gathering[];
  readonly observations: readonly Observation[];
  /** Whoever was met at one of its gatherings, or was there with me. */
  readonly people: readonly Person[];
  /** What went between these people and me, and when we were in touch; `with` names only them. Of that, what is the group's: see ownPart. */
  readonly exchanges: readonly Exchange[];
  readonly meetings: readonly Meeting[];
  /** Whom these people introduced to me. */
  readonly introduced: readonly Contact[];
}

/** Some days, both included. */
export interface Window {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The last so many days, today included. */
export function lastDays(days: number, today: CalendarDate): Window {
  return { from: addDays(today, 1 - days), to: today };
}

export function isIn(date: CalendarDate | null, { from, to }: Window): boolean {
  return date !== null && date >= from && date <= to;
}

/** The name of somebody of a group; empty for others. */
export function nameIn({ people }: GroupRecord, contactId: string): string {
  return people.find(({ contact }) => contact.id === contactId)?.contact.name ?? '';
}
