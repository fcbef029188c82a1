import { foldedWords } from '../../domain/words/fold.ts';
import { firstOf, oneLine } from '../people.ts';
import { component, type Entry, entriesOf, textOf, typeOf } from './entry.ts';

const LOCALITY = 3;

/** The city of the preferred address that has one, and every address that says more as a note. */
export function addressesOf(entries: readonly Entry[]): {
  readonly city: string | null;
  readonly notes: readonly string[];
} {
  const addresses = entries.filter(({ name }) => name === 'adr');
  const ranked = entriesOf(addresses, 'adr');
  const texts = ranked.map(({ parts }) => oneAddress(parts.flat().join('\n')));
  const labels = [
    ...addresses.map((entry) => ({ entry, text: oneAddress(entry.params.get('label') ?? '') })),
    ...entriesOf(entries, 'label').map((entry) => ({ entry, text: oneAddress(textOf(entry)) })),
  ];
  const known = new Set(labels.some(({ text }) => text !== '') ? texts.flatMap(foldedWords) : []);
  const city = firstOf(...ranked.map((entry) => component(entry, LOCALITY, ', ')));
  const more = ranked
    .map((entry, i) => ({ entry, text: texts[i] ?? '' }))
    .filter(({ entry, text }) => text !== city || addressNote(entry, text) !== `Address: ${text}`);
  return {
    city,
    notes: [
      ...more.map(({ entry, text }) => addressNote(entry, text)),
      ...labels
        .filter(({ text }) => text !== '' && !foldedWords(text).every((word) => known.has(word)))
        .map(({ entry, text }) => addressNote(entry, text)),
    ],
  };
}

/** The lines and components of an address in one line. */
function oneAddress(text: string): string {
  const pieces = text.split('\n').map((piece) => oneLine(piece).replace(/,$/, ''));
  return pieces.filter(Boolean).join(', ');
}

function addressNote(entry: Entry, text: string): string {
  const { known, own } = typeOf(entry);
  const kind = firstOf(entry.label, known, own);
  return kind === null ? `Address: ${text}` : `Address (${kind}): ${text}`;
}
