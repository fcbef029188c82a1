import { createHash } from 'node:crypto';
import { type Change, insert, type Making } from '../domain/change.ts';
import type { Contact } from '../domain/contact.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { type Known, marksOf } from '../domain/marks.ts';
import { all, type Db } from './db.ts';
import { namesToldOf } from './reaching.ts';
import { select } from './rows.ts';

/** Under this kind the id that net itself gave somebody is kept: a file that it wrote tells it as their key. */
const OWN = 'net';

/** What stays of contacts that are to be erased: hashes of their marks under a salt of their own. */
export function hashesLeft(db: Db, contacts: readonly string[], { id }: Pick<Making, 'id'>): Change[] {
  const of = `IN (SELECT value FROM json_each(?)) ORDER BY id`;
  const them = JSON.stringify(contacts);
  const sources = select(db, 'source', `WHERE contact_id ${of}`, them);
  // A file may call them otherwise than the user did.
  const called = [...namesToldOf(db, contacts).values()].flat();
  const marks = marksOf({
    names: [...new Set([...select(db, 'contact', `WHERE id ${of}`, them).flatMap(ownNames), ...called])],
    points: select(db, 'contact_point', `WHERE contact_id ${of}`, them),
    sources: [...sources, ...contacts.map((key) => ({ kind: OWN, key }))],
  });
  const salt = id();
  return marks.map((mark) => insert('purged', { id: id(), salt, hash: hashOf(salt, mark), deletedAt: null }));
}

function ownNames({ name, nickname }: Pick<Contact, 'name' | 'nickname'>): string[] {
  return nickname === null ? [name] : [name, nickname];
}

/** Tells of a person in a file whether it is somebody who was erased. */
export function purgedBefore(db: Db): (person: ImportedPerson, source: string) => boolean {
  const isErased = erasedBefore(db);
  if (isErased === null) return () => false;
  return ({ name, points, key }, kind) =>
    isErased({ names: [name], points, sources: [{ kind, key }], id: key });
}

/** Tells of somebody whether they were erased, by all that is known of them; null where nobody ever was. `id` is what net itself called them. */
export function erasedBefore(db: Db): ((known: Known & { readonly id: string }) => boolean) | null {
  const left = select(db, 'purged', 'WHERE deleted_at IS NULL');
  return left.length === 0 ? null : knownBy(left);
}

/** The same of those alone whom one purge erased, by the id of its operation. */
export function erasedBy(db: Db, purge: string): (known: Known & { readonly id: string }) => boolean {
  const rows = all<{ row: string }>(
    db,
    'SELECT s.row FROM shadow_purged s JOIN operation o ON o.seq = s.operation WHERE o.id = ?',
    purge,
  );
  const ids = JSON.stringify(rows.map(({ row }) => row));
  return knownBy(select(db, 'purged', 'WHERE id IN (SELECT value FROM json_each(?))', ids));
}

function knownBy(
  left: readonly { readonly salt: string; readonly hash: string }[],
): (known: Known & { readonly id: string }) => boolean {
  const salts = [...new Set(left.map(({ salt }) => salt))];
  const hashes = new Set(left.map(({ hash }) => hash));
  return ({ id, sources, ...known }) => {
    const marks = marksOf({ ...known, sources: [...sources, { kind: OWN, key: id }] });
    return salts.some((salt) => marks.some((mark) => hashes.has(hashOf(salt, mark))));
  };
}

function hashOf(salt: string, mark: string): string {
  return createHash('sha256').update(`${salt}\n${mark}`).digest('hex');
}
