import { levelOf } from '../domain/names.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { type NamedContact, namesLike } from '../store/names.ts';
import { decided, distinct, meant, whoAre } from './who.ts';

/** The words of a command line that begin with who and go on with a text, neither of them in quotes. */
export interface WhoAndText {
  readonly people: readonly NamedContact[];
  readonly text: string;
}

const LONGEST_NAME = 4;

/**
 * Finds where the names end and the text begins: `ana, ben coffee yesterday`, `ana silva coffee`, `"Ana Silva" coffee`. `unknown` is
 * asked about a name that nobody has; it adds them or throws.
 */
export async function whoAndText(
  db: Db,
  context: Context,
  args: readonly string[],
  unknown?: (name: string) => Promise<NamedContact>,
): Promise<WhoAndText> {
  const [first = ''] = args;
  if (first.trim().includes(' ')) {
    return { people: await whoAre(db, context, first), text: args.slice(1).join(' ') };
  }
  const words = tokens(args);
  const people: NamedContact[] = [];
  let at = 0;
  for (let more = true; more; ) {
    const length = nameLength(db, context, words, at);
    const name = words
      .slice(at, at + length)
      .join(' ')
      .replace(/,$/, '');
    people.push(await person(db, context, name, unknown));
    at += length;
    more = (words[at - 1] ?? '').endsWith(',') && at < words.length;
  }
  return { people: distinct(people), text: words.slice(at).join(' ') };
}

/** `ana,ben` are two words with a comma after the first; what comes after the names stays as it was typed. */
function tokens(args: readonly string[]): string[] {
  const [first = '', ...rest] = args;
  const names = first.split(',').filter((part) => part !== '');
  const list = names.map((part, i) => (i < names.length - 1 || first.endsWith(',') ? `${part},` : part));
  return [...list, ...rest];
}

async function person(
  db: Db,
  context: Context,
  name: string,
  unknown: ((name: string) => Promise<NamedContact>) | undefined,
): Promise<NamedContact> {
  const result = meant(db, context, name);
  return result.kind === 'none' && unknown !== undefined ? unknown(name) : decided(context, name, result);
}

/** How many words from `at` on are one name: a full name before a first name, and more words only where they decide. */
function nameLength(db: Db, context: Context, words: readonly string[], at: number): number {
  const end = words.findIndex((word, i) => i >= at && word.endsWith(','));
  const most = Math.min(LONGEST_NAME, (end < 0 ? words.length : end + 1) - at);
  const names = Array.from({ length: most }, (_, i) =>
    words
      .slice(at, at + i + 1)
      .join(' ')
      .replace(/,$/, ''),
  );
  for (let length = most; length > 1; length--) {
    const name = names[length - 1] ?? '';
    const levels = namesLike(db, name).map((found) => levelOf(name, found));
    if (levels.includes('exact') || levels.includes('nickname')) return length;
  }
  const alone = meant(db, context, names[0] ?? '');
  if (alone.kind === 'several' && !alone.fuzzy) {
    for (let length = most; length > 1; length--) {
      if (meant(db, context, names[length - 1] ?? '').kind === 'one') return length;
    }
  }
  if (alone.kind === 'one' || (alone.kind === 'several' && !alone.fuzzy)) return 1;
  return end >= at && end - at < LONGEST_NAME ? end - at + 1 : capitalized(words, at, most);
}

/** An unknown name as it is usually written: the words that begin with a capital letter. */
function capitalized(words: readonly string[], at: number, most: number): number {
  const lower = words.slice(at, at + most).findIndex((word) => !/^\p{Lu}/u.test(word));
  return Math.max(1, lower < 0 ? most : lower);
}
