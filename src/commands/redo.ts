import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { reversedText } from '../render/history.ts';
import { line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { stamp } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { countNamed, nothingBack, reversedJson } from '../steps/reversed.ts';
import { redoTimes } from '../store/undo.ts';

export function configure(command: Command): void {
  command.argument('[count]', 'how many of the last undos; 1 unless said');
  examples(command, ['net redo', 'net redo 3']);
}

/** The answer with --json. */
export const json = {
  redone:
    'each command that is done again: {command, at, people, about, kept}; about as in net history, kept counts values that later changes own',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const times = countNamed(args[0], 'net redo 3 does the last three again');
  return withFile(context, 'write', (db) => {
    const redone = redoTimes(db, times, () => stamp(context, 'redo'));
    if (redone.length === 0)
      throw nothingBack(db, 'there is no undo to take back', 'a new command ends what can be redone');
    return {
      json: { redone: redone.map(reversedJson) },
      text: () => reversedText(redone.map(reversedJson), 'Did again'),
      talk: () => [line('Take it back: net undo.')],
    };
  });
}
