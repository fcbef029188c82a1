import { isAscii, plain } from './plain.ts';

/** Words that carry no subject: in needs and offers they match everything. */
const COMMON = new Set(
  (
    'a an the and or of for to in on at by with from into about as is are be my her his their our your its some any someone ' +
    'somebody anyone people person good new great who that this more help needs need looking find finding get getting want ' +
    'wants offer offers can could would like way ways'
  ).split(' '),
);

/** Most texts need no more; an expression of all letters takes long to make. */
const ASCII_WORD = /[a-z0-9+#]+/g;

const ENDINGS = ['ings', 'ing', 'ers', 'er', 'ors', 'or', 'ies', 'ed', 'es', 's', 'y', 'e'];

/** A text as the set of its telling words, without accents, case and the commonest endings. */
export function telling(text: string): Set<string> {
  const said = plain(text);
  const words = said.match(isAscii(said) ? ASCII_WORD : /[\p{L}\p{N}+#]+/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stem));
}

function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/**
 * How well an offer meets a need, from 0 to 1: the share of the shorter one's telling words that the other has too. A match is at
 * least one half.
 */
export function overlap(need: string, offer: string): number {
  return shareOf(telling(need), telling(offer));
}

function shareOf(wanted: ReadonlySet<string>, offered: ReadonlySet<string>): number {
  const shorter = Math.min(wanted.size, offered.size);
  if (shorter === 0) return 0;
  return [...wanted].filter((word) => offered.has(word)).length / shorter;
}

/** `telling` that remembers what it has told, for comparing the same texts many times. */
export function rememberedTelling(): typeof telling {
  const known = new Map<string, Set<string>>();
  return (text) => {
    const words = known.get(text) ?? telling(text);
    known.set(text, words);
    return words;
  };
}

/** The best of several offers for any of several needs, or null where none fits. Ties go to the first. */
export function bestMatch<O>(
  needs: readonly string[],
  offers: readonly O[],
  textOf: (offer: O) => string,
  tell: typeof telling = telling,
): { readonly need: string; readonly offer: O } | null {
  let best: { need: string; offer: O; value: number } | null = null;
  for (const need of needs) {
    for (const offer of offers) {
      const value = shareOf(tell(need), tell(textOf(offer)));
      if (value >= 0.5 && value > (best?.value ?? 0)) best = { need, offer, value };
    }
  }
  return best === null ? null : { need: best.need, offer: best.offer };
}
