import type { Contact } from '../domain/contact.ts';
import { type Db, each } from './db.ts';

/** What kind of row a text stands in. */
export type TextPlace =
  | 'details'
  | 'exchange'
  | 'talk'
  | 'recommendation'
  | 'gathering'
  | 'group'
  | 'target'
  | 'setting';

/** A text in the file, and whose it is where it is somebody's. */
export interface StoredText {
  readonly place: TextPlace;
  readonly contact: Pick<Contact, 'id' | 'name' | 'short'> | null;
  readonly text: string;
}

/** Begins each query: who is left out comes as one list in JSON. */
const LEFT_OUT = 'WITH them (id) AS (SELECT value FROM json_each(?))';

/** The live texts of everybody else and of nobody. */
const SOURCES: readonly (readonly [TextPlace, string])[] = [
  ['details', ownTexts('note', 'text')],
  ['details', ownTexts('trait', 'text')],
  ['exchange', ownTexts('exchange', 'text')],
  ['exchange', ownTexts('exchange', 'fruit')],
  ['recommendation', ownTexts('recommendation', 'text', 'AND t.to_id NOT IN (SELECT id FROM them)')],
  ...(['ask_about', 'nickname', 'org', 'role'] as const).map(
    (column) => ['details', others(`c.${column}`, '')] as const,
  ),
  [
    'talk',
    others(
      'i.text',
      'JOIN participant p ON p.contact_id = c.id JOIN interaction i ON i.id = p.interaction_id',
    ).replace('WHERE', 'WHERE i.deleted_at IS NULL AND p.deleted_at IS NULL AND'),
  ],
  ['gathering', nobodys('gathering', 'name')],
  ['gathering', nobodys('gathering', 'text')],
  ['group', nobodys('network_group', 'name')],
  ['group', nobodys('network_group', 'why')],
  ['group', nobodys('observation', 'text')],
  ['target', nobodys('target', 'text')],
  ['setting', nobodys('setting', 'value')],
];

/** Every live text that is not of some contacts, one at a time. */
export function* textsBeside(db: Db, contacts: readonly string[]): Generator<StoredText> {
  for (const [place, sql] of SOURCES) {
    for (const [id, name, short, text] of each(db, `${LEFT_OUT} ${sql}`, JSON.stringify(contacts))) {
      const contact = id === null ? null : { id: id as string, name: name as string, short: short as string };
      yield { place, contact, text: text as string };
    }
  }
}

function others(value: string, join: string): string {
  return `SELECT c.id, c.name, c.short, ${value} FROM contact c ${join}
    WHERE c.deleted_at IS NULL AND c.id NOT IN (SELECT id FROM them) AND ${value} IS NOT NULL`;
}

function ownTexts(table: string, column: string, more = ''): string {
  return `${others(`t.${column}`, `JOIN ${table} t ON t.contact_id = c.id`)} AND t.deleted_at IS NULL ${more}`;
}

function nobodys(table: string, column: string): string {
  return `SELECT NULL, NULL, NULL, ${column} FROM ${table} WHERE deleted_at IS NULL AND ${column} IS NOT NULL`;
}
