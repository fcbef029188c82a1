import type { Origin } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { plain } from '../words/plain.ts';

export const GROUP_KINDS = ['networking', 'community', 'volunteering', 'online', 'work'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Where a relationship began that began at a group's gathering. */
export function originOf(kind: GroupKind): Origin {
  return kind === 'volunteering' || kind === 'online' || kind === 'work' ? kind : 'group';
}

/** How often a fee is paid. */
export const FEE_PERIODS = ['month', 'quarter', 'year', 'once'] as const;
export type FeePeriod = (typeof FEE_PERIODS)[number];

/** How many months a fee is for. What is paid once is looked at by the year. */
export const PERIOD_MONTHS: Readonly<Record<FeePeriod, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  once: 12,
};

/** A group of people that one goes to: a meetup, a choir, a forum, a club with a fee. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly joinedOn: CalendarDate;
  /** In hundredths of the currency, which is a sign or a code as it was typed, or null. */
  readonly fee: number | null;
  readonly feePer: FeePeriod | null;
  readonly currency: string | null;
  /** The first known day of renewal; the next ones follow by the fee's period, else by the year. */
  readonly renewsOn: CalendarDate | null;
  readonly trialUntil: CalendarDate | null;
  /** Why it was joined. */
  readonly why: string | null;
  /** When it was last decided to stay. */
  readonly reviewedOn: CalendarDate | null;
  readonly leftOn: CalendarDate | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}

/** The group of exactly this name, or null. */
export function groupCalled(text: string, groups: readonly Group[]): Group | null {
  const called = groups.filter(({ name }) => plain(name) === plain(text));
  return called.find(({ leftOn }) => leftOn === null) ?? called[0] ?? null;
}

/** What may be seen in a group that is not worth its time. */
export const OBSERVATION_KINDS = [
  'pitch',
  'recruit',
  'asked-to-recruit',
  'ambush',
  'bad-mouths',
  'milked',
] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

/** Something that was seen in a group, on a day. */
export interface Observation {
  readonly id: string;
  readonly groupId: string;
  readonly kind: ObservationKind;
  readonly notedOn: CalendarDate;
  readonly text: string | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}
