import { ERROR_FIELDS, EXITS } from './failure.ts';
import { type Entry, entriesUnder, HEADINGS, REGISTRY } from './registry.ts';

/** `net --help`: the eight of every day. `net help all`: every command, by group. */
export function helpText(everything: boolean): string {
  const headings = everything ? HEADINGS : HEADINGS.slice(0, 1);
  const sections = headings.map((heading) => [
    `${heading}:`,
    ...rows(REGISTRY.filter((entry) => entry.heading === heading)),
    '',
  ]);
  return [
    'net: tend a few relationships at a time. Your file never leaves this machine.',
    '',
    'Usage: net COMMAND ...     net alone shows the few people to tend this week',
    '',
    ...sections.flat(),
    ...(everything
      ? [
          'Every command takes --json, --quiet, --no-color, --db FILE and --help.',
          'NET_DB names the file, NO_COLOR turns colors off.',
          '',
          ...failureHelp(),
        ]
      : ['net help all lists every command, net help COMMAND shows one with examples.']),
    '',
  ].join('\n');
}

/** `net group --help`: the commands of two words that begin so. */
export function familyHelp(first: string): string {
  return [
    `Usage: net ${first} COMMAND ...`,
    '',
    ...rows(entriesUnder(first)),
    '',
    `net help ${first} COMMAND shows one with examples.`,
    '',
  ].join('\n');
}

function rows(entries: readonly Entry[]): string[] {
  const width = Math.max(...REGISTRY.map(({ name }) => name.length));
  return entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
}

/** The exit codes, each with its kinds, and an error in JSON. */
function failureHelp(): string[] {
  const kinds = Map.groupBy(Object.entries(EXITS), ([, { exit }]) => exit);
  return [
    'Exit codes:',
    '    0  done',
    ...[...kinds].map(
      ([exit, of]) => `  ${String(exit).padStart(3)}  ${of.map(([, { what }]) => what).join('; ')}`,
    ),
    '',
    `An error with --json: {error: {${Object.keys(ERROR_FIELDS).join(', ')}}}`,
  ];
}
