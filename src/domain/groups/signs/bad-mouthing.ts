import type { GroupRecord } from '../group-record.ts';
import { reported } from './reported.ts';
import { type Around, type Sign, THRESHOLDS } from './sign.ts';

/** Sign 4: other groups or people spoken ill of, twice within a year. */
export function badMouthing(record: GroupRecord, { today }: Pick<Around, 'today'>): Sign {
  return reported(record, 'bad-mouthing', 'bad-mouths', THRESHOLDS.badMouthing, today);
}
