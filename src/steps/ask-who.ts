import { NetError } from '../domain/error.ts';
import { LEVELS, levelOf } from '../domain/words/names.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { firstNames, type NamedContact, namesLike } from '../store/names.ts';
import { describedApart } from './described.ts';
import { fullName, type Somebody } from './offer-adding.ts';
import { unknownName } from './unknown-name.ts';

const MOST_SHOWN = 200;

/** Asks for a person on a terminal, with type-ahead: the growing and kept first. Elsewhere `usage`. */
export async function askWho(db: Db, context: Context, message: string): Promise<NamedContact> {
  const answer = await searched(db, context, message, (typed, found) =>
    found ? null : `nobody is called "${typed}": leave`,
  );
  if ('id' in answer) return answer;
  throw unknownName(answer.name);
}

/** The same, where somebody may be added whose name is not there. */
export async function askWhoOrNew(
  db: Db,
  context: Context,
  message: string,
): Promise<NamedContact | Somebody> {
  const answer = await searched(db, context, message, (typed) => `somebody new: add "${typed}"`);
  return 'id' in answer || context.prompt === null
    ? answer
    : fullName(db, context.prompt, context.clock, answer.name, ranked(db, answer.name));
}

/** `otherwise` is the last choice, for what was typed: it gives back the typed name. */
async function searched(
  db: Db,
  { prompt, clock }: Context,
  message: string,
  otherwise: (typed: string, found: boolean) => string | null,
): Promise<NamedContact | Somebody> {
  if (prompt === null) throw new NetError('usage', 'it does not say who', 'name somebody');
  const first = firstNames(db, MOST_SHOWN);
  if (first.length === 0)
    throw new NetError('not-found', 'there is nobody here yet', 'net add "Ana Silva" --at DevMeet');
  return prompt.search<NamedContact | Somebody>(message, (text) => {
    const typed = text.trim();
    const found = typed === '' ? first : ranked(db, typed);
    const listed = found.slice(0, MOST_SHOWN);
    const labels = describedApart(listed, clock);
    const last = typed === '' ? null : otherwise(typed, found.length > 0);
    return [
      ...listed.map((person, i) => ({ name: labels[i] ?? person.name, value: person })),
      ...(last === null ? [] : [{ name: last, value: { name: typed } }]),
    ];
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
