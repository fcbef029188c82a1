import type { Channel } from './channel.ts';
import type { CalendarDate } from './days/day.ts';
import type { Side } from './interaction.ts';

/** One time that people were in touch, with who took part: what a look back is made of. Pitches are none. */
export interface Touch {
  readonly id: string;
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly minutes: number | null;
  readonly startedBy: Side | null;
  /** The first meeting itself. */
  readonly meeting: boolean;
  /** The group at one of whose gatherings it was. */
  readonly groupId: string | null;
  /** The live contacts who took part. */
  readonly people: readonly string[];
}
