import { hash } from 'node:crypto';
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

/**
 * Sees to it that the people of a file have keys of their own: two with the same are told apart by `#2`, in the order of the file. Null for
 * the same person word for word, who is there once.
 */
export function distinct(): (person: ImportedPerson) => ImportedPerson | null {
  const seen = new Set<string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (person) => {
    const said = digest(JSON.stringify({ ...person, line: 0 }));
    if (seen.has(said)) return null;
    seen.add(said);
    const base = person.key.slice(0, LONGEST_KEY);
    let count = (counts.get(base) ?? 0) + 1;
    while (taken.has(numbered(base, count))) count++;
    counts.set(base, count);
    taken.add(numbered(base, count));
    return { ...person, key: numbered(base, count) };
  };
}

/** A text in few characters, the same for the same text: for keys, and to remember many texts in little room. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 27);
}

function numbered(base: string, count: number): string {
  return count === 1 ? base : `${base}#${count}`;
}
