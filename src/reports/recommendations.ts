import type { Trait } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { OUTCOMES, type Outcome } from '../domain/exchange.ts';
import { lastDays } from '../domain/groups/group-record.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { couldMeet, type Meeting, pairOf } from './could-meet.ts';

/** What came of recommendations is told for so many days. */
export const OUTCOME_WINDOW = 365;

export interface RecommendationsReport {
  /** Somebody is still to be asked, and introduced with no outcome yet; oldest first. */
  readonly pending: readonly Recommendation[];
  readonly introduced: readonly Recommendation[];
  /** Of those introduced in the window, how many came to what; n counts those with no outcome too. */
  readonly outcomes: {
    readonly n: number;
    readonly since: CalendarDate;
    readonly counts: readonly { readonly outcome: Outcome; readonly n: number }[];
  };
  /** Best fit first, each two people once, and none of those recommended to one another. */
  readonly couldMeet: readonly Meeting[];
}

/** `isHere` tells whether somebody is not moved on from. */
export function recommendationsReport(
  all: readonly Recommendation[],
  { needs, offers }: { readonly needs: readonly Trait[]; readonly offers: readonly Trait[] },
  isHere: (contactId: string) => boolean,
  today: CalendarDate,
): RecommendationsReport {
  const since = lastDays(OUTCOME_WINDOW, today).from;
  const here = all.filter(({ contactId, toId }) => isHere(contactId) && isHere(toId));
  const recent = all.filter(({ introducedOn }) => introducedOn !== null && introducedOn >= since);
  return {
    pending: here.filter(({ introducedOn }) => introducedOn === null),
    introduced: here.filter(({ introducedOn, outcome }) => introducedOn !== null && outcome === null),
    outcomes: {
      n: recent.length,
      since,
      counts: OUTCOMES.map((outcome) => ({
        outcome,
        n: recent.filter((one) => one.outcome === outcome).length,
      })).filter(({ n }) => n > 0),
    },
    couldMeet: couldMeet(needs, offers, new Set(all.map(({ contactId, toId }) => pairOf(contactId, toId)))),
  };
}
