import type { ImportedPerson } from '../../domain/imported.ts';
import { numberedLines } from '../lines.ts';
import type { Reject } from '../record.ts';
import { fromAndroid } from './android.ts';
import { type Card, splitCards } from './cards.ts';
import { type Entry, entriesOf, labeled, textOf } from './entry.ts';
import { nameOf } from './name.ts';
import { personOf, plainId } from './person.ts';
import { readProperty } from './property.ts';

/** A group of people, which some programs write as a card. */
export interface Group {
  readonly name: string | null;
  /** The ids of its members. */
  readonly members: readonly string[];
}

/** What a card comes to. */
export interface ReadCard {
  /** Null for a group, and for a card that names nobody. */
  readonly person: ImportedPerson | null;
  readonly group: Group | null;
  readonly rejects: readonly Reject[];
  /** What was left out on purpose, each kind as often as it was there. */
  readonly skipped: readonly string[];
}

/** Cards within cards may each be written as a text of the one around them: it grows with every level. */
const DEEPEST = 3;
const MOST_AGENTS = 100;

const PICTURES = new Set(['photo', 'x-ms-cardpicture']);
const KINDS = new Set(['logo', 'sound', 'key']);

/** The person on a card, what of it could not be read, and what was left out. The key need not be unique yet. */
export function readCard(card: Card, depth = 0): ReadCard {
  const read = card.lines.map((line) => readProperty(line, card.old));
  const entries = labeled(read.filter((one) => 'parts' in one)).map(fromAndroid);
  const agents = agentsOf(card, entries, depth);
  const rejects = [
    ...card.rejects,
    ...read.filter((one) => 'reason' in one),
    ...agents.flatMap((agent) => agent.rejects),
    ...tooMany(card),
  ];
  const skipped = [
    ...entries.filter(({ binary }) => binary).map(({ name }) => kindOf(name)),
    ...agents.flatMap((agent) => agent.skipped),
  ];
  const kinds = entriesOf(entries, 'kind', 'x-addressbookserver-kind').map(textOf);
  if (kinds.some((kind) => kind.toLowerCase() === 'group')) {
    return { person: null, group: groupOf(entries), rejects, skipped: [...skipped, 'group'] };
  }
  const told = agents.flatMap(({ person }) => (person === null ? [] : describe(person)));
  const person = personOf(card.line, entries, told);
  return { person, group: null, rejects: person === null ? [...rejects, nobodyOn(card)] : rejects, skipped };
}

function kindOf(name: string): string {
  if (PICTURES.has(name)) return 'photo';
  return KINDS.has(name) ? name : 'attachment';
}

function nobodyOn({ line }: Card): Reject {
  return { line, reason: 'this card has no name, and no e-mail, phone or organization to call it by' };
}

function tooMany({ line, agents }: Card): readonly Reject[] {
  const reason = `there are more than ${MOST_AGENTS} cards within this one; the rest of them are left out`;
  return agents.length > MOST_AGENTS ? [{ line, reason }] : [];
}

function groupOf(entries: readonly Entry[]): Group {
  return {
    name: nameOf(entries, null, [])?.name ?? null,
    members: entriesOf(entries, 'member', 'x-addressbookserver-member').map(plainId),
  };
}

/** The cards of those who act for the person: within the card, or written into it as a text. */
function agentsOf(card: Card, entries: readonly Entry[], depth: number): readonly ReadCard[] {
  const written = entriesOf(entries, 'agent').flatMap((entry) =>
    [...splitCards(numberedLines(textOf(entry)))].flatMap((part) =>
      'lines' in part ? { ...part, at: entry.line } : [],
    ),
  );
  if (depth >= DEEPEST) return written.map(() => ({ ...NOTHING, skipped: ['card within a card'] }));
  return [
    ...card.agents.slice(0, MOST_AGENTS).map((agent) => readCard(agent, depth + 1)),
    ...written.slice(0, MOST_AGENTS).map(({ at, ...agent }) => {
      const read = readCard(agent, depth + 1);
      return { ...read, rejects: read.rejects.map(({ reason }) => ({ line: at, reason })) };
    }),
  ];
}

const NOTHING: ReadCard = { person: null, group: null, rejects: [], skipped: [] };

function describe(person: ImportedPerson): string {
  const { name, nickname, role, org, city, birthday, points, traits, notes } = person;
  const texts = [...points.map(({ value }) => value), ...traits.map(({ text }) => text), ...notes];
  return [name, nickname, role, org, city, birthday, ...texts].filter((text) => text !== null).join('; ');
}
