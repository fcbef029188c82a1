import { lookInto } from './backup-faults.ts';
import { backupsOf, type KeptBackup } from './backups.ts';
import type { Opening } from './opening.ts';

/** The newest backup of a file that can be opened and is whole, as far as a quick check tells; null where there is none. */
export function newestGood(file: string, opening: Omit<Opening, 'access'>): KeptBackup | null {
  return backupsOf(file).find(({ path }) => typeof lookInto(path, opening) === 'number') ?? null;
}
