import { foldedWords } from '../domain/words/fold.ts';
import { levelOf } from '../domain/words/names.ts';
import type { Clock } from '../host/clock.ts';
import type { Prompt } from '../host/prompt.ts';
import { contactsAt } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { type NamedContact, namesLike, namesOf } from '../store/names.ts';
import { namesNear } from '../store/near-names.ts';
import { describedApart } from './described.ts';
import { distinct } from './who.ts';

/** Asks whether one of the namesakes is meant. Null where somebody of that name is to be added. */
export function whichNamesake(
  prompt: Prompt,
  clock: Clock,
  name: string,
  people: readonly NamedContact[],
): Promise<NamedContact | null> {
  const labels = describedApart(people, clock);
  return prompt.select<NamedContact | null>('Is this somebody you know?', [
    ...people.map((person, i) => ({ name: `it is ${labels[i]}: add nobody`, value: person })),
    { name: `${name} is somebody else: add them`, value: null },
  ]);
}

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
  return distinct([...same, ...near, ...reached]);
}
