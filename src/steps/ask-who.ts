import { NetError } from '../domain/error.ts';
import { LEVELS, levelOf } from '../domain/names.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { allNames, type NamedContact, namesLike } from '../store/names.ts';
import { described } from './who.ts';

const MOST_SHOWN = 200;

/** Asks for a person on a terminal, with type-ahead: the growing and kept first. Elsewhere `usage`. */
export async function askWho(db: Db, { prompt }: Context, message: string): Promise<NamedContact> {
  if (prompt === null) throw new NetError('usage', 'it does not say who', 'name somebody');
  const everybody = allNames(db);
  if (everybody.length === 0)
    throw new NetError('not-found', 'there is nobody here yet', 'net add "Ana Silva" --at DevMeet');
  const first = [...everybody].sort((a, b) => Number(b.tended) - Number(a.tended)).slice(0, MOST_SHOWN);
  return prompt.search(message, (typed) => {
    const found = typed.trim() === '' ? first : ranked(db, typed);
    return found.slice(0, MOST_SHOWN).map((person) => ({ name: described(person), value: person }));
  });
}

function ranked(db: Db, typed: string): NamedContact[] {
  return namesLike(db, typed)
    .flatMap((person) => {
      const level = levelOf(typed, person);
      return level === null ? [] : [{ person, order: LEVELS.indexOf(level) * 2 + (person.tended ? 0 : 1) }];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ person }) => person);
}
