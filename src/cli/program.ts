import { Command, CommanderError } from 'commander';
import { NetError } from '../domain/error.ts';
import { isNear } from '../domain/words/near.ts';
import type { CommandModule } from '../steps/command.ts';
import { familyHelp, helpText } from './help.ts';
import { DEFAULT_COMMAND, type Entry, entriesUnder, entryAt, REGISTRY } from './registry.ts';
import { refuseUnquoted } from './unquoted.ts';

const WIDEST_HELP = 100;

/** The options that every command has. */
export interface Globals {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly db: string | undefined;
}

/** A command line, understood: a command to run, or a text such as help to print. */
export type Parsed =
  | {
      readonly kind: 'run';
      readonly module: CommandModule<never>;
      readonly args: readonly string[];
      readonly options: Record<string, unknown>;
      readonly globals: Globals;
    }
  | { readonly kind: 'print'; readonly text: string };

/**
 * Parses a command line. Only the command that it names is loaded; without a name it is the list of the week. Throws `usage` with
 * what is wrong with it.
 */
export async function parse(argv: readonly string[], version: string, columns: number): Promise<Parsed> {
  const words = argv.filter((word) => !['--json', '--quiet', '--no-color'].includes(word));
  const [first, second, third] = words;
  if (first === '--help' || first === '-h') return { kind: 'print', text: helpText(false) };
  if (first === '--version' || first === '-V') return { kind: 'print', text: `${version}\n` };
  if (first !== 'help') return parseCommand(argv, columns);
  if (second === undefined || second === 'all') return { kind: 'print', text: helpText(second === 'all') };
  return parseCommand([second, ...(third === undefined ? [] : [third]), '--help'], columns);
}

async function parseCommand(argv: readonly string[], columns: number): Promise<Parsed> {
  const [at = -1, then = -1] = wordsAt(argv);
  const first = argv[at] ?? DEFAULT_COMMAND;
  const entry = entryAt(first, argv[then]);
  if (entriesUnder(first).length > 0 && argv[then] === undefined && asksForHelp(argv))
    return { kind: 'print', text: familyHelp(first) };
  if (entry === undefined) throw unknownCommand(first, argv[then]);
  const named = entry.name.includes(' ') && argv[then] !== undefined ? [at, then] : [at];
  const module = await entry.load();
  const printed: string[] = [];
  const command = configured(entry, module)
    .configureHelp({ minWidthToWrap: 10 })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => printed.push(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(columns, WIDEST_HELP),
    });
  const typed = argv.filter((_, i) => !named.includes(i));
  if (!asksForHelp(argv)) refuseUnquoted(command, typed);
  try {
    command.parse(typed, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return { kind: 'print', text: printed.join('') };
    const message = withoutValue(error.message.replace(/^error: /, '')).replace(/\n/g, ' ');
    throw new NetError('usage', message, `net help ${entry.name} shows how it is used`);
  }
  const { json = false, quiet = false, color = true, db, ...options } = command.opts();
  return { kind: 'run', module, args: command.args, options, globals: { json, quiet, color, db } };
}

/** An unknown option is named without its value: that may be a secret, which no command takes, and is not to be repeated. */
function withoutValue(message: string): string {
  return message.replace(/^(unknown option '[^=\n]*)=.*'(\n\(Did you mean .*)?$/s, "$1'$2");
}

/** Where the words stand that are no options, and not the file of --db: the first names the command, or the first two. */
function wordsAt(argv: readonly string[]): number[] {
  return [...argv.keys()].filter((i) => !argv[i]?.startsWith('-') && argv[i - 1] !== '--db');
}

function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

/** A command with its own options and those that every command has. */
export function configured(entry: Entry, module: CommandModule<never>): Command {
  const command = new Command(`net ${entry.name}`)
    .description(entry.summary)
    .helpOption('-h, --help', 'show this');
  module.configure(command);
  command.addHelpText('after', `\nWith --json:\n${jsonHelp(module.json)}`);
  return command
    .option('--json', 'answer in JSON')
    .option('--quiet', 'answer without hints')
    .option('--no-color', 'answer without color')
    .option('--db <file>', 'use this file');
}

function jsonHelp(fields: CommandModule<never>['json']): string {
  const width = Math.max(...Object.keys(fields).map((field) => field.length));
  return Object.entries(fields)
    .map(([field, what]) => `  ${field.padEnd(width)}  ${what}`)
    .join('\n');
}

function unknownCommand(first: string, second: string | undefined): NetError {
  const family = entriesUnder(first).map((entry) => entry.name.slice(first.length + 1));
  const meant = nearTo(second ?? '', family);
  if (family.length > 0)
    return new NetError(
      'usage',
      `net ${first} does not know "${second ?? ''}"`,
      meant.length > 0
        ? didYouMean(meant.map((word) => `${first} ${word}`))
        : `it knows ${family.join(', ')}: net help ${first}`,
    );
  const near = nearTo(first, [...new Set(REGISTRY.map(({ name }) => name.split(' ')[0] ?? name))]);
  const hint = near.length > 0 ? didYouMean(near) : 'net help all lists the commands';
  return new NetError('usage', `there is no command "${first}"`, hint);
}

function nearTo(typed: string, known: readonly string[]): string[] {
  return known.filter((word) => isNear(word, typed) || (typed.length > 1 && word.startsWith(typed)));
}

function didYouMean(names: readonly string[]): string {
  return `did you mean net ${names.join(' or net ')}?`;
}
