import type { Contact, ContactPoint, Note, Trait } from '../domain/contact.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { exchangesWith, interactionsWith, notesOf, pointsOf, traitsOf } from './contacts.ts';
import { all, type Db, get, texts } from './db.ts';
import { gatheringName, gatheringOf } from './gatherings.ts';
import { select } from './rows.ts';
import { idsByName } from './whole-people.ts';

/** All rows about somebody, oldest first. Others are named by their ids. */
export interface WholePerson {
  readonly contact: Contact;
  readonly points: readonly ContactPoint[];
  readonly traits: readonly Trait[];
  readonly notes: readonly Note[];
  readonly metAt: Gathering | null;
  readonly target: string | null;
  readonly introduced: readonly string[];
  readonly talks: readonly {
    readonly interaction: Interaction;
    readonly others: readonly string[];
    readonly gathering: string | null;
  }[];
  readonly exchanges: readonly Exchange[];
  readonly recommendations: readonly Recommendation[];
}

/** Everybody who is here in the order of their names, one contact at a time. */
export function* contactsByName(db: Db): Generator<Contact> {
  for (const id of idsByName(db)) yield* select(db, 'contact', 'WHERE id = ?', id);
}

/** All that is known of one contact, and everything that was between them and the user. */
export function wholePerson(db: Db, contact: Contact): WholePerson {
  const { id } = contact;
  return {
    contact,
    points: pointsOf(db, id),
    traits: traitsOf(db, id),
    notes: notesOf(db, id),
    metAt: gatheringOf(db, contact.gatheringId),
    target: targetText(db, contact.targetId),
    introduced: texts(
      db,
      'SELECT id FROM contact WHERE via_id = ? AND deleted_at IS NULL ORDER BY name, id',
      id,
    ),
    talks: interactionsWith(db, id)
      .reverse()
      .map((interaction) => ({
        interaction,
        others: othersIn(db, interaction.id, id),
        gathering: gatheringName(db, interaction.gatheringId),
      })),
    exchanges: exchangesWith(db, id),
    recommendations: select(
      db,
      'recommendation',
      'WHERE (contact_id = ? OR to_id = ?) AND deleted_at IS NULL ORDER BY made_on, id',
      id,
      id,
    ),
  };
}

function targetText(db: Db, id: string | null): string | null {
  if (id === null) return null;
  return (
    get<{ text: string }>(db, 'SELECT text FROM target WHERE id = ? AND deleted_at IS NULL', id)?.text ?? null
  );
}

function othersIn(db: Db, interaction: string, id: string): string[] {
  const sql = `SELECT DISTINCT c.id, c.name FROM participant p JOIN contact c ON c.id = p.contact_id
    WHERE p.interaction_id = ? AND c.id <> ? AND p.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY c.name, c.id`;
  return texts(db, sql, interaction, id);
}

/** Everybody who is here, by the names that pages are called by, in the order of their ids. */
export function shortNames(db: Db): { readonly id: string; readonly name: string; readonly short: string }[] {
  return all(db, 'SELECT id, name, short FROM contact WHERE deleted_at IS NULL ORDER BY id');
}
