import { recommendationOutcome } from '../domain/acts/recommend.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Outcome } from '../domain/exchange.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Context } from '../host/context.ts';
import { recommendationJson, whoJson } from '../render/json.ts';
import { agreedLine, pairLine } from '../render/recommendations.ts';
import { line, strong } from '../render/text.ts';
import type { Db } from '../store/db.ts';
import { recommendationsOf } from '../store/recommendations.ts';
import type { Answer } from './answer.ts';
import { change } from './change.ts';
import { namingOf, type Pair } from './recommending.ts';

/** What came of an introduction: of the last one that has nothing noted, else of the last one, as a correction. */
export function cameOf(db: Db, context: Context, pair: Pair, outcome: Outcome, on: CalendarDate): Answer {
  const ids = [pair.person.contact.id, pair.to.contact.id] as const;
  const naming = namingOf(db, ids);
  const introduced = recommendationsOf(db, ...ids).filter((known) => known.introducedOn !== null);
  const found = introduced.findLast((known) => known.outcome === null) ?? introduced.at(-1);
  const { person, to } = found?.contactId === ids[1] ? { person: pair.to, to: pair.person } : pair;
  if (pair.text !== null)
    throw new NetError(
      'usage',
      'the words of a recommendation are not part of what came of it',
      `${pairLine({ contactId: ids[0], toId: ids[1] }, naming)} --outcome ${outcome}`,
    );
  if (found === undefined)
    throw new NetError(
      'not-found',
      `${person.contact.name} and ${to.contact.name} are not introduced yet`,
      `once both agreed: ${agreedLine({ contactId: ids[0], toId: ids[1] }, 'both', naming)}`,
    );
  if (found.introducedOn !== null && on < found.introducedOn)
    throw new NetError(
      'rejected',
      `nothing came of it on ${on}: they were introduced on ${found.introducedOn}`,
      'name a day from then on',
    );
  change(db, context, 'recommend', () => ({ changes: recommendationOutcome(found, outcome, on) }));
  const before = found.outcome === null ? '' : ` (before: ${found.outcome})`;
  return {
    json: recommendedJson({ person, to }, { ...found, outcome, outcomeOn: on }),
    text: () => [
      line(
        'Recommending ',
        strong(person.contact.name),
        ' to ',
        strong(to.contact.name),
        `: ${outcome}${before}.`,
      ),
    ],
    talk: () => [line('Take it back: net undo.')],
  };
}

/** A recommendation and the two, with which nothing was given. */
export function recommendedJson({ person, to }: Pick<Pair, 'person' | 'to'>, recommendation: Recommendation) {
  return {
    contact: whoJson(person.contact),
    to: whoJson(to.contact),
    recommendation: recommendationJson(recommendation),
    gives: [],
    paidForward: [],
    established: [],
    list: null,
  };
}
