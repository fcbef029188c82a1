import type { Decisions } from '../domain/acts/triage.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { loadText } from '../render/load.ts';
import { workText } from '../render/person.ts';
import {
  type Card,
  cardsTable,
  DECIDED,
  decidedText,
  tallyText,
  untouchedText,
  waitingText,
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

/** How it was decided: not at all, by flags or a choice in one operation, or card by card; the walk may have been left. */
export type How = 'listed' | 'decided' | 'walked' | 'left';

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
  const waiting = waitingText(shown.length, cards.at);
  const undo = how === 'decided' ? 'Take it back: net undo.' : 'Each net undo takes one decision back.';
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
      if (how === 'listed') return shown.length === 0 ? [line(waiting)] : [cardsTable(shown, wording)];
      if (!wrote) return [line('Nothing was decided.')];
      return [
        ...(how === 'decided' ? allText({ ...decided, keep: kept }, cards) : [line(tallyText(decided))]),
        ...(kept.length > 0 ? loadText(load) : []),
      ];
    },
    talk: () => [...talkOf(how, shown, waiting, wrote ? ` ${undo}` : ''), ...untouchedText(cards.untouched)],
    ...(how === 'left' ? { code: 130 } : {}),
  };
}

function talkOf(how: How, shown: readonly Card[], waiting: string, undo: string): Text {
  if (how !== 'listed') return [line(waiting + undo)];
  return [
    line(
      shown.length === 0
        ? 'Who you meet next: net add NAME --at DevMeet.'
        : 'To decide: net stack --keep WHO --grow WHO --rest WHO --moveon WHO; on a terminal net stack asks.',
    ),
  ];
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
