import { addDays, type CalendarDate, latest } from '../day.ts';
import { elapsed, type PausedSpan } from '../pause.ts';
import { holdsGrowingSlot, type Person, type Stage, stageOf, untended } from '../person.ts';
import type { Settings } from '../settings.ts';
import type { Agenda } from './agenda.ts';
import type { Candidate } from './candidate.ts';
import { type History, openOffer } from './plan.ts';

/** The one line under the list, the first that applies. */
export type Footer =
  | { readonly kind: 'pause'; readonly span: PausedSpan }
  | { readonly kind: 'keep-or-rest'; readonly person: Person; readonly days: number }
  | { readonly kind: 'back-to-stack'; readonly person: Person }
  | { readonly kind: 'also-owed'; readonly owed: readonly Candidate[] }
  | { readonly kind: 'free-slot'; readonly free: number };

/** `stacked` tells whether anybody is in the stack to grow. `people` holds at least everybody who is growing. */
export function footerOf(
  agenda: Agenda,
  people: readonly Person[],
  history: History,
  settings: Settings,
  today: CalendarDate,
  stacked: boolean,
): Footer | null {
  const { pauses } = history;
  const situation = { settings, pauses, today };
  const span = openOffer(agenda.plan, pauses);
  if (span !== null && people.some((person) => isTended(stageOf(person, situation))))
    return { kind: 'pause', span };

  const since = lookedAt(agenda, history);
  const growing = people.filter(({ contact }) => contact.stage === 'growing' && contact.deletedAt === null);
  for (const person of growing.sort(byGrown)) {
    const notice = growthNotice(person, since, pauses, settings, today);
    if (notice !== null) return notice;
  }
  if (agenda.alsoOwed.length > 0) return { kind: 'also-owed', owed: agenda.alsoOwed };
  const free = settings.growingSlots - growing.filter((person) => holdsGrowingSlot(person, situation)).length;
  return free > 0 && stacked ? { kind: 'free-slot', free } : null;
}

function isTended(stage: Stage): boolean {
  return stage === 'growing' || stage === 'kept' || stage === 'dormant';
}

/** The day up to which an earlier plan has spoken: a notice that fell due by then was given then. */
function lookedAt(agenda: Agenda, history: History): CalendarDate {
  const earlier = history.plans.filter((plan) => plan.id !== agenda.plan.id).at(-1);
  const week = addDays(agenda.plan.first, -7);
  if (agenda.lines.length === 0) return latest(week, earlier?.last ?? null) ?? week;
  return earlier?.last ?? week;
}

/** Keep or rest is asked after 60 days of growing, then every 30; going back to the stack after 90 untouched days is said once. */
function growthNotice(
  person: Person,
  since: CalendarDate,
  pauses: readonly PausedSpan[],
  settings: Settings,
  today: CalendarDate,
): Footer | null {
  const { grownOn } = person.contact;
  const { growingAskAfter, growingAskEvery, growingEndsAfter } = settings.ranking;
  if (grownOn === null) return null;
  if (untended(person, { settings, pauses, today }) >= growingEndsAfter) {
    const before = untended(person, { settings, pauses, today: since });
    return before < growingEndsAfter ? { kind: 'back-to-stack', person } : null;
  }
  const asked = (date: CalendarDate) =>
    Math.floor((elapsed(grownOn, date, pauses) - growingAskAfter) / growingAskEvery);
  const days = elapsed(grownOn, today, pauses);
  return asked(today) >= 0 && asked(today) > Math.max(-1, asked(since))
    ? { kind: 'keep-or-rest', person, days }
    : null;
}

function byGrown(a: Person, b: Person): number {
  const key = ({ contact }: Person) => `${contact.grownOn} ${contact.id}`;
  return key(a) < key(b) ? -1 : 1;
}
