import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, insert } from '../../src/domain/change.ts';
import { CHANNELS } from '../../src/domain/channel.ts';
import { CIRCLES } from '../../src/domain/contact.ts';
import { OUTCOMES } from '../../src/domain/exchange.ts';
import { get } from '../../src/store/db.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { ago, contactWith, exchangeWith, interactionWith } from '../support/people.ts';
import { desk, sequentialIds } from '../support/world.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const past = (most: number) => fc.integer({ min: 0, max: most }).map(ago);
const gone = fc.constantFrom(null, null, null, null, '2026-11-01T00:00:00.000Z');

/** Rows as they may stand in a file, those that were marked deleted too. */
const somebody = fc.record({
  contact: fc.record({
    stage: fc.constantFrom('stack', 'growing', 'kept', 'kept', 'moved on'),
    circle: maybe(fc.constantFrom(...CIRCLES)),
    everyDays: maybe(fc.integer({ min: 1, max: 300 })),
    noScore: fc.constantFrom(false, false, false, true),
    lastOn: maybe(past(700)),
    deletedAt: gone,
  }),
  interactions: fc.array(
    fc.record({
      heldOn: past(700),
      channel: fc.constantFrom(...CHANNELS),
      pitch: fc.constantFrom(null, null, 'them'),
      deletedAt: gone,
      participantGone: gone,
    }),
    { maxLength: 3 },
  ),
  exchanges: fc.array(
    fc.record({
      kind: fc.constantFrom('give', 'give', 'received', 'ask', 'promise'),
      outcome: fc.constantFrom(...OUTCOMES),
      kept: fc.boolean(),
      deletedAt: gone,
    }),
    { maxLength: 4 },
  ),
});

/** The rule over the raw rows, written once more by hand: nothing that is derived is read. */
const COUNT = `SELECT count(*) AS n FROM contact c WHERE c.deleted_at IS NULL AND c.stage <> 'moved on'
  AND max(coalesce(c.last_on, ''), coalesce((SELECT max(i.held_on) FROM interaction i
      JOIN participant p ON p.interaction_id = i.id
      WHERE p.contact_id = c.id AND p.deleted_at IS NULL AND i.deleted_at IS NULL AND i.pitch IS NULL), ''))
    >= date('2026-11-22', '-' || max(180, 3 * coalesce(c.every_days,
      CASE WHEN c.stage = 'growing' THEN 14 ELSE
        CASE coalesce(c.circle, 'active') WHEN 'inner' THEN 14 WHEN 'close' THEN 30 WHEN 'active' THEN 90 ELSE 180 END
      END)) || ' days')
  AND (c.no_score = 1 OR (
    EXISTS (SELECT 1 FROM exchange e WHERE e.contact_id = c.id AND e.deleted_at IS NULL
      AND (e.kind = 'give' OR (e.kind = 'promise' AND e.kept_on IS NOT NULL)))
    AND EXISTS (SELECT 1 FROM exchange e WHERE e.contact_id = c.id AND e.deleted_at IS NULL
      AND (e.kind = 'received' OR (e.kind = 'ask' AND e.outcome IN ('helped', 'partly'))))))`;

test('the size of the network is what a count over the raw rows says', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva');
  const newId = sequentialIds(0x100000);
  const rows = fc.sample(somebody, { numRuns: 400, seed: 20261122 }).flatMap((given): Change[] => {
    const id = newId();
    const since = { grownOn: ago(100), keptOn: ago(400), createdAt: '2024-01-01T00:00:00.000Z' };
    const contact = contactWith({ ...since, ...given.contact, id, short: id.slice(-6) } as object);
    const interactions = given.interactions.flatMap(({ participantGone, ...held }): Change[] => {
      const interactionId = newId();
      return [
        insert('interaction', interactionWith({ ...held, id: interactionId } as object)),
        insert('participant', { id: newId(), interactionId, contactId: id, deletedAt: participantGone }),
      ];
    });
    const exchanges = given.exchanges.map(({ kind, outcome, kept, deletedAt }): Change => {
      const settled = {
        outcome: kind === 'ask' ? outcome : null,
        keptOn: kind === 'promise' && kept ? ago(1) : null,
      };
      return insert(
        'exchange',
        exchangeWith({ id: newId(), contactId: id, kind, ...settled, deletedAt } as object),
      );
    });
    return [insert('contact', contact), ...interactions, ...exchanges];
  });
  const counted = await inFile(at.file, (db) => {
    const stamp = { id: newId(), at: '2026-11-22T08:00:00.000Z', command: 'import' };
    writeChanges(db, stamp, () => ({ changes: rows }));
    return get<{ n: number }>(db, COUNT)?.n ?? 0;
  });
  const { network, cards } = JSON.parse((await at.net('garden', '--json')).out) as {
    network: object[];
    cards: number;
  };
  expect(network.length).toBe(counted);
  expect(counted).toBeGreaterThan(30);
  expect(counted).toBeLessThan(cards / 2);
});
