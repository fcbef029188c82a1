import type { Command } from 'commander';
import { tellGiver, thankFor, thankForFruit } from '../domain/acts/settle.ts';
import type { Change } from '../domain/change.ts';
import { CHANNELS } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { type Owed, owedTo } from '../domain/owed.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { chooseOne } from '../steps/choose.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { onePerson } from '../steps/people.ts';
import { isTouchedOn, logWith, type TouchOptions, talkOf } from '../steps/touch.ts';
import { typedName } from '../steps/who.ts';

interface Options extends TouchOptions {
  readonly which?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom, then how you said it')
    .option('--on <day>', 'the day; today unless said')
    .option('--by <channel>', CHANNELS.join(', '))
    .option('--which <number>', 'for which help, where several wait for thanks');
  examples(command, ['net thank ana', 'net thank ana called and told her the talk was accepted']);
}

/** The answer with --json. */
export const json = { contact: 'who: {id, uuid, name}', thankedFor: 'what for' };

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net thank needs whom', 'net thank ana');
  return withFile(context, 'write', async (db) => {
    const { person, text } = await onePerson(db, context, 'thank', args);
    const { contact } = person;
    const owed = owedTo(person);
    if (owed.length === 0) {
      throw new NetError(
        'not-found',
        `no thanks are owed to ${contact.name}`,
        `to note a kind word anyway: net log ${typedName(db, contact)} "…"`,
      );
    }
    const chosen = await chooseOne(context, {
      question: `Thanks to ${contact.name} for what?`,
      ambiguous: `${contact.name} waits for thanks for ${owed.length} things`,
      hint: 'say which: --which 1',
      choices: owed.map((value) => ({ value, id: value.exchange?.id ?? contact.id, label: labelOf(value) })),
      which: options.which,
    });
    const { talk, unread } = await talkOf(context, text, options, 'message', () => typedName(db, contact));
    change(db, context, 'thank', (making) => {
      const logged = talk.text === null && isTouchedOn(db, contact.id, talk);
      return {
        changes: [
          ...(logged ? [] : logWith(db, context, [person], talk, making).changes),
          ...settling(person, chosen, talk.heldOn),
        ],
      };
    });
    return {
      json: { contact: whoJson(contact), thankedFor: whatFor(chosen) },
      text: () => [
        chosen.kind === 'told'
          ? line('Told ', strong(contact.name), ' that they come through.')
          : line('Thanked ', strong(contact.name), `: ${whatFor(chosen)}.`),
      ],
      talk: () => [...unread, line('Take it back: net undo.')],
    };
  });
}

function settling(person: Person, { kind, exchange }: Owed, on: CalendarDate): Change[] {
  if (exchange === null) return tellGiver(person, on);
  return kind === 'fruit' ? thankForFruit(exchange, on) : thankFor(exchange, on);
}

/** What they are thanked for. */
function whatFor({ kind, exchange }: Owed): string {
  if (exchange === null) return 'coming through';
  return kind === 'fruit'
    ? `what it led to, ${quoted(exchange.fruit ?? exchange.text)}`
    : quoted(exchange.text);
}

/** As one of several to choose from. */
function labelOf(owed: Owed): string {
  return owed.kind === 'told' ? 'telling them that they came through' : whatFor(owed);
}
