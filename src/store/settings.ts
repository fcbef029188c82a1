import { type Change, insert, type SettingRow, update } from '../domain/change.ts';
import { parseSettings } from '../domain/config.ts';
import type { Pause } from '../domain/days/pause.ts';
import type { Settings } from '../domain/settings.ts';
import { all, type Db } from './db.ts';
import { select } from './rows.ts';

/** The settings in force: the defaults, with what the file says otherwise. */
export function readSettings(db: Db): Settings {
  const rows = all<{ id: string; value: string }>(
    db,
    'SELECT id, value FROM setting WHERE deleted_at IS NULL',
  );
  return parseSettings(new Map(rows.map((row) => [row.id, row.value])));
}

/** The pauses, oldest first. */
export function readPauses(db: Db): Pause[] {
  return select(db, 'pause', 'WHERE deleted_at IS NULL ORDER BY since_day');
}

/** The row of one setting, a deleted one too: it keeps its place for the next value. */
export function settingRow(db: Db, key: string): SettingRow | null {
  return select(db, 'setting', 'WHERE id = ?', key)[0] ?? null;
}

/** Sets one setting; nothing where it has that value already. */
export function setSetting(db: Db, key: string, value: string): Change[] {
  const row = settingRow(db, key);
  if (row === null) return [insert('setting', { id: key, value, deletedAt: null })];
  return row.deletedAt === null && row.value === value
    ? []
    : [update('setting', key, { value, deletedAt: null })];
}
