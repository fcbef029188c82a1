import { parseArgs } from 'node:util';

export interface Options {
  /** Only rows whose label holds all of these words; of all where there are none. */
  readonly only: readonly string[];
  /** Only small networks. */
  readonly quick: boolean;
  /** Where files are made and kept for another run on the same day. */
  readonly place: string | null;
  readonly pairs: number;
}

const PAIRS = 31;

/** Reads `--quick`, `--only "today binary"`, `--in DIR` and the variable PAIRS. Throws on anything else. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      in: { type: 'string' },
    },
  });
  const pairs = Number(env.PAIRS ?? PAIRS);
  if (!Number.isSafeInteger(pairs) || pairs < 1)
    throw new RangeError(`PAIRS is not a number of pairs: ${env.PAIRS}`);
  const only = values.only
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return { only, quick: values.quick, place: values.in ?? null, pairs };
}

/** Whether a row is asked for: its label holds each word, and a number is one of its own, not the beginning of another. */
export function isAsked({ only }: Options, ...label: readonly (string | number)[]): boolean {
  const text = label.join(' ').toLowerCase();
  return only.every((word) => (/^\d+$/.test(word) ? label.includes(Number(word)) : text.includes(word)));
}

/** A run of everything. */
export function isOfAll({ only, quick }: Options): boolean {
  return only.length === 0 && !quick;
}

/** A run of everything as often as it has to be, which is worth writing down. */
export function isWhole(options: Options): boolean {
  return isOfAll(options) && options.pairs === PAIRS;
}
