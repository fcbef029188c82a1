import type { TableName } from '../domain/change.ts';
import type { Contact } from '../domain/contact.ts';
import { type Db, each } from './db.ts';
import { PROSE } from './prose.ts';

/** A text in the file, and whose it is where it is somebody's. */
export interface StoredText {
  readonly table: TableName;
  /** The row and the column that hold it. */
  readonly id: string;
  readonly column: string;
  readonly contact: Pick<Contact, 'id' | 'name' | 'short'> | null;
  readonly text: string;
}

/** How a table's rows `t` lead to the people `c` that they belong to; a table that is not here belongs to nobody. */
const BELONGS: { readonly [T in TableName]?: string } = {
  contact: 'JOIN contact c ON c.id = t.id',
  contact_point: 'JOIN contact c ON c.id = t.contact_id',
  trait: 'JOIN contact c ON c.id = t.contact_id',
  note: 'JOIN contact c ON c.id = t.contact_id',
  // What was given by recommending them loses its words with them.
  exchange: `JOIN contact c ON c.id = t.contact_id AND t.id NOT IN (SELECT e.id FROM exchange e
    JOIN recommendation r ON r.id = e.recommendation_id
    WHERE r.contact_id IN (SELECT id FROM them) OR r.to_id IN (SELECT id FROM them))`,
  source: 'JOIN contact c ON c.id = t.contact_id',
  interaction: `JOIN participant p ON p.interaction_id = t.id AND p.deleted_at IS NULL JOIN contact c ON c.id = p.contact_id`,
  recommendation: `JOIN contact c ON c.id = t.contact_id AND t.to_id NOT IN (SELECT id FROM them)`,
};

/** Every live text that is not of some contacts, one at a time. */
export function* textsBeside(db: Db, contacts: readonly string[]): Generator<StoredText> {
  for (const [table, columns = []] of Object.entries(PROSE) as [TableName, readonly string[]][]) {
    for (const column of columns) {
      for (const [row, id, name, short, text] of each(db, queryOf(table, column), JSON.stringify(contacts))) {
        const contact =
          id === null ? null : { id: id as string, name: name as string, short: short as string };
        yield { table, id: row as string, column, contact, text: text as string };
      }
    }
  }
}

function queryOf(table: TableName, column: string): string {
  const belongs = BELONGS[table];
  const others = 'c.deleted_at IS NULL AND c.id NOT IN (SELECT id FROM them)';
  return `WITH them (id) AS (SELECT value FROM json_each(?))
    SELECT t.id, ${belongs === undefined ? 'NULL, NULL, NULL' : 'c.id, c.name, c.short'}, t.${column}
    FROM ${table} t ${belongs ?? ''}
    WHERE t.deleted_at IS NULL AND t.${column} IS NOT NULL ${belongs === undefined ? '' : `AND ${others}`}`;
}
