import { basename } from 'node:path';
import { asOf, called } from '../../domain/backup-meant.ts';
import { NetError } from '../../domain/error.ts';
import { today } from '../../host/clock.ts';
import type { Context } from '../../host/context.ts';
import { namedFile } from '../../host/files.ts';
import { backupLabel } from '../../render/backups.ts';
import { backupsOf, type KeptBackup } from '../../store/backups.ts';
import { placeOf } from '../../store/files.ts';
import { pastDay } from '../days.ts';
import { isOwnFile } from '../written-file.ts';

/** A copy to go back to. */
export interface Source {
  readonly path: string;
  /** Null for a file from elsewhere. */
  readonly backup: KeptBackup | null;
}

const HINT = 'net backup --list shows them: net restore 2, net restore yesterday, net restore FILE';

/**
 * The copy that is meant: a number of the list, `last`, a day, a name, or a file from elsewhere; asked for on a terminal where nothing is
 * said. Throws `usage`, `not-found`, `rejected`.
 */
export async function sourceMeant(context: Context, args: readonly string[]): Promise<Source> {
  const text = args.join(' ').trim();
  const backups = backupsOf(placeOf(context.file));
  const isPath = /[/\\]|\.db$/.test(text);
  const named = called(backups, basename(text));
  if (named !== undefined && (!isPath || text === named.name)) return { path: named.path, backup: named };
  if (isPath) return { path: fromElsewhere(text, placeOf(context.file)), backup: null };
  if (backups.length === 0)
    throw new NetError(
      'not-found',
      'there is no backup yet',
      'net backup makes one; net restore FILE takes another copy',
    );
  const backup = text === '' ? await asked(context, backups) : await ofDay(context, backups, text);
  return { path: backup.path, backup };
}

function fromElsewhere(text: string, own: string): string {
  const { path } = namedFile(text);
  if (isOwnFile(path, own))
    throw new NetError('rejected', `${path} is the file itself, not a copy of it`, HINT);
  return path;
}

function asked({ prompt, clock }: Context, backups: readonly KeptBackup[]): Promise<KeptBackup> {
  if (prompt === null) throw new NetError('usage', 'net restore needs to know which backup', HINT);
  const choices = backups.map((backup) => ({ name: backupLabel(backup, clock), value: backup }));
  return prompt.select('Back to which?', choices);
}

async function ofDay({ clock }: Context, backups: readonly KeptBackup[], text: string): Promise<KeptBackup> {
  if (/^\d{1,3}$/.test(text))
    throw new NetError('not-found', `there is no backup ${text}: the last is ${backups.length}`, HINT);
  const day = await pastDay(text, today(clock));
  const found = asOf(backups, day, clock.dayOf);
  if (found !== undefined) return found;
  const oldest = backups.at(-1);
  throw new NetError(
    'not-found',
    `no backup is as old as ${day}${oldest === undefined ? '' : `: the oldest is of ${clock.dayOf(oldest.at)}`}`,
    'net backup --list shows them: net restore 2, net restore FILE',
  );
}
