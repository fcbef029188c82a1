import { fold, foldedWords } from './fold.ts';

/** Whether a text names somebody by one of the names, each the folded words that it is made of, one after the other. */
export function mentions(text: string, names: readonly (readonly string[])[]): boolean {
  const folded = fold(text).replace(/['’]/g, '');
  const possible = names.filter((name) => name.length > 0 && name.every((word) => folded.includes(word)));
  if (possible.length === 0) return false;
  // The 's of "Ana's" is no part of the name.
  const words = foldedWords(text.replace(/['’]s\b/gi, ''));
  return possible.some((name) => words.some((_, at) => name.every((word, i) => words[at + i] === word)));
}
