import { restOthers, UNDECIDED } from '../domain/acts/triage.ts';
import type { Contact } from '../domain/contact.ts';
import { isNetError } from '../domain/error.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import { isFollowedUp } from '../domain/groups/origin.ts';
import type { Person } from '../domain/person.ts';
import { crowdOf } from '../domain/stack.ts';
import type { Context } from '../host/context.ts';
import type * as Prompts from '../host/prompt.ts';
import { workText } from '../render/person.ts';
import { type Crowded, choiceText, decidedText } from '../render/stack.ts';
import type { Text } from '../render/text.ts';
import type { Db } from '../store/db.ts';
import { countMetAt, gatheringOf } from '../store/gatherings.ts';
import { withFile } from './file.ts';
import { type Cards, decide, readCards } from './stack.ts';

/** Many people from one gathering, and whether to offer a choice among them. */
export interface CrowdAt extends Crowded {
  readonly gatherings: readonly Gathering[];
  readonly offered: boolean;
}

/** Who was chosen of many, who rests, and who grows now. */
export interface Chosen {
  readonly grown: readonly Person[];
  readonly resting: readonly Person[];
  readonly growing: readonly Person[];
}

/** What came of the offer: nothing where it was declined, or left. */
export interface Choice {
  readonly chosen: Chosen | null;
  readonly interrupted: boolean;
}

/** The crowd that somebody new makes at their gathering, or null. Nobody who was met volunteering is part of a choice. */
export function crowdWith(db: Db, context: Context, contact: Contact): CrowdAt | null {
  const gathering = gatheringOf(db, contact.gatheringId);
  if (gathering === null || !isFollowedUp(contact)) return null;
  const people = countMetAt(db, gathering.id);
  const { waiting, growing, room } = readCards(db, context, [gathering]);
  const crowd = crowdOf(people, waiting.length + growing.length, room);
  if (crowd === 'few') return null;
  return { at: gathering.name, people, room, gatherings: [gathering], offered: crowd === 'offer' };
}

/** Offers the choice where there is one and somebody can answer. Whoever was added stays added, also where this is left. */
export async function choiceIn(context: Context, crowd: CrowdAt | null): Promise<Choice> {
  if (crowd === null || !crowd.offered || context.prompt === null)
    return { chosen: null, interrupted: false };
  try {
    return { chosen: await choiceAmong(context, crowd, crowd.gatherings), interrupted: false };
  } catch (error) {
    if (!isNetError(error) || error.code !== 'interrupted') throw error;
    return { chosen: null, interrupted: true };
  }
}

/** Asks whether to choose now, and lets a person choose. Null where they do not want to, or nobody can answer. */
export async function choiceAmong(
  context: Context,
  crowd: Crowded,
  gatherings: readonly Gathering[],
): Promise<Chosen | null> {
  if (context.prompt === null || !(await context.prompt.confirm(choiceText(crowd), true))) return null;
  return withFile(context, 'write', (db) => choose(db, context, readCards(db, context, gatherings)));
}

/** Lets a person choose as many as may grow; whoever else waits or grew from there rests. One operation. */
async function choose(db: Db, context: Context, cards: Cards): Promise<Chosen> {
  const { waiting, growing, room } = cards;
  const among = [...growing, ...waiting];
  const chosen: Person[] = [];
  while (context.prompt !== null && chosen.length < Math.min(room, among.length)) {
    const question = `Who is to grow? (${chosen.length + 1} of ${room})`;
    const next = await context.prompt.select<Person | null>(question, [
      ...among.filter((person) => !chosen.includes(person)).map((person) => choiceOf(person, growing)),
      { name: chosen.length === 0 ? 'nobody: let them all rest' : 'nobody else', value: null },
    ]);
    if (next === null) break;
    chosen.push(next);
  }
  const decisions = restOthers({ ...UNDECIDED, grow: chosen }, among);
  return { grown: chosen, resting: decisions.rest, growing: decide(db, context, cards, decisions) };
}

function choiceOf(person: Person, growing: readonly Person[]): Prompts.Choice<Person> {
  const { name, city } = person.contact;
  const facts = [workText(person.contact), city, growing.includes(person) ? 'growing already' : null];
  const known = facts.filter((fact) => fact !== null).join(', ');
  return { name: known === '' ? name : `${name} (${known})`, value: person };
}

/** Who was chosen, and who rests. */
export function chosenText({ grown, resting, growing }: Chosen, slots: number): Text {
  const facts = { growing: growing.length, slots };
  const contacts = (people: readonly Person[]) => people.map(({ contact }) => contact);
  return [...decidedText('grow', contacts(grown), facts), ...decidedText('rest', contacts(resting), facts)];
}
