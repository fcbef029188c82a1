import type { Command } from 'commander';
import { grow } from '../domain/acts/stage.ts';
import { meetTarget } from '../domain/acts/target.ts';
import { NetError } from '../domain/error.ts';
import { stageOf } from '../domain/person.ts';
import { withFound } from '../domain/target.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { fillsText, targetJson } from '../render/target.ts';
import { line, listed, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { peopleNamed } from '../steps/people.ts';
import { noRoom, slotHolders } from '../steps/slots.ts';
import { targetNamed } from '../steps/target.ts';

interface Options {
  readonly target?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; several with commas or "and"')
    .option('--target <which>', 'what they were looked for as: words of a target, or its number');
  examples(command, ['net grow ana', 'net grow ana, ben', 'net grow eva --target journalists']);
}

/** The answer with --json. */
export const json = {
  growing: 'who holds the growing slots now: {id, uuid, name}',
  slots: 'how many may grow at once',
  target: 'what they were looked for as: {uuid, text, wanted, found}, or null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
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
    const target = options.target === undefined ? null : await targetNamed(db, context, options.target);
    const slots = situation.settings.growingSlots;
    const { holders } = change(db, context, 'grow', (making) => {
      const others = slotHolders(db, situation);
      if (others.length + people.length > slots) throw noRoom(others, people.length, slots);
      return {
        changes: people.flatMap(({ contact }) => [
          grow(contact, making),
          ...(target === null ? [] : [meetTarget(contact.id, target)]),
        ]),
        holders: [...others, ...people],
      };
    });
    const fresh = people.filter(({ contact }) => contact.targetId !== target?.id);
    const found = target === null ? null : withFound(target, fresh.length);
    return {
      json: {
        growing: holders.map(({ contact }) => whoJson(contact)),
        slots,
        target: found === null ? null : targetJson(found, found.found),
      },
      text: () => [
        line(
          strong(listed(people.map((p) => p.contact.name))),
          `: growing, ${holders.length} of ${slots}${found === null ? '' : `; ${fillsText(found)}`}.`,
        ),
      ],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}
