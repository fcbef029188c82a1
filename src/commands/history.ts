import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { historyTable } from '../render/history.ts';
import { line } from '../render/text.ts';
import { dayWord } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { countNamed } from '../steps/reversed.ts';
import { pastOperations } from '../store/history.ts';

export function configure(command: Command): void {
  command.argument('[count]', 'how many; 20 unless said');
  examples(command, ['net history', 'net history 5']);
}

/** The answer with --json. */
export const json = {
  operations:
    'newest first: {command, at, people, about, rows, undone}; about is the text of the talk or exchange, the name of the target, group or gathering, or the key of the setting, or null',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const most = countNamed(args[0] ?? '20', 'net history 5 shows the last five');
  const operations = await withFile(context, 'read', (db) => pastOperations(db, most));
  return {
    json: {
      operations: operations.map(({ command, at, people, about, rows, undone }) => ({
        command,
        at,
        people,
        about,
        rows,
        undone,
      })),
    },
    text: (wording) =>
      operations.length === 0
        ? [line('Nothing has been changed yet.')]
        : [
            historyTable(
              operations.map((each) => ({ ...each, day: dayWord(context.clock.dayOf(each.at), wording) })),
            ),
          ],
    talk: () => [
      line(
        operations.some(({ command }) => command === 'purge')
          ? 'The last one that stands is taken back by net undo, but none before net purge.'
          : 'The last one that stands is taken back by net undo.',
      ),
    ],
  };
}
