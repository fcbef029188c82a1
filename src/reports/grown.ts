import type { Contact } from '../domain/contact.ts';
import { type CalendarDate, latest } from '../domain/days/day.ts';
import { elapsed } from '../domain/days/pause.ts';
import { quietBeyond, type Situation } from '../domain/person.ts';
import type { Staged } from '../domain/stage-since.ts';

/** People to whom something happened, out of how many to whom it could have. */
export interface Few {
  readonly people: readonly Contact[];
  readonly of: number;
}

/** What the garden did since a day. */
export interface Changed {
  /** Kept after growing, of all who were growing. */
  readonly grew: Few;
  /** Dormant now, or back in the stack after growing, of all who were tended. */
  readonly faded: Few;
  /** Touched again after a long quiet time, of all who had one. */
  readonly revived: Few;
}

/**
 * What grew, faded and revived from `since` until the situation's day. `days` are the days of each one's touches, oldest first.
 *
 * Who was growing, or tended, counts if they were so on any of these days, moved on from or let rest since or not. Each row holds only
 * the last day on which somebody was grown, kept, let rest and moved on from, so that it cannot be told of somebody who was grown anew
 * that they were before, nor whether somebody let rest or moved on from was dormant by then: they count as tended.
 */
export function changedSince(
  people: readonly Staged[],
  days: ReadonlyMap<string, readonly CalendarDate[]>,
  since: CalendarDate,
  situation: Situation,
): Changed {
  const grew = people.filter((each) => hasGrown(each, since));
  const wentBack = people.filter((each) => wentBackSince(each, since));
  const growing = people.filter((each) => wasGrowing(each, since));
  const dormant = people.filter((each) => each.stage === 'dormant' && each.since >= since);
  const tended = people.filter((each) => wasTended(each, since));
  const spells = people
    .filter(({ stage }) => stage !== 'moved on')
    .map((each) => ({
      each,
      spell: quietSpell(each, days.get(each.person.contact.id) ?? [], since, situation),
    }));
  const revived = spells.filter(({ spell }) => spell === 'over').map(({ each }) => each);
  return {
    grew: few(grew, growing.length),
    faded: few([...dormant, ...wentBack], tended.length),
    revived: few(revived, spells.filter(({ spell }) => spell !== null).length),
  };
}

function few(people: readonly Staged[], of: number): Few {
  return { people: people.map(({ person }) => person.contact), of };
}

function hasGrown({ person: { contact } }: Staged, since: CalendarDate): boolean {
  const { stage, grownOn, keptOn } = contact;
  return stage === 'kept' && grownOn !== null && keptOn !== null && grownOn <= keptOn && keptOn >= since;
}

/** Whether somebody was growing on any day from one on: still, or until they were kept, let rest, went back or were moved on from. */
function wasGrowing({ person: { contact }, stage, since }: Staged, from: CalendarDate): boolean {
  const { grownOn, keptOn, restedOn, movedOn } = contact;
  if (stage === 'growing') return true;
  if (grownOn === null) return false;
  const wentBackOn = stage === 'stack' ? since : null;
  const until = firstSince(grownOn, [keptOn, restedOn, movedOn, wentBackOn]);
  return until !== null && until >= from;
}

/** Whether somebody was grown or kept and not dormant on any day from one on. */
function wasTended(each: Staged, from: CalendarDate): boolean {
  const { grownOn, keptOn, restedOn, movedOn } = each.person.contact;
  if (each.stage === 'growing' || each.stage === 'kept') return true;
  if (each.stage === 'dormant') return each.since >= from;
  const begun = latest(grownOn, keptOn);
  if (begun === null) return false;
  const wentBackOn = each.stage === 'stack' ? each.since : null;
  const until = firstSince(begun, [restedOn, movedOn, wentBackOn]);
  return until !== null && until >= from;
}

/** The first of some days that is not before another; null where there is none. */
function firstSince(begun: CalendarDate, days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return (
    days
      .filter((day) => day !== null)
      .filter((day) => day >= begun)
      .sort()[0] ?? null
  );
}

/** Somebody growing who went to the stack again without having been kept; not one who was let rest on the same day. */
function wentBackSince({ person: { contact }, stage, since }: Staged, from: CalendarDate): boolean {
  const { grownOn, keptOn } = contact;
  if (stage !== 'stack' || grownOn === null || since <= grownOn || since < from) return false;
  return keptOn === null || keptOn < grownOn;
}

/** Whether a long quiet time lasts, or was ended by a touch since a day; null for neither. */
function quietSpell(
  { person: { contact } }: Staged,
  days: readonly CalendarDate[],
  since: CalendarDate,
  { settings, pauses, today }: Situation,
): 'lasts' | 'over' | null {
  const beyond = quietBeyond(contact, settings);
  const isOver = days.some((day, i) => {
    const before = days[i - 1];
    return day >= since && before !== undefined && elapsed(before, day, pauses) > beyond;
  });
  if (isOver) return 'over';
  const last = latest(null, ...days.slice(-1));
  return last !== null && elapsed(last, today, pauses) > beyond ? 'lasts' : null;
}
