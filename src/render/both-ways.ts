import type { Person } from '../domain/person.ts';
import { line, strong, type Text } from './text.ts';

/** Said once, when something has gone both ways between growing people and me. */
export function bothWaysText(established: readonly Person[]): Text {
  return established.map(({ contact }) =>
    line(
      strong(contact.name),
      ` is kept from now on, in the ${contact.circle ?? 'active'} circle: it goes both ways. A growing slot is free.`,
    ),
  );
}
