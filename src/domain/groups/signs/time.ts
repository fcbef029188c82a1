import { addDays, type CalendarDate, weekday } from '../../days/day.ts';
import { type Gathering, timeTaken } from '../gathering.ts';
import { type GroupRecord, isIn, lastDays } from '../group-record.ts';
import { type Around, type Evidence, NOTHING_ELSE, type Sign, THRESHOLDS } from './sign.ts';

/**
 * Sign 5: all groups together took more than their weekly minutes in two weeks running, Monday to Sunday, from the first whole week within
 * 90 days. It is that of the group that took most minutes over those weeks; the others only stood beside it. Never where one volunteers: hours given
 * there are the point, and that they are many is told by the budget of the week, which they count in.
 */
export function time(record: GroupRecord, { today, settings, gatherings }: Around): Sign {
  const { days, weeks } = THRESHOLDS.time;
  const { from, to } = lastDays(days, today);
  const whole = { from: mondayOf(addDays(from, 6)), to };
  const over = weeksOf(gatherings.filter(({ heldOn }) => isIn(heldOn, whole))).filter(
    ({ minutes }) => minutes > settings.groupMinutes,
  );
  const own = runsOf(over).filter((run) => isMost(record.group.id, run));
  const longest = Math.max(0, ...own.map((run) => run.length));
  return {
    kind: 'time',
    raised: longest >= weeks && record.group.kind !== 'volunteering',
    days,
    measures: [{ what: 'weeks', count: longest, from: weeks }],
    evidence: own
      .flat()
      .map(({ monday, minutes }): Evidence => ({ ...NOTHING_ELSE, on: monday, what: 'week', minutes })),
  };
}

interface Week {
  readonly monday: CalendarDate;
  readonly minutes: number;
  readonly held: readonly Gathering[];
}

/** Weeks with a gathering, oldest first. */
function weeksOf(gatherings: readonly Gathering[]): Week[] {
  const weeks = Map.groupBy(gatherings, ({ heldOn }) => (heldOn === null ? null : mondayOf(heldOn)));
  return [...weeks]
    .flatMap(([monday, held]): Week[] =>
      monday === null ? [] : [{ monday, minutes: minutesOf(held), held }],
    )
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -((weekday(date) + 6) % 7));
}

function minutesOf(held: readonly Gathering[]): number {
  return held.reduce((sum, gathering) => sum + timeTaken(gathering), 0);
}

/** Weeks that follow one another, together. */
function runsOf(weeks: readonly Week[]): Week[][] {
  const runs: Week[][] = [];
  for (const week of weeks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && addDays(before.monday, 7) === week.monday)
      run.push(week);
    else runs.push([week]);
  }
  return runs;
}

/** Whether no group took more minutes over a run of weeks. */
function isMost(groupId: string, run: readonly Week[]): boolean {
  const byGroup = Map.groupBy(
    run.flatMap(({ held }) => held),
    (gathering) => gathering.groupId,
  );
  const own = minutesOf(byGroup.get(groupId) ?? []);
  return own > 0 && [...byGroup.values()].every((held) => minutesOf(held) <= own);
}
