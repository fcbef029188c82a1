import { NetError } from '../domain/error.ts';
import { nameKey } from '../domain/words/fold.ts';
import { MOST_NAME_WORDS } from '../domain/words/name-span.ts';
import { levelOf } from '../domain/words/names.ts';
import { shellWords } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { meantBy } from '../store/meaning.ts';
import type { NamedContact } from '../store/names.ts';

/** More words are no list of names that was typed. */
const MOST_LISTED = 40;

/** Where the whole name was said and is that of several, only an id tells them apart. */
export function idHint(text: string, candidates: readonly NamedContact[]): string {
  const [first] = candidates;
  const isWhole = candidates.filter(({ name }) => nameKey(name) === nameKey(text)).length > 1;
  return isWhole ? `say the id: net show ${first?.short}` : `say the whole name, or the id: ${first?.short}`;
}

/** Somebody whom nobody knows; `declined` are those of that name who were offered, and not chosen. */
export function unknownName(text: string, declined: readonly NamedContact[] = []): NetError {
  const name = text.trim();
  if (declined.some((person) => levelOf(name, person) !== null))
    return new NetError('not-found', `nobody was chosen for "${name}"`, 'net list shows who is here');
  const isName = /^[^-\d]/.test(name) && /[\p{L}\p{S}]/u.test(name);
  return new NetError(
    'not-found',
    `nobody is called "${name}"`,
    isName ? `add them: net add ${shellWords(name)}` : 'net list shows who is here',
  );
}

/** Words that name several people one after the other are nobody's name, whoever comes after the second; null where they do not. */
export function withoutCommas(db: Db, text: string): NetError | null {
  const words = text.trim().split(/\s+/).slice(0, MOST_LISTED);
  const names: string[] = [];
  for (let at = 0; at < words.length; ) {
    const runs = Array.from({ length: Math.min(MOST_NAME_WORDS, words.length - at) }, (_, i) => at + 1 + i);
    const end = runs.findLast((to) => isName(db, words.slice(at, to).join(' ')));
    if (end === undefined && names.length < 2) return null;
    names.push(words.slice(at, end).join(' '));
    at = end ?? words.length;
  }
  if (names.length < 2) return null;
  return new NetError(
    'not-found',
    `nobody is called "${text.trim()}"`,
    `put commas between people: ${names.map(shellWords).join(', ')}`,
  );
}

/** Whether somebody is called so, by more than the beginning of a name. */
function isName(db: Db, text: string): boolean {
  const named = meantBy(db, text, 1);
  return named.kind !== 'none' && named.level !== 'prefix';
}
