import fs from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk } from '../support/world.ts';
import { connectionsFile, nameOf } from './cast.ts';
import { FIRST_DAY, FOOD_BANK, RUST } from './diary.ts';
import { type Chance, chanceOf } from './random.ts';

/** Somebody who lives a year with net: what they do, and what they remember of it themselves. */
export interface Life {
  readonly desk: Desk;
  readonly chance: Chance;
  readonly counts: Counts;
  /** Whom they met last and have not grown, newest last. */
  readonly met: string[];
  /** Asks that wait for an answer: whom, and since which day of the year. */
  readonly asked: { readonly who: string; readonly since: number }[];
  /** How many people they have come to know so far, the cards included. */
  known: number;
}

export interface Counts {
  commands: number;
  /** Times they were in touch with somebody, and of those how many were logged. */
  talks: number;
  logged: number;
  gatherings: number;
}

export const CARDS = 300;

/** The people whom they knew well before: the first of the cards, in the circle of each. */
const KEPT: readonly (readonly [circle: string, people: number, every: number])[] = [
  ['inner', 4, 10],
  ['close', 6, 25],
  ['active', 8, 70],
  ['wide', 4, 150],
];

export async function begin(seed: number): Promise<Life> {
  const life: Life = {
    desk: desk(FIRST_DAY),
    chance: chanceOf(seed),
    counts: { commands: 0, talks: 0, logged: 0, gatherings: 0 },
    met: [],
    asked: [],
    known: CARDS,
  };
  const file = join(life.desk.directory, 'Connections.csv');
  fs.writeFileSync(file, connectionsFile(CARDS));
  await types(life, 'import', file);
  let next = 0;
  for (const [circle, people, every] of KEPT) {
    for (let i = 0; i < people; i++) {
      const last = `${2 + Math.floor(life.chance.next() * every)} days ago`;
      await types(life, 'keep', nameOf(next++), '--circle', circle, '--last', last);
    }
  }
  await types(life, 'group', 'add', RUST, '--kind', 'community', '--why', 'to learn from others');
  await types(life, 'group', 'add', FOOD_BANK, '--kind', 'volunteering', '--why', 'a cause to believe in');
  await types(life, 'target', 'add', 'somebody who edits science books', '--want', '2');
  return life;
}

/** Types a command line, and gives back what it printed. Throws where it fails, but with an expected exit code. */
export async function types(life: Life, ...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await life.desk.net(...argv);
  life.counts.commands++;
  if (code !== 0) throw new Error(`net ${argv.join(' ')}: ${code} ${err}`);
  return out;
}

/** The same for what may be refused, as people's lines are: whether it was done. */
export async function tries(life: Life, ...argv: readonly string[]): Promise<boolean> {
  const { code, err } = await life.desk.net(...argv);
  life.counts.commands++;
  if (code === 1) throw new Error(`net ${argv.join(' ')}: ${err}`);
  return code === 0;
}

export async function reads<A>(life: Life, ...argv: readonly string[]): Promise<A> {
  return JSON.parse(await types(life, ...argv, '--json')) as A;
}
