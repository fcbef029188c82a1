import { addDays, type CalendarDate, daysBetween, latest } from '../domain/days/day.ts';
import type { Group } from '../domain/groups/group.ts';
import { costIn, type GroupCost } from '../domain/groups/group-cost.ts';
import type { GroupRecord, Window } from '../domain/groups/group-record.ts';
import { nextDecision } from '../domain/groups/renewal.ts';
import { type Checked, checkGroup } from '../domain/groups/signs/check.ts';
import type { Around } from '../domain/groups/signs/sign.ts';
import type { Situation } from '../domain/person.ts';
import { type Aimed, aimsIn } from './group-aims.ts';
import { type Gained, gainedIn } from './group-gained.ts';
import { type Share, shareOf, type Touch } from './group-share.ts';
import { type Ties, tiesOf } from './group-ties.ts';
import { type Worth, worthOf } from './group-worth.ts';

/** A year of a group: what it took, what came of it, and when to decide next. */
export interface GroupReview {
  readonly group: Group;
  readonly window: Window;
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
  const first = gatherings.find(({ heldOn }) => heldOn !== null)?.heldOn ?? joinedOn;
  const begun = first < joinedOn ? first : joinedOn;
  return { from: latest(begun, addDays(to, 1 - DAYS)) ?? begun, to };
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
  const cost = costIn(record, window);
  const gained = gainedIn(record, window, situation);
  return {
    group: record.group,
    window,
    days: daysBetween(window.from, window.to) + 1,
    people: record.people.length,
    cost,
    gained,
    worth: worthOf(cost, gained),
    aimed: aimsIn(record, window),
    ties: tiesOf(record),
    share: shareOf(record, touches),
    checked: checkGroup(record, around),
    decide: nextDecision(record.group, today),
  };
}
