import type { GroupRecord } from '../group-record.ts';
import { ambush } from './ambush.ts';
import { badMouthing } from './bad-mouthing.ts';
import { oneWay } from './one-way.ts';
import { recruiting } from './recruiting.ts';
import type { Around, Sign } from './sign.ts';
import { time } from './time.ts';

/** Nothing raised is clear, one sign amber, two or more red. */
export type Level = 'clear' | 'amber' | 'red';

/** The five signs of a group, in their order, and what they come to. Online groups are looked at like any other. */
export interface Checked {
  readonly level: Level;
  readonly raised: number;
  readonly signs: readonly Sign[];
}

export function checkGroup(record: GroupRecord, around: Around): Checked {
  const signs = [oneWay, recruiting, ambush, badMouthing, time].map((sign) => sign(record, around));
  const raised = signs.filter((sign) => sign.raised).length;
  return { level: raised === 0 ? 'clear' : raised === 1 ? 'amber' : 'red', raised, signs };
}
