import { isDeepStrictEqual } from 'node:util';
import { isNetError } from '../../src/domain/error.ts';
import { all, type Db } from '../../src/store/db.ts';
import { TABLE_NAMES } from '../../src/store/rows.ts';
import { contentOf, derivedIn, inFile } from './content.ts';

/** An operation as the file tells it. */
export interface Done {
  readonly seq: number;
  readonly kind: string;
  readonly command: string;
}

/** What a file holds: nothing where there is none yet. */
export interface Standing {
  readonly content: Readonly<Record<string, readonly unknown[]>>;
  readonly operations: readonly Done[];
}

const NOTHING: Standing = {
  content: Object.fromEntries(TABLE_NAMES.map((table) => [table, []])),
  operations: [],
};

/** How a file stands. Throws where it cannot be read. */
export async function standingOf(file: string): Promise<Standing> {
  return (await examined(file)).standing;
}

/** How a file stands, and what is wrong with its pages, its keys, what is derived and its journal; null where nothing is. */
export async function examined(
  file: string,
): Promise<{ readonly standing: Standing; readonly wrong: string | null }> {
  try {
    return await inFile(file, (db) => ({ standing: standingIn(db), wrong: faultIn(db) }));
  } catch (error) {
    if (isNetError(error) && error.code === 'no-file') return { standing: NOTHING, wrong: null };
    throw error;
  }
}

function standingIn(db: Db): Standing {
  return {
    content: contentOf(db),
    operations: all<Done>(db, 'SELECT seq, kind, command FROM operation ORDER BY seq'),
  };
}

function faultIn(db: Db): string | null {
  const pages = db.sqlite.pragma('integrity_check', { simple: true });
  if (pages !== 'ok') return `integrity: ${pages}`;
  const keys = db.sqlite.pragma('foreign_key_check') as unknown[];
  if (keys.length > 0) return `foreign keys: ${JSON.stringify(keys.slice(0, 3))}`;
  const [journal] = all(db, 'SELECT mode, operation FROM journal_mode');
  if (journal?.mode !== 'off' || journal.operation !== null) return `journal: ${JSON.stringify(journal)}`;
  const { stands, anew } = derivedIn(db);
  return isDeepStrictEqual(stands, anew) ? null : 'what is derived is not what the rows say';
}

/** The operations of one standing that another has not. */
export function since(before: Standing, after: Standing): readonly Done[] {
  const last = before.operations.at(-1)?.seq ?? 0;
  return after.operations.filter(({ seq }) => seq > last);
}

/** Whether any text of a file's content has these words. */
export function says({ content }: Standing, words: string): boolean {
  return JSON.stringify(content).includes(words);
}

/** Whether two standings hold the same. */
export function same(one: Standing, other: Standing): boolean {
  return isDeepStrictEqual(one.content, other.content);
}
