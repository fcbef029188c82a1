import { dueDays } from '../domain/agenda/due.ts';
import type { Contact } from '../domain/contact.ts';
import type { PausedSpan } from '../domain/days/pause.ts';
import { isOpen } from '../domain/exchange.ts';
import type { Settings } from '../domain/settings.ts';
import { type Summary, summarize } from '../domain/summary.ts';
import { foldedWords } from '../domain/words/fold.ts';
import { telling } from '../domain/words/match.ts';
import { exchangesWith, interactionsWith, traitsOf } from './contacts.ts';
import { all, type Db, run } from './db.ts';
import { select } from './rows.ts';
import { readPauses, readSettings } from './settings.ts';

/** Recomputes what depends on cadences and pauses: the due days of everybody who is tended. */
export function deriveTended(db: Db): void {
  const sql = `SELECT id FROM contact WHERE stage IN ('growing', 'kept') AND deleted_at IS NULL`;
  deriveContacts(
    db,
    all<{ id: string }>(db, sql).map((row) => row.id),
  );
}

/** Recomputes what is derived for everybody. */
export function deriveAll(db: Db): void {
  deriveContacts(
    db,
    all<{ id: string }>(db, 'SELECT id FROM contact').map((row) => row.id),
  );
}

/** Recomputes summaries, due days and search words of some contacts from their rows. Inside a transaction. */
export function deriveContacts(db: Db, ids: readonly string[]): void {
  const settings = readSettings(db);
  const pauses = readPauses(db);
  // First of all of them: a row may have gone from one to another.
  for (const id of ids) forgetDerived(db, id);
  for (const id of ids) deriveContact(db, id, settings, pauses);
}

function forgetDerived(db: Db, id: string): void {
  for (const table of ['contact_summary', 'name_word', 'offer_word'])
    run(db, `DELETE FROM ${table} WHERE contact_id = ?`, id);
}

function deriveContact(db: Db, id: string, settings: Settings, pauses: readonly PausedSpan[]): void {
  const [contact] = select(db, 'contact', 'WHERE id = ? AND deleted_at IS NULL', id);
  if (contact === undefined) return;
  const exchanges = exchangesWith(db, id);
  const summary = summarize(id, contact.lastOn, interactionsWith(db, id), exchanges);
  const due = dueDays({ contact, summary, open: exchanges.filter(isOpen) }, settings, pauses);
  writeSummary(db, summary, [due.dueOn, due.urgentOn, due.birthday]);
  writeNameWords(db, contact);
  writeOfferWords(db, id);
}

function writeSummary(db: Db, summary: Summary, due: readonly (string | null)[]): void {
  run(
    db,
    `INSERT INTO contact_summary (contact_id, days, last_on, talks, channels, talked_live, unanswered, unanswered_on,
      asked, helped, partly, busy, ignored, declined, received, given, due_on, urgent_on, birthday)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    ...due,
  );
}

function writeNameWords(db: Db, contact: Contact): void {
  const words = new Set([...foldedWords(contact.name), ...foldedWords(contact.nickname ?? '')]);
  for (const word of words)
    run(db, 'INSERT INTO name_word (word, contact_id) VALUES (?, ?)', word, contact.id);
}

function writeOfferWords(db: Db, contactId: string): void {
  const offers = traitsOf(db, contactId).filter((trait) => trait.kind === 'offer');
  for (const offer of offers) {
    for (const word of telling(offer.text)) {
      run(
        db,
        'INSERT INTO offer_word (word, trait_id, contact_id) VALUES (?, ?, ?)',
        word,
        offer.id,
        contactId,
      );
    }
  }
}
