import { apartOf } from '../domain/apart.ts';
import type { ContactPoint, ContactPointKind, StoredStage } from '../domain/contact.ts';
import type { Birthday } from '../domain/days/day.ts';
import type { Known } from '../domain/duplicates/face.ts';
import { type Db, tuples } from './db.ts';
import { select } from './rows.ts';

/** Everybody live, with what tells whether they are somebody else in the file, too. */
export function readKnown(db: Db): Known[] {
  const points = new Map<string, Pick<ContactPoint, 'kind' | 'value'>[]>();
  const sql = 'SELECT contact_id, kind, value FROM contact_point WHERE deleted_at IS NULL ORDER BY id';
  for (const [id, kind, value] of tuples(db, sql) as [string, ContactPointKind, string][]) {
    const own = points.get(id);
    if (own === undefined) points.set(id, [{ kind, value }]);
    else own.push({ kind, value });
  }
  return tuples(
    db,
    `SELECT id, short, name, nickname, org, birthday, stage, created_at FROM contact WHERE deleted_at IS NULL ORDER BY id`,
  ).map(([id, short, name, nickname, org, birthday, stage, createdAt]) => ({
    id: id as string,
    short: short as string,
    name: name as string,
    nickname: nickname as string | null,
    org: org as string | null,
    birthday: birthday as Birthday | null,
    stage: stage as StoredStage,
    createdAt: createdAt as string,
    points: points.get(id as string) ?? [],
  }));
}

/** The pairs who are known to be two, by the ids of their rows. */
export function apartPairs(db: Db): ReadonlySet<string> {
  const rows = select(db, 'setting', `WHERE id LIKE 'apart %' AND deleted_at IS NULL ORDER BY id`);
  return new Set(rows.map(({ id }) => id).filter((id) => apartOf(id) !== null));
}
