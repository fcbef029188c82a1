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

/** What grew, faded and revived from `since` until the situation's day. `days` are the days of each one's touches, oldest first. */
export function changedSince(
  people: readonly Staged[],
  days: ReadonlyMap<string, readonly CalendarDate[]>,
  since: CalendarDate,
  situation: Situation,
): Changed {
  const grew = people.filter((each) => hasGrown(each, since));
  const wentBack = people.filter((each) => wentBackSince(each, since));
  const growing = people.filter(({ stage }) => stage === 'growing');
  const dormant = people.filter((each) => each.stage === 'dormant' && each.since >= since);
  const kept = people.filter(({ stage }) => stage === 'kept');
  const tended = new Set([...kept, ...growing, ...dormant, ...wentBack]);
  const spells = people
    .filter(({ stage }) => stage !== 'moved on')
    .map((each) => ({
      each,
      spell: quietSpell(each, days.get(each.person.contact.id) ?? [], since, situation),
    }));
  const revived = spells.filter(({ spell }) => spell === 'over').map(({ each }) => each);
  return {
    grew: few(grew, new Set([...grew, ...growing, ...wentBack]).size),
    faded: few([...dormant, ...wentBack], tended.size),
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
