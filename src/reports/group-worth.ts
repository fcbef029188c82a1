import type { GroupCost } from '../domain/groups/group-cost.ts';
import type { Gained } from './group-gained.ts';

/** What one of something cost: minutes, and hundredths of the group's currency. */
export interface Price {
  readonly minutes: number;
  readonly money: number;
}

/**
 * What a group took within the window and since it began; for each relationship that ever lasted, of what it took since then; and for
 * each help received, of what it took within the window. Null where there was none.
 */
export interface Worth {
  readonly all: Price;
  readonly since: Price;
  readonly perLasting: Price | null;
  readonly perHelp: Price | null;
}

type Taken = Pick<GroupCost, 'minutes' | 'commute' | 'fees' | 'costs'>;

export function worthOf(
  window: Taken,
  sinceBegun: Taken,
  { lasted, help }: Pick<Gained, 'lasted' | 'help'>,
): Worth {
  const [all, since] = [priceOf(window), priceOf(sinceBegun)];
  return { all, since, perLasting: each(since, lasted.length), perHelp: each(all, help) };
}

function priceOf({ minutes, commute, fees, costs }: Taken): Price {
  return { minutes: minutes + commute, money: fees + costs };
}

function each({ minutes, money }: Price, n: number): Price | null {
  return n === 0 ? null : { minutes: Math.round(minutes / n), money: Math.round(money / n) };
}
