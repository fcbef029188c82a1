/** A harm that may come to the file or to whoever uses net, and what is promised for it. Its tests begin with its number. */
export interface Case {
  readonly number: number;
  readonly harm: string;
  readonly promise: string;
  /** The families of `npm run torture` that do it at length. */
  readonly torture?: readonly string[];
}

export interface Part {
  readonly title: string;
  readonly cases: readonly Case[];
}

const of = (number: number, harm: string, promise: string, ...torture: readonly string[]): Case =>
  torture.length === 0 ? { number, harm, promise } : { number, harm, promise, torture };

export const PARTS: readonly Part[] = [
  {
    title: 'The file',
    cases: [
      of(1, 'There is no file yet, and one is to be read', 'it says so, and none is made: 10'),
      of(2, 'Its path is empty, blank, or holds a NUL', 'refused, and no other file is opened instead: 2'),
      of(3, 'A directory, a pipe or a device is at its path', 'refused as no file of net: 13'),
      of(4, 'A text file is at its path', 'refused, every byte stays: 13'),
      of(5, 'It was cut short', 'refused, with the newest good backup named: 13', 'damage'),
      of(6, 'Some of its pages were overwritten', 'found before anything of yours is written: 13', 'damage'),
      of(7, 'A bit was flipped in an index', '`net check` finds it: 13', 'damage'),
      of(8, 'A newer net has written it', 'refused, untouched: 14'),
      of(9, 'Another program holds it for longer than 15 seconds', 'it says so, and nothing is changed: 11'),
      of(10, 'The file or its directory may not be written', 'it says who may: 15', 'permissions'),
      of(11, 'The disk is full in the middle of a write', 'all as it was before: 16', 'errors', 'full'),
      of(12, 'The disk is full when it is opened', 'it says so: 16', 'errors', 'full'),
      of(
        13,
        'net is killed, at any moment',
        'what was acknowledged is there, the next command is as any other',
        'syscalls',
        'kills',
      ),
      of(14, 'The power fails', 'what was acknowledged is there', 'power'),
      of(15, 'Thirty-two programs write at once', 'each of them is done, none undoes another', 'writers'),
      of(16, 'Two first runs at once', 'one file, with what both brought'),
      of(
        17,
        'net is killed while it brings an older file up to date',
        'the old file or the new one, never half',
        'migrations',
      ),
      of(18, 'The file was copied without its `-wal`', 'where one should be there, it is said'),
      of(19, 'Somebody planted a trigger, a view or a table in it', 'refused before anything of it runs: 13'),
      of(20, 'Symbolic links', 'followed once, and only to a file'),
      of(
        21,
        'A careless umask',
        'the file, its `-wal` and `-shm` and its backups are yours alone: 0600',
        'permissions',
        'syscalls',
      ),
      of(22, 'It lies on a network file system', 'a warning: locks are not to be relied on there'),
    ],
  },
  {
    title: 'What is brought in',
    cases: [
      of(23, 'One broken card in 1 000', '999 come in, one is told with its line: 3', 'imports'),
      of(24, 'A line of 200 MB', 'bounded time and memory', 'tests'),
      of(25, 'A photo of 20 MB', 'bounded time and memory'),
      of(26, 'Nesting 10 000 deep', 'bounded time and memory'),
      of(27, '100 000 parameters', 'bounded time and memory'),
      of(28, 'No end, a wrong charset, a byte order mark, UTF-16', 'read as it was meant'),
      of(29, 'A meeting that repeats for ever, every second', 'capped, in a second at most'),
      of(30, 'A quote that does not end', 'costs its own row'),
      of(31, 'A column called `__proto__`', 'a column as any other'),
      of(32, 'A huge mailbox', 'read in pieces'),
      of(33, 'The same file twice', 'adds nothing', 'tests'),
      of(34, 'Paths that climb out', 'nothing is written but where it was said'),
      of(35, 'Ctrl-C in an import', 'all or nothing: 130', 'tests'),
      of(36, 'A birthday without a year, a 29 February', 'kept as it is'),
    ],
  },
  {
    title: 'What is shown',
    cases: [
      of(37, 'Control sequences in a name', 'shown as text: none reaches the terminal'),
      of(38, 'Text that runs backwards, or that nobody sees', 'made visible'),
      of(39, 'é in one letter, and in two', 'one person'),
      of(40, 'Wide letters, joined emoji', 'columns stand in line'),
      of(41, 'A formula in a name', 'no formula in a table that is exported, and read back as it was'),
      of(42, '`<script>`, `{{…}}` in a name', 'text, wherever it is shown'),
      of(43, 'A line end in a name', 'adds no line to a calendar or a card'),
      of(44, 'Words that mean something to a search', 'are words'),
      of(45, 'A pipe that closes, an output that is full', 'ends quietly, or says 16; 5 MB arrive whole'),
    ],
  },
  {
    title: 'Time and surroundings',
    cases: [
      of(46, '29 February, a month after 31 January', 'days that are there'),
      of(47, 'Midnight that does not exist, a day that was skipped, an unknown time zone', 'days are days'),
      of(48, 'The clock is set back', 'undo goes by what came last, not by the clock'),
      of(49, 'A locale in which i has no dot', 'names and commands are found all the same'),
      of(50, "`EDITOR='x; rm'`, an editor that fails", 'no shell reads it; the text stays'),
      of(51, 'Somebody planted a link among temporary files', 'refused'),
      of(52, 'Whoever reads the list of running programs', 'sees no secret'),
      of(53, 'A served feed', 'this machine alone, behind a random address; a foreign Host is refused: 403'),
      of(54, 'A sync that fails midway, or would delete most people', 'stops, and asks'),
    ],
  },
];

export const CASES: readonly Case[] = PARTS.flatMap(({ cases }) => cases);
