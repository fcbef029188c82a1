import type { KnownPerson } from '../domain/acts/import.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import type { SheetRows } from '../domain/sheet.ts';
import { fold } from '../domain/words/fold.ts';
import { type Db, get, inPieces, marks, texts, tuples } from './db.ts';
import { whoStays } from './merged.ts';
import { sameByAddress } from './reaching.ts';
import { select } from './rows.ts';

/** Whom a record of a file means: a contact, and what the same source said of them before, if it did. */
export interface Found {
  readonly contactId: string;
  readonly source: KnownPerson['source'];
  /** Other records of the same kind of source that the contact came from, where it was found by an address. */
  readonly others: readonly OtherRecord[];
}

/** A record under another key. */
export interface OtherRecord {
  readonly id: string;
  readonly key: string;
  readonly imported: string;
}

/** The kinds of files whose own ids may be those of contacts: net writes them. */
const OWN_IDS = ['vcard', 'net'];

/**
 * Whom some people of a file mean, by their keys: the contacts of the same source, else those whose own id the key is or who they have become
 * since, else those of the same address and name, unless they were born on different days. Nobody is found by a name alone.
 */
export function foundPeople(
  db: Db,
  people: readonly ImportedPerson[],
  kind: string,
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>(bySource(db, people, kind));
  const strangers = people.filter(({ key }) => !found.has(key));
  const keys = OWN_IDS.includes(kind) ? strangers.map(({ key }) => key) : [];
  for (const [key, contactId] of whoStays(db, keys)) found.set(key, { contactId, source: null, others: [] });
  const left = strangers.filter(({ key }) => !found.has(key));
  for (const [key, one] of foundByAddress(db, left, kind)) found.set(key, one);
  return found;
}

/** The same, by address and name alone. */
export function foundByAddress(
  db: Db,
  people: readonly ImportedPerson[],
  kind: string,
): ReadonlyMap<string, Found> {
  const met = sameByAddress(db, people);
  const others = recordsOf(db, [...new Set(met.values())], kind);
  return new Map(
    [...met].map(([key, contactId]) => [
      key,
      { contactId, source: null, others: others.get(contactId) ?? [] },
    ]),
  );
}

/** The records of one kind of source that some contacts came from. */
function recordsOf(
  db: Db,
  contactIds: readonly string[],
  kind: string,
): ReadonlyMap<string, readonly OtherRecord[]> {
  const rows = inPieces(contactIds, (piece) =>
    tuples(
      db,
      `SELECT contact_id, id, key, imported FROM source
        WHERE contact_id IN (${marks(piece)}) AND kind = ? AND deleted_at IS NULL ORDER BY id`,
      ...piece,
      kind,
    ),
  ) as string[][];
  const records = rows.map(([contactId = '', id = '', key = '', imported = '']) => ({
    contactId,
    id,
    key,
    imported,
  }));
  return Map.groupBy(records, ({ contactId }) => contactId);
}

function bySource(db: Db, people: readonly ImportedPerson[], kind: string): [string, Found][] {
  const keys = people.map(({ key }) => key);
  const sql = `SELECT s.key, s.contact_id, s.id, s.imported FROM source s JOIN contact c ON c.id = s.contact_id
    WHERE s.kind = ? AND s.key IN (${marks(keys)}) AND s.deleted_at IS NULL AND c.deleted_at IS NULL`;
  return (tuples(db, sql, kind, ...keys) as string[][]).map(
    ([key = '', contactId = '', id = '', imported = '']) => [
      key,
      { contactId, source: { id, imported }, others: [] },
    ],
  );
}

