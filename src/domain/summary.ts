import { type Channel, isTalk, isWritten } from './channel.ts';
import type { CalendarDate } from './days/day.ts';
import { type Exchange, isGiven } from './exchange.ts';
import type { Evidence } from './giver.ts';
import { counts, type Interaction, newestFirst } from './interaction.ts';

/**
 * What the rows about one contact add up to: all that the agenda needs of the past. It holds no clock and no setting, so it
 * changes only when a row of this contact does.
 */
export interface Summary extends Evidence {
  readonly contactId: string;
  /** Distinct days with a touch, the last of them, and interactions that were not the first meeting. */
  readonly days: number;
  readonly lastOn: CalendarDate | null;
  readonly talks: number;
  /** Channels of the last five touches, newest first, and whether there was ever a real talk. */
  readonly channels: readonly Channel[];
  readonly talkedLive: boolean;
  /** Messages of mine since anything else, and the day of the last of them. */
  readonly unanswered: number;
  readonly unansweredOn: CalendarDate | null;
  /** Asks in all, open ones too; honest refusals; gives and kept promises. */
  readonly asked: number;
  readonly declined: number;
  readonly given: number;
}

export const RECENT_CHANNELS = 5;

/**
 * Adds up a contact's rows. `interactions` and `exchanges` are the live rows of this one contact, in any order; `lastTold` is the
 * day that `--last` named.
 */
export function summarize(
  contactId: string,
  lastTold: CalendarDate | null,
  interactions: readonly Interaction[],
  exchanges: readonly Exchange[],
): Summary {
  const touches = interactions.filter(counts).sort(newestFirst);
  const days = new Set(touches.map((touch) => touch.heldOn));
  if (lastTold !== null) days.add(lastTold);
  const answered = touches.findIndex(isTwoWay);
  const unanswered = touches.slice(0, answered < 0 ? undefined : answered).filter(({ noAnswer }) => noAnswer);
  const asks = exchanges.filter((exchange) => exchange.kind === 'ask');
  const outcomes = (outcome: Exchange['outcome']) => asks.filter((ask) => ask.outcome === outcome).length;
  return {
    contactId,
    days: days.size,
    lastOn: [...days].reduce<CalendarDate | null>((a, b) => (a === null || b > a ? b : a), null),
    talks: touches.filter((touch) => !touch.meeting).length,
    channels: touches.slice(0, RECENT_CHANNELS).map((touch) => touch.channel),
    talkedLive: touches.some((touch) => isTalk(touch.channel)),
    unanswered: unanswered.length,
    unansweredOn: unanswered[0]?.heldOn ?? null,
    asked: asks.length,
    helped: outcomes('helped'),
    partly: outcomes('partly'),
    busy: outcomes('busy'),
    ignored: outcomes('ignored'),
    declined: outcomes('declined'),
    received: exchanges.filter((exchange) => exchange.kind === 'received').length,
    given: exchanges.filter(isGiven).length,
  };
}

/** A log that does not say counts as two-way; something that I wrote to them is no answer of theirs. */
function isTwoWay({ noAnswer, startedBy, channel }: Interaction): boolean {
  return !noAnswer && !(startedBy === 'me' && isWritten(channel));
}
