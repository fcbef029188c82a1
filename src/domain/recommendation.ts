import type { CalendarDate } from './days/day.ts';
import type { Outcome } from './exchange.ts';

/** Somebody recommended to somebody else: first both agree, then they are introduced, then something comes of it. */
export interface Recommendation {
  readonly id: string;
  /** Who is recommended, and to whom. */
  readonly contactId: string;
  readonly toId: string;
  readonly text: string | null;
  readonly madeOn: CalendarDate;
  readonly contactAgreedOn: CalendarDate | null;
  readonly toAgreedOn: CalendarDate | null;
  /** When the two were introduced: a give to both. */
  readonly introducedOn: CalendarDate | null;
  readonly outcome: Outcome | null;
  readonly outcomeOn: CalendarDate | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}
