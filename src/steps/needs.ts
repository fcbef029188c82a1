import type { Talk } from '../domain/acts/log.ts';
import { needsUnknown } from '../domain/need.ts';
import type { Person } from '../domain/person.ts';
import { line, type Text } from '../render/text.ts';
import { traitsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { typedName } from './who.ts';

/** It is not all about me: once each, while nothing is known of what somebody needs. `people` are as they were before the talk. */
export function needsText(db: Db, people: readonly Person[], talk: Talk): Text {
  const traits = people.flatMap(({ contact }) => traitsOf(db, contact.id));
  return needsUnknown(people, talk, traits).map(({ contact }) =>
    line(`What does ${contact.name} need? net log ${typedName(db, contact)} --they-need "…", when you know.`),
  );
}
