import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { backupLabel } from '../render/backups.ts';
import type { KeptBackup } from '../store/backups.ts';
import { placeOf } from '../store/files.ts';
import { newestGood } from '../store/newest-good.ts';
import { linkOf } from './link.ts';
import { openingOf } from './opening.ts';

/** Null where there is none, and where looking for it fails: the file is what matters. */
async function lookedFor(context: Context): Promise<KeptBackup | null> {
  try {
    return newestGood(placeOf(context.file), { ...openingOf(context), link: await linkOf(context) });
  } catch {
    return null;
  }
}

/** The error that a file is damaged with the newest good backup in its hint, where there is one. Writes nothing. */
export async function withWayBack(context: Context, error: NetError): Promise<NetError> {
  const good = await lookedFor(context);
  if (good === null) return error;
  return new NetError(
    'corrupt',
    error.message,
    `the newest good backup is of ${backupLabel(good, context.clock)}: net restore ${good.name.replace(/-[a-z]+\.db$/, '')}`,
  );
}
