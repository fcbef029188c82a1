import type { ImportedPerson } from '../../domain/imported.ts';
import { readCard } from './card.ts';
import { foldLine } from './fold-line.ts';
import { asRead, BETWEEN_NOTES, EXACT_FIELDS, OWN_EXACT, OWN_FIELDS, OWN_NOTES, OWN_TRAITS } from './own.ts';
import { pointLines } from './point-lines.ts';
import { splitName } from './split-name.ts';
import { escaped, plainJson, plainLine } from './written-text.ts';

/** Longer lines are not read back as one. */
const LONGEST_NOTE = 500_000;

/** How many tags stand on a line. */
const MOST_TAGS = 500;

/**
 * People as vCards of version 3.0, which everything reads, one after the other. Reading them back gives the same people, whatever is in
 * them: what vCard has no property for stands in lines `X-NET-…`, and so does what its properties cannot tell exactly.
 */
export function* formatCards(people: Iterable<ImportedPerson>): Generator<string> {
  for (const person of people) yield cardOf(person);
}

function cardOf(person: ImportedPerson): string {
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', ...linesOf(person)];
  return [...lines, ...exactLines(person, lines), 'END:VCARD']
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

function linesOf(person: ImportedPerson): string[] {
  const { name, nickname, org, role, city, birthday, points, traits, notes } = person;
  const { family, given, middle, prefix, suffix } = splitName(plainLine(name));
  const tags = traits.filter(({ kind }) => kind === 'tag').map(({ text }) => escaped(plainLine(text)));
  return [
    `UID:${escaped(plainLine(person.key))}`,
    `FN:${escaped(plainLine(name)) || escaped(person.key)}`,
    `N:${[family, given, middle, prefix, suffix].map(escaped).join(';')}`,
    ...one('NICKNAME', nickname),
    ...one('ORG', org),
    ...one('TITLE', role),
    ...(city === null ? [] : [`ADR:;;;${escaped(plainLine(city))};;;`]),
    ...(birthday === null ? [] : [`BDAY:${birthday.replace(/^--(\d\d)-/, '--$1')}`]),
    ...pointLines(points),
    ...inLots(tags).map((lot) => `CATEGORIES:${lot.join(',')}`),
    ...noteLines(notes),
    ...Object.entries(OWN_TRAITS).flatMap(([kind, property]) =>
      traits
        .filter((trait) => trait.kind === kind)
        .map(({ text }) => `${property.toUpperCase()}:${escaped(text)}`),
    ),
    ...Object.entries(OWN_FIELDS).flatMap(([field, property]) => {
      const value = person[field as keyof typeof OWN_FIELDS];
      return value === null ? [] : [`${property.toUpperCase()}:${escaped(String(value))}`];
    }),
  ];
}

function one(property: string, value: string | null): string[] {
  return value === null ? [] : [`${property}:${escaped(plainLine(value))}`];
}

function inLots(tags: readonly string[]): string[][] {
  const lots: string[][] = [];
  for (let from = 0; from < tags.length; from += MOST_TAGS) lots.push(tags.slice(from, from + MOST_TAGS));
  return lots;
}

/** Phones keep one NOTE: all notes go into it, with how long each of them is beside it. */
function noteLines(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  const text = notes.join(BETWEEN_NOTES);
  if (text.length > LONGEST_NOTE) return notes.map((note) => `NOTE:${escaped(note)}`);
  const lengths = notes.map(({ length }) => length).join(',');
  return [
    `NOTE:${escaped(text)}`,
    ...(notes.length === 1 ? [] : [`${OWN_NOTES.toUpperCase()}:${escaped(lengths)}`]),
  ];
}

/** What the lines are not read back as, as it is: controls and blanks, a number without digits, a tag that other programs give to everybody. */
function exactLines(person: ImportedPerson, lines: readonly string[]): string[] {
  const read = readCard({
    line: person.line,
    old: false,
    lines: lines.slice(1).map((text) => ({ line: person.line, text, cut: false })),
    agents: [],
    ended: true,
    rejects: [],
  }).person;
  if (read === null) return [];
  return EXACT_FIELDS.filter((field) => JSON.stringify(read[field]) !== JSON.stringify(person[field])).map(
    (field) =>
      `${OWN_EXACT.toUpperCase()}:${escaped(plainJson([field, asRead(read, field), person[field]]))}`,
  );
}
