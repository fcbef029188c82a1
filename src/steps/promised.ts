import { isOpenPromise } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { listed } from '../render/text.ts';
import { quoted } from '../render/words.ts';

/** What is promised to somebody and is open still: `you promised Ana Silva "the deck" and "a book"`. Null where nothing is. */
export function promisedText({ contact, open }: Person): string | null {
  const promised = open.filter(isOpenPromise).map(({ text }) => quoted(text));
  return promised.length === 0 ? null : `you promised ${contact.name} ${listed(promised)}`;
}

/** The same of several people, each with what they were promised. */
export function promisedTexts(people: readonly Person[]): string | null {
  const said = people.map(promisedText).filter((text) => text !== null);
  return said.length === 0 ? null : listed(said);
}
