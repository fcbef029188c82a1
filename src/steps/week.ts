import { type Agenda, planWeek } from '../domain/agenda/agenda.ts';
import { type Footer, footerOf } from '../domain/agenda/footer.ts';
import { type Move, movesFor } from '../domain/agenda/move.ts';
import type { Origins } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/day.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { originsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readResources, readWeek } from '../store/week.ts';

/** The week as it is shown: the agenda, with a move for each line and the names that its reasons mention. */
export interface ShownWeek {
  readonly today: CalendarDate;
  readonly agenda: Agenda;
  readonly moves: readonly Move[];
  readonly origins: readonly Origins[];
  readonly footer: Footer | null;
}

/** Plans the week from the file. Nothing is written. */
export function weekOf(db: Db, context: Context, refill: boolean): ShownWeek {
  const now = today(context.clock);
  const { people, history, settings, stacked } = readWeek(db, now, context.clock.dayOf, refill);
  const agenda = planWeek(people, history, settings, now, { id: context.newId(), refill });
  const contacts = agenda.lines.map((line) => line.person.contact);
  const resources = readResources(
    db,
    contacts.map(({ id }) => id),
  );
  return {
    today: now,
    agenda,
    moves: movesFor(agenda.lines, resources, settings),
    origins: contacts.map((contact) => originsOf(db, contact)),
    footer: footerOf(agenda, people, history, settings, now, stacked),
  };
}
