import { typedBackup } from '../domain/backup.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { backupLabel } from '../render/backups.ts';
import { backupsOf, type KeptBackup } from '../store/backups.ts';
import { placeOf } from '../store/files.ts';
import { newestGood } from '../store/newest-good.ts';
import { kindAt } from '../store/standing.ts';
import { linkOf } from './link.ts';
import { openingOf } from './opening.ts';

/** The error that a file is damaged, with the way back in its hint where there are backups. Writes nothing. */
export async function withWayBack(context: Context, error: NetError): Promise<NetError> {
  const hint = await wayBack(context);
  return hint === null ? error : new NetError('corrupt', error.message, hint);
}

/** Null where there is no backup, and where looking for one fails: the file is what matters. */
async function wayBack(context: Context): Promise<string | null> {
  try {
    const place = placeOf(context.file);
    const backups = backupsOf(place);
    const [newest] = backups;
    if (newest === undefined) return null;
    const link = await linkOf(context);
    const good = newestGood(place, { ...openingOf(context), link });
    if (good !== null) return `the newest good backup is of ${goodText(context, good)}`;
    // Nobody asks for a passphrase only to word an error.
    return link === null && kindAt(newest.path) === 'encrypted'
      ? `the newest backup is of ${goodText(context, newest)}`
      : `of its backups none is whole (${backups.length}); restore a copy from elsewhere: net restore FILE`;
  } catch {
    return null;
  }
}

function goodText({ clock }: Context, backup: KeptBackup): string {
  return `${backupLabel(backup, clock)}: net restore ${typedBackup(backup)}`;
}
