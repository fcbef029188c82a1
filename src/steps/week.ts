import { type Agenda, planWeek } from '../domain/agenda/agenda.ts';
import { type Footer, footerOf } from '../domain/agenda/footer.ts';
import { drawsOnResources, type Move, movesFor } from '../domain/agenda/move.ts';
import type { Origins } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { isPaused } from '../domain/days/pause.ts';
import type { Settings } from '../domain/settings.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { originsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readResources, readWeek } from '../store/week.ts';

/** The week as it is planned from the file. */
export interface PlannedWeek {
  readonly today: CalendarDate;
  readonly agenda: Agenda;
  readonly settings: Settings;
  readonly footer: Footer | null;
  /** The pause that is on. */
  readonly paused: { readonly since: CalendarDate; readonly until: CalendarDate | null } | null;
}

/** The week as it is shown: with a move for each line and the names that its reasons mention. */
export interface ShownWeek extends PlannedWeek {
  readonly moves: readonly Move[];
  readonly origins: readonly Origins[];
  /** How the footer's person can be typed. */
  readonly typed: string;
}

/** What a plan is called until it is stored. */
export const NOT_STORED = 'not stored';

/** Plans the week from the file. Nothing is written. */
export function planned(db: Db, context: Context, refill: boolean): PlannedWeek {
  const now = today(context.clock);
  const plan = (whole: boolean) => {
    const week = readWeek(db, now, context.clock.dayOf, refill, whole);
    const { people, history, settings } = week;
    return { ...week, agenda: planWeek(people, history, settings, now, { id: NOT_STORED, refill }) };
  };
  const narrow = plan(false);
  // Where everybody has left the list, it says who is left in peace.
  const allLeft = narrow.agenda.lines.length === 0 && narrow.agenda.plan.lines.length > 0;
  const { agenda, people, history, settings, surroundings } = allLeft ? plan(true) : narrow;
  const pause = history.pauses.find((span) => isPaused(now, [span]));
  return {
    today: now,
    agenda,
    settings,
    footer: footerOf(agenda, people, history, settings, now, surroundings),
    paused: pause === undefined ? null : { since: pause.sinceDay, until: pause.untilDay },
  };
}

/** Adds what a planned week is shown with. */
export async function shown(db: Db, week: PlannedWeek): Promise<ShownWeek> {
  return withTyped(db, withMoves(db, week));
}

export function withMoves(db: Db, week: PlannedWeek): Omit<ShownWeek, 'typed'> {
  const { lines } = week.agenda;
  const drawing = lines.filter((line) => !line.done && drawsOnResources(line));
  const resources = readResources(
    db,
    drawing.map(({ person }) => person.contact.id),
  );
  return {
    ...week,
    moves: movesFor(lines, resources, week.settings),
    origins: lines.map(({ person }) => originsOf(db, person.contact)),
  };
}

/** Name search is only loaded where the footer names somebody. */
export async function withTyped(db: Db, week: Omit<ShownWeek, 'typed'>): Promise<ShownWeek> {
  const { footer } = week;
  if (footer === null || !('person' in footer)) return { ...week, typed: '' };
  const { typedName } = await import('./who.ts');
  return { ...week, typed: typedName(db, footer.person.contact) };
}
