import { isNoName, MOST_NAME_WORDS, restOfName } from '../domain/words/name-span.ts';
import { isPlainWord } from '../domain/words/plain-word.ts';
import { isAnd, type TypedWord, textFrom, typedWords } from '../domain/words/typed-words.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { meantBy } from '../store/meaning.ts';
import { type NamedContact, namesByKey } from '../store/names.ts';
import { namesNear } from '../store/near-names.ts';
import { commaNameLength, namesBetweenCommas } from './comma-names.ts';
import { knownSpan } from './known-span.ts';
import { allQuoted, type CommandLine, noName, wayOut } from './name-hints.ts';
import { unknownName } from './unknown-name.ts';
import { decided, distinct, meant, namesIn, resolves, type Unknown, whoAre, whoIs } from './who.ts';

/** The words of a command line that begin with who and go on with a text, neither of them in quotes. */
export interface WhoAndText {
  readonly people: readonly NamedContact[];
  readonly text: string;
}

/** What the words are read with. */
interface Reading extends CommandLine {
  readonly context: Context;
  readonly unknown: Unknown;
}

interface Found {
  readonly people: readonly NamedContact[];
  /** The first word after their names. */
  readonly next: number;
}

/** A text with more names than these is a list of names. */
const FEW_NAMES = 8;

/**
 * Finds where the names end and the text begins: `ana, ben coffee yesterday`, `ana silva coffee`, `"Ana Silva" coffee`. `unknown` is
 * asked about a name that nobody has; it adds them or throws.
 */
export async function whoAndText(
  db: Db,
  context: Context,
  verb: string,
  args: readonly string[],
  unknown: Unknown = (name, declined) => Promise.reject(unknownName(name, declined)),
): Promise<WhoAndText> {
  if (args.every((arg) => arg.trim() === '')) await whoIs(db, context, '');
  const reading: Reading = { db, context, verb, words: typedWords(args), unknown };
  const people: NamedContact[] = [];
  let at = 0;
  for (let name: number | null = skipCommas(reading.words, 0); name !== null; ) {
    const found: Found | null = await namedAt(reading, name);
    if (found === null && people.length === 0) throw noName(reading, name);
    people.push(...(found?.people ?? []));
    at = found?.next ?? name;
    name = found === null ? null : nextName(reading, at);
  }
  return { people: distinct(people), text: textFrom(reading.words, skipCommas(reading.words, at)) };
}

/** Who is named from a word on, or null where a text begins that is plainly no name. */
function namedAt(reading: Reading, at: number): Promise<Found | null> {
  const word = reading.words[at];
  return word?.quoted === true ? inQuotes(reading, word.text, at) : inWords(reading, at);
}

/** A quoted argument is a whole name, or several. */
async function inQuotes(reading: Reading, text: string, at: number): Promise<Found | null> {
  const { db, context, words, unknown } = reading;
  const [first = ''] = namesBetweenCommas(db, text);
  const isText = !resolves(db, context, first) && isNoName(first.split(/\s+/), today(context.clock));
  if (words.length === 1) refuseAllQuoted(reading, text);
  return isText ? null : { people: await whoAre(db, context, text, unknown), next: at + 1 };
}

/** Who and what in one pair of quotes is not offered to be added. */
function refuseAllQuoted(reading: Reading, text: string): void {
  const { db, context, verb } = reading;
  const names = namesIn(db, context, text);
  if (names.length > FEW_NAMES || names.every((name) => meant(db, context, name).kind !== 'none')) return;
  const words = typedWords(text.trim().split(/\s+/));
  const { span } = spanAt({ ...reading, words }, 0);
  const rest = span.kind === 'known' ? words.slice(span.length).map((word) => word.text) : [];
  if (rest.length > 0 && isNoName(rest, today(context.clock))) throw allQuoted({ verb, words }, text);
}

