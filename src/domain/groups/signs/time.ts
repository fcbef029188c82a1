import { addDays, type CalendarDate, weekday } from '../../days/day.ts';
import { type Gathering, timeTaken } from '../gathering.ts';
import { type GroupRecord, isIn, lastDays } from '../group-record.ts';
import { type Around, type Evidence, NOTHING_ELSE, type Sign, THRESHOLDS } from './sign.ts';

/**
 * Sign 5: all groups together took more than their weekly minutes in two weeks running, Monday to Sunday, within 90 days. It is that of
 * the group that took most of both weeks; the others only stood beside it. Never where one volunteers: hours given there are the point, and
 * that they are many is told by the budget of the week, which they count in.
 */
export function time(record: GroupRecord, { today, settings, gatherings }: Around): Sign {
  const { days, weeks } = THRESHOLDS.time;
  const window = lastDays(days, today);
  const over = weeksOf(gatherings.filter(({ heldOn }) => isIn(heldOn, window)))
    .filter(({ minutes }) => minutes > settings.groupMinutes)
    .filter((week) => isMost(record.group.id, week));
  const running = longestRun(over.map(({ monday }) => monday));
  return {
    kind: 'time',
    raised: running >= weeks && record.group.kind !== 'volunteering',
    days,
    measures: [{ what: 'weeks', count: running, from: weeks }],
    evidence: over.map(
      ({ monday, minutes }): Evidence => ({ ...NOTHING_ELSE, on: monday, what: 'week', minutes }),
    ),
  };
}

interface Week {
  readonly monday: CalendarDate;
  readonly minutes: number;
  readonly byGroup: ReadonlyMap<string, number>;
}

function weeksOf(gatherings: readonly Gathering[]): Week[] {
  const weeks = Map.groupBy(gatherings, ({ heldOn }) => (heldOn === null ? null : mondayOf(heldOn)));
  return [...weeks]
    .flatMap(([monday, held]): Week[] => {
      if (monday === null) return [];
      const byGroup = new Map<string, number>();
      for (const gathering of held) {
        const id = gathering.groupId ?? '';
        byGroup.set(id, (byGroup.get(id) ?? 0) + timeTaken(gathering));
      }
      return [{ monday, minutes: held.reduce((sum, gathering) => sum + timeTaken(gathering), 0), byGroup }];
    })
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -((weekday(date) + 6) % 7));
}

function isMost(groupId: string, { byGroup }: Week): boolean {
  const own = byGroup.get(groupId) ?? 0;
  return own > 0 && own >= Math.max(...byGroup.values());
}

/** How many weeks follow one another at most. */
function longestRun(mondays: readonly CalendarDate[]): number {
  let longest = 0;
  let run = 0;
  for (const [i, monday] of mondays.entries()) {
    const before = mondays[i - 1];
    run = before !== undefined && addDays(before, 7) === monday ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
