import { foldedWords } from '../domain/words/fold.ts';
import { betweenCommas, isAnd, type TypedWord } from '../domain/words/typed-words.ts';
import type { Db } from '../store/db.ts';
import { namesLike } from '../store/names.ts';

/** A name of more pieces, or more words, is none that was typed. */
const MOST_PIECES = 6;
const MOST_WORDS = 12;

/** Whether a text is the whole name of somebody who has a comma in it: `anna müller, phd`. */
export function isCommaName(db: Db, text: string): boolean {
  return commaNames(db, text).has(keyOf(text));
}

/** The names of a list between commas; one that has a comma itself stays whole, and of these the longest is meant. */
export function namesBetweenCommas(db: Db, text: string): string[] {
  const pieces = betweenCommas(text);
  const names: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const found = nameFrom(db, pieces, at);
    if (found === null) {
      names.push(pieces[at] ?? '');
      at++;
      continue;
    }
    names.push(...found.before, found.name);
    at = found.last;
    if (found.rest === '') at++;
    else pieces[at] = found.rest;
  }
  return names;
}

interface FoundName {
  /** Who is named in front of it, with an "and". */
  readonly before: readonly string[];
  readonly name: string;
  /** The piece in which it ends, and what follows there after an "and". */
  readonly last: number;
  readonly rest: string;
}

/** The longest whole name with commas that begins in a piece, or after an "and" in it. */
function nameFrom(db: Db, pieces: readonly string[], at: number): FoundName | null {
  const most = Math.min(MOST_PIECES, pieces.length - at);
  if (most < 2) return null;
  for (const { head, tail } of cuts(pieces[at] ?? '')) {
    const [before, start] = tail === '' ? [[], head] : [[head], tail];
    const known = commaNames(db, start);
    if (known.size === 0) continue;
    for (let count = most; count > 1; count--) {
      const last = at + count - 1;
      for (const { head: end, tail: rest } of cuts(pieces[last] ?? '')) {
        const name = [start, ...pieces.slice(at + 1, last), end].join(', ');
        if (known.has(keyOf(name))) return { before, name, last, rest };
      }
    }
  }
  return null;
}

/** A piece whole, and what stands before and after each "and" in it. */
function cuts(piece: string): { readonly head: string; readonly tail: string }[] {
  const words = piece.split(/\s+/);
  const ands = words.flatMap((word, i) => (i > 0 && i < words.length - 1 && isAnd(word) ? [i] : []));
  return [
    { head: piece, tail: '' },
    ...ands.map((i) => ({ head: words.slice(0, i).join(' '), tail: words.slice(i + 1).join(' ') })),
  ];
}

/** How many words from one on are the whole name of somebody who has a comma in it, the longest; 0 where none are. */
export function commaNameLength(db: Db, words: readonly TypedWord[], at: number): number {
  const most = words.slice(at, at + MOST_WORDS);
  const quoted = most.findIndex((word) => word.quoted);
  const run = (quoted < 0 ? most : most.slice(0, quoted)).map(({ text }) => text);
  if (!run.slice(0, -1).some((word) => word.endsWith(','))) return 0;
  const known = commaNames(db, run[0] ?? '');
  if (known.size === 0) return 0;
  const lengths = run.map((_, i) => run.length - i);
  return lengths.find((length) => known.has(keyOf(run.slice(0, length).join(' ')))) ?? 0;
}

/** The names with commas that a text may begin, as they are compared. */
function commaNames(db: Db, text: string): ReadonlySet<string> {
  const names = namesLike(db, text).filter(({ name }) => name.includes(','));
  return new Set(names.map(({ name }) => keyOf(name)).filter((key) => key.includes(',')));
}

/** Folded, with a comma wherever there is one between words. */
function keyOf(text: string): string {
  return betweenCommas(text)
    .map((piece) => foldedWords(piece).join(' '))
    .filter((piece) => piece !== '')
    .join(',');
}
