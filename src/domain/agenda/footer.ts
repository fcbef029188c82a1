import { addDays, type CalendarDate, type DayOf } from '../days/day.ts';
import { elapsed, type PausedSpan } from '../days/pause.ts';
import type { Group } from '../groups/group.ts';
import { type Decision, decisionsDue } from '../groups/renewal.ts';
import {
  asIfPaused,
  holdsGrowingSlot,
  isTended,
  type Person,
  type Situation,
  stageOf,
  untended,
} from '../person.ts';
import { capacity, type Settings } from '../settings.ts';
import { isSought, type SoughtTarget } from '../target.ts';
import type { Agenda } from './agenda.ts';
import type { Candidate } from './candidate.ts';
import { type History, openOffer } from './plan.ts';

/** The one line under the list, the first that applies. */
export type Footer =
  | { readonly kind: 'pause'; readonly span: PausedSpan }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'keep-or-rest'; readonly person: Person; readonly days: number }
  | { readonly kind: 'back-to-stack'; readonly person: Person }
  | { readonly kind: 'also-owed'; readonly owed: readonly Candidate[] }
  | { readonly kind: 'shorter'; readonly minutes: number; readonly slots: number; readonly usual: number }
  | { readonly kind: 'free-slot'; readonly free: number; readonly target: SoughtTarget | null };

/** What the line under the list is about, beside the people. */
export interface Surroundings {
  /** Whether anybody is in the stack to grow. */
  readonly stacked: boolean;
  /** The groups with a fee or a trial, and the targets that are open, oldest first. */
  readonly groups: readonly Group[];
  readonly targets: readonly SoughtTarget[];
  readonly dayOf: DayOf;
}

/** `people` holds at least everybody who is growing. */
export function footerOf(
  agenda: Agenda,
  people: readonly Person[],
  history: History,
  settings: Settings,
  today: CalendarDate,
  { stacked, groups, targets, dayOf }: Surroundings,
): Footer | null {
  const { pauses } = history;
  const situation = { settings, pauses, today };
  const span = openOffer(agenda.plan, pauses);
  const offered = asIfPaused(situation, span);
  if (span !== null && people.some((person) => isTended(stageOf(person, offered))))
    return { kind: 'pause', span };

  const looks = looksOf(agenda, history, today);
  const growing = people.filter(({ contact }) => contact.stage === 'growing' && contact.deletedAt === null);
  const notices = growing
    .sort(byGrown)
    .map((person) => growthNotice(person, looks, situation))
    .filter((notice) => notice !== null);
  const question = notices.find(({ kind }) => kind === 'keep-or-rest');
  if (question !== undefined) return question;

  const [decision] = decisionsDue(groups, today, dayOf);
  if (decision !== undefined) return { kind: 'decision', decision };
  const [lapsed] = notices;
  if (lapsed !== undefined) return lapsed;
  if (agenda.alsoOwed.length > 0) return { kind: 'also-owed', owed: agenda.alsoOwed };
  const shorter = shorterBy(agenda, history, settings);
  if (shorter !== null) return shorter;
  const free = settings.growingSlots - growing.filter((person) => holdsGrowingSlot(person, situation)).length;
  const target = targets.find(isSought) ?? null;
  return free > 0 && (stacked || target !== null) ? { kind: 'free-slot', free, target } : null;
}

/** A full list that is shorter than usual, because groups took more than their minutes of the week before it. */
function shorterBy({ plan, lines }: Agenda, { groupMinutes }: History, settings: Settings): Footer | null {
  const usual = capacity(settings);
  const { slots } = plan;
  if (lines.length < slots || slots >= usual || groupMinutes <= settings.groupMinutes) return null;
  return { kind: 'shorter', minutes: groupMinutes, slots, usual };
}

/** The days at which this plan and the one before look at what has fallen due. */
interface Looks {
  readonly before: CalendarDate;
  readonly now: CalendarDate;
}

/** A plan looks once, on its first day: what has fallen due since the plan before is said in this one alone. */
function looksOf(agenda: Agenda, history: History, today: CalendarDate): Looks {
  const now = agenda.lines.length === 0 ? today : agenda.plan.first;
  const earlier = history.plans.filter((plan) => plan.id !== agenda.plan.id).at(-1);
  return { now, before: earlier?.first ?? addDays(now, -7) };
}

/** Keep or rest is asked after 60 days of growing, then every 30; going back to the stack after 90 untouched days is said once. */
function growthNotice(person: Person, { before, now }: Looks, situation: Situation): Footer | null {
  const { grownOn } = person.contact;
  const { growingAskAfter, growingAskEvery, growingEndsAfter } = situation.settings.ranking;
  if (grownOn === null) return null;
  const at = (today: CalendarDate) => untended(person, { ...situation, today });
  if (at(situation.today) >= growingEndsAfter) {
    return at(now) >= growingEndsAfter && at(before) < growingEndsAfter
      ? { kind: 'back-to-stack', person }
      : null;
  }
  const asked = (date: CalendarDate) =>
    Math.max(-1, Math.floor((elapsed(grownOn, date, situation.pauses) - growingAskAfter) / growingAskEvery));
  const days = elapsed(grownOn, situation.today, situation.pauses);
  return asked(now) > asked(before) ? { kind: 'keep-or-rest', person, days } : null;
}

function byGrown(a: Person, b: Person): number {
  const key = ({ contact }: Person) => `${contact.grownOn} ${contact.id}`;
  return key(a) < key(b) ? -1 : 1;
}
