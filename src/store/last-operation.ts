import { type Db, get } from './db.ts';

/** The instant of the last operation of any kind, or null. */
export function lastOperationAt(db: Db): string | null {
  return get<{ at: string }>(db, 'SELECT at FROM operation ORDER BY seq DESC LIMIT 1')?.at ?? null;
}
