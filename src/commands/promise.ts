import type { Command } from 'commander';
import { noteExchange, type Told } from '../domain/acts/log.ts';
import { dropPromise, keepPromise, movePromise } from '../domain/acts/settle.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { type Exchange, isOpenPromise, promiseDay } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { plain } from '../domain/words/plain.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Prompt } from '../host/prompt.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { paidText } from '../render/forward.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { dueText } from '../render/talk.ts';
import { line, strong } from '../render/text.ts';
import { clearDay, quoted, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { askWho } from '../steps/ask-who.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { checked, comingDay } from '../steps/days.ts';
import { bounded } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { asTimeLeft } from '../steps/lapsing.ts';
import { openPromise } from '../steps/open-promise.ts';
import { type ForwardOptions, namesFrom, paidJson, payingForward } from '../steps/paying-forward.ts';
import { onePerson } from '../steps/people.ts';
import { readPromise } from '../steps/told.ts';
import { typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';

interface Options extends ForwardOptions {
  readonly due?: string;
  readonly kept?: boolean;
  readonly drop?: boolean;
  readonly which?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'to whom, then what')
    .option('--due <day>', 'its day: friday, in 2 weeks, 2026-03-14; alone it moves an open promise')
    .option('--kept', 'the open promise is kept')
    .option('--drop', 'the open promise is taken back')
    .option('--which <number>', 'which one, where several are open')
    .option('--no-forward', 'kept, it pays no help forward');
  examples(command, [
    'net promise ana "intro to Lee" --due friday',
    'net promise ana the deck by tuesday',
    'net promise ana a call in 2 weeks',
    'net promise ana --due "in 2 weeks"',
    'net promise ana --kept',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'to whom: {id, uuid, name}',
  promise: 'the promise as it is now',
  did: 'made, moved, kept or dropped',
  paidForward: 'the help that it pays forward once kept, one or none: {contact, text, returned}',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  return withFile(context, 'write', async (db) => {
    if (args.length === 0) return walkThrough(db, context);
    const { person, text } = await onePerson(db, context, 'promise', args);
    const what = bounded(text.trim(), 'the text');
    const now = today(context.clock);
    const due = options.due === undefined ? null : await comingDay(options.due, now);
    if (options.kept || options.drop || (what === '' && due !== null))
      return settle(db, context, person, due, options);
    if (what === '' && context.prompt !== null) return asked(db, context, context.prompt, person);
    if (what === '')
      throw new NetError(
        'usage',
        'it does not say what you promised',
        `net promise ${typedName(db, person.contact)} "…" --due friday`,
      );
    const told =
      due === null ? readPromise(what, now, now) : { kind: 'promise' as const, text: what, dueOn: due };
    return made(db, context, person, told);
  });
}

async function walkThrough(db: Db, context: Context): Promise<Answer> {
  const { prompt } = context;
  if (prompt === null)
    throw new NetError(
      'usage',
      'net promise needs to whom and what',
      'net promise ana "intro to Lee" --due friday',
    );
  const { short } = await askWho(db, context, 'Whom did you promise something?');
  const { person } = await onePerson(db, context, 'promise', [short]);
  return asked(db, context, prompt, person);
}

/** Asks what was promised and by when; a day that the first answer names is offered for the second. */
async function asked(db: Db, context: Context, prompt: Prompt, person: Person): Promise<Answer> {
  const now = today(context.clock);
  const read = (answer: string) => readPromise(bounded(answer.trim(), 'the text'), now, now);
  const what = await prompt.text({
    message: 'What?',
    check: (answer) => (answer.trim() === '' ? 'a promise says what' : checked(read)(answer)),
  });
  const told = read(what);
  const dueOn = (answer: string) => (answer.trim() === '' ? told.dueOn : comingDay(answer, now));
  const due = await prompt.text({
    message: told.dueOn === null ? 'By when? (or empty: in a week)' : 'By when?',
    ...(told.dueOn === null ? {} : { default: clearDay(told.dueOn, { today: now, relative: true }) }),
    check: checked(dueOn),
  });
  return made(db, context, person, { ...told, dueOn: await dueOn(due) });
}

function made(db: Db, context: Context, person: Person, told: Told): Answer {
  const same = person.open.find((open) => isOpenPromise(open) && plain(open.text) === plain(told.text));
  if (same !== undefined)
    throw new NetError(
      'exists',
      `you promised ${person.contact.name} that already, due ${promiseDay(same)}`,
      `to give it another day: net promise ${typedName(db, person.contact)} --due friday`,
    );
  const { exchanges } = change(db, context, 'promise', (making) =>
    noteExchange(person, told, making.today, making),
  );
  const [promise] = exchanges;
  if (promise === undefined) throw new Error('a promise was not made');
  return answerOf(person, promise, 'made', (wording) => dueText(promise, wording));
}

async function settle(
  db: Db,
  context: Context,
  person: Person,
  due: CalendarDate | null,
  { kept, which, ...options }: Options,
): Promise<Answer> {
  const promise = await openPromise(db, context, person, which);
  const now = today(context.clock);
  if (due !== null) {
    change(db, context, 'promise', () => ({ changes: movePromise(promise, due) }));
    return answerOf(
      person,
      { ...promise, dueOn: due },
      'moved',
      (wording) => `now due ${clearDay(due, wording)}`,
    );
  }
  if (kept) {
    const { exchanges, paid, established } = change(db, context, 'promise', (making) => {
      const [left] = asTimeLeft(db, context, [person] as const);
      return payingForward(db, keepPromise(left, promise, now, making), options);
    });
    const [given = promise] = exchanges;
    const answer = answerOf(person, given, 'kept', () => 'kept', paidJson(db, paid));
    const forwarded = paidText(paid, namesFrom(db));
    return {
      ...answer,
      text: (wording) => [...answer.text(wording), ...forwarded, ...bothWaysText(established)],
    };
  }
  change(db, context, 'promise', () => ({ changes: dropPromise(promise, now) }));
  return answerOf(person, { ...promise, droppedOn: now }, 'dropped', () => 'taken back');
}

function answerOf(
  { contact }: Person,
  promise: Exchange,
  did: string,
  what: (wording: Wording) => string,
  paidForward: ReturnType<typeof paidJson> = [],
): Answer {
  return {
    json: { contact: whoJson(contact), promise: exchangeJson(promise), did, paidForward },
    text: (wording) => [
      line('Promised ', strong(contact.name), `: ${quoted(promise.text)}, ${what(wording)}.`),
    ],
    talk: () => [line('Take it back: net undo.')],
  };
}
