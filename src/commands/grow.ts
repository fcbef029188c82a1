import type { Command } from 'commander';
import { grow } from '../domain/acts/stage.ts';
import { NetError } from '../domain/error.ts';
import { stageOf } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { line, listed, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { slotHolders } from '../steps/newcomer.ts';
import { peopleNamed } from '../steps/people.ts';

export function configure(command: Command): void {
  command.argument('[who...]', 'whom; several with commas or "and"');
  examples(command, ['net grow ana', 'net grow ana, ben']);
}

/** The answer with --json. */
export const json = {
  growing: 'who holds the growing slots now: {id, uuid, name}',
  slots: 'how many may grow at once',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net grow needs whom', 'net grow ana');
  return withFile(context, 'write', async (db) => {
    const people = await peopleNamed(db, context, args);
    const situation = situationOf(db, context);
    const already = people.find((person) => stageOf(person, situation) === 'growing');
    if (already !== undefined) {
      throw new NetError(
        'exists',
        `${already.contact.name} is growing already`,
        'net today lists them when it is time',
      );
    }
    const slots = situation.settings.growingSlots;
    const { holders } = change(db, context, 'grow', (making) => {
      const others = slotHolders(db, situation);
      if (others.length + people.length > slots)
        throw full(
          others.map((p) => p.contact.name),
          people.length,
          slots,
        );
      return { changes: people.map(({ contact }) => grow(contact, making)), holders: [...others, ...people] };
    });
    return {
      json: { growing: holders.map(({ contact }) => whoJson(contact)), slots },
      text: () => [
        line(strong(listed(people.map((p) => p.contact.name))), `: growing, ${holders.length} of ${slots}.`),
      ],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}

function full(growing: readonly string[], wanted: number, slots: number): NetError {
  const now =
    growing.length === 0
      ? 'nobody is growing yet'
      : `${listed(growing)} ${growing.length === 1 ? 'is' : 'are'} growing`;
  return new NetError(
    'rejected',
    `${now}, and ${slots} at once ${slots === 1 ? 'is' : 'are'} enough: there is no room for ${wanted} more`,
    'make room with net keep WHO or net rest WHO; net config growing sets how many',
  );
}
