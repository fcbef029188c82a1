import { countNetwork, countRows } from './count.ts';
import { FOOD_BANK, RUST, SUMMIT } from './diary.ts';
import { CARDS, type Life, reads } from './life.ts';
import type { Watch } from './watch.ts';

/** Something that has to be so at the year's end: what was looked for, what was found, and whether it is as it should be. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly holds: boolean;
}

/** So far from a third the talks in the file may be, of those that were: of some hundreds by chance. */
const TOLERANCE = 0.06;

interface Checks {
  readonly groups: readonly {
    readonly group: { readonly name: string };
    readonly level: string;
    readonly signs: readonly { readonly kind: string; readonly raised: boolean }[];
  }[];
}

export async function findings(life: Life, watch: Watch): Promise<readonly Finding[]> {
  const { groups } = await reads<Checks>(life, 'group', 'check');
  const { network, cards } = await reads<{ network: readonly unknown[]; cards: number }>(life, 'garden');
  const counted = await countNetwork(life);
  const rows = await countRows(life);
  const level = (name: string) => groups.find(({ group }) => group.name === name)?.level ?? 'not there';
  const raised = groups
    .find(({ group }) => group.name === SUMMIT)
    ?.signs.filter((sign) => sign.raised)
    .map(({ kind }) => kind);
  return [
    {
      what: `${CARDS} cards, 60 gatherings, one talk in three logged`,
      found: `${cards} people, ${rows.gatherings} gatherings, ${rows.talks} of ${life.counts.talks} talks`,
      holds:
        cards > CARDS &&
        rows.gatherings === 60 &&
        Math.abs(rows.talks / life.counts.talks - 1 / 3) < TOLERANCE,
    },
    {
      what: `${SUMMIT} shows five signs: red`,
      found: `${level(SUMMIT)}: ${raised?.join(', ')}`,
      holds: level(SUMMIT) === 'red' && raised?.length === 5,
    },
    ...[RUST, FOOD_BANK].map((name) => ({
      what: `${name} is not red`,
      found: level(name),
      holds: ['clear', 'amber'].includes(level(name)),
    })),
    {
      what: 'at most 2 grow at once, on every day',
      found: `${watch.mostGrowing} at most`,
      holds: watch.mostGrowing <= 2,
    },
    {
      what: 'nobody moved on or in the stack is listed but for what is owed; no plan is reordered',
      found: `${watch.looks} looks at ${watch.plans} plans, ${watch.faults.length} faults`,
      holds: watch.faults.length === 0 && watch.plans >= 50,
    },
    {
      what: 'everyone due is shown within (number due + 1) plans',
      found: `${watch.longestWait} plans at most, ${watch.mostDue} due at once`,
      holds: watch.longestWait <= watch.mostDue && watch.mostDue > 0,
    },
    {
      what: 'the network, counted once more from the raw rows',
      found: `${network.length} and ${counted} people`,
      holds: network.length === counted && counted > 0,
    },
  ];
}
