import type { Command } from 'commander';
import { moveOn } from '../domain/acts/stage.ts';
import { NetError } from '../domain/error.ts';
import { isOpenPromise, promiseDay } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line, listed, strong, type Text } from '../render/text.ts';
import { dayWord, quoted, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { nameGiven } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { peopleNamed } from '../steps/people.ts';
import { promisedTexts } from '../steps/promised.ts';
import { show } from '../steps/show.ts';

interface Options {
  readonly to?: string;
  readonly yes?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; several with commas or "and"')
    .option('--to <where>', 'where the rest of it happens from now on: sales, work')
    .option('--yes', 'even with promises open');
  examples(command, ['net moveon ana', 'net moveon ben --to sales', 'net moveon ana --yes', 'net rest ana']);
}

/** The answer with --json. */
export const json = {
  movedOn: 'who is off every list now: {id, uuid, name}',
  to: 'where the rest of it happens, or null',
  promises: 'what was promised to them and is still open',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net moveon needs whom', 'net moveon ana');
  const to = options.to === undefined ? null : nameGiven(options.to, 'to');
  return withFile(context, 'write', async (db) => {
    const people = await peopleNamed(db, context, args);
    const promised = people.flatMap(({ open }) => open.filter(isOpenPromise));
    const told = promisedTexts(people);
    if (told !== null && options.yes !== true) await confirm(context, people, told);
    change(db, context, 'moveon', (making) => ({
      changes: people.map(({ contact }) => moveOn(contact, to, making)),
    }));
    return {
      json: {
        movedOn: people.map(({ contact }) => whoJson(contact)),
        to,
        promises: promised.map(exchangeJson),
      },
      text: (wording) => [
        ...openText(people, wording),
        line(
          strong(listed(people.map((p) => p.contact.name))),
          `: off every list${to === null ? '' : `, and on to ${to}`}. Nothing is deleted.`,
        ),
      ],
      talk: () => [line('They come back with net rest or net keep. Take it back: net undo.')],
    };
  });
}

/** Promises that are still open are told first. */
async function confirm(context: Context, people: readonly Person[], told: string): Promise<void> {
  const names = listed(people.map(({ contact }) => contact.name));
  if (context.prompt === null) {
    throw new NetError('rejected', `${told}, and that is open`, 'keep it, or move on anyway: --yes');
  }
  await show(context, (wording) => openText(people, wording));
  if (!(await context.prompt.confirm(`Move on from ${names} anyway?`, false))) {
    throw new NetError('interrupted', 'left; nothing was changed');
  }
}

function openText(people: readonly Person[], wording: Wording): Text {
  return people.flatMap(({ contact, open }) =>
    open
      .filter(isOpenPromise)
      .map((promise) =>
        line(
          `Promised ${contact.name}: ${quoted(promise.text)}, due ${dayWord(promiseDay(promise), wording)}.`,
        ),
      ),
  );
}
