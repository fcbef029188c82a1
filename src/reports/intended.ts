import type { Plan, PlanLine } from '../domain/agenda/plan.ts';
import type { TermKind } from '../domain/agenda/term.ts';
import { isDeferred } from '../domain/agenda/terms.ts';
import type { Channel } from '../domain/channel.ts';
import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Situation } from '../domain/person.ts';
import type { Touch } from '../domain/touch.ts';

/** The days that a look back is about, both included. */
export interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** What was done with somebody in some days. Help that was thanked for again counts among the thanks. */
export interface Done {
  readonly touches: readonly { readonly on: CalendarDate; readonly channel: Channel }[];
  readonly gave: number;
  readonly asked: number;
  readonly promisesKept: number;
  readonly thanked: number;
}

/** What became of a line in its days; see `stateOfLine`. */
export type LineState = 'done' | 'open' | 'aside';

/** What was intended with somebody, and what was done. */
export interface Intended {
  readonly contact: Contact;
  readonly reason: TermKind;
  /** The words of the promise, the ask or the help that it was about. */
  readonly about: string | null;
  readonly state: LineState;
  readonly did: Done;
}

/** All that happened in some days. */
export interface Happened {
  readonly days: Days;
  readonly touches: readonly Touch[];
  readonly exchanges: readonly Exchange[];
}

/** The lines of a plan beside what happened. `stateOf` tells of each line whether it was done; contacts who are gone are left out. */
export function intendedAndDone(
  plan: Plan,
  contacts: ReadonlyMap<string, Contact>,
  subjects: readonly Exchange[],
  happened: Happened,
  stateOf: (line: PlanLine) => LineState,
): readonly Intended[] {
  return plan.lines.flatMap((line) => {
    const contact = contacts.get(line.contactId);
    const [leading] = line.reasons;
    if (contact === undefined || leading === undefined) return [];
    const about = subjects.find(({ id }) => id === leading.subject);
    const text = leading.kind === 'thank-again' ? (about?.fruit ?? about?.text) : about?.text;
    return {
      contact,
      reason: leading.kind,
      about: text ?? null,
      state: stateOf(line),
      did: doneWith(contact.id, happened),
    };
  });
}

/** What was done with one person, or with everybody where none is named. */
export function doneWith(contactId: string | null, { days, touches, exchanges }: Happened): Done {
  const own = exchanges.filter((exchange) => contactId === null || exchange.contactId === contactId);
  const within = (day: CalendarDate | null) => day !== null && day >= days.first && day <= days.last;
  const made = (kind: Exchange['kind']) =>
    own.filter((exchange) => exchange.kind === kind && within(exchange.madeOn)).length;
  const thanks = own.filter(({ kind, thankedOn }) => kind === 'ask' && within(thankedOn));
  return {
    touches: touches
      .filter(({ people }) => contactId === null || people.includes(contactId))
      .map(({ heldOn, channel }) => ({ on: heldOn, channel })),
    gave: made('give'),
    asked: made('ask'),
    promisesKept: own.filter(({ kind, keptOn }) => kind === 'promise' && within(keptOn)).length,
    thanked: thanks.length + own.filter(({ fruitThankedOn }) => within(fruitThankedOn)).length,
  };
}

/**
 * What became of a line by the situation's day, the last of its days. It is done once what it was listed for was, whatever has come up
 * since. Else it was set aside where they were moved on from, or where they rested, were snoozed or everything was paused and nothing
 * owed had brought them onto the list. `contact` is as it was on that day.
 */
export function stateOfLine(
  line: PlanLine,
  contact: Contact,
  subjects: readonly Exchange[],
  happened: Happened,
  situation: Situation,
): LineState {
  if (wasDone(line, contact, subjects, happened)) return 'done';
  if (contact.stage === 'moved on') return 'aside';
  const kind = line.reasons[0]?.kind;
  if (kind === 'promise' || kind === 'thanks') return 'open';
  const isSnoozed = contact.snoozedUntil !== null && contact.snoozedUntil > situation.today;
  return contact.stage === 'stack' || isSnoozed || isDeferred(situation) ? 'aside' : 'open';
}

/** Whether a line was settled by what happened in its days. A touch settles no promise and no thanks. */
export function wasDone(
  line: PlanLine,
  contact: Contact,
  subjects: readonly Exchange[],
  { days, touches }: Happened,
): boolean {
  const [leading] = line.reasons;
  const subject = subjects.find(({ id }) => id === leading?.subject);
  const byThen = (day: CalendarDate | null | undefined) =>
    day !== null && day !== undefined && day <= days.last;
  const touched = touches.filter(({ people }) => people.includes(line.contactId));
  const since = touched.some(({ heldOn }) => line.touchedOn === null || heldOn > line.touchedOn);
  switch (leading?.kind) {
    case 'promise':
      return byThen(subject?.keptOn) || byThen(subject?.droppedOn);
    case 'thanks':
      return byThen(subject?.thankedOn);
    case 'thank-again':
      return byThen(subject?.fruitThankedOn);
    case 'ask':
      return byThen(subject?.outcomeOn) || since;
    case 'tell':
      return byThen(contact.toldOn);
    case 'follow-up':
      return touched.some(({ meeting }) => !meeting);
    default:
      return since;
  }
}
