import { Command, CommanderError } from 'commander';
import { NetError } from '../domain/error.ts';
import { isNear } from '../domain/near.ts';
import type { CommandModule } from '../steps/command.ts';
import { helpText } from './help.ts';
import { DEFAULT_COMMAND, type Entry, entryOf, REGISTRY } from './registry.ts';

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
  const [first, second] = argv.filter((word) => !['--json', '--quiet', '--no-color'].includes(word));
  if (first === '--help' || first === '-h') return { kind: 'print', text: helpText(false) };
  if (first === '--version' || first === '-V') return { kind: 'print', text: `${version}\n` };
  if (first !== 'help') return parseCommand(argv, columns);
  if (second === undefined || second === 'all') return { kind: 'print', text: helpText(second === 'all') };
  return parseCommand([second, '--help'], columns);
}

async function parseCommand(argv: readonly string[], columns: number): Promise<Parsed> {
  const at = commandAt(argv);
  const entry = entryOf(argv[at] ?? DEFAULT_COMMAND);
  if (entry === undefined) throw unknownCommand(argv[at] ?? '');
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
  try {
    command.parse(
      argv.filter((_, i) => i !== at),
      { from: 'user' },
    );
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return { kind: 'print', text: printed.join('') };
    const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    throw new NetError('usage', message, `net help ${entry.name} shows how it is used`);
  }
  const { json = false, quiet = false, color = true, db, ...options } = command.opts();
  return { kind: 'run', module, args: command.args, options, globals: { json, quiet, color, db } };
}

/** Where the command's name stands: the first word that is no option, and not the file of --db. -1 where there is none. */
function commandAt(argv: readonly string[]): number {
  return argv.findIndex((word, i) => !word.startsWith('-') && argv[i - 1] !== '--db');
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

function unknownCommand(name: string): NetError {
  const near = REGISTRY.map((entry) => entry.name).filter(
    (known) => isNear(known, name) || (name.length > 1 && known.startsWith(name)),
  );
  const hint =
    near.length > 0 ? `did you mean net ${near.join(' or net ')}?` : 'net help all lists the commands';
  return new NetError('usage', `there is no command "${name}"`, hint);
}
