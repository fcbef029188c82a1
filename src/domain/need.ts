import type { Talk } from './acts/log.ts';
import type { Trait } from './contact.ts';
import type { Person } from './person.ts';

/**
 * Those of whom nothing is known that they need, once each: after the first talk in which they had a part, unless it told. `people` are
 * as they were before the talk, `traits` what is known of them.
 */
export function needsUnknown(
  people: readonly Person[],
  talk: Pick<Talk, 'needs' | 'noAnswer' | 'pitch'>,
  traits: readonly Pick<Trait, 'contactId' | 'kind'>[],
): Person[] {
  if (talk.needs.length > 0 || talk.noAnswer || talk.pitch !== null) return [];
  return people.filter(
    ({ contact, summary }) =>
      contact.stage !== 'moved on' &&
      !contact.noScore &&
      // Messages of mine that have had no answer were no talk yet.
      summary.talks === summary.unanswered &&
      !traits.some(({ contactId, kind }) => contactId === contact.id && kind === 'need'),
  );
}
