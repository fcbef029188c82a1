import { type Candidate, isNetError, NetError } from '../domain/error.ts';
import { fold, foldedWords } from '../domain/words/fold.ts';
import { mentions } from '../domain/words/mention.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { formerNames, mergedInto, namesBefore } from '../store/merged.ts';
import { deletedCalled, isNameOfOthers, type NamedContact } from '../store/names.ts';
import { describedApart } from './described.ts';
import { personNamed } from './people.ts';
import { resolves } from './who.ts';

/** Whom to erase: somebody who is here, or whom a command took back, by their id or their whole name. */
export async function whoToErase(
  db: Db,
  context: Context,
  args: readonly string[],
  hint = 'net list shows who is here',
): Promise<NamedContact> {
  const text = args.join(' ').trim();
  const deleted = text === '' || resolves(db, context, text) ? [] : deletedCalled(db, text);
  const [first] = deleted;
  const labels = describedApart(deleted, context.clock);
  if (first !== undefined && new Set(deleted.map(({ name }) => fold(name))).size === 1) return first;
  if (first !== undefined)
    throw new NetError(
      'ambiguous',
      `"${text}" could be ${labels.join(', ')}`,
      `say the id: ${first.short}`,
      deleted.map(({ short }, i): Candidate => ({ id: short, label: labels[i] ?? short })),
    );
  try {
    const { contact } = await personNamed(db, context, args);
    return { ...contact, tended: false, metAt: null };
  } catch (error) {
    if (!isNetError(error) || error.code !== 'not-found' || error.candidates.length > 0) throw error;
    throw new NetError('not-found', error.message, hint);
  }
}

/**
 * The contacts that are them: their own, those who were made one with them, and those of the same name that were taken back and are of no
 * use to anybody.
 */
export function contactsOf(db: Db, { id, name }: NamedContact): string[] {
  return mergedInto(db, [id, ...deletedCalled(db, name).map((deleted) => deleted.id)]);
}

/** Whether a text names them, by any of the names that can only be theirs. */
export function namesThem(
  db: Db,
  { name, nickname }: Pick<NamedContact, 'name' | 'nickname'>,
  contacts: readonly string[],
): (text: string) => boolean {
  const names = namesTold(db, name, nickname, contacts);
  return (text) => mentions(text, names);
}

/** The whole names, the nicknames, and the first names where nobody else who is here has them. */
function namesTold(db: Db, name: string, nickname: string | null, contacts: readonly string[]): string[][] {
  const merged = namesBefore(db, contacts).flatMap((known) => [known.name, known.nickname ?? '']);
  const whole = [name, ...merged, ...formerNames(db, contacts)].map(foldedWords);
  const firsts = [...new Set(whole.flatMap(([first]) => first ?? []))];
  const alone = firsts.filter((first) => !isNameOfOthers(db, first, contacts)).map((first) => [first]);
  return [...whole, foldedWords(nickname ?? ''), ...alone].filter((words) => words.length > 0);
}
