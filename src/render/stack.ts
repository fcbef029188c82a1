import type { Contact, Origins } from '../domain/contact.ts';
import { isOpenPromise } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { workText } from './person.ts';
import { metText } from './reason.ts';
import {
  clipped,
  count,
  faint,
  firstFew,
  line,
  listed,
  type Piece,
  strong,
  type Table,
  type Text,
  table,
} from './text.ts';
import { shellWord } from './typed.ts';
import { dayWord, quoted, type Wording } from './words.ts';

/** A card with all that is known of it at a glance. */
export interface Card {
  readonly person: Person;
  readonly origins: Origins;
  readonly needs: readonly string[];
  readonly target: string | null;
}

/** One card, to be decided on: who they are, where they were met, what they need, when you were last in touch. */
export function cardText(card: Card, wording: Wording): Text {
  const { person, needs, target } = card;
  const { contact, summary } = person;
  const facts = [workText(contact), contact.city].filter((fact) => fact !== null);
  const promised = person.open.filter(isOpenPromise).map(({ text }) => quoted(text));
  const rows: Piece[][] = [
    ...row('met', metOf(card, wording)?.replace(/^met /, '') ?? null),
    ...row('needs', needs.length === 0 ? null : needs.join('; ')),
    ...row('target', target),
    ...row('promised', promised.length === 0 ? null : promised.join(', ')),
    ...row('last touch', summary.lastOn === null ? 'nothing logged yet' : dayWord(summary.lastOn, wording)),
  ];
  return [
    line(
      strong(contact.name),
      faint(` (${contact.short})`),
      facts.length === 0 ? '' : `  ${facts.join(', ')}`,
    ),
    table(rows),
  ];
}

function row(label: string, text: string | null): Piece[][] {
  return text === null ? [] : [[faint(label), text]];
}

/** "met 3 days ago at DevMeet"; null for a card that was brought in from elsewhere. */
function metOf({ person: { contact }, origins }: Card, wording: Wording): string | null {
  const isKnown = contact.metOn !== null || origins.gathering !== null || origins.via !== null;
  return isKnown ? metText(contact, origins, wording) : null;
}

/** The cards that wait, a line each; a column that nobody has is left out. */
export function cardsTable(cards: readonly Card[], wording: Wording): Table {
  const columns: readonly ((card: Card) => Piece)[] = [
    ({ person }) => faint(person.contact.short),
    ({ person }) => strong(person.contact.name),
    ({ person: { contact } }) => [workText(contact), contact.city].filter((fact) => fact !== null).join(', '),
    (card) => metOf(card, wording) ?? '',
    ({ needs }) => (needs.length === 0 ? '' : `needs ${needs.join('; ')}`),
  ];
  const filled = columns.filter((column) => cards.some((card) => column(card) !== ''));
  return clipped(cards.map((card) => filled.map((column) => column(card))));
}

/** What may be decided on a card, in the order in which it is said. */
export const DECIDED = ['keep', 'grow', 'rest', 'moveOn'] as const;

/** What was decided on some people as they are now, with the slots where they grow. */
export function decidedText(
  did: (typeof DECIDED)[number],
  contacts: readonly Contact[],
  { growing, slots }: { readonly growing: number; readonly slots: number },
): Text {
  if (contacts.length === 0) return [];
  const names = contacts.map(({ name }) => name);
  const circles = [...new Set(contacts.map(({ circle }) => circle ?? 'active'))];
  const what = {
    keep: `kept, ${listed(circles)} circle.`,
    grow: `growing, ${growing} of ${slots}.`,
    rest: 'in the stack. Nothing is suggested, nothing is lost.',
    moveOn: 'off every list. Nothing is deleted.',
  };
  return [line(strong(firstFew(names, MOST_NAMED)), `: ${what[did]}`)];
}

/** "2 kept, 1 growing, 3 resting, 1 moved on." */
export function tallyText(decided: Readonly<Record<(typeof DECIDED)[number], readonly unknown[]>>): string {
  const words = { keep: 'kept', grow: 'growing', rest: 'resting', moveOn: 'moved on' };
  const said = DECIDED.filter((did) => decided[did].length > 0);
  return `${said.map((did) => `${decided[did].length} ${words[did]}`).join(', ')}.`;
}

const MOST_NAMED = 8;

/** "3 cards wait." */
export function waitingText(waiting: number, at: string | null): string {
  const from = at === null ? '' : ` from ${at}`;
  if (waiting === 0) return `No card${from} waits to be looked at.`;
  return `${count(waiting, 'card')}${from} ${waiting === 1 ? 'waits' : 'wait'} to be looked at.`;
}

/** How cards were decided on: not at all, by flags or a choice in one operation, or card by card; the walk may have been left. */
export type How = 'listed' | 'decided' | 'walked' | 'left';

/** What to do next, with so many cards waiting; `wrote` where something was decided. */
export function nextText(how: How, waiting: number, at: string | null, wrote: boolean): string {
  if (how === 'listed')
    return waiting === 0
      ? 'Who you meet next: net add NAME --at DevMeet.'
      : 'To decide: net stack --keep WHO --grow WHO --rest WHO --moveon WHO; on a terminal net stack asks.';
  const undo = how === 'decided' ? 'Take it back: net undo.' : 'Each net undo takes one decision back.';
  return `${waitingText(waiting, at)}${wrote ? ` ${undo}` : ''}`;
}

/** The cards that wait, or that none does. */
export function listedText(cards: readonly Card[], at: string | null, wording: Wording): Text {
  return cards.length === 0 ? [line(waitingText(0, at))] : [cardsTable(cards, wording)];
}

/** That nothing was decided. */
export const UNDECIDED_TEXT: Text = [line('Nothing was decided.')];

/** What is left out, which is not gone. */
export function untouchedText(untouched: number): Text {
  if (untouched === 0) return [];
  const [were, them] = untouched === 1 ? ['was', 'it'] : ['were', 'them'];
  return [
    line(
      `${count(untouched, 'card')} that ${were} untouched for a year ${were} left out; net list stack still has ${them}.`,
    ),
  ];
}

/** Many people from one gathering. */
export interface Crowded {
  readonly at: string;
  /** How many were met there in all, and how many of them may grow. */
  readonly people: number;
  readonly room: number;
}

/** What to do about them: "6 people from DevMeet: choose two to grow with net stack --at DevMeet." */
export function crowdText({ at, people, room }: Crowded): string {
  const what = room === 0 ? 'go through them' : `choose ${numberWord(room)} to grow`;
  return `${people} people from ${at}: ${what} with net stack --at ${shellWord(at)}.`;
}

/** The question whether to choose among them now. */
export function choiceText({ at, people, room }: Crowded): string {
  return `${people} people from ${at}. Choose ${numberWord(room)} to grow now, and let the rest rest?`;
}

/** "two", "12". */
function numberWord(n: number): string {
  return (
    ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? String(n)
  );
}
