import { type Db, type SqlValue, texts, tuples } from './db.ts';

/** Words of which a name is to have one: those that begin so, and some more. */
export interface AnyOf {
  readonly beginning: string | null;
  readonly more: readonly string[];
  /** How many names have one of them, counted as far as tells few from many. */
  readonly names: number;
}

/** So many different words of a query are looked up; the rest only has to fit. */
export const MOST_WORDS = 6;

/** Counting goes no further: it costs each search more than it spares one of three words that thousands have. */
const MANY = 2000;

/** For fewer names it is cheaper to look up the other words of each than to walk through all who have those. */
const FEW = 300;

/** What comes after all that begins so: folded words are of letters and digits, and a blank is between them. */
export function prefixEnd(word: string): string {
  return `${word}{`;
}

/** The words that begin with one, where there is one, and some more that do not. */
export function anyOf(db: Db, beginning: string | null, more: readonly string[] = []): AnyOf {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT ${MANY})
    UNION ALL SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word IN (SELECT value FROM json_each(?)) LIMIT ${MANY})`;
  const counts = tuples(db, sql, beginning, endOf(beginning), JSON.stringify(more));
  return { beginning, more, names: counts.reduce((sum, [n]) => sum + (n as number), 0) };
}

/**
 * The ids of `most` contacts who have one word of each kind in their name and nickname; with `tended` given only of those who are, or are not.
 * The rarest leads; of whoever has it the others are asked.
 */
export function contactsWith(
  db: Db,
  kinds: readonly AnyOf[],
  { most = -1, tended = null }: { readonly most?: number; readonly tended?: 0 | 1 | null } = {},
): string[] {
  const [rarest, second, ...others] = kinds.toSorted((a, b) => a.names - b.names);
  if (rarest === undefined || rarest.names === 0) return [];
  const isMerged = second !== undefined && rarest.names > FEW;
  const led = isMerged ? [rarest, second] : [rarest];
  const asked = isMerged || second === undefined ? others : [second, ...others];
  const sql = `SELECT DISTINCT contact_id FROM (${led.map(() => LEADING).join(' INTERSECT ')} ${isMerged ? 'ORDER BY 1' : ''}) w
    WHERE true ${asked.map(() => ASKED).join(' ')} LIMIT ?`;
  const values = [
    ...led.flatMap((kind) => {
      const [from, to, more] = boundsOf(kind);
      return [from, to, tended, more, tended] as const;
    }),
    ...asked.flatMap(boundsOf),
    most,
  ];
  return texts(db, sql, ...values);
}

const LEADING = `SELECT contact_id FROM (
    SELECT contact_id FROM name_word WHERE word >= ? AND word < ? AND tended = coalesce(?, tended)
    UNION ALL SELECT contact_id FROM name_word WHERE word IN (SELECT value FROM json_each(?)) AND tended = coalesce(?, tended))`;

const ASKED = `AND EXISTS (SELECT 1 FROM name_word o WHERE o.contact_id = w.contact_id
    AND (o.word >= ? AND o.word < ? OR o.word IN (SELECT value FROM json_each(?))))`;

/** No word is before or after nothing. */
function endOf(beginning: string | null): string | null {
  return beginning === null ? null : prefixEnd(beginning);
}

function boundsOf({ beginning, more }: AnyOf): readonly [SqlValue, SqlValue, SqlValue] {
  return [beginning, endOf(beginning), JSON.stringify(more)];
}
