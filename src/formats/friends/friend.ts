import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { firstOf, oneLine, unique } from '../people.ts';
import type { Reject } from '../record.ts';

const NICKNAME = 'a.k.a. ';

/** As `friends` knows a tag: letters and digits, single colons and dashes between them, nothing of that before the @. */
const TAG = /(?<![\p{L}\p{N}])@([\p{L}\p{N}]+(?:[:-][\p{L}\p{N}]+)*)/gu;

/** Somebody as a file tells them, with all of their nicknames. */
export interface Friend {
  readonly person: ImportedPerson;
  readonly nicknames: readonly string[];
}

/** The friend in a line as `Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science`. */
export function readFriend(line: number, text: string): Friend | Reject {
  const said = oneLine(text);
  const end = said.search(/[([@]/);
  const name = said.slice(0, end < 0 ? said.length : end).trim();
  if (name === '') return { line, reason: 'this line of the friends has no name' };
  const nicknamed = bracketed(end < 0 ? '' : said.slice(end), '(', ')');
  const isNickname = nicknamed.inside.startsWith(NICKNAME);
  const nicknames = isNickname ? unique(` ${nicknamed.inside}`.split(` ${NICKNAME}`).map(oneLine)) : [];
  const placed = bracketed(nicknamed.after, '[', ']');
  const tags = [...placed.after.matchAll(TAG)].map(([, tag = '']) => tag);
  const [nickname = null, ...others] = nicknames;
  const rest = oneLine(placed.after.replace(TAG, ''));
  const person = {
    ...someone(line, name),
    nickname,
    city: firstOf(placed.inside),
    traits: unique(tags).map((tag) => ({ kind: 'tag' as const, text: tag })),
    notes: [
      ...others.map((other) => `Nickname: ${other}`),
      ...(isNickname || nicknamed.inside === '' ? [] : [`About: ${nicknamed.inside}`]),
      ...(rest === '' ? [] : [`About: ${rest}`]),
    ],
  };
  return { person, nicknames };
}

/** Somebody of whom only the name is known. */
export function someone(line: number, name: string): ImportedPerson {
  return { ...NOTHING_TOLD, key: nameKey(name), line, name };
}

/** A name as it is compared. Never empty. */
export function nameKey(name: string): string {
  return firstOf(fold(name)) ?? name;
}

/** What stands in brackets at the head of a text, and what comes after them. */
function bracketed(
  text: string,
  open: string,
  close: string,
): { readonly inside: string; readonly after: string } {
  if (!text.startsWith(open)) return { inside: '', after: text };
  // A bracket that something else of the line follows, or nothing, is the last of its kind: "(a.k.a. Bo (the cat)) [Rome]".
  const ends = [...text.matchAll(/[)\]](?=$| [[@])/g)].find(([bracket]) => bracket === close);
  const end = ends?.index ?? text.lastIndexOf(close);
  if (end < 0) return { inside: text.slice(1).trim(), after: '' };
  return { inside: text.slice(1, end).trim(), after: text.slice(end + 1).trim() };
}
