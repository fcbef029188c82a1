import type { Context } from '../host/context.ts';
import { type Load, weeklyLoad } from '../reports/load.ts';
import type { Db } from '../store/db.ts';
import { readStage } from '../store/people.ts';
import { situationOf } from './file.ts';

/** What the circles ask of a week now. */
export function loadOf(db: Db, context: Context): Load {
  return weeklyLoad(readStage(db, 'growing', 'kept'), situationOf(db, context));
}
