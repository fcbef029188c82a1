import type { Circle } from './contact.ts';
import type { WarmthWeights } from './warmth.ts';

/** A span of days in each year that is busy: from and to as `MM-DD`, both included; it may cross New Year. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

/** Every number that decides what is chosen. The ranking is described in docs/ranking.md. */
export interface Settings {
  /** People a week, minutes a week, and new relationships growing at once. */
  readonly slots: number;
  readonly minutes: number;
  readonly growingSlots: number;
  /** Minutes a week for all groups together: what is beyond them makes the next plan smaller. */
  readonly groupMinutes: number;
  /** Intended days between touches. */
  readonly cadence: Readonly<Record<Circle | 'growing', number>>;
  readonly seasons: readonly Season[];
  /** About the user: what a move can draw on. */
  readonly city: string | null;
  readonly employer: string | null;
  readonly industry: string | null;
  readonly interests: readonly string[];
  /** The user's own e-mail addresses. */
  readonly me: readonly string[];
  readonly offers: readonly string[];
  readonly ranking: Ranking;
}

export interface Ranking {
  readonly weights: Readonly<
    Record<
      'promise' | 'thanks' | 'follow-up' | 'fading' | 'ask' | 'date' | 'tell' | 'thank-again' | 'dormant',
      number
    >
  >;
  /** How much fading counts by circle. */
  readonly fadingWeight: Readonly<Record<Circle | 'growing', number>>;
  readonly warmth: WarmthWeights;
  /** A plan's length, and the days a growing relationship is given. */
  readonly planDays: number;
  readonly growingAskAfter: number;
  readonly growingAskEvery: number;
  readonly growingEndsAfter: number;
  /** Dormant: a gap beyond this and beyond three cadences. Helpers' cadence is at most this. */
  readonly dormantAfter: number;
  /** A gap without any command from which a pause is offered. */
  readonly pauseOfferAfter: number;
  readonly moveMinutes: Readonly<Record<'message' | 'call' | 'coffee', number>>;
  /** Lines that a run may append beyond the slots. */
  readonly appendsBeyond: number;
}

export const DEFAULTS: Settings = {
  slots: 5,
  minutes: 150,
  growingSlots: 2,
  groupMinutes: 240,
  cadence: { inner: 14, close: 30, active: 90, wide: 180, growing: 14 },
  seasons: [],
  city: null,
  employer: null,
  industry: null,
  interests: [],
  me: [],
  offers: [],
  ranking: {
    weights: {
      promise: 12,
      thanks: 9,
      'follow-up': 8,
      fading: 6,
      ask: 5,
      date: 4,
      tell: 3,
      'thank-again': 3,
      dormant: 0,
    },
    fadingWeight: { inner: 1, close: 0.9, active: 0.75, wide: 0.6, growing: 1 },
    warmth: { base: 0.3, frequency: 0.75, recency: 0.67 },
    planDays: 7,
    growingAskAfter: 60,
    growingAskEvery: 30,
    growingEndsAfter: 90,
    dormantAfter: 180,
    pauseOfferAfter: 21,
    moveMinutes: { message: 10, call: 25, coffee: 60 },
    appendsBeyond: 2,
  },
};

/** K: how many people a week's plan lists. At least 2. */
export function capacity(settings: Settings): number {
  return Math.max(2, Math.min(settings.slots, peopleWithin(settings)));
}

/**
 * K′ = max(2, K − ⌈minutes over / 30⌉): how many people a week's plan lists after a week with `groupMinutes` spent in groups. What was
 * beyond their budget is taken from the people.
 */
export function capacityBeside(groupMinutes: number, settings: Settings): number {
  const over = Math.max(0, groupMinutes - settings.groupMinutes);
  return Math.max(2, capacity(settings) - Math.ceil(over / 30));
}

/** How many people the minutes of a week can carry when each is sent a message. */
export function peopleWithin(settings: Settings): number {
  return Math.floor(settings.minutes / settings.ranking.moveMinutes.message);
}
