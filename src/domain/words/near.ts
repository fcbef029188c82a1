/** Whether two words differ by at most one letter more, less, other, or two swapped: most typing mistakes. */
export function isNear(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  const rest = longer.slice(at + 1);
  if (shorter.length < longer.length) return shorter.slice(at) === rest;
  const swapped = shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at];
  return shorter.slice(at + 1) === rest || (swapped && shorter.slice(at + 2) === longer.slice(at + 2));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Every folded word that `isNear` to one and long enough for a typing mistake to be forgiven, the word itself included. */
export function nearTo(word: string): string[] {
  const near = new Set([word]);
  for (let at = 0; at <= word.length; at++) {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    near.add(before + after);
    near.add(before + after.slice(0, 1) + letter + after.slice(1));
    for (const other of LETTERS) {
      near.add(before + other + letter + after);
      if (letter !== '') near.add(before + other + after);
    }
  }
  return [...near].filter((other) => other.length >= SHORTEST);
}

/** The shortest word in which a typing mistake is forgiven: below it everything is near to everything. */
export const SHORTEST = 3;

/**
 * How well a misspelled name meets a name: how many of its words are written as they are, or null where one of them is near none. Every
 * wanted word needs a word of its own.
 */
export function nearness(wanted: readonly string[], words: readonly string[]): number | null {
  const left = [...words];
  let exact = 0;
  for (const word of wanted) {
    const fits = (known: string) =>
      known.startsWith(word) || (Math.min(word.length, known.length) >= SHORTEST && isNear(word, known));
    const same = left.indexOf(word);
    const at = same >= 0 ? same : left.findIndex(fits);
    if (at < 0) return null;
    if (same >= 0) exact++;
    left.splice(at, 1);
  }
  return exact;
}
