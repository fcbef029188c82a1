import { foldedWords } from '../domain/fold.ts';
import { levelOf } from '../domain/names.ts';
import { contactsAt } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { type NamedContact, namesLike, namesNear, namesOf } from '../store/names.ts';

/** People who are probably the one to be added: the same or nearly the same name, or the same e-mail, number or address. */
export function namesakes(db: Db, name: string, reaches: readonly string[]): NamedContact[] {
  const words = foldedWords(name);
  const same = namesLike(db, name).filter(
    (person) => levelOf(name, person) !== null || levelOf(person.name, { name, nickname: null }) !== null,
  );
  const near =
    words.length < 2
      ? []
      : namesNear(db, name).filter((person) => foldedWords(person.name).length === words.length);
  const reached = reaches.flatMap((value) =>
    namesOf(
      db,
      contactsAt(db, value).map(({ id }) => id),
    ),
  );
  const found = [...same, ...near, ...reached];
  return found.filter((person, i) => found.findIndex(({ id }) => id === person.id) === i);
}
