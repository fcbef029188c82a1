import type { CalendarDate } from '../days/day.ts';
import { elapsed } from '../days/pause.ts';
import { clamp01, giverFactor } from '../giver.ts';
import { cadence, gap, type Person, touched } from '../person.ts';
import { type WarmthWeights, warmth, warmthBand } from '../warmth.ts';
import type { Facts, View } from './term.ts';

/** Due when the gap will have reached the cadence by the plan's last day; more with the gap, less with warmth. */
export function fading(person: Person, view: View): Facts[] {
  const { settings, pauses } = view;
  const last = touched(person, settings);
  const now = gap(person, view);
  if (last === null || now === null) return [];
  const { contact, summary } = person;
  const aim = cadence(person, settings);
  const { fadingWeight, warmth: weights } = settings.ranking;
  const facts = {
    gap: now,
    gapAtLast: elapsed(last.lastOn, view.last, pauses),
    cadence: aim,
    days: last.days,
    factor: giverFactor(summary, contact.noScore),
  };
  const circle = contact.stage === 'growing' ? 'growing' : (contact.circle ?? 'active');
  const value = fadingValue(facts, fadingWeight[circle], weights);
  if (value === null) return [];
  const band = warmthBand(warmth(last.days, now, weights));
  return [{ kind: 'fading', days: last.days, gap: now, cadence: aim, band, logged: last.logged, value }];
}

/** What fading depends on: the gap, now and on the plan's last day, the cadence, the days with a touch and the giver factor. */
interface FadingFacts {
  readonly gap: number;
  readonly gapAtLast: number;
  readonly cadence: number;
  readonly days: number;
  readonly factor: number;
}

/** How much somebody fades; null where they do not. */
export function fadingValue(
  { gap: now, gapAtLast, cadence: aim, days, factor }: FadingFacts,
  weight: number,
  weights: WarmthWeights,
): number | null {
  if (gapAtLast < aim || isLeftAlone(now, aim)) return null;
  const lateness = clamp01((gapAtLast / aim - 0.8) / 1.2);
  return weight * lateness * (0.5 + 0.5 * (1 - warmth(days, now, weights))) * factor;
}

/**
 * Whether a last touch before a plan leaves somebody fading in it, or dormant. As of the plan's first and last day, so that it is the
 * same on all days between.
 */
export function fadesUnder(
  lastOn: CalendarDate,
  person: Person,
  { settings, pauses, first, last }: View,
): boolean {
  const aim = cadence(person, settings);
  return elapsed(lastOn, last, pauses) >= aim && !isLeftAlone(elapsed(lastOn, first, pauses), aim);
}

/** Whether a touch is too fresh for another one to be suggested. */
export function isLeftAlone(gapNow: number, aim: number): boolean {
  return gapNow < Math.min(7, aim / 3);
}
