import type { Trait } from '../domain/contact.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { telling } from '../domain/words/match.ts';
import { type Db, marks } from './db.ts';
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

/** Somebody's need, and the offers of others that share a word with it. */
export interface NeedAndOffers {
  readonly need: Trait;
  readonly offers: readonly Trait[];
}

/** What is needed by those not moved on from, newest first, with what others offer. */
export function needsAndOffers(db: Db): NeedAndOffers[] {
  const here = `contact_id IN (SELECT id FROM contact WHERE stage <> 'moved on' AND deleted_at IS NULL) AND deleted_at IS NULL`;
  const needs = select(db, 'trait', `WHERE kind = 'need' AND ${here} ORDER BY noted_on DESC, id DESC`);
  return needs.map((need) => ({ need, offers: offersFor(db, need, here) }));
}

function offersFor(db: Db, need: Trait, here: string): Trait[] {
  const words = [...telling(need.text)];
  if (words.length === 0) return [];
  return select(
    db,
    'trait',
    `WHERE id IN (SELECT trait_id FROM offer_word WHERE word IN (${marks(words)}))
      AND contact_id <> ? AND ${here} ORDER BY id`,
    ...words,
    need.contactId,
  );
}
