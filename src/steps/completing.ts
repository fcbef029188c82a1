import { isAscii, plain, plainWords, type WordsOf } from '../domain/words/plain.ts';
import type { Db } from '../store/db.ts';
import { glance } from '../store/glance.ts';
import { type Offered, peopleOffered } from './completing/people.ts';

/** What is looked up in the file. */
export type Kind = 'who' | 'group' | 'gathering' | 'target';

/** What was typed of it, and the words before that may belong to the same name. */
export interface Begun {
  readonly typed: string;
  readonly before: readonly string[];
  /** Whether an "and" stands right before it. */
  readonly afterAnd: boolean;
}

/** A list of more is cut: who wants the rest types another letter. */
const MOST = 100;

/** What in a file begins as what was typed does. Empty where the file cannot be read at once, whatever the reason. */
export async function lookedUp(file: string, kind: Kind, begun: Begun): Promise<readonly Offered[]> {
  const look = kind === 'who' ? await lookForPeople(file, begun) : await lookForOthers(file, kind, begun);
  return [...new Map(look.map((offered) => [offered.value, offered])).values()].slice(0, MOST);
}

async function lookForPeople(file: string, { typed, before, afterAnd }: Begun): Promise<readonly Offered[]> {
  const isPlain = [typed, ...before].every((text) => isAscii(plain(text)));
  const wordsOf: WordsOf = isPlain ? plainWords : (await import('../domain/words/fold.ts')).foldedWords;
  return glance(file, (db) => peopleOffered(db, typed, before, wordsOf, afterAnd)) ?? [];
}

async function lookForOthers(
  file: string,
  kind: Exclude<Kind, 'who'>,
  { typed }: Begun,
): Promise<readonly Offered[]> {
  const { groupsOffered, gatheringsOffered, targetsOffered } = await import('./completing/groups.ts');
  const LOOKS: Readonly<Record<typeof kind, (db: Db, text: string) => readonly Offered[]>> = {
    group: groupsOffered,
    gathering: gatheringsOffered,
    target: targetsOffered,
  };
  return glance(file, (db) => LOOKS[kind](db, typed)) ?? [];
}
