import type { Change } from '../change.ts';
import { type Person, type Situation, stageOf } from '../person.ts';
import { rest } from './stage.ts';

/**
 * People as time has left them: somebody growing who has gone back to the stack stays there whatever is logged next. Until then it is
 * only derived; the touch that would hide it writes it down. Nobody let them rest: the card waits to be looked at.
 */
export function lapsed(
  people: readonly Person[],
  situation: Situation,
): { readonly people: readonly Person[]; readonly changes: readonly Change[] } {
  const gone = people.filter(
    (person) => person.contact.stage === 'growing' && stageOf(person, situation) === 'stack',
  );
  return {
    people: people.map((person) =>
      gone.includes(person) ? { ...person, contact: { ...person.contact, stage: 'stack' } } : person,
    ),
    changes: gone.map(({ contact }) => rest(contact, null)),
  };
}
