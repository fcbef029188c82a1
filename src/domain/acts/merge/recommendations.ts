import { type Change, update } from '../../change.ts';
import type { Contact } from '../../contact.ts';
import type { Exchange } from '../../exchange.ts';
import type { Recommendation } from '../../recommendation.ts';
import { noteOf } from './field.ts';

/** Whom somebody was recommended to, and who to them: live rows. */
export interface RecommendationRows {
  /** Those of them, and those to them. */
  readonly recommendations: readonly Recommendation[];
  /** The gives that introductions were, of whomever: one of them may stand for another. */
  readonly introductions: readonly Exchange[];
}

interface Recommended {
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
}

/** A recommendation of either of the two, and with whom: the id of the one who stays where it was with one another. */
interface Sided {
  readonly row: Recommendation;
  readonly isOther: boolean;
  readonly third: string;
}

/** One that is not kept, and the one that stands for it: none where the two were recommended to one another. */
interface Dropped {
  readonly row: Recommendation;
  readonly instead: Recommendation | null;
}

/**
 * The recommendations of both as one person's. One of the two to one another would stand for nothing. Of one of each with the same third
 * person the one that is further stays, the first one's where they are equally far, and the gives of the other are tied to it: both would
 * ask for the same again. What goes stays as a note.
 */
export function mergedRecommendations(
  first: RecommendationRows & { readonly contact: Contact },
  other: RecommendationRows & { readonly contact: Contact },
  nameOf: (id: string) => string,
  deletedAt: string,
): Recommended {
  const [contactId, goneId] = [first.contact.id, other.contact.id];
  const now = (id: string) => (id === goneId ? contactId : id);
  const sided = (isOther: boolean) => (row: Recommendation) => {
    const [whom, to] = [now(row.contactId), now(row.toId)];
    return { row, isOther, third: whom === contactId ? to : whom };
  };
  const own = new Set(other.recommendations.map(({ id }) => id));
  const all = [
    ...first.recommendations.filter(({ id }) => !own.has(id)).map(sided(false)),
    ...other.recommendations.map(sided(true)),
  ];
  const dropped = [...Map.groupBy(all, ({ third }) => third)].flatMap(([third, some]) =>
    third === contactId ? some.map(({ row }) => ({ row, instead: null })) : outdone(some),
  );
  const instead = new Map(dropped.map((each) => [each.row.id, each.instead?.id ?? null]));
  const gives = [...first.introductions, ...other.introductions].filter(
    ({ id, recommendationId }, at, every) =>
      instead.has(recommendationId ?? '') && every.findIndex((each) => each.id === id) === at,
  );
  return {
    changes: [
      ...all.flatMap(({ row, isOther }) => {
        const gone = instead.has(row.id) ? { deletedAt } : {};
        const set = isOther ? { contactId: now(row.contactId), toId: now(row.toId), ...gone } : gone;
        return Object.keys(set).length === 0 ? [] : [update('recommendation', row.id, set)];
      }),
      ...gives.map((give) =>
        update('exchange', give.id, { recommendationId: instead.get(give.recommendationId ?? '') ?? null }),
      ),
    ],
    notes: dropped.map(({ row }) => noteText(row, nameOf)),
  };
}

/** Of those with one person the open ones of one side that are not as far as one of the other side. */
function outdone(some: readonly Sided[]): Dropped[] {
  return some.flatMap(({ row, isOther }) => {
    if (row.outcome !== null) return [];
    const further = some.filter(
      (each) => each.isOther !== isOther && !isLater(row, each.row) && outdoes(each, { row, isOther }),
    );
    const [instead] = further.sort((a, b) => stepsOf(b.row) - stepsOf(a.row));
    return instead === undefined ? [] : [{ row, instead: instead.row }];
  });
}

function outdoes(one: Omit<Sided, 'third'>, two: Omit<Sided, 'third'>): boolean {
  const steps = stepsOf(one.row) - stepsOf(two.row);
  return steps > 0 || (steps === 0 && two.isOther);
}

/** Whether one was begun when it was known already what had come of the other. */
function isLater(row: Recommendation, known: Recommendation): boolean {
  return known.outcomeOn !== null && row.madeOn > known.outcomeOn;
}

/** How far it is: first each of the two agrees, then they are introduced, then something comes of it. */
function stepsOf({ contactAgreedOn, toAgreedOn, introducedOn, outcome }: Recommendation): number {
  return [contactAgreedOn, toAgreedOn, introducedOn, outcome].filter((step) => step !== null).length;
}

function noteText(
  { contactId, toId, madeOn, introducedOn, text }: Recommendation,
  nameOf: (id: string) => string,
) {
  const what = `${nameOf(contactId)} recommended to ${nameOf(toId)} on ${madeOn}`;
  const met = introducedOn === null ? 'not introduced' : `introduced on ${introducedOn}`;
  return text === null ? noteOf(what, met) : noteOf(`${what}, ${met}`, text);
}
