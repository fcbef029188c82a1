import type { CalendarDate } from '../domain/days/day.ts';
import { lastDays } from '../domain/groups/group-record.ts';
import type { Context } from '../host/context.ts';
import { type GardenReport, gardenReport } from '../reports/garden.ts';
import type { Db } from '../store/db.ts';
import { groupGatherings } from '../store/group-records.ts';
import { peopleInGroups, readGroups } from '../store/groups.ts';
import { taggedContacts } from '../store/looking-back.ts';
import { readEverybody } from '../store/people.ts';
import { touchDays, touchesOf } from '../store/touches.ts';
import { situationOf } from './file.ts';
import { stageSituation } from './lapsing.ts';

/** Today and the days before it: a year. */
const WINDOW_DAYS = 365;

/** The garden since a day, or over the last 365 days where none is named. */
export function wholeGarden(db: Db, context: Context, from: CalendarDate | null): GardenReport {
  const situation = situationOf(db, context);
  const { today } = situation;
  const since = from ?? lastDays(WINDOW_DAYS, today).from;
  return gardenReport(
    {
      since,
      people: readEverybody(db),
      addedOn: ({ createdAt }) => context.clock.dayOf(createdAt),
      touches: touchesOf(db, since, today),
      days: touchDays(db),
      tags: taggedContacts(db),
      groups: readGroups(db),
      gatherings: groupGatherings(db),
      members: peopleInGroups(db),
    },
    situation,
    stageSituation(db, context, situation),
  );
}
