import type { Channel } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { plain } from '../domain/plain.ts';
import type { Summary } from '../domain/summary.ts';
import { all, type Db, inPieces, marks, type Row } from './db.ts';
import { columnsOf, fromRow, select } from './rows.ts';

const SUMMARY_COLUMNS = `s.days AS s_days, s.last_on AS s_last, s.talks, s.channels, s.talked_live AS talkedLive, s.unanswered,
  s.unanswered_on AS unansweredOn, s.asked, s.helped, s.partly, s.busy, s.ignored, s.declined, s.received, s.given`;

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
  const byName = (a: Person, b: Person) =>
    compare(plain(a.contact.name), plain(b.contact.name)) || compare(a.contact.id, b.contact.id);
  return withOpen(db, personRows(db, '1 = 1', [])).sort(byName);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function personRows(db: Db, where: string, values: readonly string[]): Row[] {
  const sql = `SELECT ${columnsOf('contact', 'c')}, ${SUMMARY_COLUMNS}
    FROM contact c JOIN contact_summary s ON s.contact_id = c.id
    WHERE c.deleted_at IS NULL AND ${where} ORDER BY c.id`;
  return all(db, sql, ...values);
}

function withOpen(db: Db, rows: readonly Row[]): Person[] {
  const ids = rows.map((row) => row.id as string);
  const open = new Map<string, Exchange[]>();
  const exchanges = inPieces(ids, (piece) =>
    select(
      db,
      'exchange',
      `WHERE contact_id IN (${marks(piece)}) AND ${OPEN_EXCHANGE} ORDER BY id`,
      ...piece,
    ),
  );
  for (const exchange of exchanges) {
    const own = open.get(exchange.contactId) ?? [];
    own.push(exchange);
    open.set(exchange.contactId, own);
  }
  return rows.map((row) => ({
    contact: fromRow('contact', row),
    summary: summaryOf(row),
    open: open.get(row.id as string) ?? [],
  }));
}

function summaryOf(row: Row): Summary {
  const count = (column: string) => row[column] as number;
  const channels = row.channels as string;
  return {
    contactId: row.id as string,
    days: count('s_days'),
    lastOn: row.s_last as CalendarDate | null,
    talks: count('talks'),
    channels: channels === '' ? [] : (channels.split(' ') as Channel[]),
    talkedLive: row.talkedLive === 1,
    unanswered: count('unanswered'),
    unansweredOn: row.unansweredOn as CalendarDate | null,
    asked: count('asked'),
    helped: count('helped'),
    partly: count('partly'),
    busy: count('busy'),
    ignored: count('ignored'),
    declined: count('declined'),
    received: count('received'),
    given: count('given'),
  };
}
