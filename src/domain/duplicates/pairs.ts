import { apartId } from '../apart.ts';
import { plain } from '../words/plain.ts';
import { type Face, faceOf, type Known, type Tools } from './face.ts';
import { comparedNumbers } from './numbers.ts';
import { wholeForms } from './short-forms.ts';
import { compared, type Sign, STRENGTHS, type Strength } from './signs.ts';

/** Two contacts who may be one person: the first is the one to keep. */
export interface Pair {
  readonly first: Known;
  readonly other: Known;
  readonly strength: Strength;
  readonly signs: readonly Sign[];
}

/** Who may be in the file twice, strongest first; and the names that too many have to be compared by them alone. */
export interface Duplicates {
  readonly pairs: readonly Pair[];
  readonly crowded: readonly { readonly name: string; readonly people: number }[];
}

/** So many of one name, address, number, employer or birthday are compared each with each; of more, those whose names are alike. */
const MOST_TOGETHER = 20;
const MOST_ALIKE = 12;

/**
 * Pairs of contacts who may be one person. Only those are compared who have the name or something else in common, so that the time it
 * takes grows with how many people there are, not with how many pairs. `apart` are the pairs who are known to be two.
 */
export function duplicatesAmong(
  people: readonly Known[],
  apart: ReadonlySet<string>,
  tools: Tools,
): Duplicates {
  const remembered = remembering(tools);
  const faces = [...people].sort((a, b) => compareText(a.id, b.id)).map(faceOf);
  const numbers = comparedNumbers(people, remembered);
  const numbersOf = ({ known }: Face) => [...(numbers.get(known.id)?.keys() ?? [])];
  const groups = groupsOf(faces, numbersOf);
  const holders = (kind: string, value: string) => groups.get(`${kind} ${value}`)?.length ?? 0;
  const paired = new Set<number>();
  const pairs: Pair[] = [];
  const compare = (a: number, b: number) => {
    const key = Math.min(a, b) * faces.length + Math.max(a, b);
    const [one, two] = [faces[a], faces[b]];
    if (a === b || one === undefined || two === undefined || paired.has(key)) return;
    const common = {
      mails: both(one.mails, two.mails),
      urls: both(one.urls, two.urls),
      numbers: both(numbersOf(one), numbersOf(two)),
    };
    const found = compared(one, two, common, holders, remembered);
    if (found === null || apart.has(apartId(one.known.id, two.known.id))) return;
    const [first, other] = stays(one, two) ? [one.known, two.known] : [two.known, one.known];
    paired.add(key);
    const signs = found.signs.map((sign) =>
      sign.kind === 'number'
        ? { ...sign, what: numbers.get(first.id)?.get(sign.what ?? '') ?? sign.what }
        : sign,
    );
    pairs.push({ first, other, strength: found.strength, signs });
  };
  const crowded: { name: string; people: number }[] = [];
  for (const [key, group] of groups) {
    if (group.length <= MOST_TOGETHER) eachPair(group, compare);
    else if (key.startsWith('name ')) {
      crowded.push({ name: faces[group[0] ?? 0]?.known.name ?? '', people: group.length });
    } else compareAlike(group, faces, remembered, compare);
  }
  return {
    pairs: inOrder(pairs),
    crowded: crowded.sort((a, b) => b.people - a.people || compareText(plain(a.name), plain(b.name))),
  };
}

/** Who has the same in common: their places in the list, by what it is. Nothing that only one has. */
function groupsOf(
  faces: readonly Face[],
  numbersOf: (face: Face) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const yearless = new Set<string>();
  const add = (key: string, at: number) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else if (group.at(-1) !== at) group.push(at);
  };
  for (const [at, face] of faces.entries()) {
    if (face.isWhole) add(`name ${face.signs ?? face.whole} ${face.generation}`, at);
    for (const mail of face.mails) add(`email ${mail}`, at);
    for (const url of face.urls) add(`url ${url}`, at);
    for (const number of numbersOf(face)) add(`number ${number}`, at);
    if (face.org !== null) add(`employer ${face.org}`, at);
    if (face.year !== null) add(`born ${face.year}-${face.day}`, at);
    else if (face.day !== null) yearless.add(face.day);
  }
  // Where a year is not known, any will do.
  for (const [at, { day }] of faces.entries())
    if (day !== null && yearless.has(day)) add(`birthday ${day}`, at);
  for (const [key, group] of groups) if (group.length < 2) groups.delete(key);
  return groups;
}

/** Of many who have one thing in common, those are compared whose names may be alike; where too many are, nobody of them is. */
function compareAlike(
  group: readonly number[],
  faces: readonly Face[],
  tools: Tools,
  compare: (a: number, b: number) => void,
): void {
  const alike = new Map<string, number[]>();
  for (const at of group) {
    const face = faces[at];
    if (face === undefined) continue;
    for (const key of nameKeys(face, tools)) {
      const known = alike.get(key);
      if (known === undefined) alike.set(key, [at]);
      else known.push(at);
    }
  }
  for (const some of alike.values())
    if (some.length > 1 && some.length <= MOST_ALIKE) eachPair(some, compare);
}

/** What two names that are alike have in common: each likeness by one of these at least. */
function nameKeys({ words, whole, signs, nickname }: Face, { phonetic }: Tools): Set<string> {
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  const keys = new Set([`whole ${whole}`, `sorted ${[...words].sort().join(' ')}`, `two ${first} ${second}`]);
  if (signs !== null) keys.add(`signs ${signs}`);
  if (nickname.length > 0) keys.add(`whole ${nickname.join(' ')}`);
  for (const name of [first, ...nickname])
    for (const form of wholeForms(name)) {
      keys.add(`first ${form} ${last[0] ?? ''}`);
      keys.add(`word ${form}`);
    }
  keys.add(`last ${first[0] ?? ''} ${last}`);
  for (const a of phonetic(first)) for (const b of phonetic(last)) keys.add(`sound ${a} ${b}`);
  return keys;
}

function eachPair(group: readonly number[], compare: (a: number, b: number) => void): void {
  for (let i = 0; i < group.length; i++)
    for (let j = i + 1; j < group.length; j++) compare(group[i] as number, group[j] as number);
}

function both(a: readonly string[], b: readonly string[]): string[] {
  return a.length === 0 || b.length === 0 ? [] : a.filter((value) => b.includes(value));
}

const STAGES = ['kept', 'growing', 'stack', 'moved on'] as const;

/** Whether the first is the one to keep: the closer one, else the one with the fuller name, else the one who was here before. */
function stays(a: Face, b: Face): boolean {
  const key = ({ known, words }: Face) =>
    `${STAGES.indexOf(known.stage)} ${String(99 - Math.min(99, words.length)).padStart(2, '0')} ${known.createdAt} ${known.id}`;
  return key(a) < key(b);
}

/** Strongest first, then by name. */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const keyed = pairs.map((pair) => ({ pair, key: orderOf(pair) }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ pair }) => pair);
}

function orderOf({ strength, first, other }: Pair): string {
  return `${STRENGTHS.indexOf(strength)} ${plain(first.name)}\n${plain(other.name)}\n${first.id} ${other.id}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Words come again and again. */
function remembering(tools: Tools): Tools {
  const sounds = new Map<string, readonly string[]>();
  return {
    ...tools,
    phonetic: (word) => {
      const known = sounds.get(word) ?? [...new Set(tools.phonetic(word))];
      sounds.set(word, known);
      return known;
    },
  };
}
