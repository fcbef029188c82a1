import { hash } from 'node:crypto';
import type { ImportedPerson } from '../domain/imported.ts';
import { plain } from '../domain/words/plain.ts';

/** So many characters of what a file calls somebody, or something, are kept to know it again by. */
export const LONGEST_KEY = 200;

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
  /** What was said under each key, in few bytes: of nearly all keys one thing, and of one that was made up none. */
  const said = new Map<string, number | Set<number>>();
  return (person) => {
    const told = JSON.stringify({ ...person, line: 0 });
    // Read anew, so that nothing that is kept of somebody holds the part of the file that it was cut out of.
    const own = JSON.parse(told) as ImportedPerson;
    const base = own.key.slice(0, LONGEST_KEY);
    const before = said.get(base);
    const now = shortDigest(told);
    if (before === undefined) {
      said.set(base, now);
      return { ...own, line: person.line, key: base };
    }
    const all = typeof before === 'number' ? new Set([before]) : before;
    if (all.has(now)) return null;
    said.set(base, all.add(now));
    let count = Math.max(all.size, 2);
    while (said.has(numbered(base, count))) count++;
    said.set(numbered(base, count), new Set());
    return { ...own, line: person.line, key: numbered(base, count) };
  };
}

/** A text in few characters, the same for the same text: for keys, and to remember many texts in little room. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 27);
}

/** 48 bits are enough to tell apart what is said under one key. */
function shortDigest(text: string): number {
  return hash('sha256', text, 'buffer').readUIntBE(0, 6);
}

function numbered(base: string, count: number): string {
  return `${base}#${count}`;
}
