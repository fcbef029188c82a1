import { currentPlan } from '../domain/agenda/plan.ts';
import { type Candidate, MOST_CANDIDATES, NetError } from '../domain/error.ts';
import { fold, foldedWords } from '../domain/words/fold.ts';
import { MOST_NAME_WORDS } from '../domain/words/name-span.ts';
import { isAnd } from '../domain/words/typed-words.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { shortened } from '../render/text.ts';
import { shellWord } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { type Meaning, meantBy } from '../store/meaning.ts';
import { type NamedContact, namesByKey, namesOf } from '../store/names.ts';
import { namesNear } from '../store/near-names.ts';
import { lastPlan } from '../store/plans.ts';
import { namesBetweenCommas } from './comma-names.ts';
import { describedApart } from './described.ts';
import { idHint, unknownName, withoutCommas } from './unknown-name.ts';

/** Whom a word may mean, before anybody is asked. */
export type Meant =
  | { readonly kind: 'one'; readonly found: NamedContact }
  | {
      readonly kind: 'several';
      readonly candidates: readonly NamedContact[];
      /** How many they are in all, where not everybody is among the candidates. */
      readonly count: number;
      readonly fuzzy: boolean;
    }
  | { readonly kind: 'none' };

/**
 * A list number, a short id, an e-mail address, or a name in any of the ways in which names may be typed. Of several so many at most are
 * candidates: all of them where somebody can choose.
 */
export function meant(
  db: Db,
  context: Context,
  text: string,
  most = context.prompt === null ? MOST_CANDIDATES : Number.POSITIVE_INFINITY,
): Meant {
  const result = meantAsTyped(db, context, text, most);
  if (result.kind !== 'none') return result;
  const near = namesNear(db, text);
  return near.length === 0 ? result : { kind: 'several', candidates: near, count: near.length, fuzzy: true };
}

/** The same, with no typo forgiven. */
function meantAsTyped(db: Db, context: Context, text: string, most: number): Meant {
  const query = text.trim();
  if (/^\d{1,3}$/.test(query)) return { kind: 'one', found: lineNumber(db, context, Number(query)) };
  const named = meantBy(db, query, most);
  const keyed = namesByKey(db, query);
  if (keyed.length > 0) {
    // Named first: the id that a hint shows is one that means nobody else.
    const called = calledSo(named);
    const candidates = distinct([...called, ...keyed]);
    const [found] = candidates;
    const unread = named.kind === 'several' && called.length > 0 ? named.count - called.length : 0;
    return found !== undefined && candidates.length + unread === 1
      ? { kind: 'one', found }
      : { kind: 'several', candidates, count: candidates.length + unread, fuzzy: false };
  }
  return named.kind === 'several' ? { ...named, fuzzy: false } : named;
}

/** Who is called by a word that is somebody's id as well: by their name, nickname or first name, no mere beginning. */
function calledSo(named: Meaning): readonly NamedContact[] {
  if (named.kind === 'none' || !['exact', 'nickname', 'first'].includes(named.level)) return [];
  return named.kind === 'one' ? [named.found] : named.candidates;
}

/** Whether a text means somebody as it stands, one or several. */
export function resolves(db: Db, context: Context, text: string): boolean {
  return meantAsTyped(db, context, text, 1).kind !== 'none';
}

/** The person that a line of the list names: the last stored plan's, which has to last still. */
function lineNumber(db: Db, context: Context, number: number): NamedContact {
  const now = today(context.clock);
  const plan = lastPlan(db, now);
  if (plan === null)
    throw new NetError('not-found', 'there is no list yet, so it has no numbers', 'net today makes one');
  if (currentPlan([plan], now) === null) {
    throw new NetError(
      'not-found',
      'that list has ended, and its numbers with it',
      'net today makes the next one',
    );
  }
  const line = plan.lines.find(({ position }) => position === number);
  const [found] = line === undefined ? [] : namesOf(db, [line.contactId]);
  if (found !== undefined) return found;
  const numbers = plan.lines.map(({ position }) => position);
  throw new NetError(
    'not-found',
    `the list has no line ${number}`,
    `it has ${numbers.join(', ')}: net today shows it`,
  );
}

/** Somebody whom nobody knows: added and given back, or refused. `declined` are those who were offered instead. */
export type Unknown = (name: string, declined: readonly NamedContact[]) => Promise<NamedContact>;

const refused: Unknown = (name, declined) => Promise.reject(unknownName(name, declined));

/** The one person that a text means. On a terminal a choice is offered; elsewhere `ambiguous` or `not-found`. */
export async function whoIs(
  db: Db,
  context: Context,
  text: string,
  unknown: Unknown = refused,
): Promise<NamedContact> {
  const name = text.trim();
  if (name === '') throw new NetError('usage', 'it does not say who', 'name somebody: net show "Ana Silva"');
  return decided(context, name, meant(db, context, name), { unknown });
}

