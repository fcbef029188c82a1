import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Person, Situation } from '../domain/person.ts';
import type { Touch } from '../domain/touch.ts';
import { type CadenceKept, cadenceKept } from './cadence-kept.ts';
import { type CarryOver, carryOver } from './carry-over.ts';
import { type Days, type Done, doneWith, type Intended } from './intended.ts';
import { channelMix, type Mix } from './mix.ts';

/** What a look back on a week is made of. */
export interface WeekRows {
  readonly days: Days;
  /** The last day of the list, where one was made: what is due by then is carried over. */
  readonly until: CalendarDate;
  readonly listed: boolean;
  readonly lines: readonly Intended[];
  readonly touches: readonly Touch[];
  /** The touches of the ninety days to the last one, these days among them. */
  readonly before: { readonly since: CalendarDate; readonly touches: readonly Touch[] };
  readonly exchanges: readonly Exchange[];
  readonly open: readonly Exchange[];
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly kept: readonly Person[];
  readonly lastTouches: ReadonlyMap<string, CalendarDate>;
  /** Minutes that gatherings of groups took. */
  readonly groupMinutes: number;
  readonly introduced: readonly Introduced[];
}

/** An introduction of which nobody has said what came of it. */
export interface Introduced {
  readonly contact: Contact;
  readonly to: Contact;
  readonly on: CalendarDate;
}

/** A week: what was intended, what was done, and what goes along. */
export interface WeekReport {
  readonly days: Days;
  readonly listed: boolean;
  readonly intended: readonly Intended[];
  /** Who was in touch and not on the list. */
  readonly beyond: readonly Contact[];
  readonly cadence: readonly CadenceKept[];
  readonly channels: Mix;
  readonly before: Mix & { readonly since: CalendarDate };
  /** Minutes that were logged, of so many touches that say how long. */
  readonly minutes: {
    readonly sum: number;
    readonly told: number;
    readonly of: number;
    readonly budget: number;
  };
  readonly groups: { readonly minutes: number; readonly budget: number };
  readonly done: Done;
  readonly carryOver: CarryOver;
  readonly introduced: readonly Introduced[];
  readonly contacts: ReadonlyMap<string, Contact>;
}

/** The report of a week. The situation's day is the last of it; `staged` is what stages are judged by. */
export function weekReport(rows: WeekRows, situation: Situation, staged: Situation = situation): WeekReport {
  const { days, lines, touches, contacts, before } = rows;
  const { settings } = situation;
  const intendedFor = new Set(lines.map(({ contact }) => contact.id));
  const inTouch = [...new Set(touches.flatMap(({ people }) => people))];
  const timed = touches.filter(({ minutes }) => minutes !== null);
  return {
    days,
    listed: rows.listed,
    intended: lines,
    beyond: inTouch.flatMap((id) => (intendedFor.has(id) ? [] : (contacts.get(id) ?? []))),
    cadence: cadenceKept(rows.kept, rows.lastTouches, situation, staged),
    channels: channelMix(touches),
    before: { ...channelMix(before.touches), since: before.since },
    minutes: {
      sum: timed.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      told: timed.length,
      of: touches.length,
      budget: settings.minutes,
    },
    groups: { minutes: rows.groupMinutes, budget: settings.groupMinutes },
    done: doneWith(null, rows),
    carryOver: carryOver(rows.open, rows.until),
    introduced: rows.introduced,
    contacts,
  };
}
