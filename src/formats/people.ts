import type { ImportedPerson } from '../domain/imported.ts';
import { plain } from '../domain/words/plain.ts';

const LONGEST_KEY = 200;

/** A value as it stands on one line: no line breaks, single spaces. */
export function oneLine(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** The first of some texts that is not empty. */
export function firstOf(...texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text) => text !== null && text !== undefined && text !== '') ?? null;
}

/** Texts without the empty ones and without repetitions, whatever their case and accents. */
export function unique(texts: readonly string[]): readonly string[] {
  const seen = new Set(['']);
  return texts.filter((text) => {
    const key = plain(text);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Two people with the same key are told apart by `#2`, in the order of the file. The same person word for word is there once. */
export function distinct(people: readonly ImportedPerson[]): {
  readonly people: readonly ImportedPerson[];
  readonly repeated: number;
} {
  const seen = new Set<string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const kept: ImportedPerson[] = [];
  for (const person of people) {
    const said = JSON.stringify({ ...person, line: 0 });
    if (seen.has(said)) continue;
    seen.add(said);
    const base = person.key.slice(0, LONGEST_KEY);
    let count = (counts.get(base) ?? 0) + 1;
    while (taken.has(numbered(base, count))) count++;
    counts.set(base, count);
    taken.add(numbered(base, count));
    kept.push({ ...person, key: numbered(base, count) });
  }
  return { people: kept, repeated: people.length - kept.length };
}

function numbered(base: string, count: number): string {
  return count === 1 ? base : `${base}#${count}`;
}

/** How often each word is there. */
export function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}
