import { type Db, get } from './db.ts';

/** The instant of the last operation of any kind before this command's own, or null. */
export function lastOperationAt(db: Db): string | null {
  const { operation } = db.seen;
  if (operation === null) return null;
  return get<{ at: string }>(db, 'SELECT at FROM operation WHERE seq = ?', operation)?.at ?? null;
}
