import { basename } from 'node:path';
import type { ImportedExchange, ImportedPerson, ImportedTalk, Meant } from '../../domain/imported.ts';
import type { Part } from '../../formats/record.ts';

/** A key that was made up of a name, an address or a number, since the file has no ids: it changes with what it was made of. */
const MADE = /^(?:name|email|phone):/;

/** Two rows of a file with the same made-up key are told apart by their order. */
const NUMBERED = /#\d+$/;

export function isMade(key: string): boolean {
  return MADE.test(key);
}

/** A made-up key without its number among those that are the same. */
export function baseOf(key: string): string {
  return key.replace(NUMBERED, '');
}

/**
 * Puts the file into every key that was made up: the same name in another list may be somebody else, and what one list has dropped another
 * may still say. A file is the same one whatever day or copy its name tells of.
 */
export function scoping(path: string): (part: Part) => Part {
  const scope = basename(path)
    .toLowerCase()
    .replace(/ ?\(\d+\)| copy\b|\d{4,}|\d{1,2}(?:[-_.]\d{1,2})+|[-_.]\d{2}(?=[-_.])/g, '')
    .replace(/[-_ ]+(?=\.|$)/g, '');
  const inFile = (key: string) =>
    isMade(key) ? `${baseOf(key)} in ${scope}${NUMBERED.exec(key)?.[0] ?? ''}` : key;
  const meant = (one: Meant): Meant => ('key' in one ? { key: inFile(one.key) } : one);
  const person = (one: ImportedPerson): ImportedPerson => ({
    ...one,
    key: inFile(one.key),
    via: one.via === null ? null : inFile(one.via),
  });
  const talk = (one: ImportedTalk): ImportedTalk => ({ ...one, people: one.people.map(meant) });
  const exchange = (one: ImportedExchange): ImportedExchange => ({ ...one, person: meant(one.person) });
  return (part) => {
    if ('person' in part) return isMade(part.person.key) ? { person: person(part.person) } : part;
    if ('talk' in part) return { talk: talk(part.talk) };
    return 'exchange' in part ? { exchange: exchange(part.exchange) } : part;
  };
}
