import type { Command } from 'commander';
import { closeTarget } from '../domain/acts/target.ts';
import type { Context } from '../host/context.ts';
import { foundText, targetJson } from '../render/target.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { targetAsked, targetNamed } from '../steps/target.ts';
import { openTargets } from '../store/targets.ts';

export function configure(command: Command): void {
  command.argument('[which...]', 'its number in net target list, or words of it');
  examples(command, ['net target done 1', 'net target done science journalists', 'net undo']);
}

/** The answer with --json. */
export const json = {
  target: 'what is closed now: {uuid, text, wanted, found}',
  open: 'how many targets are open still',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  return withFile(context, 'write', async (db) => {
    const target =
      args.length === 0 ? await targetAsked(db, context) : await targetNamed(db, context, args.join(' '));
    change(db, context, 'target done', (making) => ({ changes: [closeTarget(target, making)] }));
    return {
      json: { target: targetJson(target, target.found), open: openTargets(db).length },
      text: () => [line(strong(quoted(target.text)), `: closed, ${foundText(target)}.`)],
      talk: () => [line('Who was found stays. Take it back: net undo.')],
    };
  });
}
