import { type Change, insert, type Making, update } from '../change.ts';
import { type CalendarDate, latest } from '../days/day.ts';
import type { Outcome } from '../exchange.ts';
import type { Recommendation } from '../recommendation.ts';
import type { Told } from './log.ts';

/** Who has agreed to be introduced: who is recommended, and to whom. */
export interface Consent {
  readonly contact: boolean;
  readonly to: boolean;
}

/** A recommendation as it is now, the changes that make it so, and whether the two are introduced by them. */
export interface Recommended {
  readonly recommendation: Recommendation;
  readonly changes: readonly Change[];
  readonly introduced: boolean;
}

/** Somebody is to be recommended to somebody else: first both are asked. */
export function recommend(
  contactId: string,
  toId: string,
  text: string | null,
  agreed: Consent,
  on: CalendarDate,
  { id, now }: Making,
): Recommended {
  const made: Recommendation = {
    id: id(),
    contactId,
    toId,
    text,
    madeOn: on,
    contactAgreedOn: null,
    toAgreedOn: null,
    introducedOn: null,
    outcome: null,
    outcomeOn: null,
    createdAt: now,
    deletedAt: null,
  };
  const recommendation = { ...made, ...agreement(made, agreed, on) };
  return {
    recommendation,
    changes: [insert('recommendation', recommendation)],
    introduced: recommendation.introducedOn !== null,
  };
}

/** Consent and words that come later. A consent that was given stays. */
export function agree(
  before: Recommendation,
  text: string | null,
  agreed: Consent,
  on: CalendarDate,
): Recommended {
  const set = { ...agreement(before, agreed, on), text: text ?? before.text };
  const recommendation = { ...before, ...set };
  const isSame = (Object.keys(set) as (keyof typeof set)[]).every((field) => set[field] === before[field]);
  return {
    recommendation,
    changes: isSame ? [] : [update('recommendation', before.id, set)],
    introduced: before.introducedOn === null && recommendation.introducedOn !== null,
  };
}

/** Once both have agreed they are introduced: on the later of the two days. */
function agreement(
  { contactAgreedOn, toAgreedOn, introducedOn }: Recommendation,
  agreed: Consent,
  on: CalendarDate,
) {
  const contact = contactAgreedOn ?? (agreed.contact ? on : null);
  const to = toAgreedOn ?? (agreed.to ? on : null);
  const met = contact === null || to === null ? null : latest(contact, to);
  return { contactAgreedOn: contact, toAgreedOn: to, introducedOn: introducedOn ?? met };
}

/** What came of it. */
export function recommendationOutcome(before: Recommendation, outcome: Outcome, on: CalendarDate): Change[] {
  return [update('recommendation', before.id, { outcome, outcomeOn: on })];
}

/** The give that an introduction is to one of the two: "recommended to Ben Okoye: her maps". */
export function referralTo(
  other: string,
  isRecommended: boolean,
  { id, text }: Pick<Recommendation, 'id' | 'text'>,
): Told {
  const what = isRecommended ? `recommended to ${other}` : `recommended ${other} to them`;
  const said = text === null ? what : `${what}: ${text}`;
  return { kind: 'give', text: said, dueOn: null, type: 'referral', recommendationId: id };
}
