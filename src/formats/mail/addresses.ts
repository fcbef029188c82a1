import { type Address, addressParser, decodeWords } from 'postal-mime';
import { oneLine } from '../people.ts';
import { type Header, textsOf } from './header.ts';

export interface Correspondent {
  /** In lower case. */
  readonly email: string;
  /** What the header calls them, or null. */
  readonly name: string | null;
}

/** No address that works is longer (RFC 5321). */
const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 200;

const WORKS = /^[^\s@<>()[\]",;:\\\p{C}]+@[^\s@<>()",;:\\\p{C}]+$/u;

/** Whom some fields of a header name, those of groups included, each address once. What is no address is left out. */
export function peopleIn(header: Header, ...names: readonly string[]): readonly Correspondent[] {
  const people = new Map<string, Correspondent>();
  for (const text of names.flatMap((name) => textsOf(header, name))) {
    for (const { address, name } of addressParser(text, { flatten: true }) as Address[]) {
      const email = bare(address ?? '');
      if (email.length > LONGEST_ADDRESS || !WORKS.test(email)) continue;
      const called = nameIn(name, email);
      if (called !== null || !people.has(email)) people.set(email, { email, name: called });
    }
  }
  return [...people.values()];
}

/** The labels of Gmail on a message. */
export function labelsIn(header: Header): readonly string[] {
  return textsOf(header, 'x-gmail-labels')
    .flatMap((text) => decodeWords(text).split(','))
    .map((label) => label.replaceAll('"', '').trim());
}

/** An address without what some programs write around it: its scheme, and quotes. */
function bare(address: string): string {
  return address
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^'(.*)'$/, '$1')
    .toLowerCase();
}

/** A name without quotes, turned around where the family name stands in front; null for one that only repeats the address. */
function nameIn(text: string, email: string): string | null {
  if (text.length > 4 * LONGEST_NAME) return null;
  const name = unquoted(oneLine(text.replace(/\p{C}/gu, '')));
  const [last = '', first = '', ...more] = name.split(/\s*,\s*/);
  const turned = first !== '' && more.length === 0 && !TITLE.test(first) ? `${first} ${last}` : name;
  return turned === '' ||
    turned.length > LONGEST_NAME ||
    turned.includes('@') ||
    turned.toLowerCase() === email
    ? null
    : turned;
}

/** What follows a comma without being a first name. */
const TITLE = /^(?:jr|sr|ph\.?\s?d|m\.?d|mba|esq|inc|ltd|llc|gmbh|ag|lda|s\.?a|ii+|iv)\b/i;

function unquoted(name: string): string {
  const quoted = /^(['"“‘«])(.*)(['"”’»])$/.exec(name)?.[2];
  return quoted === undefined ? name : unquoted(quoted.trim());
}
