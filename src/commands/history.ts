import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { faint, line, type Piece, table } from '../render/text.ts';
import { dayWord } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { shortened } from '../steps/choose.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { countNamed } from '../steps/reversed.ts';
import { pastOperations } from '../store/history.ts';

export function configure(command: Command): void {
  command.argument('[count]', 'how many; 20 unless said');
  examples(command, ['net history', 'net history 5']);
}

/** The answer with --json. */
export const json = { operations: 'newest first: {command, at, people, rows, undone}' };

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const most = countNamed(args[0] ?? '20', 'net history 5 shows the last five');
  const operations = await withFile(context, 'read', (db) => pastOperations(db, most));
  return {
    json: {
      operations: operations.map(({ command, at, people, rows, undone }) => ({
        command,
        at,
        people,
        rows,
        undone,
      })),
    },
    text: (wording) =>
      operations.length === 0
        ? [line('Nothing has been changed yet.')]
        : [
            table(
              operations.map(({ command, at, people, undone }): Piece[] => [
                dayWord(context.clock.dayOf(at), wording),
                undone ? faint(`net ${command}`) : `net ${command}`,
                undone ? faint(`${shortened(people)} (taken back)`) : shortened(people),
              ]),
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
