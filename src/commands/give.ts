import type { Command } from 'commander';
import type { Told } from '../domain/acts/log.ts';
import { CHANNELS } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import { GIVE_TYPES, type GiveType, isOpenPromise, promisesByDay } from '../domain/exchange.ts';
import { typedGive } from '../domain/words/give-type.ts';
import { plain } from '../domain/words/plain.ts';
import type { Context } from '../host/context.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { paidText } from '../render/forward.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { keptLine } from '../render/owed.ts';
import { line, strong } from '../render/text.ts';
import { GIVE_WORDS, quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { bounded, nameGiven, oneOf } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { type ForwardOptions, namesFrom, paidJson, payingForward } from '../steps/paying-forward.ts';
import { onePerson } from '../steps/people.ts';
import { exchangeWithTouch, type TouchOptions, talkOf } from '../steps/touch.ts';
import { typedName } from '../steps/who.ts';

interface Options extends TouchOptions, ForwardOptions {
  readonly type?: string;
  readonly event?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'to whom, then what')
    .option('--type <kind>', `${GIVE_TYPES.join(', ')}; read from the text unless said`)
    .option('--event <name>', 'an event that you passed on')
    .option('--on <day>', 'the day; today unless said')
    .option('--by <channel>', CHANNELS.join(', '))
    .option('--no-forward', 'it pays no help forward');
  examples(command, [
    'net give ana "the contract template"',
    'net give ben "an hour on his grant" --by video --on yesterday',
    'net give eva "the names of two editors" --type referral',
    'net give ana --event "Rust meetup"',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'to whom: {id, uuid, name}',
  give: 'what was noted, with its type, or null where none shows',
  paidForward: 'the help that it pays forward, one or none: {contact, text, returned}',
  established: 'who is kept from now on, because something went both ways',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError('usage', 'net give needs to whom and what', 'net give ana "the contract template"');
  return withFile(context, 'write', async (db) => {
    const { person, text } = await onePerson(db, context, 'give', args);
    const { name } = person.contact;
    const typed = typedName(db, person.contact);
    const told = toldOf(text, options);
    if (told.text === '')
      throw new NetError('usage', 'it does not say what you gave', `net give ${typed} "…"`);
    const { talk } = await talkOf(context, '', options, 'message');
    const decision = change(db, context, 'give', (making) =>
      payingForward(db, exchangeWithTouch(db, context, person, told, talk, making), options),
    );
    const promises = promisesByDay(person.open.filter(isOpenPromise));
    const promised = promises.find((open) => plain(open.text) === plain(told.text)) ?? promises[0];
    const paid = paidText(decision.paid, namesFrom(db));
    const kind = told.type ? ` ${GIVE_WORDS[told.type]}` : '';
    return {
      json: {
        contact: whoJson(person.contact),
        give: decision.exchanges.map(exchangeJson)[0],
        paidForward: paidJson(db, decision.paid),
        established: decision.established.map(({ contact }) => whoJson(contact)),
      },
      text: () => [
        line('Gave ', strong(name), `${kind}: ${quoted(told.text)}.`),
        ...paid,
        ...bothWaysText(decision.established),
      ],
      talk: () => [
        ...(promised === undefined
          ? []
          : [
              line(
                `Was it what you promised (${quoted(promised.text)})? ${keptLine(person, typed, promised.id)}.`,
              ),
            ]),
        line('Take it back: net undo.'),
      ],
    };
  });
}

/** What was given, and its kind: said, else that of an event passed on, else what the text tells. */
function toldOf(said: string, { type, event }: Options): Told {
  const kind = type === undefined ? null : oneOf<GiveType>(type, GIVE_TYPES, 'kind of give');
  const text = bounded(said.trim(), 'the text');
  if (event !== undefined) {
    const passed = `passed on ${nameGiven(event, 'event')}`;
    return {
      kind: 'give',
      text: text === '' ? passed : bounded(`${passed}: ${text}`, 'the text'),
      type: kind ?? 'resource',
      dueOn: null,
    };
  }
  return { kind: 'give', dueOn: null, ...(kind === null ? typedGive(text) : { text, type: kind }) };
}
