import type { ContactPoint } from '../domain/contact.ts';
import type { Duplicates, Pair } from '../domain/duplicates/pairs.ts';
import type { Sign } from '../domain/duplicates/signs.ts';
import type { Person } from '../domain/person.ts';
import { whoJson } from './json.ts';
import { workText } from './person.ts';
import {
  clipped,
  count,
  faint,
  hanging,
  line,
  listed,
  type Piece,
  strong,
  type Table,
  type Text,
  table,
} from './text.ts';
import { birthdayWord, dayWord, quoted, type Wording } from './words.ts';

/** One of two people as they are shown side by side. */
export interface Beside {
  readonly person: Person;
  readonly points: readonly ContactPoint[];
}

const WORDS: Readonly<Record<Sign['kind'], string>> = {
  'same-name': 'the same name',
  swapped: 'given and family name are swapped',
  nickname: 'the nickname of one is the name of the other',
  'short-form': 'one name is short for the other',
  'longer-name': 'one name is the other with more in it',
  'near-name': 'the names are nearly the same',
  initial: 'one name has an initial for the other',
  'sounds-alike': 'the names sound alike',
  'part-of-name': 'one name is a part of the other',
  email: 'the same e-mail',
  number: 'the same number',
  url: 'the same address',
  employer: 'the same employer',
  birthday: 'the same birthday',
};

/** Why two are thought to be one: "the same name, the same e-mail ana@example.org". */
export function whyText({ signs, strength }: Pick<Pair, 'signs' | 'strength'>): string {
  if (strength === 'same name') return 'nothing else speaks for it, and nothing against it';
  const words = signs.map(({ kind, what }) => (what === null ? WORDS[kind] : `${WORDS[kind]} ${what}`));
  return listed(words);
}

/** The pairs with the command to type for each, strongest first, and what was not compared. */
export function duplicatesText({ pairs, crowded }: Duplicates): Text {
  return [
    ...pairs.flatMap((pair) => [
      hanging(
        2,
        strong(`${pair.strength}: `),
        `${pair.first.name} (${pair.first.short}) and ${pair.other.name} (${pair.other.short})`,
        faint(`: ${whyText(pair)}`),
      ),
      line(`  net merge ${pair.first.short} ${pair.other.short}`),
    ]),
    ...crowdedText(crowded),
  ];
}

/** Names that too many have. */
export function crowdedText(crowded: Duplicates['crowded']): Text {
  return crowded.map(({ name, people }) =>
    line(`${people} people are called ${name}: too many to tell them apart by the name alone.`),
  );
}

/** Narrower than this, what is side by side is cut off. */
const SIDE_BY_SIDE = 64;

/** Two people side by side, a row for whatever is known of either; in a narrow place below each other. */
export function besideText(first: Beside, other: Beside, wording: Wording, columns: number): Text {
  if (columns < SIDE_BY_SIDE) return [aloneText(first, wording), line(''), aloneText(other, wording)];
  const [a, b] = [rowsOf(first, wording), rowsOf(other, wording)];
  const rows = a.flatMap(([label, left], i): Piece[][] => {
    const right = b[i]?.[1] ?? [];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
      faint(at === 0 ? label : ''),
      left[at] ?? '',
      right[at] ?? '',
    ]);
  });
  return [clipped(rows)];
}

function aloneText(beside: Beside, wording: Wording): Table {
  return table(
    rowsOf(beside, wording).flatMap(([label, values]) =>
      values.map((value, at): Piece[] => [faint(at === 0 ? (label === '' ? 'name' : label) : ''), value]),
    ),
  );
}

/** Each label with its values; all people have the same labels in the same order. */
function rowsOf({ person, points }: Beside, wording: Wording): (readonly [string, readonly string[]])[] {
  const { contact, summary } = person;
  const one = (value: string | null) => (value === null ? [] : [value]);
  return [
    ['', [`${contact.name} (${contact.short})`]],
    ['called', one(contact.nickname)],
    ['stage', [contact.stage]],
    ['work', one(workText(contact))],
    ['city', one(contact.city)],
    ['birthday', one(contact.birthday === null ? null : birthdayWord(contact.birthday, wording))],
    ['reach', points.map(({ value }) => value)],
    ['met', one(contact.metOn === null ? null : dayWord(contact.metOn, wording))],
    ['talks', one(summary.talks === 0 ? null : count(summary.talks, 'talk'))],
    ['last', one(summary.lastOn === null ? null : dayWord(summary.lastOn, wording))],
    ['ask about', one(contact.askAbout === null ? null : quoted(contact.askAbout))],
  ];
}

export function pairJson({ first, other, strength, signs }: Pair): Readonly<Record<string, unknown>> {
  return {
    first: whoJson(first),
    other: whoJson(other),
    strength,
    why: signs.map(({ kind, what }) => ({ sign: kind, what })),
    command: `net merge ${first.short} ${other.short}`,
  };
}
