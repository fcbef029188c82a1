import { NetError } from '../../domain/error.ts';
import { distinct, tally } from '../people.ts';
import type { ParsedFile, Reject } from '../record.ts';
import { type ReadCard, readCard } from './card.ts';
import { splitCards } from './cards.ts';
import { linked } from './links.ts';

/** The people in a text of vCards. Throws `rejected` where there is no card at all; whatever else cannot be read is a reject. */
export function parseCards(text: string): ParsedFile {
  const rejects: Reject[] = [];
  const cards: ReadCard[] = [];
  for (const part of splitCards(text)) {
    if ('reason' in part) rejects.push(part);
    else cards.push(readCard(part));
  }
  if (cards.length === 0) {
    throw new NetError('rejected', 'there is no card in this file', 'a card begins with a line BEGIN:VCARD');
  }
  const { people, repeated } = distinct(cards.flatMap(({ person }) => person ?? []));
  const groups = cards.flatMap(({ group }) => group ?? []);
  return {
    people: linked(people, groups),
    rejects: [...rejects, ...cards.flatMap((card) => card.rejects)].sort((a, b) => a.line - b.line),
    skipped: tally([
      ...cards.flatMap(({ skipped }) => skipped),
      ...Array.from({ length: repeated }, () => 'repeated card'),
    ]),
  };
}
