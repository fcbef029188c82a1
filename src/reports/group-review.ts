import { addDays, type CalendarDate, daysBetween, latest } from '../domain/days/day.ts';
import { metThere } from '../domain/groups/belonging.ts';
import type { Group } from '../domain/groups/group.ts';
import { costIn, type GroupCost } from '../domain/groups/group-cost.ts';
import type { GroupRecord, Window } from '../domain/groups/group-record.ts';
import { nextDecision } from '../domain/groups/renewal.ts';
import { type Checked, checkGroup } from '../domain/groups/signs/check.ts';
import type { Around } from '../domain/groups/signs/sign.ts';
import type { Situation } from '../domain/person.ts';
import type { Touch } from '../domain/touch.ts';
import { type Aimed, aimsIn } from './group-aims.ts';
import { type Gained, gainedIn } from './group-gained.ts';
import { type Share, shareOf } from './group-share.ts';
import { type Ties, tiesOf } from './group-ties.ts';
import { type Worth, worthOf } from './group-worth.ts';

/** A year of a group: what it took, what came of it, and when to decide next. */
export interface GroupReview {
  readonly group: Group;
  readonly window: Window;
  /** When it was joined, or first gone to: what it took for each relationship that lasted is counted from then on. */
  readonly since: CalendarDate;
  readonly days: number;
  readonly people: number;
  readonly cost: GroupCost;
  readonly gained: Gained;
  readonly worth: Worth;
  readonly aimed: Aimed;
  readonly ties: Ties;
  readonly share: Share;
  readonly checked: Checked;
  /** The day by which to decide next, and why that one. */
  readonly decide: ReturnType<typeof nextDecision>;
}

const DAYS = 365;

/** The last 365 days that a group was gone to, or since it was joined, or first gone to where that was before. */
export function reviewWindow(
  { group: { joinedOn, leftOn }, gatherings }: Pick<GroupRecord, 'group' | 'gatherings'>,
  today: CalendarDate,
): Window {
  const to = leftOn !== null && leftOn < today ? leftOn : today;
  const begun = begunOn({ group: { joinedOn }, gatherings });
  return { from: latest(begun, addDays(to, 1 - DAYS)) ?? begun, to };
}

/** When a group was joined, or first gone to where that was before. */
function begunOn({
  group: { joinedOn },
  gatherings,
}: {
  readonly group: Pick<Group, 'joinedOn'>;
  readonly gatherings: GroupRecord['gatherings'];
}): CalendarDate {
  const first = gatherings.find(({ heldOn }) => heldOn !== null)?.heldOn ?? joinedOn;
  return first < joinedOn ? first : joinedOn;
}

/** `touches` are all of mine within the window. */
export function groupReview(
  record: GroupRecord,
  touches: readonly Touch[],
  situation: Situation,
  around: Around,
): GroupReview {
  const { today } = situation;
  const window = reviewWindow(record, today);
  const since = begunOn(record);
  const cost = costIn(record, window);
  const gained = gainedIn(record, window, situation);
  return {
    group: record.group,
    window,
    since,
    days: daysBetween(window.from, window.to) + 1,
    people: record.people.length,
    cost,
    gained,
    worth: worthOf(cost, costIn(record, { from: since, to: window.to }), gained),
    aimed: aimsIn(record, window),
    ties: tiesOf(record, window),
    share: shareOf(record.group.id, metThere(record), touches),
    checked: checkGroup(record, around),
    decide: nextDecision(record.group, today),
  };
}
