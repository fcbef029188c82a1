import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import type { Answer } from './answer.ts';

/** What a file in `commands/` exports. `configure` declares arguments, options and examples; `run` does the work. */
export interface CommandModule<Options> {
  readonly configure: (command: Command) => void;
  /** The fields of the answer with --json, and what each one is. */
  readonly json: Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], options: Options, context: Context) => Promise<Answer>;
}

/** Collects an option that may be given several times. */
export function repeated(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Examples under a command's help, each a line as it is typed. */
export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
}
