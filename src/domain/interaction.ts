import type { Channel } from './channel.ts';
import type { CalendarDate } from './days/day.ts';

export type Side = 'me' | 'them';

/** One time that people were in touch. Who took part is in `Participant`. */
export interface Interaction {
  readonly id: string;
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly text: string | null;
  readonly minutes: number | null;
  readonly startedBy: Side | null;
  /** A message of mine that has had no answer. An interaction that does not say counts as two-way. */
  readonly noAnswer: boolean;
  /** Somebody sold something: kept, but it adds no warmth. */
  readonly pitch: Side | null;
  /** The first meeting itself. */
  readonly meeting: boolean;
  readonly gatheringId: string | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}

export interface Participant {
  readonly id: string;
  readonly interactionId: string;
  readonly contactId: string;
  readonly deletedAt: string | null;
}

/** Whether an interaction is a touch: a pitch is none. */
export function counts(interaction: Interaction): boolean {
  return interaction.pitch === null;
}

/** Newest first; on one day, what was noted last comes first. */
export function newestFirst(a: Interaction, b: Interaction): number {
  if (a.heldOn !== b.heldOn) return a.heldOn < b.heldOn ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
