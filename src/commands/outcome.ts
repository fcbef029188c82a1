import type { Command } from 'commander';
import { noteFruit, recordOutcome } from '../domain/acts/settle.ts';
import { NetError } from '../domain/error.ts';
import { type Exchange, isOpenAsk, isOutcome, OUTCOMES, type Outcome } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { outcomeLine } from '../render/asks.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { thankLine } from '../render/owed.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { chooseOne } from '../steps/choose.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { wanted } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { chooseHelp, helpsFrom } from '../steps/help.ts';
import { asTimeLeft } from '../steps/lapsing.ts';
import { onePerson, personNamed } from '../steps/people.ts';
import { resolves, typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';

interface Options {
  readonly on?: string;
  readonly which?: string;
  readonly fruit?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', `who, then what came of it: ${OUTCOMES.join(', ')}`)
    .option('--on <day>', 'the day; today unless said')
    .option('--which <number>', 'which ask, where several are open')
    .option('--fruit <text>', 'what their help led to: thanks are owed once more');
  examples(command, [
    'net outcome ana helped',
    'net outcome ben busy --which 2',
    'net outcome ana --fruit "the talk was accepted"',
  ]);
}

/** The answer with --json. */
export const json = { contact: 'who: {id, uuid, name}', ask: 'the ask as it is now' };

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError('usage', 'net outcome needs who and what came of it', 'net outcome ana helped');
  return withFile(context, 'write', async (db) => {
    const { person, said } = await whoAndOutcome(db, context, args);
    const on =
      options.on === undefined ? today(context.clock) : await pastDay(options.on, today(context.clock));
    if (said === null && options.fruit !== undefined)
      return fruitful(db, context, person, wanted(options.fruit, 'fruit'), on, options.which);
    const ask = await openAsk(db, context, person, options.which);
    const outcome = said ?? (await askedOutcome(db, context, person));
    const fruit = options.fruit === undefined ? null : wanted(options.fruit, 'fruit');
    const { established } = change(db, context, 'outcome', (making) => {
      const [left] = asTimeLeft(db, context, [person] as const);
      const settled = recordOutcome(left, ask, outcome, on, making);
      const fruits = fruit === null ? [] : noteFruit(ask, fruit, on);
      return { ...settled, changes: [...settled.changes, ...fruits] };
    });
    return answerOf(db, person, { ...ask, outcome, outcomeOn: on, fruit }, outcome, established);
  });
}

/** All words but an outcome at the end are a name; words that are neither are told apart from it. */
async function whoAndOutcome(
  db: Db,
  context: Context,
  args: readonly string[],
): Promise<{ person: Person; said: Outcome | null }> {
  const last = args.at(-1)?.toLowerCase() ?? '';
  if (args.length > 1 && isOutcome(last))
    return { person: await personNamed(db, context, args.slice(0, -1)), said: last };
  if (args.length === 1 || resolves(db, context, args.join(' ')))
    return { person: await personNamed(db, context, args), said: null };
  const { person, text } = await onePerson(db, context, 'outcome', args);
  if (text.trim() === '') return { person, said: null };
  throw new NetError(
    'rejected',
    `${quoted(text)} is no outcome`,
    `choose from ${OUTCOMES.join(', ')}: net outcome ${typedName(db, person.contact)} helped`,
  );
}

async function openAsk(
  db: Db,
  context: Context,
  { open, contact }: Person,
  which: string | undefined,
): Promise<Exchange> {
  const asks = open.filter(isOpenAsk);
  if (asks.length === 0) {
    throw new NetError(
      'not-found',
      `${contact.name} was not asked for anything that is still open`,
      `net ask ${typedName(db, contact)} "…" records an ask`,
    );
  }
  return chooseOne(context, {
    question: `Which ask of ${contact.name}?`,
    ambiguous: `${asks.length} asks of ${contact.name} are open`,
    hint: 'say which: --which 1',
    choices: asks.map((value) => ({
      value,
      id: value.id,
      label: `${quoted(value.text)}, asked ${value.madeOn}`,
    })),
    which,
  });
}

async function askedOutcome(db: Db, { prompt }: Context, { contact }: Person): Promise<Outcome> {
  if (prompt === null) {
    throw new NetError('usage', 'it does not say what came of it', outcomeLine(typedName(db, contact)));
  }
  return prompt.select(
    'What came of it?',
    OUTCOMES.map((value) => ({ name: value, value })),
  );
}

/** What earlier help led to. */
async function fruitful(
  db: Db,
  context: Context,
  person: Person,
  fruit: string,
  on: Exchange['madeOn'],
  which: string | undefined,
): Promise<Answer> {
  const { contact } = person;
  const help = await chooseHelp(context, contact, helpsFrom(db, contact), ({ madeOn }) => madeOn, which);
  change(db, context, 'outcome', () => ({ changes: noteFruit(help, fruit, on) }));
  const thank = thankLine(asNow(db, person), typedName(db, contact), 'fruit', help.id);
  return {
    json: { contact: whoJson(contact), ask: exchangeJson({ ...help, fruit, fruitOn: on }) },
    text: () => [
      line(
        'What ',
        strong(contact.name),
        ` helped with (${quoted(help.text)}) bore fruit: ${quoted(fruit)}.`,
      ),
    ],
    talk: () => [line(`Thank them again: ${thank}. Take it back: net undo.`)],
  };
}

function answerOf(
  db: Db,
  person: Person,
  ask: Exchange,
  outcome: Outcome,
  established: readonly Person[],
): Answer {
  const { contact } = person;
  const next = nextText(db, person, ask, outcome);
  return {
    json: { contact: whoJson(contact), ask: exchangeJson(ask) },
    text: () => [
      line(strong(contact.name), `: ${outcome}, asked for ${quoted(ask.text)}.`),
      ...bothWaysText(established),
    ],
    talk: () => [line(`${next}Take it back: net undo.`)],
  };
}

function nextText(db: Db, person: Person, ask: Exchange, outcome: Outcome): string {
  switch (outcome) {
    case 'helped':
      return `Thanks are owed: ${thankLine(asNow(db, person), typedName(db, person.contact), 'help', ask.id)}. `;
    case 'declined':
      return 'An honest no counts against nobody. ';
    default:
      return '';
  }
}

/** With what is owed to them by now. */
function asNow(db: Db, person: Person): Person {
  return readPeople(db, [person.contact.id])[0] ?? person;
}
