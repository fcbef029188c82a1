import type { Contact, ContactPoint, Note, Origins, Trait } from '../domain/contact.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Interaction } from '../domain/interaction.ts';
import { newestFirst } from '../domain/interaction.ts';
import { type Db, get, inPieces, marks, texts, tuples } from './db.ts';
import { gatheringName } from './gatherings.ts';
import { columnsOf, fromTuple, select } from './rows.ts';

/** Whether a live or deleted contact has a short id already. */
export function isShortTaken(db: Db, short: string): boolean {
  return get(db, 'SELECT 1 FROM contact WHERE short = ?', short) !== undefined;
}

/** Live contacts with an e-mail, number or address of the same text. */
export function contactsAt(db: Db, value: string): Contact[] {
  const sql = `WHERE deleted_at IS NULL AND id IN
    (SELECT contact_id FROM contact_point WHERE value = ? COLLATE NOCASE AND deleted_at IS NULL) ORDER BY id`;
  return select(db, 'contact', sql, value);
}

/** Where and through whom somebody was met, by name. */
export function originsOf(db: Db, contact: Contact): Origins {
  return { gathering: gatheringName(db, contact.gatheringId), via: nameOfContact(db, contact.viaId) };
}

/** The same of many contacts, read together. */
export function originsOfAll(db: Db, contacts: readonly Contact[]): (contact: Contact) => Origins {
  const names = (table: 'gathering' | 'contact', ids: readonly (string | null)[]) =>
    new Map(
      inPieces([...new Set(ids.filter((id) => id !== null))], (piece) =>
        tuples(
          db,
          `SELECT id, name FROM ${table} WHERE id IN (${marks(piece)}) AND deleted_at IS NULL`,
          ...piece,
        ),
      ) as [string, string][],
    );
  const gatherings = names(
    'gathering',
    contacts.map(({ gatheringId }) => gatheringId),
  );
  const others = names(
    'contact',
    contacts.map(({ viaId }) => viaId),
  );
  return ({ gatheringId, viaId }) => ({
    gathering: gatherings.get(gatheringId ?? '') ?? null,
    via: others.get(viaId ?? '') ?? null,
  });
}

/** Who introduced somebody, who introduced that one, and so on. */
export function introducersOf(db: Db, id: string): string[] {
  const sql = `WITH RECURSIVE chain (id) AS (
      SELECT via_id FROM contact WHERE id = ? AND via_id IS NOT NULL
      UNION SELECT c.via_id FROM contact c JOIN chain ON c.id = chain.id WHERE c.via_id IS NOT NULL)
    SELECT id FROM chain`;
  return texts(db, sql, id);
}

/** A contact's name, or null. */
export function nameOfContact(db: Db, id: string | null): string | null {
  if (id === null) return null;
  return (
    get<{ name: string }>(db, 'SELECT name FROM contact WHERE id = ? AND deleted_at IS NULL', id)?.name ??
    null
  );
}

/** The live interactions with one contact, newest first. */
export function interactionsWith(db: Db, contactId: string): Interaction[] {
  const sql = `SELECT DISTINCT ${columnsOf('interaction', 'i')} FROM participant p JOIN interaction i ON i.id = p.interaction_id
    WHERE p.contact_id = ? AND p.deleted_at IS NULL AND i.deleted_at IS NULL`;
  return tuples(db, sql, contactId)
    .map((row) => fromTuple('interaction', row))
    .sort(newestFirst);
}

export function exchangesWith(db: Db, contactId: string): Exchange[] {
  return select(
    db,
    'exchange',
    'WHERE contact_id = ? AND deleted_at IS NULL ORDER BY made_on, id',
    contactId,
  );
}

export function pointsOf(db: Db, contactId: string): ContactPoint[] {
  return select(
    db,
    'contact_point',
    'WHERE contact_id = ? AND deleted_at IS NULL ORDER BY kind, id',
    contactId,
  );
}

export function traitsOf(db: Db, contactId: string): Trait[] {
  return select(db, 'trait', 'WHERE contact_id = ? AND deleted_at IS NULL ORDER BY kind, id', contactId);
}

/** What some contacts need, oldest first, by their ids. */
export function needsOf(db: Db, contactIds: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = inPieces(contactIds, (piece) =>
    tuples(
      db,
      `SELECT contact_id, text FROM trait
        WHERE contact_id IN (${marks(piece)}) AND kind = 'need' AND deleted_at IS NULL ORDER BY contact_id, id`,
      ...piece,
    ),
  ) as [string, string][];
  const needs = new Map<string, string[]>();
  for (const [contactId, text] of rows) {
    const own = needs.get(contactId);
    if (own === undefined) needs.set(contactId, [text]);
    else own.push(text);
  }
  return needs;
}

export function notesOf(db: Db, contactId: string): Note[] {
  return select(db, 'note', 'WHERE contact_id = ? AND deleted_at IS NULL ORDER BY noted_on, id', contactId);
}
