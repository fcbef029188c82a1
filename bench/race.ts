import type { Stopwatch } from './timing.ts';

/** One that takes part in a race. */
export interface Entrant {
  /** What the table calls it: the command, which program does it, and on how many people. */
  readonly what: string;
  readonly by: string;
  readonly people: number;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code that is right: 0 unless something else is said. */
  readonly status?: number;
  /** What a run has to say, so that none is fast by doing nothing. */
  readonly says?: string;
  /** In a pseudo-terminal, as a person sees it. */
  readonly terminal?: boolean;
  /** Makes what it needs, once, before it first runs. */
  readonly ready?: () => void;
  /** What has to be done before each run; its time does not count. */
  readonly before?: () => void;
  /** How often it runs first without being measured, if not as often as all. */
  readonly warm?: number;
}

/** The times of an entrant and of bare Node right before each, in milliseconds. */
export interface Measured {
  readonly entrant: Entrant;
  readonly own: readonly number[];
  readonly base: readonly number[];
  /** Why it could not be measured. */
  readonly failure: string | null;
}

/** How often at most, and for how long: whoever has used up the time drops out once it has run often enough. */
export interface Limits {
  readonly pairs: number;
  readonly milliseconds: number;
  /** What takes up the time is still measured so often, three times if nothing is said, unless each time takes very long. */
  readonly fewest?: number;
}

/** How often each runs before it is measured: compiled code is kept by the first run and found by the second. */
const WARM = 2;

const FEWEST = 3;

/** What takes longer than this each time is measured once. */
const LONG = 8000;

interface Runner {
  readonly entrant: Entrant;
  readonly own: number[];
  readonly base: number[];
  spent: number;
  failure: string | null;
}

/**
 * Lets all run in turn, round by round, bare Node before each: A B A C, A B A C. So a drifting machine does not show, neither in what each
 * is over bare Node nor in what one is over another. One that fails is left out from there on.
 */
export async function race(
  entrants: readonly Entrant[],
  limits: Limits,
  { time, bare }: Stopwatch,
): Promise<Measured[]> {
  const runners: Runner[] = entrants.map((entrant) => ({
    entrant,
    own: [],
    base: [],
    spent: 0,
    failure: null,
  }));
  const attempt = async (runner: Runner, run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      runner.failure = (error as Error).message;
    }
  };
  for (const runner of runners)
    await attempt(runner, async () => {
      runner.entrant.ready?.();
      for (let i = 0; i < (runner.entrant.warm ?? WARM); i++) await time(runner.entrant);
    });
  for (let round = 0; round < limits.pairs; round++)
    for (const runner of runners.filter((one) => goesOn(one, limits)))
      await attempt(runner, async () => {
        const base = await time(bare(runner.entrant));
        const own = await time(runner.entrant);
        runner.base.push(base);
        runner.own.push(own);
        runner.spent += base + own;
      });
  return runners.map(({ entrant, own, base, failure }) => ({ entrant, own, base, failure }));
}

function goesOn({ own, spent, failure }: Runner, { milliseconds, fewest = FEWEST }: Limits): boolean {
  if (failure !== null) return false;
  return spent < milliseconds || (own.length < fewest && (own.at(-1) ?? 0) < LONG);
}
