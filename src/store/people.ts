import type { Channel } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Person } from '../domain/person.ts';
import type { Summary } from '../domain/summary.ts';
import { type Db, inPieces, marks, type SqlValue, tuples } from './db.ts';
import { columnsOf, fromTuple, select, widthOf } from './rows.ts';

/** The columns of a summary in the order in which `summaryOf` reads them. */
const SUMMARY_COLUMNS = `s.days, s.last_on, s.talks, s.channels, s.talked_live, s.unanswered, s.unanswered_on, s.asked, s.helped,
  s.partly, s.busy, s.ignored, s.declined, s.received, s.given`;

/** What stands in an exchange until it is settled, as SQL: the same as `isOpen`. */
export const OPEN_EXCHANGE = `deleted_at IS NULL AND (
  (kind = 'promise' AND kept_on IS NULL AND dropped_on IS NULL)
  OR (kind = 'ask' AND (outcome IS NULL OR (outcome = 'helped' AND thanked_on IS NULL)))
  OR (fruit_on IS NOT NULL AND fruit_thanked_on IS NULL))`;

/** The live contacts of some ids, with what is known of them, in the order of their ids. */
export function readPeople(db: Db, ids: readonly string[]): Person[] {
  const rows = inPieces([...new Set(ids)], (piece) => personRows(db, `c.id IN (${marks(piece)})`, piece));
  return withOpen(db, rows);
}

/** Every live contact in one of the stages. */
export function readStage(db: Db, ...stages: readonly Person['contact']['stage'][]): Person[] {
  return withOpen(db, personRows(db, `c.stage IN (${marks(stages)})`, stages));
}

/** Every live contact, by name. */
export function readEverybody(db: Db): Person[] {
  return withOpen(db, personRows(db, '1 = 1', [], 's.called, c.id'));
}

/** Each contact with its summary, not yet with what is open. */
function personRows(
  db: Db,
  where: string,
  values: readonly string[],
  order = 'c.id',
): Omit<Person, 'open'>[] {
  const sql = `SELECT ${columnsOf('contact', 'c')}, ${SUMMARY_COLUMNS}
    FROM contact c JOIN contact_summary s ON s.contact_id = c.id
    WHERE c.deleted_at IS NULL AND ${where} ORDER BY ${order}`;
  const width = widthOf('contact');
  return tuples(db, sql, ...values).map((row) => {
    const contact = fromTuple('contact', row);
    return { contact, summary: summaryOf(contact.id, row, width) };
  });
}

function withOpen(db: Db, people: readonly Omit<Person, 'open'>[]): Person[] {
  const ids = people.map(({ contact }) => contact.id);
  const exchanges = inPieces(ids, (piece) =>
    select(
      db,
      'exchange',
      `WHERE contact_id IN (${marks(piece)}) AND ${OPEN_EXCHANGE} ORDER BY id`,
      ...piece,
    ),
  );
  const open = Map.groupBy(exchanges, ({ contactId }) => contactId);
  return people.map((person) => ({ ...person, open: open.get(person.contact.id) ?? [] }));
}

/** The columns of a summary in a row, from one on. By their places: taking a row apart is dear where there are many. */
function summaryOf(contactId: string, row: readonly SqlValue[], from: number): Summary {
  const count = (i: number) => row[from + i] as number;
  const channels = row[from + 3] as string;
  return {
    contactId,
    days: count(0),
    lastOn: row[from + 1] as CalendarDate | null,
    talks: count(2),
    channels: channels === '' ? [] : (channels.split(' ') as Channel[]),
    talkedLive: row[from + 4] === 1,
    unanswered: count(5),
    unansweredOn: row[from + 6] as CalendarDate | null,
    asked: count(7),
    helped: count(8),
    partly: count(9),
    busy: count(10),
    ignored: count(11),
    declined: count(12),
    received: count(13),
    given: count(14),
  };
}
