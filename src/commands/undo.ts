import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { reversedText } from '../render/history.ts';
import { line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { stamp } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { countNamed, nothingBack, reversedJson } from '../steps/reversed.ts';
import { undoTimes } from '../store/undo.ts';

export function configure(command: Command): void {
  command.argument('[count]', 'how many of the last commands; 1 unless said');
  examples(command, ['net undo', 'net undo 3', 'net history']);
}

/** The answer with --json. */
export const json = {
  undone:
    'each command that was taken back: {command, at, people, about, kept}; about as in net history, kept counts values that later changes own',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const times = countNamed(args[0], 'net undo 3 takes back the last three');
  return withFile(context, 'write', (db) => {
    const undone = undoTimes(db, times, () => stamp(context, 'undo'));
    if (undone.length === 0)
      throw nothingBack(db, 'there is nothing to take back', 'net history shows what was done');
    return {
      json: { undone: undone.map(reversedJson) },
      text: () => reversedText(undone.map(reversedJson), 'Took back'),
      talk: () => [line('To have it again: net redo.')],
    };
  });
}
