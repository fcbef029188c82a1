import { basename, dirname } from 'node:path';
import type { ImportedExchange, ImportedPerson, ImportedTalk, Meant } from '../../domain/imported.ts';
import type { Part } from '../../formats/record.ts';

/** A key that was made up of a name, an address or a number, since the file has no ids: it changes with what it was made of. */
const MADE = /^(?:name|email|phone):/;

/** Two rows of a file with the same made-up key are told apart by their order. */
const NUMBERED = /#\d+$/;

export function isMade(key: string): boolean {
  return MADE.test(key);
}

/** Where a made-up key names the file. */
const SCOPE = / in [^ ]*$/;

/** A made-up key without its file, and without its number among those that are the same. */
export function baseOf(key: string): string {
  return key.replace(NUMBERED, '').replace(SCOPE, '');
}

/** A made-up key with another number among those that are the same. */
export function numbered(key: string, count: number): string {
  return `${key.replace(NUMBERED, '')}#${count}`;
}

/** Whether two made-up keys are of the same file. */
export function isSameFile(a: string, b: string): boolean {
  return scopeOf(a) === scopeOf(b);
}

/** The file of a made-up key; empty for one without. */
export function scopeOf(key: string): string {
  return SCOPE.exec(key.replace(NUMBERED, ''))?.[0] ?? '';
}

/** Whether a made-up key has nothing but a name. */
export function isNameAlone(key: string): boolean {
  return /^name:.*(?:\||, ?)$/.test(baseOf(key));
}

/** A file is the same one whatever day or copy its name tells of. */
function nameOf(path: string): string {
  return basename(path)
    .toLowerCase()
    .replace(/ ?\(\d+\)| copy\b|\d{1,2}(?:[-_.]\d{1,2}(?!\d))+(?:[-_.]\d{4})?|\d{4,}(?:[-_.]\d{1,2})*/g, '')
    .replace(/[-_ ]+(?=\.|$)/g, '')
    .replaceAll(' ', '-');
}

/** What each of some files is called in keys: the directory, too, of those that have one name and come in together. */
export function scopesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const directories = Map.groupBy([...new Set(paths)], (path) => basename(path).toLowerCase());
  return new Map(
    paths.map((path) => {
      const isAlone = directories.get(basename(path).toLowerCase())?.length === 1;
      const directory = basename(dirname(path)).toLowerCase().replaceAll(' ', '-');
      return [path, isAlone ? nameOf(path) : `${directory}/${nameOf(path)}`];
    }),
  );
}

/**
 * Puts the file into every key that was made up: the same name in another list may be somebody else, and what one list has dropped another
 * may still say.
 */
export function scoping(scope: string): (part: Part) => Part {
  const inFile = (key: string) =>
    isMade(key) ? `${key.replace(NUMBERED, '')} in ${scope}${NUMBERED.exec(key)?.[0] ?? ''}` : key;
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