/** Several people, separated by commas or by "and". */
export async function whoAre(
  db: Db,
  context: Context,
  text: string,
  unknown?: Unknown,
): Promise<NamedContact[]> {
  const people: NamedContact[] = [];
  for (const name of namesIn(db, context, text)) {
    const nobody: Unknown = (said, declined) =>
      Promise.reject(withoutCommas(db, said) ?? unknownName(said, declined));
    people.push(await whoIs(db, context, name, unknown ?? nobody));
  }
  if (people.length === 0) await whoIs(db, context, '');
  return distinct(people);
}

/** The names that a text lists, between commas or with an "and". */
export function namesIn(db: Db, context: Context, text: string): string[] {
  return namesBetweenCommas(db, text).flatMap((part) => apart(db, context, part));
}

/** `tony and pepper` are two, unless somebody is called that. */
function apart(db: Db, context: Context, text: string): string[] {
  const words = text.split(/\s+/);
  if (!words.some(isAnd) || resolves(db, context, text)) return [text];
  const names: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = isAnd(words[at]) ? at : nameEnd(db, context, words, at);
    if (end > at) names.push(words.slice(at, end).join(' '));
    at = end + 1;
  }
  return names.length === 0 ? [text] : names;
}

/** Where the name at a word ends: at the end or at an "and", the last one before which it means somebody, else the first. */
function nameEnd(db: Db, context: Context, words: readonly string[], at: number): number {
  const isEnd = (end: number) => end === words.length || isAnd(words[end]);
  const ends = Array.from({ length: MOST_NAME_WORDS }, (_, i) => at + 1 + i).filter(
    (end) => end <= words.length && isEnd(end),
  );
  const known = ends.findLast((end) => resolves(db, context, words.slice(at, end).join(' ')));
  if (known !== undefined) return known;
  const and = words.findIndex((word, i) => i > at && isAnd(word));
  return and < 0 ? words.length : and;
}

export function distinct(people: readonly NamedContact[]): NamedContact[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** What a name came to, with the choice left to whoever is at the terminal. A fuzzy hit is always asked about. */
export async function decided(
  context: Context,
  text: string,
  result: Meant,
  { unknown = refused, hint }: { readonly unknown?: Unknown; readonly hint?: string } = {},
): Promise<NamedContact> {
  if (result.kind === 'one') return result.found;
  if (result.kind === 'none') return unknown(text, []);
  const { candidates, count, fuzzy } = result;
  // Whoever cannot choose is told of the first.
  const told = context.prompt === null ? candidates.slice(0, MOST_CANDIDATES) : candidates;
  const labels = describedApart(told, context.clock);
  if (context.prompt !== null) {
    const list = candidates.map((person, i) => ({ name: labels[i] ?? person.name, value: person }));
    const question = fuzzy ? `Nobody is called "${text}". Did you mean` : `Which "${text}"?`;
    const nobody = { name: 'none of them', value: null };
    // Whoever types a surname here means it: the list narrows, and nobody else is taken.
    const chosen = await context.prompt.search<NamedContact | null>(question, (typed) => [
      ...list.filter(({ name }) => fold(name).includes(fold(typed))),
      nobody,
    ]);
    return chosen ?? unknown(text, candidates);
  }
  throw new NetError(
    fuzzy ? 'not-found' : 'ambiguous',
    fuzzy
      ? `nobody is called "${text}"; near it: ${shortened(labels, count)}`
      : `"${text}" could be ${shortened(labels, count)}`,
    hint ?? idHint(text, candidates),
    told.map(({ short }, i): Candidate => ({ id: short, label: labels[i] ?? short })),
  );
}

/** The shortest that means this person and nobody else: `ana`, `ana silva`, or the id. What hints suggest to type. */
export function typedName(db: Db, contact: Typed): string {
  return shortestOf(contact, (name) => meansOnly(db, name, contact.id));
}

/** Whom `typedName` names. */
export type Typed = Pick<NamedContact, 'id' | 'name' | 'short'>;

/** The first of the ways to type somebody that means them, else their id. */
export function shortestOf({ name: whole, short }: Typed, isMeant: (name: string) => boolean): string {
  const words = foldedWords(whole);
  const names = words.length > MOST_NAME_WORDS ? words.slice(0, 1) : [words[0] ?? '', words.join(' ')];
  return names.find((name) => name.length > 1 && !/^\d+$/.test(name) && isMeant(name)) ?? short;
}

/** The whole name as one argument, where it means them and ends where it is quoted; else the id. */
export function quotedName(db: Db, { id, name, short }: NamedContact): string {
  return /\s/.test(name.trim()) && !name.includes(',') && meansOnly(db, name, id) ? shellWord(name) : short;
}

function meansOnly(db: Db, query: string, id: string): boolean {
  const resolved = meantBy(db, query, 1);
  return resolved.kind === 'one' && resolved.found.id === id && namesByKey(db, query).length === 0;
}
