import type { Decisions } from '../domain/acts/triage.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { loadText } from '../render/load.ts';
import { workText } from '../render/person.ts';
import {
  type Card,
  DECIDED,
  decidedText,
  type How,
  listedText,
  nextText,
  tallyText,
  UNDECIDED_TEXT,
  untouchedText,
} from '../render/stack.ts';
import { line, type Text } from '../render/text.ts';
import { readPeople } from '../store/people.ts';
import type { Answer } from './answer.ts';
import { withFile } from './file.ts';
import { loadOf } from './load.ts';
import { type Cards, cardsOf, gatheringsAt, readCards } from './stack.ts';

/** What was decided, by what it is. */
export type Decided = Readonly<Record<Exclude<keyof Decisions, 'circle'>, readonly Person[]>>;

export const NOTHING_DECIDED: Decided = { keep: [], grow: [], rest: [], moveOn: [] };

/** What was decided, and which cards wait now. */
export async function stackAnswer(
  context: Context,
  at: string | null,
  decided: Decided,
  how: How,
): Promise<Answer> {
  const now = await withFile(context, 'read', (db) => {
    const cards = readCards(db, context, gatheringsAt(db, at));
    const anew = (people: readonly Person[]) =>
      readPeople(
        db,
        people.map(({ contact }) => contact.id),
      );
    return {
      cards,
      shown: cardsOf(db, cards.waiting),
      load: loadOf(db, context),
      kept: anew(decided.keep),
    };
  });
  const { cards, shown, load, kept } = now;
  const wrote = DECIDED.some((did) => decided[did].length > 0);
  return {
    json: {
      waiting: shown.map(jsonOf),
      untouched: cards.untouched,
      decided: Object.fromEntries(
        DECIDED.map((did) => [did, decided[did].map(({ contact }) => whoJson(contact))]),
      ),
      growing: cards.holders.map(({ contact }) => whoJson(contact)),
      slots: cards.slots,
    },
    text: (wording) => {
      if (how === 'listed') return listedText(shown, cards.at, wording);
      if (!wrote) return UNDECIDED_TEXT;
      return [
        ...(how === 'decided' ? allText({ ...decided, keep: kept }, cards) : [line(tallyText(decided))]),
        ...(kept.length > 0 ? loadText(load) : []),
      ];
    },
    talk: () => [line(nextText(how, shown.length, cards.at, wrote)), ...untouchedText(cards.untouched)],
    ...(how === 'left' ? { code: 130 } : {}),
  };
}

/** Everything that was decided, with the slots that are taken now. */
export function allText(decided: Decided, { holders, slots }: Pick<Cards, 'holders' | 'slots'>): Text {
  return DECIDED.flatMap((did) =>
    decidedText(
      did,
      decided[did].map(({ contact }) => contact),
      { growing: holders.length, slots },
    ),
  );
}

function jsonOf({ person, origins, needs, target }: Card): Readonly<Record<string, unknown>> {
  const { contact, summary } = person;
  return {
    ...whoJson(contact),
    work: workText(contact),
    city: contact.city,
    needs,
    metOn: contact.metOn,
    at: origins.gathering,
    via: origins.via,
    target,
    lastOn: summary.lastOn,
  };
}
