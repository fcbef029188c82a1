import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import { SHELLS } from '../domain/words/shell.ts';
import { programName } from '../host/program.ts';
import { completionScript, installing } from '../render/completion.ts';
import { line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';

export function configure(command: Command): void {
  command.argument('[shell]', `for ${SHELLS.join(', ')}`);
  examples(command, [...SHELLS.flatMap((shell) => installing(shell, 'net'))]);
}

/** The answer with --json. */
export const json = {
  shell: 'for which shell',
  program: 'the program that it completes',
  script: 'what the shell is to read',
  install: 'the lines that make it do so in each new shell',
};

export async function run([said]: readonly string[]): Promise<Answer> {
  const shell = SHELLS.find((known) => known === said);
  const example = 'net completion zsh';
  if (said === undefined)
    throw new NetError('usage', `it does not say for which shell: ${SHELLS.join(', ')}`, example);
  if (shell === undefined)
    throw new NetError(
      'usage',
      `there is no completion for "${said}"`,
      `for ${SHELLS.join(', ')}: ${example}`,
    );
  const program = programName();
  const script = completionScript(shell, program);
  const install = installing(shell, program);
  return {
    json: { shell, program, script, install },
    document: [script],
    text: () => [],
    // Whoever reads it is no shell.
    talk: ({ relative }) =>
      relative ? [line('To have it in each new shell:'), ...install.map((step) => line(`  ${step}`))] : [],
  };
}
