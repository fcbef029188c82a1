import type { KnownPerson } from '../domain/acts/import.ts';
import type { ToldByFile } from '../domain/acts/merge.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { fold } from '../domain/words/fold.ts';
import { contactsAt, notesOf, pointsOf, traitsOf } from './contacts.ts';
import type { Db } from './db.ts';
import { select } from './rows.ts';

/** What net itself writes: there the key of somebody is the id of their contact. */
const OWN_KINDS = ['vcard', 'net'];

/** Whom an imported person is: the contact of the same source or with that id, else of the same address and name. Never of a name alone. */
export function knownPerson(db: Db, person: ImportedPerson, sourceKind: string): KnownPerson | null {
  const [source] = select(
    db,
    'source',
    'WHERE kind = ? AND key = ? AND contact_id IS NOT NULL AND deleted_at IS NULL',
    sourceKind,
    person.key,
  );
  if (source?.contactId != null) {
    const rows = rowsOf(db, source.contactId);
    return rows === null
      ? null
      : { rows, source: { id: source.id, told: JSON.parse(source.imported) as ToldByFile } };
  }
  const own = OWN_KINDS.includes(sourceKind) ? rowsOf(db, person.key) : null;
  if (own !== null) return { rows: own, source: null };
  const shared = person.points.flatMap(({ value }) => contactsAt(db, value));
  const same = shared.find(
    (contact) => fold(contact.name) === fold(person.name) && !hasSource(db, contact.id, sourceKind),
  );
  const rows = same === undefined ? null : rowsOf(db, same.id);
  return rows === null ? null : { rows, source: null };
}

/** Another card of the same kind of source is somebody else, or it would have the same key. */
function hasSource(db: Db, contactId: string, kind: string): boolean {
  return (
    select(db, 'source', 'WHERE contact_id = ? AND kind = ? AND deleted_at IS NULL', contactId, kind).length >
    0
  );
}

function rowsOf(db: Db, contactId: string): KnownPerson['rows'] | null {
  const [contact] = select(db, 'contact', 'WHERE id = ? AND deleted_at IS NULL', contactId);
  if (contact === undefined) return null;
  return {
    contact,
    points: pointsOf(db, contactId),
    traits: traitsOf(db, contactId),
    notes: notesOf(db, contactId),
  };
}
