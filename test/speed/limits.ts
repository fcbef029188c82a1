/**
 * What a morning may cost, a little above what it costs now. Where a test says that one is exceeded: look at what was added to the way there
 * (it names the files), load it late or leave it out; raise a limit only for what is worth its price each morning. Lower it with the price.
 */
export const LIMITS = {
  /** Bytes of the file that `net` and `net today` load, and of the one that every other command line does. */
  morning: 155_000,
  main: 95_000,
  /** Bytes of all files that a command loads together, `help`, those of every day and the first list of a week apart. */
  command: 475_000,
  everyday: 262_000,
  help: 220_000,
  newWeek: 195_000,
  /** SQL statements of a command, in a network of any size. */
  statements: { today: 18, 'today, a new week': 42, log: 47, show: 20, list: 14 },
  /** Calls to the system of the first thread for `net today`, beyond those of an empty program; memory apart. */
  calls: 245,
} as const;
