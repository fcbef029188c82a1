import type { CalendarDate } from '../domain/days/day.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { type BeforeAsking, beforeAsking } from '../reports/before-asking.ts';
import { exchangesWith, interactionsWith } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { situationOf } from './file.ts';

/** What to know before asking somebody on a day. */
export function readBeforeAsking(db: Db, context: Context, person: Person, on: CalendarDate): BeforeAsking {
  const { id } = person.contact;
  const rows = { interactions: interactionsWith(db, id), exchanges: exchangesWith(db, id) };
  return beforeAsking(person, rows, on, situationOf(db, context));
}
