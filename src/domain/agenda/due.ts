import { addDays, type CalendarDate } from '../days/day.ts';
import { dayAfter, type PausedSpan } from '../days/pause.ts';
import { isOpenAsk, isOpenPromise, owesThanks, owesThanksForFruit, promiseDay } from '../exchange.ts';
import { cadence, isGiver, type Person, touched } from '../person.ts';
import type { Settings } from '../settings.ts';

/** Bounds that an index can answer, so that a morning looks only at people who may be due. */
export interface DueDays {
  /** No plan that ends before this day lists them, birthdays aside; null: none ever will. */
  readonly dueOn: CalendarDate | null;
  /** The same for what is appended beyond the slots: promises, thanks and follow-ups. */
  readonly urgentOn: CalendarDate | null;
  /** The `MM-DD` of a birthday that a plan may mention. */
  readonly birthday: string | null;
}

/** A day before all others: due at any time. */
const ALWAYS = '0001-01-01' as CalendarDate;

export function dueDays(person: Person, settings: Settings, pauses: readonly PausedSpan[]): DueDays {
  const { contact } = person;
  if (contact.deletedAt !== null || contact.stage === 'moved on')
    return { dueOn: null, urgentOn: null, birthday: null };
  const tended = contact.stage !== 'stack';
  const urgentOn = urgentFrom(person);
  const dueOn = earliest([urgentOn, ...(tended ? suggestedFrom(person, settings, pauses) : [])]);
  return { dueOn, urgentOn, birthday: tended ? (contact.birthday?.slice(-5) ?? null) : null };
}

/** The day from which somebody is appended beyond the slots; null: never. */
export function urgentFrom({ contact, open, summary }: Person): CalendarDate | null {
  if (contact.deletedAt !== null || contact.stage === 'moved on') return null;
  return earliest([
    ...open.filter(isOpenPromise).map(promiseDay),
    open.some(owesThanks) ? ALWAYS : null,
    contact.stage === 'growing' && summary.talks === 0 ? ALWAYS : null,
  ]);
}

function suggestedFrom(
  person: Person,
  settings: Settings,
  pauses: readonly PausedSpan[],
): (CalendarDate | null)[] {
  const { contact } = person;
  const last = touched(person, settings);
  return [
    last === null ? null : dayAfter(last.lastOn, cadence(person, settings), pauses),
    ...person.open.filter(isOpenAsk).map((ask) => addDays(ask.madeOn, 7)),
    contact.jobChangedOn === null ? null : addDays(contact.jobChangedOn, -7),
    isGiver(person) && contact.toldOn === null ? ALWAYS : null,
    person.open.some(owesThanksForFruit) ? ALWAYS : null,
  ];
}

function earliest(dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.reduce((a, b) => (b !== null && (a === null || b < a) ? b : a), null);
}
