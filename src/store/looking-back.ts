import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { all, type Db, inPieces, marks, tuples } from './db.ts';
import { OPEN_EXCHANGE } from './people.ts';
import { select } from './rows.ts';

/** The exchanges with live contacts of which something happened between two days, both included: made, kept, taken back, answered, thanked. */
export function exchangesBetween(db: Db, from: CalendarDate, to: CalendarDate): Exchange[] {
  const days = ['made_on', 'kept_on', 'dropped_on', 'outcome_on', 'thanked_on', 'fruit_thanked_on'];
  return select(
    db,
    'exchange',
    `WHERE deleted_at IS NULL AND (${days.map((column) => `${column} BETWEEN ? AND ?`).join(' OR ')})
      AND contact_id IN (SELECT id FROM contact WHERE deleted_at IS NULL) ORDER BY id`,
    ...days.flatMap(() => [from, to]),
  );
}

/** Everything open with live contacts who were not moved on from. */
export function openExchanges(db: Db): Exchange[] {
  return select(
    db,
    'exchange',
    `WHERE ${OPEN_EXCHANGE}
      AND contact_id IN (SELECT id FROM contact WHERE deleted_at IS NULL AND stage <> 'moved on') ORDER BY id`,
  );
}

/** Some exchanges by their ids, settled ones too. */
export function exchangesOf(db: Db, ids: readonly string[]): Exchange[] {
  return inPieces(ids, (piece) => select(db, 'exchange', `WHERE id IN (${marks(piece)})`, ...piece));
}

/** Some live contacts, by id. */
export function contactsOf(db: Db, ids: Iterable<string>): ReadonlyMap<string, Contact> {
  const rows = inPieces([...new Set(ids)], (piece) =>
    select(db, 'contact', `WHERE deleted_at IS NULL AND id IN (${marks(piece)})`, ...piece),
  );
  return new Map(rows.map((contact) => [contact.id, contact]));
}

/**
 * Contacts with the stage and the snooze that they had before what is later, by id: what `isLater` than a day was written, by whatever
 * command, is taken off again.
 */
export function contactsThen(
  db: Db,
  contacts: readonly Contact[],
  isLater: (instant: string) => boolean,
): ReadonlyMap<string, Contact> {
  const then = new Map(contacts.map((contact) => [contact.id, contact]));
  const written = inPieces([...then.keys()], (piece) =>
    all<Written>(
      db,
      `SELECT s.row, o.at, s.old_stage, s.old_snoozed_until, s.new_snoozed_until
        FROM shadow_contact s JOIN operation o ON o.seq = s.operation
        WHERE s.action = 'update' AND s.row IN (${marks(piece)}) ORDER BY s.id DESC`,
      ...piece,
    ),
  );
  for (const each of written.filter(({ at }) => isLater(at))) {
    const contact = then.get(each.row);
    if (contact === undefined) continue;
    const snoozes = each.old_snoozed_until !== null || each.new_snoozed_until !== null;
    then.set(each.row, {
      ...contact,
      stage: each.old_stage ?? contact.stage,
      snoozedUntil: snoozes ? each.old_snoozed_until : contact.snoozedUntil,
    });
  }
  return then;
}

/** A change of a contact as the journal has it: both values are null where it is none. */
interface Written {
  readonly row: string;
  readonly at: string;
  readonly old_stage: Contact['stage'] | null;
  readonly old_snoozed_until: CalendarDate | null;
  readonly new_snoozed_until: CalendarDate | null;
}

/** How many people are in the file. */
export function countContacts(db: Db): number {
  return Number(tuples(db, 'SELECT count(*) FROM contact WHERE deleted_at IS NULL')[0]?.[0] ?? 0);
}

/**
 * Introductions between two days, both included, of which nobody has said what came of them; oldest first. None of somebody moved on
 * from: nothing is followed with them.
 */
export function introducedBetween(db: Db, from: CalendarDate, to: CalendarDate): Recommendation[] {
  return select(
    db,
    'recommendation',
    `WHERE deleted_at IS NULL AND outcome IS NULL AND introduced_on BETWEEN ? AND ?
      AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id IN (contact_id, to_id) AND c.stage = 'moved on')
      ORDER BY introduced_on, id`,
    from,
    to,
  );
}

/** Who carries which tag, as tag and contact id. */
export function taggedContacts(db: Db): readonly { readonly tag: string; readonly contactId: string }[] {
  const rows = tuples(db, `SELECT text, contact_id FROM trait WHERE kind = 'tag' AND deleted_at IS NULL`);
  return (rows as [string, string][]).map(([tag, contactId]) => ({ tag, contactId }));
}
