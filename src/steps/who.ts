import { currentPlan } from '../domain/agenda/plan.ts';
import { type Candidate, NetError } from '../domain/error.ts';
import { foldedWords } from '../domain/fold.ts';
import { resolveName } from '../domain/names.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { type NamedContact, namesByKey, namesLike, namesNear, namesOf } from '../store/names.ts';
import { lastPlan } from '../store/plans.ts';
import { shortened } from './choose.ts';

/** Whom a word may mean, before anybody is asked. */
export type Meant =
  | { readonly kind: 'one'; readonly found: NamedContact }
  | { readonly kind: 'several'; readonly candidates: readonly NamedContact[]; readonly fuzzy: boolean }
  | { readonly kind: 'none' };

const MOST_NEAR = 5;

/** A list number, a short id, an e-mail address, or a name in any of the ways in which names may be typed. */
export function meant(db: Db, context: Context, text: string): Meant {
  const query = text.trim();
  if (/^\d{1,3}$/.test(query)) return { kind: 'one', found: lineNumber(db, context, Number(query)) };
  const [keyed, ...more] = namesByKey(db, query);
  if (keyed !== undefined) {
    return more.length === 0
      ? { kind: 'one', found: keyed }
      : { kind: 'several', candidates: [keyed, ...more], fuzzy: false };
  }
  const named = resolveName(query, namesLike(db, query));
  const resolution = named.kind === 'none' ? resolveName(query, [], namesNear(db, query, MOST_NEAR)) : named;
  return resolution.kind === 'several'
    ? { kind: 'several', candidates: resolution.candidates, fuzzy: resolution.level === 'fuzzy' }
    : resolution;
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

/** The one person that a text means. On a terminal a choice is offered; elsewhere `ambiguous` or `not-found`. */
export async function whoIs(db: Db, context: Context, text: string): Promise<NamedContact> {
  if (text.trim() === '')
    throw new NetError('usage', 'it does not say who', 'name somebody: net show "Ana Silva"');
  return decided(context, text, meant(db, context, text));
}

/** Several people, separated by commas. */
export async function whoAre(db: Db, context: Context, text: string): Promise<NamedContact[]> {
  const people: NamedContact[] = [];
  for (const name of text.split(',').filter((part) => part.trim() !== ''))
    people.push(await whoIs(db, context, name));
  if (people.length === 0) await whoIs(db, context, '');
  return distinct(people);
}

export function distinct(people: readonly NamedContact[]): NamedContact[] {
  return people.filter((person, i) => people.findIndex(({ id }) => id === person.id) === i);
}

/** What a name came to, with the choice left to whoever is at the terminal. A fuzzy hit is always asked about. */
export async function decided(context: Context, text: string, result: Meant): Promise<NamedContact> {
  if (result.kind === 'one') return result.found;
  if (result.kind === 'none') throw unknownName(text);
  const { candidates, fuzzy } = result;
  if (context.prompt !== null) {
    const list = candidates.map((person) => ({ name: described(person), value: person }));
    const question = fuzzy ? `Nobody is called "${text}". Did you mean` : `Which "${text}"?`;
    const nobody = { name: 'none of them', value: null };
    const chosen = await context.prompt.select<NamedContact | null>(question, [...list, nobody]);
    if (chosen === null) throw unknownName(text);
    return chosen;
  }
  throw new NetError(
    fuzzy ? 'not-found' : 'ambiguous',
    fuzzy
      ? `nobody is called "${text}"; near it: ${shortened(candidates.map(described))}`
      : `"${text}" could be ${shortened(candidates.map(described))}`,
    `say more of the name, or the id: ${candidates[0]?.short}`,
    candidates.map((person): Candidate => ({ id: person.short, label: described(person) })),
  );
}

export function unknownName(text: string): NetError {
  return new NetError('not-found', `nobody is called "${text.trim()}"`, `add them: net add ${text.trim()}`);
}

/** The shortest that means this person and nobody else: `ana`, `ana silva`, or the id. What hints suggest to type. */
export function typedName(db: Db, contact: Pick<NamedContact, 'id' | 'name' | 'short'>): string {
  const words = foldedWords(contact.name);
  const means = (query: string) => {
    const resolved = resolveName(query, namesLike(db, query));
    return resolved.kind === 'one' && resolved.found.id === contact.id;
  };
  const names = [words[0] ?? '', words.join(' ')].filter((name) => name.length > 1 && !/^\d+$/.test(name));
  return names.find(means) ?? contact.short;
}

/** A name with what tells namesakes apart: "Ana Silva (k3f9, Acme, Lisbon)". */
export function described({ name, short, org, city }: NamedContact): string {
  return `${name} (${[short, org, city].filter((part) => part !== null).join(', ')})`;
}
