import { get } from '../../src/store/db.ts';
import { inFile } from '../support/content.ts';
import type { Life } from './life.ts';

/**
 * The network counted once more, from the raw rows and without a line of the program: people not moved on, touched within max(180, 3 × cadence)
 * days, with something given and something received, or with give and take waived.
 */
const COUNT = `
WITH touch AS (
  SELECT p.contact_id, max(i.held_on) AS last FROM participant p JOIN interaction i ON i.id = p.interaction_id
  WHERE p.deleted_at IS NULL AND i.deleted_at IS NULL AND i.pitch IS NULL GROUP BY p.contact_id
), person AS (
  SELECT c.id, c.no_score, max(coalesce(t.last, ''), coalesce(c.last_on, '')) AS last,
    coalesce(c.every_days, CASE WHEN c.stage = 'growing' THEN 14 ELSE
      CASE c.circle WHEN 'inner' THEN 14 WHEN 'close' THEN 30 WHEN 'wide' THEN 180 ELSE 90 END END) AS cadence,
    EXISTS (SELECT 1 FROM exchange e WHERE e.contact_id = c.id AND e.deleted_at IS NULL
      AND (e.kind = 'give' OR (e.kind = 'promise' AND e.kept_on IS NOT NULL))) AS gave,
    EXISTS (SELECT 1 FROM exchange e WHERE e.contact_id = c.id AND e.deleted_at IS NULL
      AND (e.kind = 'received' OR e.outcome IN ('helped', 'partly'))) AS got
  FROM contact c LEFT JOIN touch t ON t.contact_id = c.id
  WHERE c.deleted_at IS NULL AND c.stage <> 'moved on'
)
SELECT count(*) AS n FROM person
WHERE last <> '' AND julianday(?) - julianday(last) <= max(180, 3 * cadence) AND (no_score = 1 OR (gave AND got))`;

export function countNetwork(life: Life): Promise<number> {
  return inFile(life.desk.file, (db) => get<{ n: number }>(db, COUNT, life.desk.day)?.n ?? -1);
}

/** Gatherings on a day, and talks: interactions other than the first meeting, as they stand in the file. */
const ROWS = `
SELECT (SELECT count(*) FROM gathering WHERE deleted_at IS NULL AND held_on IS NOT NULL) AS gatherings,
  (SELECT count(*) FROM interaction WHERE deleted_at IS NULL AND meeting = 0) AS talks`;

export function countRows(life: Life): Promise<{ readonly gatherings: number; readonly talks: number }> {
  return inFile(
    life.desk.file,
    (db) => get<{ gatherings: number; talks: number }>(db, ROWS) ?? { gatherings: -1, talks: -1 },
  );
}
