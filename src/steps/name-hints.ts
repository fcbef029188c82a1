import { NetError } from '../domain/error.ts';
import { type TypedWord, textFrom } from '../domain/words/typed-words.ts';
import { shellWord, shellWords } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import type { NamedContact } from '../store/names.ts';
import { quotedName } from './who.ts';

/** A command and its words, as a hint repeats them. */
export interface CommandLine {
  readonly db: Db;
  readonly verb: string;
  readonly words: readonly TypedWord[];
}

/** How to say that somebody is meant and the rest is text, or how to add who was named. */
export function wayOut(
  { db, verb, words }: CommandLine,
  at: number,
  [first]: readonly NamedContact[],
  name: string,
): string {
  if (first === undefined) return `add them: net add ${shellWords(name)}`;
  const line = [typed(words.slice(0, at)), quotedName(db, first), typed(words.slice(at + 1))];
  const command = ['net', verb, ...line.filter((part) => part !== '')].join(' ');
  return `for ${first.name}: ${command}; to add somebody: net add ${shellWords(name)}`;
}

/** Words that begin with no name at all. */
export function noName({ verb, words }: Pick<CommandLine, 'verb' | 'words'>, at: number): NetError {
  const [first] = words.slice(at);
  return new NetError(
    'not-found',
    `nobody is called "${first?.text.replace(/,$/, '').trim() ?? ''}"`,
    `say who first, then what: net ${verb} WHO ${typed(words.slice(at))}`,
  );
}

/** Words as they may be typed again. */
function typed(words: readonly TypedWord[]): string {
  return textFrom(
    words.map((word) => ({ ...word, text: shellWord(word.text) })),
    0,
  );
}

/** Who and what in one pair of quotes: no name that is offered to be added. */
export function allQuoted({ verb, words }: Pick<CommandLine, 'verb' | 'words'>, text: string): NetError {
  return new NetError(
    'not-found',
    `nobody is called "${text.trim()}"`,
    `who and what go without quotes around both: net ${verb} ${typed(words)}`,
  );
}
