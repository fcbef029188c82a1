import type { WordsOf } from './plain.ts';

/** What was typed of a name. */
export interface TypedName {
  /** As it stands on the line; it stays as it is, and the rest is put behind it. */
  readonly text: string;
  /** The words of the name that stand before it. */
  readonly before: readonly string[];
  /** All of it folded, with blanks between the words: `ana si`; `ana ` where a whole word was typed. */
  readonly beginning: string;
}

/** What was typed of a name, or null where that is none. */
export function typedName(text: string, before: readonly string[], wordsOf: WordsOf): TypedName | null {
  const words = wordsOf(text);
  if (words.length === 0 && text !== '') return null;
  const open = words.length === 0 || /[\s-]$/.test(text) ? [''] : [];
  return { text, before, beginning: [...before, ...words, ...open].join(' ') };
}

/**
 * What was typed, with the rest of a folded name behind it: `Jo` of `jose garcia` is `Jose-garcia`. Blanks only where some were typed. The
 * folded name itself where that would be another one.
 */
export function finished({ text, before, beginning }: TypedName, called: string, wordsOf: WordsOf): string {
  const between = /\s/.test(text) ? ' ' : '-';
  const value = text + called.slice(beginning.length).replaceAll(' ', between);
  const own = called.split(' ').slice(before.length).join(' ');
  return wordsOf(value).join(' ') === own.trim() ? value : own.replaceAll(' ', '-');
}
