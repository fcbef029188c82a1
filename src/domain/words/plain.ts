/** A text for comparing: lower case, no accents (composed or not), single spaces. */
export function plain(text: string): string {
  const bare = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The words of a text, as names are compared: folded, and without punctuation. */
export type WordsOf = (text: string) => string[];

/** The words of a text as `foldedWords` has them, where `plain` leaves nothing but English letters: those of other scripts are dear to load. */
export function plainWords(text: string): string[] {
  return (
    plain(text)
      .replace(/['’]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/**
 * What two texts have in common that say the same: lower case, single spaces, no accents on Latin letters. The marks of other scripts
 * tell words apart.
 */
export function textKey(text: string): string {
  const bare = isAscii(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
        .normalize('NFC');
  return bare.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Whether a text has no letter beyond English: most of them, for which the rules of all others are dear to load. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
