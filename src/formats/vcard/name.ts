import type { ImportedPerson } from '../../domain/imported.ts';
import { plain } from '../../domain/words/plain.ts';
import { firstOf, oneLine } from '../people.ts';
import { component, type Entry, entriesOf, textOf } from './entry.ts';

/** Where the components of N stand in it. Later versions have more of them: a second family name and a generation. */
const FAMILY = 0;
const GIVEN = 1;
const MIDDLE = 2;
const PREFIX = 3;
const SUFFIX = 4;
const FAMILY_TOO = 5;
const SUFFIX_TOO = 6;

/**
 * What a card calls somebody, or null where it has no name at all: the formatted name, else given and family name, nickname,
 * organization, or the first way to reach them. What the name leaves out becomes a note.
 */
export function nameOf(
  entries: readonly Entry[],
  org: string | null,
  points: ImportedPerson['points'],
): { readonly name: string; readonly nickname: string | null; readonly notes: readonly string[] } | null {
  const formatted = entriesOf(entries, 'fn').map((entry) => oneLine(textOf(entry)));
  const [structured, ...more] = entriesOf(entries, 'n').map(piecesOf);
  const nicknames = entriesOf(entries, 'nickname', 'x-epocsecondname')
    .flatMap(({ parts }) => parts.flat().map(oneLine))
    .filter(Boolean);
  const reached = (['email', 'phone', 'url'] as const).map(
    (kind) => points.find((point) => point.kind === kind)?.value,
  );
  const name = firstOf(formatted[0], structured?.short, structured?.full, nicknames[0], org, ...reached);
  if (name === null) return null;
  const [nickname = null, ...others] = nicknames.filter((other) => plain(other) !== plain(name));
  const missing = [structured, ...more].filter((pieces) =>
    pieces?.pieces.some((piece) => !plain(name).includes(plain(piece))),
  );
  return {
    name,
    nickname,
    notes: [
      ...missing.flatMap((pieces) => (pieces === undefined ? [] : [`Full name: ${pieces.full}`])),
      ...formatted
        .slice(1)
        .filter((other) => plain(other) !== plain(name))
        .map((other) => `Name: ${other}`),
      ...others.map((other) => `Nickname: ${other}`),
    ],
  };
}

/** The pieces of a structured name, and the name that they make with and without its titles. */
function piecesOf(entry: Entry): {
  readonly pieces: readonly string[];
  readonly short: string;
  readonly full: string;
} {
  const take = (...indexes: readonly number[]) =>
    indexes.map((index) => component(entry, index)).filter(Boolean);
  const short = take(GIVEN, MIDDLE, FAMILY, FAMILY_TOO);
  const pieces = [...take(PREFIX), ...short, ...take(SUFFIX, SUFFIX_TOO)];
  return { pieces, short: short.join(' '), full: pieces.join(' ') };
}
