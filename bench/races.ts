import type { CalendarDate } from '../src/domain/days/day.ts';
import { daily, firstOfWeek, morning, named, transfer } from './entrants.ts';
import type { Gardens } from './gardens.ts';
import { NAMES, onFewer, TODAY } from './goals.ts';
import { limit } from './limit.ts';
import { PEERS, peerEntrant } from './peers.ts';
import type { Build } from './programs.ts';
import type { Entrant, Limits, Measured } from './race.ts';
import { overBare, overOther, type Row } from './rows.ts';
import { FAR, FULL_STACK, NAMES_AT, NEAR, QUICK, SIZES } from './sizes.ts';
import { forgetThisWeeks, makeLastWeeks } from './weeks.ts';

/** Some who run in turn, and the rows that come of it. */
export interface Race {
  readonly name: string;
  readonly entrants: readonly Entrant[];
  readonly limits: Limits;
  readonly rows: (measured: readonly Measured[]) => readonly Row[];
}

/** All that is measured with. */
export interface Field {
  readonly builds: readonly Build[];
  readonly gardens: Gardens;
  /** Programs that were found, by their names. */
  readonly found: ReadonlyMap<string, string>;
  readonly place: string;
  readonly today: CalendarDate;
  readonly environment: Readonly<Record<string, string>>;
}

/** Peers are not waited for on more people than this: some take a minute there for one list. */
const MOST_FOR_PEERS = 10_000;

/** How long one entrant is measured at most, bare Node beside it included; and what takes seconds each time. */
const SECONDS = 4;
const TRANSFERS = 5;

/** Everything that is measured, in the order in which it is. What is `far`, on a million people, takes some room on the disk. */
export function races(field: Field, pairs: number, { quick, far }: { quick: boolean; far: boolean }): Race[] {
  const limits = { pairs, milliseconds: SECONDS * 1000 };
  const plain = (name: string, entrants: readonly Entrant[], rest: Partial<Limits> = {}): Race => ({
    name,
    entrants,
    limits: { ...limits, ...rest },
    rows: (measured) => measured.map(overBare),
  });
  const { builds, gardens, environment } = field;
  const each = (row: (build: Build) => Entrant[]) => builds.flatMap(row);
  return [
    ...(quick ? QUICK : SIZES).flatMap((people) => [
      mornings(field, people, limits),
      day(field, people, limits),
      plain(
        'transfer',
        each((build) => transfer(build, gardens, people, environment)),
        { pairs: Math.min(pairs, TRANSFERS), fewest: 1 },
      ),
    ]),
    ...(quick
      ? []
      : [
          plain(
            'names',
            each((build) => named(build, gardens, NAMES_AT)),
          ),
          week(field, limits),
        ]),
    ...(quick || !far ? [] : [mornings(field, FAR, limits), growth(field, limits)]),
  ];
}

/** Whose peak memory is looked at. */
export function memories(
  { builds, gardens }: Field,
  { quick, far }: { quick: boolean; far: boolean },
): Entrant[] {
  const sizes = quick ? [NEAR] : far ? [10_000, FAR] : [10_000];
  return sizes.flatMap((people) => builds.map((build) => morning(build, gardens, people)));
}

/** `net today` beside whatever else there is: over bare Node, over the limit, over each peer. */
function mornings(field: Field, people: number, limits: Limits): Race {
  const { builds, gardens, found } = field;
  const shell = found.get('sqlite3');
  const own = builds.map((build) => morning(build, gardens, people));
  const limiting =
    shell === undefined ? [] : [limit(shell, gardens.file(people), people, () => gardens.ready(people))];
  const entrants = [...own, ...limiting, ...peersBeside(TODAY, field, people)];
  return { name: 'morning', entrants, limits, rows: (measured) => besides(TODAY, builds, measured) };
}

/** All through a day, and what other programs look up. */
function day(field: Field, people: number, limits: Limits): Race {
  const { builds, gardens } = field;
  const [show] = NAMES;
  const entrants = [
    ...builds.flatMap((build) => daily(build, gardens, people)),
    ...peersBeside(show, field, people),
  ];
  return { name: 'day', entrants, limits, rows: (measured) => besides(show, builds, measured) };
}

/** Whoever was found that does what a command does. */
function peersBeside(
  what: string,
  { found, place, today, environment }: Field,
  people: number,
): readonly Entrant[] {
  if (people > MOST_FOR_PEERS) return [];
  return PEERS.filter(({ beside }) => beside === what).flatMap((peer) => {
    const path = found.get(peer.program);
    return path === undefined ? [] : [peerEntrant(peer, path, place, people, today, environment)];
  });
}

/** Everybody over bare Node, and a command of ours over whatever is not ours. */
function besides(what: string, builds: readonly Build[], measured: readonly Measured[]): readonly Row[] {
  const ours = measured.filter(({ entrant }) => builds.some(({ by }) => by === entrant.by));
  const theirs = measured.filter((one) => !ours.includes(one));
  const own = ours.filter(({ entrant }) => entrant.what === what);
  return [...measured.map(overBare), ...own.flatMap((one) => theirs.map((other) => overOther(one, other)))];
}

/** The first morning of a week, whose plan is to be made. */
function week({ builds, gardens, today }: Field, limits: Limits): Race {
  const { people } = FULL_STACK;
  const file = gardens.file(people);
  const before = () => forgetThisWeeks(file, today);
  const entrants = builds.map((build) => firstOfWeek(build, gardens, people, before));
  const ready = () => {
    gardens.ready(people);
    makeLastWeeks(file, today);
  };
  return {
    name: 'week',
    entrants: entrants.map((entrant) => ({ ...entrant, ready })),
    limits,
    rows: (measured) => measured.map(overBare),
  };
}

/** The same morning on few people and on very many, in turn. */
function growth({ builds, gardens }: Field, limits: Limits): Race {
  const entrants = [NEAR, FAR].flatMap((people) => builds.map((build) => morning(build, gardens, people)));
  return {
    name: 'growth',
    entrants,
    limits,
    rows: (measured) =>
      builds.flatMap(({ by }) => {
        const [near, far] = measured.filter(({ entrant }) => entrant.by === by);
        return near === undefined || far === undefined ? [] : [overOther(far, near, onFewer(NEAR))];
      }),
  };
}
