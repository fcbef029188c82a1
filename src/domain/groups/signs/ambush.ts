import type { GroupRecord } from '../group-record.ts';
import { reported } from './reported.ts';
import { type Around, type Sign, THRESHOLDS } from './sign.ts';

/** Sign 3: talks of two that turned into a crowd, two of them within a year. */
export function ambush(record: GroupRecord, { today }: Pick<Around, 'today'>): Sign {
  return reported(record, 'ambush', 'ambush', THRESHOLDS.ambush, today);
}
