import { dueDays } from '../domain/agenda/due.ts';
import { prospectOf } from '../domain/agenda/prospect.ts';
import { type Contact, isTended, type Trait } from '../domain/contact.ts';
import type { PausedSpan } from '../domain/days/pause.ts';
import { isOpen } from '../domain/exchange.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Person } from '../domain/person.ts';
import type { Settings } from '../domain/settings.ts';
import { summarize } from '../domain/summary.ts';
import { foldedWords, nameKey } from '../domain/words/fold.ts';
import { telling } from '../domain/words/match.ts';
import { type Db, marks, run, type SqlValue, texts, tuples } from './db.ts';
import { columnsOf, fromTuple, select } from './rows.ts';
import { readPauses, readSettings } from './settings.ts';

/** Recomputes what depends on cadences and pauses: the due days of everybody who is tended. */
export function deriveTended(db: Db): void {
  const sql = `SELECT id FROM contact WHERE stage IN ('growing', 'kept') AND deleted_at IS NULL`;
  deriveContacts(db, texts(db, sql));
}

/** Recomputes what is derived for everybody. */
export function deriveAll(db: Db): void {
  deriveContacts(db, texts(db, 'SELECT id FROM contact'));
}

/** How many contacts are read at once. */
const PIECE = 500;

/** Recomputes summaries, due days and search words of some contacts from their rows. Inside a transaction. */
export function deriveContacts(db: Db, ids: readonly string[]): void {
  const settings = readSettings(db);
  const pauses = readPauses(db);
  const pieces = Array.from({ length: Math.ceil(ids.length / PIECE) }, (_, i) =>
    ids.slice(i * PIECE, (i + 1) * PIECE),
  );
  // First of all of them: a row may have gone from one to another.
  for (const piece of pieces) forgetDerived(db, piece);
  for (const piece of pieces) derivePiece(db, piece, settings, pauses);
}

function forgetDerived(db: Db, ids: readonly string[]): void {
  for (const table of ['contact_summary', 'name_word', 'offer_word'])
    run(db, `DELETE FROM ${table} WHERE contact_id IN (${marks(ids)})`, ...ids);
}

function derivePiece(
  db: Db,
  ids: readonly string[],
  settings: Settings,
  pauses: readonly PausedSpan[],
): void {
  const these = `IN (${marks(ids)})`;
  const contacts = select(db, 'contact', `WHERE id ${these} AND deleted_at IS NULL`, ...ids);
  const exchanges = Map.groupBy(
    select(db, 'exchange', `WHERE contact_id ${these} AND deleted_at IS NULL ORDER BY made_on, id`, ...ids),
    ({ contactId }) => contactId,
  );
  const offers = Map.groupBy(
    select(
      db,
      'trait',
      `WHERE contact_id ${these} AND kind = 'offer' AND deleted_at IS NULL ORDER BY id`,
      ...ids,
    ),
    ({ contactId }) => contactId,
  );
  const interactions = interactionsOf(db, ids);
  for (const contact of contacts) {
    const { id, lastOn } = contact;
    const own = exchanges.get(id) ?? [];
    const summary = summarize(id, lastOn, interactions.get(id) ?? [], own);
    const person = { contact, summary, open: own.filter(isOpen) };
    const names = wordsOf(contact);
    writeSummary(db, person, names, settings, pauses);
    writeNameWords(db, contact, names);
    writeOfferWords(db, offers.get(id) ?? []);
  }
}

/** The live interactions of some contacts, by contact. */
function interactionsOf(db: Db, ids: readonly string[]): ReadonlyMap<string, Interaction[]> {
  const sql = `SELECT DISTINCT ${columnsOf('interaction', 'i')}, p.contact_id
    FROM participant p JOIN interaction i ON i.id = p.interaction_id
    WHERE p.contact_id IN (${marks(ids)}) AND p.deleted_at IS NULL AND i.deleted_at IS NULL`;
  const found = new Map<string, Interaction[]>();
  for (const row of tuples(db, sql, ...ids)) {
    const contactId = row.at(-1) as string;
    const interaction = fromTuple('interaction', row);
    const known = found.get(contactId);
    if (known === undefined) found.set(contactId, [interaction]);
    else known.push(interaction);
  }
  return found;
}

/** The folded words of somebody's name, and of their nickname. */
export interface NameWords {
  readonly own: readonly string[];
  readonly nickname: readonly string[];
}

export function wordsOf({ name, nickname }: Contact): NameWords {
  return { own: foldedWords(name), nickname: foldedWords(nickname ?? '') };
}

/** What a contact is looked up and listed by: their name, their nickname, and whether they are tended. */
function calledBy(contact: Contact, { own, nickname }: NameWords): readonly SqlValue[] {
  const called = own.length === 0 ? nameKey(contact.name) : own.join(' ');
  return [called, nickname.length === 0 ? null : nickname.join(' '), isTended(contact) ? 1 : 0];
}

/** Writes what is summed up of somebody, what they are called by, and the days from which they may be due. */
export function writeSummary(
  db: Db,
  person: Person,
  names: NameWords,
  settings: Settings,
  pauses: readonly PausedSpan[],
): void {
  const { summary } = person;
  const due = dueDays(person, settings, pauses);
  const prospect = prospectOf(person, settings);
  run(
    db,
    `INSERT INTO contact_summary (contact_id, days, last_on, talks, channels, talked_live, unanswered, unanswered_on,
      asked, helped, partly, busy, ignored, declined, received, given, due_on, urgent_on, birthday,
      called, nicknamed, tended, circle, kept_on, cadence, dormant_beyond, factor)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    summary.contactId,
    summary.days,
    summary.lastOn,
    summary.talks,
    summary.channels.join(' '),
    summary.talkedLive ? 1 : 0,
    summary.unanswered,
    summary.unansweredOn,
    summary.asked,
    summary.helped,
    summary.partly,
    summary.busy,
    summary.ignored,
    summary.declined,
    summary.received,
    summary.given,
    due.dueOn,
    due.urgentOn,
    due.birthday,
    ...calledBy(person.contact, names),
    prospect?.circle ?? null,
    prospect?.keptOn ?? null,
    prospect?.cadence ?? null,
    prospect?.dormantBeyond ?? null,
    prospect?.factor ?? null,
  );
}

function writeNameWords(db: Db, contact: Contact, { own, nickname }: NameWords): void {
  const sql = 'INSERT INTO name_word (word, contact_id, in_name, tended) VALUES (?, ?, ?, ?)';
  const tended = isTended(contact) ? 1 : 0;
  const inName = new Set(own);
  for (const word of new Set([...own, ...nickname]))
    run(db, sql, word, contact.id, inName.has(word) ? 1 : 0, tended);
}

function writeOfferWords(db: Db, offers: readonly Trait[]): void {
  const sql = 'INSERT INTO offer_word (word, trait_id, contact_id) VALUES (?, ?, ?)';
  for (const { id, contactId, text } of offers)
    for (const word of telling(text)) run(db, sql, word, id, contactId);
}
