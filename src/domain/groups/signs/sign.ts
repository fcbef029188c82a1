import type { CalendarDate } from '../../days/day.ts';
import type { Settings } from '../../settings.ts';
import type { Gathering } from '../gathering.ts';
import type { ObservationKind } from '../group.ts';

/** The five signs of a group that is not worth its time. */
const SIGN_KINDS = ['one-way', 'recruiting', 'ambush', 'bad-mouthing', 'time'] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/** When each sign is raised, and the days that it looks back. One report raises nothing. */
export const THRESHOLDS = {
  /** So many gives or minutes, and nothing back. */
  oneWay: { days: 180, gives: 3, minutes: 600 },
  /** More pitches than touches, from so many pitches on; or as many within so many days of one gathering. */
  recruiting: { days: 90, pitches: 3, after: 14 },
  ambush: { days: 365, reports: 2 },
  badMouthing: { days: 365, reports: 2 },
  /** So many calendar weeks running over the weekly budget of all groups. */
  time: { days: 90, weeks: 2 },
} as const;

/** A figure of a sign (minutes, hundredths of the group's currency, else a number), beside the one from which it tells; null where it only stands beside another. */
export interface Measure {
  readonly what:
    | 'gives'
    | 'minutes'
    | 'money'
    | 'back'
    | 'pitches'
    | 'touches'
    | 'after one gathering'
    | 'reports'
    | 'weeks';
  readonly count: number;
  readonly from: number | null;
}

/** Something that a sign rests on. */
export interface Evidence {
  readonly on: CalendarDate;
  readonly what: 'gave' | 'received' | 'introduced' | 'gathering' | 'worth it' | 'week' | ObservationKind;
  /** Who it was, by name, where that is known. */
  readonly who: string | null;
  readonly text: string | null;
  /** Of a gathering, there and on the way; of a week, in all groups. */
  readonly minutes: number | null;
}

export interface Sign {
  readonly kind: SignKind;
  readonly raised: boolean;
  /** The days, up to today, that it looks at. */
  readonly days: number;
  readonly measures: readonly Measure[];
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
}

/** What the signs of a group depend on beside its own record. */
export interface Around {
  readonly today: CalendarDate;
  readonly settings: Settings;
  /** The gatherings of all groups. */
  readonly gatherings: readonly Gathering[];
}

/** Evidence in the order of its days. */
export function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export const NOTHING_ELSE = { who: null, text: null, minutes: null } as const;
