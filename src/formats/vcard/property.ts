import ICAL from 'ical.js';
import type { Reject } from '../record.ts';
import { type ContentLine, isBase64, readContentLine } from './content-line.ts';
import type { RawLine } from './unfold.ts';
import { plainValue } from './upgrade.ts';

/** One entry of a card. */
export interface Property {
  readonly line: number;
  readonly group: string | null;
  /** In lower case. */
  readonly name: string;
  readonly types: readonly string[];
  readonly params: ReadonlyMap<string, string>;
  /** The components of the value, each with its values: `N` has five, most have one. None for a picture or a key. */
  readonly parts: readonly (readonly string[])[];
  /** Whether it is a picture, a sound or a key rather than text. */
  readonly binary: boolean;
}

const BINARY = new Set(['photo', 'logo', 'key', 'sound', 'x-ms-cardpicture']);

/** What may be text in base64; anything else in it is no text. */
const TEXTUAL = new Set(
  'fn n nickname note org title role adr label email tel url categories bday uid'.split(' '),
);
const MOST_PARTS = 1000;

/** Reads one line of a card, or says why it cannot. */
export function readProperty({ line, text, cut }: RawLine, old: boolean): Property | Reject {
  const content = readContentLine(text);
  if (content === null) return { line, reason: 'this is no line of a card: it has no colon' };
  const { group, name, types, params } = content;
  const read = { line, group, name, types, params };
  if (isBinary(content)) return { ...read, parts: [], binary: content.value.trim() !== '' };
  if (cut) return { line, reason: `what ${name.toUpperCase()} says is too long to be read` };
  const parts = partsOf(name, plainValue(content, old));
  if (parts === null) return { line, reason: `what ${name.toUpperCase()} says could not be read` };
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  return count > MOST_PARTS
    ? { line, reason: `${name.toUpperCase()} lists more than ${MOST_PARTS} values` }
    : { ...read, parts, binary: false };
}

/** Japanese phones keep how a name is said under SOUND. */
function isBinary({ name, types, params }: ContentLine): boolean {
  if (types.some((type) => /^x-irmc-n$/i.test(type))) return false;
  return BINARY.has(name) || (isBase64({ params }) && !TEXTUAL.has(name));
}

/** Everything is read as text: ical.js separates and unescapes it, and what is a date or an address is found out here. */
function partsOf(name: string, value: string): string[][] | null {
  try {
    const property: unknown = ICAL.parse.property(
      `${name};VALUE=text:${value}`,
      ICAL.design.components.vcard,
    );
    return Array.isArray(property) ? property.slice(3).flatMap(components) : null;
  } catch {
    return null;
  }
}

function components(value: unknown): string[][] {
  if (!Array.isArray(value)) return [[String(value)]];
  return value.map((part: unknown) => (Array.isArray(part) ? part.map(String) : [String(part)]));
}
