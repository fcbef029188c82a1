import type { Contact, ContactPoint, Note, Trait } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { fold } from '../domain/words/fold.ts';
import { all, type Db } from './db.ts';
import { select } from './rows.ts';

/** How many people are read at once. */
const PAGE = 500;

const AMONG = 'IN (SELECT value FROM json_each(?))';

/** The ids of everybody who is here, in the order of their names, whatever their case and accents. */
export function idsByName(db: Db): string[] {
  const named = all<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM contact WHERE deleted_at IS NULL',
  );
  return named
    .map(({ id, name }) => ({ id, key: `${fold(name)}\n${name}\n${id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * Everybody who is here as a file would tell them, in the order of their names, whoever was moved on from too. A page at a time is read: take
 * them inside `atOnce`.
 */
export function* wholePeople(db: Db): Generator<ImportedPerson> {
  const ids = idsByName(db);
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = pageOf(db, ids.slice(from, from + PAGE));
    for (const [i, person] of rows.entries()) yield { ...person, line: from + i + 1 };
  }
}

function pageOf(db: Db, ids: readonly string[]): Omit<ImportedPerson, 'line'>[] {
  const them = JSON.stringify(ids);
  const contacts = new Map(
    select(db, 'contact', `WHERE id ${AMONG}`, them).map((contact) => [contact.id, contact]),
  );
  const own = `WHERE contact_id ${AMONG} AND deleted_at IS NULL`;
  const points = byContact(select(db, 'contact_point', `${own} ORDER BY kind, id`, them));
  const traits = byContact(select(db, 'trait', `${own} ORDER BY kind, id`, them));
  const notes = byContact(select(db, 'note', `${own} ORDER BY noted_on, id`, them));
  const touches = new Map(
    all<{ id: string; last: CalendarDate | null }>(
      db,
      `SELECT contact_id AS id, last_on AS last FROM contact_summary WHERE contact_id ${AMONG}`,
      them,
    ).map(({ id, last }) => [id, last]),
  );
  return ids.flatMap((id) => {
    const contact = contacts.get(id);
    if (contact === undefined) return [];
    return told(contact, touches.get(id) ?? null, points(id), traits(id), notes(id));
  });
}

function byContact<R extends { readonly contactId: string }>(rows: readonly R[]): (id: string) => R[] {
  const grouped = Map.groupBy(rows, ({ contactId }) => contactId);
  return (id) => grouped.get(id) ?? [];
}

/**
 * `lastOn` is the last touch of all, talks included: a file of people tells of no talks. A cadence and a circle say that somebody is kept:
 * those which others had once are not told.
 */
function told(
  contact: Contact,
  lastOn: CalendarDate | null,
  points: readonly ContactPoint[],
  traits: readonly Trait[],
  notes: readonly Note[],
): Omit<ImportedPerson, 'line'> {
  const { id, name, nickname, org, role, city, birthday, metOn, stage } = contact;
  return {
    key: id,
    name,
    nickname,
    org,
    role,
    city,
    birthday,
    points: points.map(({ kind, value, label }) => ({ kind, value, label })),
    traits: traits.map(({ kind, text }) => ({ kind, text })),
    notes: notes.map(({ text }) => text),
    metOn,
    lastOn,
    everyDays: stage === 'kept' ? contact.everyDays : null,
    circle: stage === 'kept' ? contact.circle : null,
    via: null,
  };
}
