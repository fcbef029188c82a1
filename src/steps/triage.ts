import { UNDECIDED } from '../domain/acts/triage.ts';
import { CIRCLES, type Circle } from '../domain/contact.ts';
import { isNetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import type { Remembering } from '../host/remembering.ts';
import { cardText, decidedText, waitingText } from '../render/stack.ts';
import { capital, count, line } from '../render/text.ts';
import { enoughText } from '../render/welcome.ts';
import type { Db } from '../store/db.ts';
import { withFile } from './file.ts';
import { promisedText } from './promised.ts';
import { show } from './show.ts';
import { type Cards, cardOf, decide, gatheringsAt, readCards } from './stack.ts';
import type { Decided } from './stack-answer.ts';

/** What became of the cards in one walk through them. */
export interface Walked extends Decided {
  /** Left by Ctrl-C: what was decided until then is written. */
  readonly interrupted: boolean;
}

type Did = keyof Decided;

/** How far a walk has come. Where another program writes meanwhile it goes on at the same card, with what was answered. */
interface Walk {
  readonly skipped: Set<string>;
  at: string | null;
  decided: number;
  /** Which card it is of how many, as it was when the card came up: a question that is asked again has to be the same. */
  place: string;
}

/** What was said of one card; null where no card is left, or nobody wants to go on. */
type Step = { readonly did: Did | 'skip'; readonly person: Person } | null;

/**
 * Shows one card after the other and asks what to do with it. Each decision is an operation of its own, written before the next card
 * is shown: whoever leaves has lost nothing. Throws `interrupted` where nothing was decided yet.
 */
export async function walkCards(context: Context, prompt: Remembering, found: Cards): Promise<Walked> {
  const done: Record<Did, Person[]> = { keep: [], grow: [], rest: [], moveOn: [] };
  const walk: Walk = { skipped: new Set(), at: null, decided: 0, place: '' };
  const walked = (interrupted: boolean): Walked => ({ ...done, interrupted });
  await show(context, () => [line(`${waitingText(found.waiting.length, found.at)} ${LEAVE}`)]);
  for (;;) {
    try {
      const step = await withFile(context, 'write', async (db) => {
        const cards = readCards(db, context, gatheringsAt(db, found.at));
        return oneCard(db, context, prompt, cards, walk);
      });
      if (step === null) return walked(false);
      if (step.did === 'skip') walk.skipped.add(step.person.contact.id);
      else {
        done[step.did].push(step.person);
        walk.decided++;
      }
    } catch (error) {
      const decided = Object.values(done).some((people) => people.length > 0);
      if (!decided || !isNetError(error) || error.code !== 'interrupted') throw error;
      return walked(true);
    }
  }
}

const LEAVE = 'Each decision is written at once: leave whenever you like.';

async function oneCard(
  db: Db,
  context: Context,
  prompt: Remembering,
  cards: Cards,
  walk: Walk,
): Promise<Step> {
  const left = cards.waiting.filter(({ contact }) => !walk.skipped.has(contact.id));
  const person = left.find(({ contact }) => contact.id === walk.at) ?? left[0];
  if (person === undefined) return null;
  if (walk.at !== person.contact.id) {
    const before = walk.decided + walk.skipped.size;
    walk.place = `${before + 1} of ${before + left.length}`;
  }
  walk.at = person.contact.id;
  await show(context, (wording) => [line(''), ...cardText(cardOf(db, person), wording)]);
  for (;;) {
    // Each begins with a letter of its own, which jumps to it.
    const did = await prompt.select<Did | 'skip' | null>(`${person.contact.name}? (${walk.place})`, [
      { name: 'keep: a relationship that you have already', value: 'keep' },
      { name: `grow: get to know them (${cards.holders.length} of ${cards.slots} growing)`, value: 'grow' },
      { name: 'rest: nothing is suggested, nothing is lost', value: 'rest' },
      { name: 'move on: off every list', value: 'moveOn' },
      { name: 'skip: look again another time', value: 'skip' },
      { name: 'quit: what was decided stays', value: null },
    ]);
    if (did === null) return null;
    if (did === 'skip') return { did, person };
    if (did === 'grow' && cards.holders.length >= cards.slots) {
      await show(context, () => [line(`${capital(enoughText(cards.holders, cards.slots))}.`)]);
      continue;
    }
    if (did === 'moveOn' && !(await movesOn(prompt, person))) continue;
    const circle = did === 'keep' ? await circleOf(prompt, person, cards) : null;
    const growing = decide(db, context, cards, { ...UNDECIDED, circle, [did]: [person] });
    const { contact } = person;
    const facts = { growing: growing.length, slots: cards.slots };
    await show(context, () => decidedText(did, [{ ...contact, circle: circle ?? contact.circle }], facts));
    return { did, person };
  }
}

/** Promises that are still open are told first. */
async function movesOn(prompt: Remembering, person: Person): Promise<boolean> {
  const promised = promisedText(person);
  return promised === null || prompt.confirm(`${capital(promised)}. Move on anyway?`, false);
}

function circleOf(prompt: Remembering, { contact }: Person, { situation }: Cards): Promise<Circle> {
  const usual = contact.circle ?? 'active';
  const circles = [usual, ...CIRCLES.filter((circle) => circle !== usual)];
  return prompt.select(
    `How often do you want to be in touch with ${contact.name}?`,
    circles.map((value) => ({
      name: `${value} circle: every ${count(situation.settings.cadence[value], 'day')}`,
      value,
    })),
  );
}
