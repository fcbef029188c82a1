import { NetError } from '../domain/error.ts';
import { type Exchange, isOpenPromise, promiseDay, promisesByDay } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { quoted } from '../render/words.ts';
import type { Db } from '../store/db.ts';
import { chooseOne } from './choose.ts';
import { typedName } from './who.ts';

/** The promise that is meant: the only open one, the one that `--which` numbers, or the one chosen. Throws `not-found` without any. */
export async function openPromise(
  db: Db,
  context: Context,
  person: Person,
  which: string | undefined,
): Promise<Exchange> {
  const open = person.open.filter(isOpenPromise);
  const { name } = person.contact;
  if (open.length === 0)
    throw new NetError(
      'not-found',
      `no promise to ${name} is open`,
      `net promise ${typedName(db, person.contact)} "…" makes one`,
    );
  return chooseOne(context, {
    question: `Which promise to ${name}?`,
    ambiguous: `${open.length} promises to ${name} are open`,
    hint: 'say which: --which 1',
    choices: promisesByDay(open).map((value) => ({
      value,
      id: value.id,
      label: `${quoted(value.text)}, due ${promiseDay(value)}`,
    })),
    which,
  });
}
