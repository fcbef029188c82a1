import type { Command } from 'commander';
import { CHANNELS } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import { isOpenPromise } from '../domain/exchange.ts';
import type { Context } from '../host/context.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { bounded } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { onePerson } from '../steps/people.ts';
import { exchangeWithTouch, type TouchOptions, talkOf } from '../steps/touch.ts';
import { typedName } from '../steps/who.ts';

export function configure(command: Command): void {
  command
    .argument('[who...]', 'to whom, then what')
    .option('--on <day>', 'the day; today unless said')
    .option('--by <channel>', CHANNELS.join(', '));
  examples(command, [
    'net give ana "the contract template"',
    'net give ben "an hour on his grant" --by video --on yesterday',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'to whom: {id, uuid, name}',
  give: 'what was noted',
  established: 'who is kept from now on, because something went both ways',
};

export async function run(args: readonly string[], options: TouchOptions, context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError('usage', 'net give needs to whom and what', 'net give ana "the contract template"');
  return withFile(context, 'write', async (db) => {
    const { person, text } = await onePerson(db, context, 'give', args);
    const { name } = person.contact;
    const typed = typedName(db, person.contact);
    const what = bounded(text.trim(), 'the text');
    if (what === '') throw new NetError('usage', 'it does not say what you gave', `net give ${typed} "…"`);
    const { talk } = await talkOf(context, '', options, 'message');
    const told = { kind: 'give' as const, text: what, dueOn: null };
    const decision = change(db, context, 'give', (making) =>
      exchangeWithTouch(db, context, person, told, talk, making),
    );
    const promised = person.open.find(isOpenPromise);
    return {
      json: {
        contact: whoJson(person.contact),
        give: decision.exchanges.map(exchangeJson)[0],
        established: decision.established.map(({ contact }) => whoJson(contact)),
      },
      text: () => [line('Gave ', strong(name), `: ${quoted(what)}.`), ...bothWaysText(decision.established)],
      talk: () => [
        ...(promised === undefined
          ? []
          : [line(`Was it what you promised (${quoted(promised.text)})? net promise ${typed} --kept.`)]),
        line('Take it back: net undo.'),
      ],
    };
  });
}
