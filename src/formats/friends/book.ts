import type { ImportedPerson } from '../../domain/imported.ts';
import { distinct } from '../people.ts';
import { type Friend, nameKey, someone } from './friend.ts';

/** Who is meant by a name: a key, or why it is nobody in particular. */
export type Who = { readonly key: string } | { readonly reason: string };

/** Everybody in the file, to be found by name and nickname. */
export interface Book {
  /** False for the same line twice. */
  readonly add: (friend: Friend) => boolean;
  /** Whom a name means. Nobody who is listed: then somebody new, first named in that line. Only for when all are added. */
  readonly find: (name: string, line: number) => Who;
  readonly note: (key: string, text: string) => void;
  readonly people: () => readonly ImportedPerson[];
}

interface Entry {
  readonly person: ImportedPerson;
  readonly notes: string[];
}

/** An empty book. Its keys are the folded names. */
export function book(): Book {
  const once = distinct();
  const entries = new Map<string, Entry>();
  const byName = new Map<string, string>();
  const byNickname = new Map<string, Set<string>>();
  const enter = (person: ImportedPerson): string | null => {
    const known = once(person);
    if (known === null) return null;
    entries.set(known.key, { person: known, notes: [] });
    // Two names may fold to one key: as they are written, they are still two.
    for (const name of [`=${known.name}`, nameKey(known.name)])
      byName.set(name, byName.get(name) ?? known.key);
    return known.key;
  };
  return {
    add: ({ person, nicknames }) => {
      const key = enter(person);
      if (key === null) return false;
      for (const nickname of nicknames.map(nameKey))
        byNickname.set(nickname, (byNickname.get(nickname) ?? new Set()).add(key));
      return true;
    },
    find: (name, line) => {
      const named = byName.get(`=${name}`) ?? byName.get(nameKey(name));
      if (named !== undefined) return { key: named };
      const [first, second] = byNickname.get(nameKey(name)) ?? [];
      if (first === undefined) return { key: enter(someone(line, name)) ?? nameKey(name) };
      if (second === undefined) return { key: first };
      const both = [first, second].map((key) => entries.get(key)?.person.name).join(' or ');
      return { reason: `the nickname ${name} may mean ${both}` };
    },
    note: (key, text) => entries.get(key)?.notes.push(text),
    people: () =>
      [...entries.values()].map(({ person, notes }) => ({ ...person, notes: [...person.notes, ...notes] })),
  };
}
