import type { Clock } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Prompt } from '../host/prompt.ts';
import type { Db } from '../store/db.ts';
import type { NamedContact } from '../store/names.ts';
import { namesakes, whichNamesake } from './namesakes.ts';
import { unknownName } from './unknown-name.ts';
import { meant } from './who.ts';
import { whoAndText } from './who-and-text.ts';

/** Somebody who is to be added along with what is logged. */
export interface Somebody {
  readonly name: string;
}

export interface KnownOrNew {
  readonly people: readonly string[];
  readonly text: string;
  readonly newcomer: Somebody | null;
}

/**
 * Asks for the full name of somebody new, of whom something was typed already: a typo mended there may mean who is there already. Nobody
 * is offered again who was `declined` for the same name.
 */
export async function fullName(
  db: Db,
  prompt: Prompt,
  clock: Clock,
  begun: string,
  declined: readonly NamedContact[],
): Promise<NamedContact | Somebody> {
  const check = (name: string) => name.trim() !== '' || 'somebody has a name';
  const name = (await prompt.text({ message: 'Their full name', begun, check })).trim();
  const isDeclined = ({ id }: NamedContact) => name === begun && declined.some((person) => person.id === id);
  const people = namesakes(db, name, []).filter((person) => !isDeclined(person));
  const known = people.length === 0 ? null : await whichNamesake(prompt, clock, name, people);
  return known ?? { name };
}

const NOBODY_YET: NamedContact = {
  id: '',
  short: '',
  name: '',
  nickname: null,
  tended: false,
  org: null,
  city: null,
  stage: 'stack',
  metOn: null,
  metAt: null,
  createdAt: '',
};

/** Who and what a command line says. On a terminal an unknown name may be added on the way, one at a time. */
export async function offerAdding(db: Db, context: Context, args: readonly string[]): Promise<KnownOrNew> {
  let newcomer: Somebody | null = null;
  // Where others are called so, too, somebody new is the exception.
  const isTaken = (name: string) => meant(db, context, name).kind !== 'none';
  const unknown = async (name: string, declined: readonly NamedContact[]): Promise<NamedContact> => {
    if (context.prompt === null || newcomer !== null) throw unknownName(name, declined);
    if (!(await context.prompt.confirm(`Add somebody new called "${name}"?`, !isTaken(name))))
      throw unknownName(name, declined);
    const answer = await fullName(db, context.prompt, context.clock, name, declined);
    if ('id' in answer) return answer;
    newcomer = answer;
    return { ...NOBODY_YET, name };
  };
  const { people, text } = await whoAndText(db, context, 'log', args, unknown);
  return { people: people.map(({ id }) => id).filter((id) => id !== ''), text, newcomer };
}
