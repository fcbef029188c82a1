import { ERROR_FIELDS, EXITS } from './failure.ts';
import { type Entry, GROUPS, REGISTRY } from './registry.ts';

/** `net --help`: the eight of every day. `net help all`: every command, by group. */
export function helpText(everything: boolean): string {
  const width = Math.max(...REGISTRY.map(({ name }) => name.length));
  const row = ({ name, summary }: Entry) => `  ${name.padEnd(width)}  ${summary}`;
  const groups = everything ? GROUPS : GROUPS.slice(0, 1);
  const sections = groups.map((group) => [
    `${group}:`,
    ...REGISTRY.filter((entry) => entry.group === group).map(row),
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
