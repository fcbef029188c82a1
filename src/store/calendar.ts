import type { History } from '../domain/agenda/plan.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Person } from '../domain/person.ts';
import { type Db, texts } from './db.ts';
import { readPeople } from './people.ts';
import { plansListing, recentPlans } from './plans.ts';
import { readPauses } from './settings.ts';

/** Everybody who is tended or was promised something until a day, and the plans that listed them: what a calendar is made from. */
export function readAhead(
  db: Db,
  today: CalendarDate,
  last: CalendarDate,
): { readonly people: readonly Person[]; readonly history: History } {
  const sql = `SELECT id FROM contact WHERE stage IN ('growing', 'kept') AND deleted_at IS NULL
    UNION SELECT contact_id FROM contact_summary WHERE urgent_on <= ?`;
  const ids = texts(db, sql, last);
  return {
    people: readPeople(db, ids),
    history: {
      pauses: readPauses(db),
      plans: plansListing(db, ids, recentPlans(db, today)),
      lastCommandOn: null,
      groupMinutes: 0,
    },
  };
}
