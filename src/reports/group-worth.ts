import type { GroupCost } from '../domain/groups/group-cost.ts';
import type { Gained } from './group-gained.ts';

/** What one of something cost: minutes, and hundredths of the group's currency. */
export interface Price {
  readonly minutes: number;
  readonly money: number;
}

/** What a group took for each relationship that lasted, and for each help received; null where there was none. */
export interface Worth {
  readonly all: Price;
  readonly perLasting: Price | null;
  readonly perHelp: Price | null;
}

export function worthOf(
  { minutes, commute, fees, costs }: Pick<GroupCost, 'minutes' | 'commute' | 'fees' | 'costs'>,
  { lasted, help }: Pick<Gained, 'lasted' | 'help'>,
): Worth {
  const all = { minutes: minutes + commute, money: fees + costs };
  const each = (n: number) =>
    n === 0 ? null : { minutes: Math.round(all.minutes / n), money: Math.round(all.money / n) };
  return { all, perLasting: each(lasted.length), perHelp: each(help) };
}
