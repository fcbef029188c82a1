import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { meantByWorth } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import { shellWords } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { gatheringsOf } from '../store/groups.ts';

/** With one of these `--worth` is about a day that is named, or about today. */
const NOT_ALONE = ['on', 'minutes', 'commute', 'with'] as const;

/** What is said of a gathering, as it was typed. */
export type Told = { readonly [name in (typeof NOT_ALONE)[number] | 'worth']?: string };

/**
 * The day that `group log` is about, as an option: the one that was named; where it is only said whether a gathering was worth it, that of
 * the gathering that is meant. Throws `rejected` where none is.
 */
export function dayToLog(
  db: Db,
  group: Group,
  text: string,
  told: Told,
  now: CalendarDate,
): string | undefined {
  const { on, worth } = told;
  if (worth === undefined || text !== '' || NOT_ALONE.some((name) => told[name] !== undefined)) return on;
  const gatherings = gatheringsOf(db, group.id);
  const meant = meantByWorth(gatherings, now)?.heldOn ?? null;
  if (meant !== null) return meant;
  const last = gatherings.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null;
  const typed = `net group log ${shellWords(group.name)}`;
  throw new NetError(
    'rejected',
    `no gathering of ${group.name} in the last two weeks waits for an answer`,
    last === null
      ? `log one first: ${typed} --minutes 90`
      : `of that on ${last}: ${typed} --on ${last} --worth ${worth}`,
  );
}
