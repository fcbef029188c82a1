import type { Command } from 'commander';
import { closeTarget, dropTarget } from '../domain/acts/target.ts';
import type { Context } from '../host/context.ts';
import { foundText, targetJson } from '../render/target.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { allTargets, targetAsked, targetNamed } from '../steps/target.ts';
import { openTargets, peopleByTarget } from '../store/targets.ts';

interface Options {
  readonly drop?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[which...]', 'its number in net target list, or words of it')
    .option('--drop', 'take it out of the list altogether, a closed one too');
  examples(command, ['net target done 1', 'net target done science journalists', 'net target done 1 --drop']);
}

/** The answer with --json. */
export const json = {
  target: 'what is closed now, or dropped: {uuid, text, wanted, found}',
  open: 'how many targets are open still',
  dropped: 'whether it was taken out of the list',
};

export async function run(
  args: readonly string[],
  { drop = false }: Options,
  context: Context,
): Promise<Answer> {
  return withFile(context, 'write', async (db) => {
    const among = drop ? allTargets(db) : openTargets(db);
    const target =
      args.length === 0
        ? await targetAsked(db, context, among)
        : await targetNamed(db, context, args.join(' '), among);
    const found = peopleByTarget(db).get(target.id) ?? [];
    change(db, context, 'target done', (making) => ({
      changes: drop ? dropTarget(target, found, making) : [closeTarget(target, making)],
    }));
    return {
      json: { target: targetJson(target, target.found), open: openTargets(db).length, dropped: drop },
      text: () => [
        line(
          strong(quoted(target.text)),
          drop ? ': taken out of the list.' : `: closed, ${foundText(target)}.`,
        ),
      ],
      talk: () => [line(`Who was found stays${drop ? ', without it' : ''}. Take it back: net undo.`)],
    };
  });
}
