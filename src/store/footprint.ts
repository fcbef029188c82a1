import type { TableName } from '../domain/change.ts';
import { all, type Db } from './db.ts';

/** One row that goes with somebody; one that is not live was taken back, deleted or replaced before. */
export interface Trace {
  readonly id: string;
  readonly live: boolean;
}

/** All that is about somebody and nobody else. */
export interface Footprint {
  /** Their own contact, and those of the same name that were taken back: nobody else could be meant by them. */
  readonly contacts: readonly string[];
  readonly rows: Readonly<Partial<Record<TableName, readonly Trace[]>>>;
  /** The talks that others took part in as well: they stay, without them. */
  readonly shared: readonly string[];
}

/** The tables whose rows belong to one contact. */
const OWN = ['contact_point', 'trait', 'note', 'exchange'] as const;

/** Begins each query: the ids come as one list in JSON. */
const WITH = 'WITH them (id) AS (SELECT value FROM json_each(?))';

const THEM = 'SELECT id FROM them';

const WITH_THEM = `SELECT interaction_id FROM participant WHERE contact_id IN (${THEM})`;

/** Somebody else who is here took part in a talk that stands. */
const OTHERS_TOO = `i.deleted_at IS NULL AND EXISTS (SELECT 1 FROM participant p JOIN contact c ON c.id = p.contact_id
  WHERE p.interaction_id = i.id AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.id NOT IN (${THEM}))`;

const ALONE = `SELECT i.id FROM interaction i WHERE i.id IN (${WITH_THEM}) AND NOT (${OTHERS_TOO})`;

/** A gathering of which nothing is known but that they were met there, now or by an earlier wording. */
const THEIR_GATHERING = `g.id IN (
    SELECT gathering_id FROM contact WHERE id IN (${THEM})
    UNION SELECT old_gathering_id FROM shadow_contact WHERE contact IN (${THEM})
    UNION SELECT new_gathering_id FROM shadow_contact WHERE contact IN (${THEM})
    UNION SELECT gathering_id FROM interaction WHERE id IN (${ALONE}))
  AND coalesce(g.group_id, g.minutes, g.commute, g.cost, g.aim, g.worth, g.text) IS NULL
  AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.gathering_id = g.id AND c.id NOT IN (${THEM}))
  AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.gathering_id = g.id AND i.id NOT IN (${ALONE}))`;

/** That they are somebody else than another is. */
const THEIR_APART = `g.id LIKE 'apart %' AND EXISTS (SELECT 1 FROM them t WHERE instr(g.id || ' ', ' ' || t.id || ' ') > 0)`;

/** Everything about some contacts of the same person. Reads; an empty list has no footprint. */
export function footprintOf(db: Db, contacts: readonly string[]): Footprint {
  const them = JSON.stringify(contacts);
  const traces = (table: TableName, where: string): Trace[] =>
    all<{ id: string; live: number }>(
      db,
      `${WITH} SELECT g.id, g.deleted_at IS NULL AS live FROM ${table} g WHERE ${where} ORDER BY g.id`,
      them,
    ).map(({ id, live }) => ({ id, live: live === 1 }));
  const shared = all<{ id: string }>(
    db,
    `${WITH} SELECT i.id FROM interaction i WHERE i.id IN (${WITH_THEM}) AND ${OTHERS_TOO} ORDER BY i.id`,
    them,
  );
  return {
    contacts,
    rows: {
      contact: traces('contact', `g.id IN (${THEM})`),
      ...Object.fromEntries(OWN.map((table) => [table, traces(table, `g.contact_id IN (${THEM})`)])),
      source: traces(
        'source',
        `g.contact_id IN (${THEM}) OR g.interaction_id IN (${ALONE})
          OR g.exchange_id IN (SELECT id FROM exchange WHERE contact_id IN (${THEM}))`,
      ),
      interaction: traces('interaction', `g.id IN (${ALONE})`),
      participant: traces('participant', `g.contact_id IN (${THEM}) OR g.interaction_id IN (${ALONE})`),
      recommendation: traces('recommendation', `g.contact_id IN (${THEM}) OR g.to_id IN (${THEM})`),
      gathering: traces('gathering', THEIR_GATHERING),
      setting: traces('setting', THEIR_APART),
    },
    shared: shared.map(({ id }) => id),
  };
}
