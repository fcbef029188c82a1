import type { Command } from 'commander';
import { MOST_WANTED, seekTarget } from '../domain/acts/target.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { foundText, targetJson } from '../render/target.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { bounded } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { typedTarget } from '../steps/target.ts';
import { openTargets } from '../store/targets.ts';

interface Options {
  readonly want?: string;
}

export function configure(command: Command): void {
  command
    .argument('[text...]', 'what kind of person; no quotes needed')
    .option('--want <number>', `how many, 1 to ${MOST_WANTED}; 1 unless said`);
  examples(command, [
    'net target add science journalists --want 2',
    'net target add "somebody who runs a small press"',
    'net add Eva Berg --at DevMeet --target science',
  ]);
}

/** The answer with --json. */
export const json = {
  target: 'who is looked for now: {uuid, text, wanted, found}',
  open: 'how many targets are open',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const text = bounded(args.join(' ').trim().replace(/\s+/g, ' '), 'the text');
  if (text === '')
    throw new NetError(
      'usage',
      'net target add needs whom to look for',
      'net target add "science journalists" --want 2',
    );
  const wanted = options.want === undefined ? 1 : numberWanted(options.want);
  return withFile(context, 'create', (db) => {
    const { target } = change(db, context, 'target add', (making) =>
      seekTarget(text, wanted, openTargets(db), making),
    );
    const open = openTargets(db);
    return {
      json: { target: targetJson(target, 0), open: open.length },
      text: () => [line('Looking for ', strong(quoted(text)), `: ${foundText({ wanted, found: 0 })}.`)],
      talk: () => [
        line(`When you met one: net add NAME --target ${typedTarget(target, open)}. Take it back: net undo.`),
      ],
    };
  });
}

function numberWanted(said: string): number {
  const number = /^\d{1,3}$/.test(said.trim()) ? Number(said) : 0;
  if (number >= 1 && number <= MOST_WANTED) return number;
  throw new NetError(
    'rejected',
    `"${said}" is not how many people to look for`,
    `name a whole number from 1 to ${MOST_WANTED}: --want 2`,
  );
}
