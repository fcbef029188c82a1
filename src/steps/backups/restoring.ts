import { isNetError, NetError } from '../../domain/error.ts';
import type { Context } from '../../host/context.ts';
import { backUpFirst } from '../../store/backup.ts';
import type { KeptBackup } from '../../store/backups.ts';
import { type Difference, differenceTo } from '../../store/compare.ts';
import { closeFile } from '../../store/connect.ts';
import type { Db } from '../../store/db.ts';
import { damaged } from '../../store/failure.ts';
import { keyFilePath, placeOf } from '../../store/files.ts';
import { integrityFaults } from '../../store/integrity.ts';
import { findKeyFile, takeKeyFile } from '../../store/key-file.ts';
import { newestGood } from '../../store/newest-good.ts';
import { openFile } from '../../store/open.ts';
import { overtaken } from '../../store/overtaken.ts';
import { placeCopy } from '../../store/place.ts';
import { restoreFrom } from '../../store/restore.ts';
import { kindAt, refuseForeign, refuseOther, type Standing, standingAt } from '../../store/standing.ts';
import { unswept } from '../../store/sweep.ts';
import { stamp } from '../change.ts';
import { withFile } from '../file.ts';
import { linkOf } from '../link.ts';
import { openingOf, unlocking } from '../opening.ts';
import type { Source } from './meant.ts';
import { isOfSource, type Prepared, type Target, withPrepared } from './prepared.ts';

/** What going back to a copy does. */
export interface Restoring extends Prepared {
  /** Null where there is no file to compare with, or one that cannot be read. */
  readonly difference: Difference | null;
  /** Where what stood there was kept, when it could not be read; else null. */
  readonly aside: string | null;
  /** The backup of what was there; null where there was none, or nothing was written. */
  readonly kept: KeptBackup | null;
  readonly remarks: readonly Remark[];
}

/**
 * What going back to a copy means besides: somebody may be back who was erased since, as nothing tells who was (`returning`); what was
 * encrypted is not in this file (`opened`).
 */
export type Remark = 'returning' | 'opened';

/**
 * Goes back to a copy once `agree` has been shown what that means; it throws to leave everything as it is, and gives back whether to write.
 * The present is kept first: as a backup, or as it stands where it is damaged. Throws `corrupt` where a file stands that is none of net's.
 */
export async function restoring(
  context: Context,
  source: Source,
  agree: (restoring: Restoring) => Promise<boolean>,
): Promise<Restoring> {
  const place = placeOf(context.file);
  const before = standingAt(place);
  const done = await tried(context, source, agree);
  if (isOfSource(done)) throw done;
  if (done !== null) return done;
  const seen = standingAt(place);
  if (seen.file !== before.file) throw overtaken(place);
  refuseForeign(place);
  return inPlace(context, source, agree, place, seen);
}

/** Null where there is no file, or one that is damaged. What is wrong with the source is given back, so that nobody blames the file. */
async function tried(
  context: Context,
  source: Source,
  agree: (restoring: Restoring) => Promise<boolean>,
): Promise<Restoring | NetError | null> {
  try {
    return await withFile(context, 'write', (db) =>
      overRows(context, source, db, agree).catch((error: unknown) => {
        if (isOfSource(error)) return error;
        throw error;
      }),
    );
  } catch (error) {
    if (isNetError(error) && (error.code === 'no-file' || error.code === 'corrupt')) return null;
    throw error;
  }
}

function overRows(
  context: Context,
  source: Source,
  db: Db,
  agree: (restoring: Restoring) => Promise<boolean>,
): Promise<Restoring> {
  // Rows that are put into damaged pages would be no better off: such a file is replaced as a whole.
  if (integrityFaults(db).length > 0) throw damaged(db.path);
  if (unswept(db) !== null)
    throw new NetError(
      'rejected',
      'an erasing was cut short, and its remains are still there',
      'finish it first: net purge',
    );
  const target = { place: db.path, erasures: db, key: db.link?.keyId ?? null };
  return withPrepared(context, source, target, async (prepared) => {
    const remarks = opened(source, db.link !== null);
    const difference = differenceTo(db, prepared.path);
    const found: Restoring = { ...prepared, difference, aside: null, kept: null, remarks };
    if (!(await agree(found))) return found;
    const kept = backUpFirst(db, 'restore');
    restoreFrom(db, prepared.path, stamp(context, 'restore'));
    return { ...found, kept };
  });
}

/** Where there is nothing to compare with: the copy itself becomes the file. Throws `overtaken` where it is not what was `seen`. */
async function inPlace(
  context: Context,
  source: Source,
  agree: (restoring: Restoring) => Promise<boolean>,
  place: string,
  seen: Standing,
): Promise<Restoring> {
  const key = await keyAt(context, place);
  return withErasures(context, place, (erasures) =>
    withPrepared(context, source, { place, erasures, key }, async (prepared) => {
      const returning: Remark[] = erasures === null && seen.file !== null ? ['returning'] : [];
      const found: Restoring = { ...prepared, difference: null, aside: null, kept: null, remarks: returning };
      if (!(await agree(found))) return found;
      refuseOther(place, seen);
      const link = await linkOf(context);
      const giveBack = takeKeyFile(prepared.path, place);
      try {
        return { ...found, aside: placeCopy(prepared.path, place, context.clock.now(), seen, link) };
      } catch (error) {
        if (kindAt(place) !== 'moving') giveBack();
        throw error;
      }
    }),
  );
}

/** Of an encrypted file, also of one that is gone, the id of its key, fetched: what takes its place is to be encrypted, too. */
async function keyAt(context: Context, place: string): Promise<Target['key']> {
  const path = keyFilePath(place);
  const keyFile = findKeyFile(path);
  if (kindAt(place) === 'plain' || typeof keyFile === 'string') return 'as it is';
  try {
    await unlocking(context, place)(keyFile, place);
    return keyFile.id;
  } catch (error) {
    if (!isNetError(error) || error.code !== 'permission') throw error;
    const hint = `what takes its place is encrypted with its key; to go back without it, move ${path} away first`;
    throw new NetError(error.code, error.message, hint);
  }
}

function opened({ path }: Source, encrypted: boolean): Remark[] {
  return !encrypted && kindAt(path) === 'encrypted' ? ['opened'] : [];
}

/** Does something with what knows who was erased from a file that cannot be read: its newest good backup, null where there is none. */
async function withErasures<A>(
  context: Context,
  place: string,
  work: (erasures: Db | null) => Promise<A>,
): Promise<A> {
  const opening = openingOf(context);
  const good = newestGood(place, { ...opening, link: await linkOf(context) });
  if (good === null) return work(null);
  const db = await openFile(good.path, { ...opening, access: 'read', copy: true });
  try {
    return await work(db);
  } finally {
    closeFile(db);
  }
}
