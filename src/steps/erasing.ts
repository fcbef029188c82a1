import { type Candidate, NetError } from '../domain/error.ts';
import { fold, foldedWords } from '../domain/fold.ts';
import { mentions } from '../domain/mention.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { deletedCalled, isNameOfOthers, type NamedContact, namesOf } from '../store/names.ts';
import { type TextPlace, textsBeside } from '../store/texts.ts';
import { personNamed } from './people.ts';
import { described, resolves, typedName } from './who.ts';

/** Whom to erase: somebody who is here, or whom a command took back, by their id or their whole name. */
export async function whoToErase(db: Db, context: Context, args: readonly string[]): Promise<NamedContact> {
  const text = args.join(' ').trim();
  const deleted = text === '' || resolves(db, context, text) ? [] : deletedCalled(db, text);
  const [first] = deleted;
  if (first !== undefined && new Set(deleted.map(({ name }) => fold(name))).size === 1) return first;
  if (first !== undefined)
    throw new NetError(
      'ambiguous',
      `"${text}" could be ${deleted.map(described).join(', ')}`,
      `say the id: ${first.short}`,
      deleted.map((person): Candidate => ({ id: person.short, label: described(person) })),
    );
  const { contact } = await personNamed(db, context, args);
  return { ...contact, tended: false };
}

/** The contacts that are them: their own, and those of the same name that were taken back and are of no use to anybody. */
export function contactsOf(db: Db, { id, name }: NamedContact): string[] {
  return [...new Set([id, ...deletedCalled(db, name).map((deleted) => deleted.id)])];
}

/** Where somebody else's text names them, and the line to type there; null where no command is for that. */
export interface Mention {
  readonly in: TextPlace;
  readonly contact: Pick<NamedContact, 'id' | 'name' | 'short'> | null;
  readonly line: string | null;
}

/** Where they are named in texts that are not theirs: once for each person and kind of text. These are only told. */
export function mentionsOf(db: Db, { name, nickname }: NamedContact, contacts: readonly string[]): Mention[] {
  const names = namesTold(db, name, nickname, contacts);
  const found = new Map<string, Omit<Mention, 'line'>>();
  for (const { place, contact, text } of textsBeside(db, contacts)) {
    const key = `${place} ${contact?.id}`;
    if (!found.has(key) && mentions(text, names)) found.set(key, { in: place, contact });
  }
  return [...found.values()].map((mention) => ({ ...mention, line: lineFor(db, mention) }));
}

/** The whole name, the nickname, and the first name where nobody else who is here has it. */
function namesTold(db: Db, name: string, nickname: string | null, contacts: readonly string[]): string[][] {
  const whole = foldedWords(name);
  const [first] = whole;
  const alone = first !== undefined && !isNameOfOthers(db, first, contacts) ? [[first]] : [];
  return [whole, foldedWords(nickname ?? ''), ...alone].filter((words) => words.length > 0);
}

function lineFor(db: Db, { in: place, contact }: Omit<Mention, 'line'>): string | null {
  const [other] = contact === null ? [] : namesOf(db, [contact.id]);
  if (other === undefined) return null;
  return `net ${place === 'details' ? 'edit' : 'show'} ${typedName(db, other)}`;
}