/** The records of one kind of source under a made-up key, whatever file and number follow it. */
export function recordsUnder(
  db: Db,
  kind: string,
  base: string,
): (OtherRecord & { readonly contactId: string })[] {
  // Each range by the index: of a condition with OR SQLite would look through all records of the kind.
  const within = (keys: string) => `SELECT s.contact_id, s.id, s.key, s.imported
    FROM source s JOIN contact c ON c.id = s.contact_id
    WHERE s.kind = ? AND ${keys} AND s.deleted_at IS NULL AND c.deleted_at IS NULL`;
  const range = within('s.key >= ? AND s.key < ?');
  const sql = `${within('s.key = ?')} UNION ALL ${range} UNION ALL ${range} ORDER BY 2`;
  const rows = tuples(db, sql, kind, base, kind, `${base}#`, `${base}$`, kind, `${base} in `, `${base} in!`);
  return (rows as [string, string, string, string][]).map(([contactId, id, key, imported]) => ({
    contactId,
    id,
    key,
    imported,
  }));
}

/** What other sources last said of a contact, as it is stored. */
export function toldElsewhere(db: Db, contactId: string, sourceId: string): string[] {
  const sql = 'SELECT imported FROM source WHERE contact_id = ? AND id <> ? AND deleted_at IS NULL';
  return texts(db, sql, contactId, sourceId);
}

/** The sheets of some live contacts, by id. */
export function sheetRowsOf(db: Db, ids: readonly string[]): ReadonlyMap<string, SheetRows> {
  const of = (column: string) => `WHERE ${column} IN (${marks(ids)}) AND deleted_at IS NULL`;
  const grouped = <R extends { readonly contactId: string }>(rows: readonly R[]) =>
    Map.groupBy(rows, ({ contactId }) => contactId);
  const points = grouped(select(db, 'contact_point', `${of('contact_id')} ORDER BY kind, id`, ...ids));
  const traits = grouped(select(db, 'trait', `${of('contact_id')} ORDER BY kind, id`, ...ids));
  const notes = grouped(select(db, 'note', `${of('contact_id')} ORDER BY noted_on, id`, ...ids));
  return new Map(
    select(db, 'contact', of('id'), ...ids).map((contact) => [
      contact.id,
      {
        contact,
        points: points.get(contact.id) ?? [],
        traits: traits.get(contact.id) ?? [],
        notes: notes.get(contact.id) ?? [],
      },
    ]),
  );
}

/** The contact that a file knows under a key, or null. */
export function contactOfKey(db: Db, kind: string, key: string): string | null {
  const sql = `SELECT s.contact_id AS id FROM source s JOIN contact c ON c.id = s.contact_id
    WHERE s.kind = ? AND s.key = ? AND s.deleted_at IS NULL AND c.deleted_at IS NULL`;
  return get<{ id: string }>(db, sql, kind, key)?.id ?? null;
}

/** The live contact with an e-mail address: of several the one who came first, whatever became of them since; null for nobody. */
export function contactOfEmail(db: Db, email: string): string | null {
  const sql = `SELECT c.id FROM contact_point p JOIN contact c ON c.id = p.contact_id
    WHERE p.value = ? COLLATE NOCASE AND p.kind = 'email' AND p.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY c.id LIMIT 1`;
  return get<{ id: string }>(db, sql, email)?.id ?? null;
}

/** So many who share one address are told apart by their names. */
const MOST_SHARING = 100;

/**
 * Whom an e-mail address means under some names: of the live contacts who share it those with one of the names, or nicknames; where there is
 * none, as `contactOfEmail`.
 */
export function contactsOfEmail(db: Db, email: string, names: readonly string[]): readonly string[] {
  const sql = `SELECT DISTINCT c.id, c.name, c.nickname FROM contact_point p JOIN contact c ON c.id = p.contact_id
    WHERE p.value = ? COLLATE NOCASE AND p.kind = 'email' AND p.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY c.id LIMIT ${MOST_SHARING}`;
  const sharing = tuples(db, sql, email) as [string, string, string | null][];
  if (sharing.length < 2) return sharing.map(([id]) => id);
  const called = sharing.map(([id, name, nickname]) => ({
    id,
    name: fold(name),
    nickname: nickname === null ? null : fold(nickname),
  }));
  const meant = names.map(fold).flatMap((name) => {
    const one = called.find((each) => each.name === name) ?? called.find((each) => each.nickname === name);
    return one === undefined ? [] : [one.id];
  });
  return meant.length > 0 ? [...new Set(meant)] : called.slice(0, 1).map(({ id }) => id);
}
