import { NetError } from '../../domain/error.ts';
import { numberedLines } from '../lines.ts';
import { distinct } from '../people.ts';
import type { Part, Reject, SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { readCard } from './card.ts';
import { type Card, splitCards } from './cards.ts';
import { type Links, linked, linksAmong, pointsElsewhere } from './links.ts';

/**
 * The people in a file of vCards, one card after the other. Throws `rejected` where there is no card at all; whatever else cannot be read
 * is a reject.
 */
export function* parseCards(file: SourceFile): Generator<Part> {
  const links = linksOf(file);
  const once = distinct();
  let cards = 0;
  for (const part of cardsOf(file)) {
    if ('reason' in part) yield { reject: part };
    else {
      cards++;
      yield* partsOf(part, links, once);
    }
  }
  if (cards === 0)
    throw new NetError('rejected', 'there is no card in this file', 'a card begins with a line BEGIN:VCARD');
}

function cardsOf(file: SourceFile): Generator<Card | Reject> {
  return splitCards(numberedLines(blocksOf(file)));
}

/** A group may stand before or after its members: where there are any, the file is read once for them alone. */
function linksOf(file: SourceFile): Links | null {
  for (const block of blocksOf(file)) if (pointsElsewhere(block)) return linksAmong(cardsAlone(file));
  return null;
}

function* cardsAlone(file: SourceFile): Generator<Card> {
  for (const part of cardsOf(file)) if ('lines' in part) yield part;
}

function* partsOf(card: Card, links: Links | null, once: ReturnType<typeof distinct>): Generator<Part> {
  const { person, rejects, skipped } = readCard(card);
  const known = person === null ? null : once(person);
  if (person !== null)
    yield known === null
      ? { skipped: 'repeated card' }
      : { person: links === null ? known : linked(known, person.key, links) };
  for (const reject of rejects) yield { reject };
  if (!card.ended)
    yield { remark: { line: card.line, reason: 'this card has no end: the file may have been cut off' } };
  for (const kind of skipped) yield { skipped: kind };
}
