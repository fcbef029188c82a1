import type { Command } from 'commander';
import { rest } from '../domain/acts/stage.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { line, listed, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { peopleNamed } from '../steps/people.ts';

export function configure(command: Command): void {
  command.argument('[who...]', 'whom; several with commas or "and"');
  examples(command, ['net rest ana', 'net rest 3']);
}

/** The answer with --json. */
export const json = { resting: 'who is in the stack now: {id, uuid, name}' };

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net rest needs whom', 'net rest ana');
  return withFile(context, 'write', async (db) => {
    const people = await peopleNamed(db, context, args);
    change(db, context, 'rest', (making) => ({
      changes: people.map(({ contact }) => rest(contact, making.today)),
    }));
    return {
      json: { resting: people.map(({ contact }) => whoJson(contact)) },
      text: () => [
        line(
          strong(listed(people.map((p) => p.contact.name))),
          ': in the stack. Nothing is suggested, nothing is lost.',
        ),
      ],
      talk: () => [line('What is owed is still said. Take it back: net undo.')],
    };
  });
}