async function inWords(reading: Reading, at: number): Promise<Found | null> {
  const { db, context, words } = reading;
  const length = commaNameLength(db, words, at);
  if (length > 0) {
    const text = textFrom(words.slice(0, at + length), at).replace(/,$/, '');
    return { people: [await whoIs(db, context, text, reading.unknown)], next: at + length };
  }
  const { run, span } = spanAt(reading, at);
  const name = (length: number) => run.slice(0, length).join(' ');
  let isCalledAnew = false;
  const unknown: Unknown = (typed, declined) => {
    isCalledAnew = true;
    return reading.unknown(typed, declined);
  };
  const found = (person: NamedContact, length: number, asked: boolean): Found => ({
    people: [person],
    next: at + length + (asked && person.id !== '' ? restOfName(run.slice(length), person) : 0),
  });
  switch (span.kind) {
    case 'no-name':
      return null;
    case 'known': {
      const result = meant(db, context, name(span.length));
      const person = await decided(context, name(span.length), result, { unknown });
      return found(person, span.length, result.kind === 'several');
    }
    case 'goes-on': {
      const typed = name(span.length).replace(/[:;]$/, '');
      const candidates = distinct([...span.candidates, ...namesNear(db, typed)]);
      const hint = wayOut(reading, at, candidates, typed);
      const result = { kind: 'several', candidates, count: candidates.length, fuzzy: true } as const;
      const person = await decided(context, typed, result, { unknown, hint });
      const isWhole = isCalledAnew || endsName(words[at + span.length - 1]);
      return found(person, isWhole ? span.length : 1, !isWhole);
    }
    case 'unknown': {
      const lengths = Array.from({ length: span.most - span.length + 1 }, (_, i) => span.most - i);
      const near = lengths.find((length) => meant(db, context, name(length)).kind !== 'none');
      const length = near ?? span.length;
      const person = await decided(context, name(length), meant(db, context, name(length)), { unknown });
      return found(person, length, true);
    }
  }
}

/** The words from one on in which a name may be, and where it ends. */
function spanAt({ db, context, words }: Reading, at: number) {
  const most = words.slice(at, at + MOST_NAME_WORDS);
  const quoted = most.findIndex((word) => word.quoted);
  const open = quoted < 0 ? most : most.slice(0, quoted);
  const comma = open.findIndex(endsName);
  const typed = comma < 0 ? open : open.slice(0, comma + 1);
  const run = typed.map(({ text }) => text.replace(/,$/, ''));
  const before = comma >= 0 ? 'comma' : at + run.length === words.length ? 'end' : 'text';
  const [first = ''] = run;
  const keyed = isLine(first) || namesByKey(db, first).length > 0;
  return { run, span: knownSpan(db, { words: run, before, keyed }, today(context.clock)) };
}

/** Where the next name begins: after a comma, or after an "and" that somebody's name follows. Null where the text does. */
function nextName(reading: Reading, at: number): number | null {
  const { words } = reading;
  const next = skipCommas(words, at);
  if (next >= words.length) return null;
  if (isAnd(words[next]?.text))
    return isSomebody(reading, next + 1, words[at - 1]?.text ?? '') ? next + 1 : null;
  return next > at || endsName(words[at - 1]) ? next : null;
}

/** Whether a name follows an "and": somebody's whole first name or more, since the beginning of a name is as well a word. */
function isSomebody(reading: Reading, at: number, last: string): boolean {
  const { db, context, words } = reading;
  const word = words[at];
  if (word === undefined) return false;
  if (word.quoted) return resolves(db, context, word.text.replace(/,$/, ''));
  const text = word.text.replace(/,$/, '');
  if (isLine(text)) return isLine(last);
  if (isPlainWord(text) && text === text.toLowerCase()) return false;
  const { span } = spanAt(reading, at);
  if (span.kind !== 'known' && span.kind !== 'goes-on') return false;
  const alone = meantBy(db, text, 1);
  return (span.kind === 'known' && span.length > 1) || alone.kind === 'none' || alone.level !== 'prefix';
}

function isLine(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

function endsName(word: TypedWord | undefined): boolean {
  return word?.text.trimEnd().endsWith(',') === true;
}

function skipCommas(words: readonly TypedWord[], at: number): number {
  const next = words.findIndex(({ text }, i) => i >= at && text !== ',');
  return next < 0 ? words.length : next;
}
