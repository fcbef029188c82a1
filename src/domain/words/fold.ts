import anyAscii from 'any-ascii';
import { plain } from './plain.ts';

/** A name as it is compared and searched: `plain`, and in ASCII letters, so that ø, ł, ß and 王 can be typed on any keyboard. */
export function fold(text: string): string {
  const letters = plain(text);
  return /^[ -~]*$/.test(letters) ? letters : plain(anyAscii(letters));
}

/** The words of a folded name, without punctuation. */
export function foldedWords(text: string): string[] {
  return (
    fold(text)
      .replace(/['’]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** What names are listed and looked up by: the folded words in one text; of a name without any the folded name. */
export function nameKey(name: string): string {
  return foldedWords(name).join(' ') || fold(name);
}
