import type { Command } from 'commander';
import type { Talk } from '../domain/acts/log.ts';
import { CHANNELS } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import { outcomeLine } from '../render/asks.ts';
import { beforeText } from '../render/before-asking.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import { type BeforeAsking, isFirstInMonths } from '../reports/before-asking.ts';
import type { Answer } from '../steps/answer.ts';
import { askWho } from '../steps/ask-who.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { bounded } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { readBeforeAsking } from '../steps/past-asks.ts';
import { onePerson } from '../steps/people.ts';
import { show } from '../steps/show.ts';
import { exchangeWithTouch, type TouchOptions, talkOf } from '../steps/touch.ts';
import { typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom, then what for; without a text nothing is recorded')
    .option('--on <day>', 'the day of asking; today unless said')
    .option('--by <channel>', CHANNELS.join(', '));
  examples(command, [
    'net ask ana',
    'net ask ana "a review of my talk" --by email',
    'net outcome ana helped',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'whom: {id, uuid, name}',
  past: '{asked, helped, partly, busy, ignored, declined, open, range {from, to}}; the range is of 10 asks, or null',
  lastGiven: 'what you last gave them, or null',
  gapDays: 'days since the last touch, or null',
  firstInMonths: 'whether this would be the first contact in months',
  ask: 'what was recorded, or null',
};

export async function run(args: readonly string[], options: TouchOptions, context: Context): Promise<Answer> {
  const walking = args.length === 0;
  if (walking && context.prompt === null)
    throw new NetError('usage', 'net ask needs whom', 'net ask ana "a review of my talk"');
  const reads =
    !walking &&
    (await withFile(context, 'read', (db) => onePerson(db, context, 'ask', args))).text.trim() === '';
  context.prompt?.again();
  return withFile(context, reads ? 'read' : 'write', async (db) => {
    const chosen = walking ? [(await askWho(db, context, 'Whom do you want to ask?')).id] : args;
    const { person, text } = await onePerson(db, context, 'ask', chosen);
    const { talk } = await talkOf(context, '', options, 'message');
    const before = readBeforeAsking(db, context, person, talk.heldOn);
    if (!walking) return asked(db, context, person, before, text, talk, beforeText);
    await show(context, (wording) => beforeText(person.contact.name, before, wording));
    const what = (await context.prompt?.text({ message: 'What do you ask for? (empty: nothing)' })) ?? '';
    return asked(db, context, person, before, what, talk, () => []);
  });
}

function asked(
  db: Db,
  context: Context,
  person: Person,
  before: BeforeAsking,
  text: string,
  talk: Talk,
  beforehand: typeof beforeText,
): Answer {
  const what = bounded(text.trim(), 'the text');
  const told = { kind: 'ask' as const, text: what, dueOn: null };
  const decision =
    what === ''
      ? null
      : change(db, context, 'ask', (making) => exchangeWithTouch(db, context, person, told, talk, making));
  const [ask] = decision?.exchanges ?? [];
  const { name } = person.contact;
  const typed = typedName(db, person.contact);
  return {
    json: {
      contact: whoJson(person.contact),
      past: before.past,
      lastGiven: before.lastGiven === null ? null : exchangeJson(before.lastGiven),
      gapDays: before.gap,
      firstInMonths: isFirstInMonths(before),
      ask: ask === undefined ? null : exchangeJson(ask),
    },
    text: (wording) => [
      ...beforehand(name, before, wording),
      ...(ask === undefined ? [] : [line('Asked ', strong(name), `: ${quoted(ask.text)}.`)]),
    ],
    talk: () => [
      line(
        ask === undefined
          ? `To ask: net ask ${typed} "…".`
          : `When you know what came of it: ${outcomeLine(typed)}. Take it back: net undo.`,
      ),
    ],
  };
}
