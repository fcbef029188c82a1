import { backupsOf } from './backups.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';
import { closeFile, connect } from './connect.ts';
import { type Db, get } from './db.ts';
import type { Opening } from './opening.ts';

/** Which backups of a file cannot be opened or are damaged, and whether one knows of changes that the file does not. Reads only. */
export function backupFaults(db: Db): string[] {
  const [newest] = backupsOf(db.path);
  return [
    ...backupsOf(db.path).flatMap(({ path }) => faultOf(db, path)),
    ...(newest === undefined ? [] : behind(db, newest.path)),
  ];
}

function faultOf(db: Db, path: string): string[] {
  const beginning = seenOf(path);
  const kind = kindOf(beginning);
  if (kind === 'encrypted' && keyIdOf(beginning) !== db.link?.keyId)
    return [`${path} is encrypted with another key than the file: remove it, unless you need it`];
  if (kind === 'plain' && db.link !== null) return [`${path} is not encrypted, as the file is: remove it`];
  return lookInto(path, openingOf(db)) === null ? [`${path} is damaged: remove it`] : [];
}

/** How it begins; nothing, where it may not be read. */
function seenOf(path: string): Buffer {
  try {
    return beginningOf(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function openingOf({ clock, link }: Db): Omit<Opening, 'access'> {
  return { machine: () => '', clock, link };
}

/** A file that was copied without its log has lost what was only in the log, and nothing in the file itself tells. */
function behind(db: Db, path: string): string[] {
  const known = lookInto(path, openingOf(db));
  const own = db.seen.operation ?? 0;
  return known === null || known <= own
    ? []
    : [`the newest backup knows of changes that the file does not: was it copied without its -wal? ${path}`];
}

/** The last operation that a backup knows of; null where it cannot be read or is not whole. Leaves it as it is. */
export function lookInto(path: string, opening: Omit<Opening, 'access'>): number | null {
  try {
    const copy = connect(path, true, { ...opening, access: 'read' });
    try {
      if (copy.sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return null;
      return get<{ seq: number | null }>(copy, 'SELECT max(seq) AS seq FROM operation')?.seq ?? 0;
    } finally {
      closeFile(copy);
    }
  } catch {
    return null;
  }
}
