import { foldedWords } from '../domain/words/fold.ts';
import { resolveName } from '../domain/words/names.ts';
import type { Db } from '../store/db.ts';
import { allNames, type NamedContact } from '../store/names.ts';
import { shortestOf, type Typed, typedName } from './who.ts';

/** For so many, looking each up is cheaper than reading everybody. */
const FEW = 20;

/** `typedName` of many people, by their ids: everybody's names are read once, not for each. */
export function typedNames(db: Db, contacts: readonly Typed[]): ReadonlyMap<string, string> {
  if (contacts.length <= FEW) return new Map(contacts.map((contact) => [contact.id, typedName(db, contact)]));
  const meant = meantAmong(allNames(db));
  return new Map(
    contacts.map((contact) => [contact.id, shortestOf(contact, (name) => meant(name) === contact.id)]),
  );
}

/**
 * Who alone is meant by a first or a whole name of somebody, as `meansOnly` has it. Such a name is met exactly, as a nickname or as a
 * first name at the latest: nobody without all its words comes into question.
 */
function meantAmong(people: readonly NamedContact[]): (name: string) => string | null {
  const keys = new Set(people.flatMap(({ id, short }) => [id, short]));
  const byName = Map.groupBy(
    people.flatMap((person) => keysOf(person).map((key) => ({ key, person }))),
    ({ key }) => key,
  );
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const resolved = resolveName(
      name,
      (byName.get(name) ?? []).map(({ person }) => person),
    );
    const id = resolved.kind === 'one' && !keys.has(name) ? resolved.found.id : null;
    known.set(name, id);
    return id;
  };
}

/** What somebody may be called in full: their whole name, their nickname, and the first word of each. */
function keysOf({ name, nickname }: NamedContact): readonly string[] {
  const words = [foldedWords(name), foldedWords(nickname ?? '')];
  return [...new Set(words.flatMap((own) => [own[0] ?? '', own.join(' ')]))];
}
