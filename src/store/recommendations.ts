import type { Trait } from '../domain/contact.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Db } from './db.ts';
import { select } from './rows.ts';

/** Every live recommendation, oldest first. */
export function readRecommendations(db: Db): Recommendation[] {
  return select(db, 'recommendation', 'WHERE deleted_at IS NULL ORDER BY made_on, id');
}

/** The recommendations of two people to one another, whichever way round, oldest first. */
export function recommendationsOf(db: Db, contactId: string, toId: string): Recommendation[] {
  return select(
    db,
    'recommendation',
    'WHERE ? IN (contact_id, to_id) AND ? IN (contact_id, to_id) AND deleted_at IS NULL ORDER BY made_on, id',
    contactId,
    toId,
  );
}

/** What those not moved on from need, newest first, and what they offer, oldest first. */
export function needsAndOffers(db: Db): { readonly needs: Trait[]; readonly offers: Trait[] } {
  const of = (kind: Trait['kind'], order: string) =>
    select(
      db,
      'trait',
      `WHERE kind = ? AND deleted_at IS NULL
        AND contact_id IN (SELECT id FROM contact WHERE stage <> 'moved on' AND deleted_at IS NULL) ORDER BY ${order}`,
      kind,
    );
  return { needs: of('need', 'noted_on DESC, id DESC'), offers: of('offer', 'id') };
}
