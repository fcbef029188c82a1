import { isNetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { backupsOf } from '../store/backups.ts';
import { removeAllUnfinished, unknownBeside } from '../store/beside-backups.ts';
import { inCopy } from '../store/copy.ts';
import type { Db } from '../store/db.ts';
import { deriveAll } from '../store/derive.ts';
import { storeFailure } from '../store/failure.ts';
import { footprintOf } from '../store/footprint.ts';
import { mergedInto } from '../store/merged.ts';
import { transact } from '../store/operation.ts';
import { blankOutdated } from '../store/prose.ts';
import { purge } from '../store/purge.ts';
import { erasedBefore, erasedBy, hashesLeft } from '../store/purged.ts';
import { select } from '../store/rows.ts';
import { sweep, unswept } from '../store/sweep.ts';
import { makingOf, stamp } from './change.ts';
import { namesThem } from './erasing.ts';
import { openingOf } from './opening.ts';

/** A backup that could not be changed, and why. */
export interface LeftBackup {
  readonly path: string;
  readonly why: string;
}

/**
 * Erases from the backups of a file whom one of its purges erased, by the id of its operation. They are known again by what stays in their
 * place, so that one which was cut short can be finished. Gives back the backups that could not be changed.
 */
export async function eraseFromBackups(db: Db, context: Context, purged: string): Promise<LeftBackup[]> {
  const isMeant = erasedBy(db, purged);
  const here = liveIn(db);
  const isErased = (known: Parameters<typeof isMeant>[0]) => !here.has(known.id) && isMeant(known);
  const left: LeftBackup[] = [];
  removeAllUnfinished(db.path);
  for (const { path } of backupsOf(db.path)) {
    try {
      await inCopy(path, openingOf(context), (copy) => eraseFrom(copy, db, context, isErased));
    } catch (error) {
      const failure = storeFailure(error, path);
      if (!isNetError(failure)) throw failure;
      left.push({ path, why: failure.message });
    }
  }
  const others = unknownBeside(db.path).map((path) => ({ path, why: 'net cannot look into it' }));
  return [...left, ...others];
}

/** Those who are here now: an address may be shared, and they were not meant. */
function liveIn(db: Db): ReadonlySet<string> {
  return new Set(select(db, 'contact', 'WHERE deleted_at IS NULL').map(({ id }) => id));
}

/** Erases from a copy that comes from elsewhere whoever was erased from the file, and is not here again since. */
export function eraseAgain(copy: Db, db: Db, context: Context): void {
  const isErased = erasedBefore(db);
  if (isErased === null) return;
  const here = liveIn(db);
  eraseFrom(copy, db, context, (known) => !here.has(known.id) && isErased(known));
}

function eraseFrom(copy: Db, db: Db, context: Context, isErased: ReturnType<typeof erasedBy>): void {
  const found = mergedInto(copy, contactsKnown(copy, isErased));
  const names = namesOfAll(copy, found);
  if (found.length > 0) {
    const left = hashesLeft(copy, found, makingOf(context));
    purge(copy, stamp(context, 'purge'), footprintOf(copy, found), left, names);
    transact(copy, () => {
      if (blankOutdated(copy, db, names) > 0) deriveAll(copy);
    });
  }
  const begun = unswept(copy);
  if (begun !== null) sweep(copy, stamp(context, 'sweep'), begun);
}

function contactsKnown(copy: Db, isErased: ReturnType<typeof erasedBy>): string[] {
  const points = Map.groupBy(select(copy, 'contact_point', ''), ({ contactId }) => contactId);
  const sources = Map.groupBy(select(copy, 'source', ''), ({ contactId }) => contactId);
  const known = select(copy, 'contact', '').filter(({ id, name, nickname }) =>
    isErased({
      id,
      names: nickname === null ? [name] : [name, nickname],
      points: points.get(id) ?? [],
      sources: sources.get(id) ?? [],
    }),
  );
  return known.map(({ id }) => id);
}

/** Whether a text names one of some contacts, as they were called then. */
function namesOfAll(copy: Db, ids: readonly string[]): (text: string) => boolean {
  const each = select(
    copy,
    'contact',
    'WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  ).map((contact) => namesThem(copy, contact, ids));
  return (text) => each.some((names) => names(text));
}
