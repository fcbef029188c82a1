import type { Command } from 'commander';
import { markForward, unmarkForward } from '../domain/acts/forward.ts';
import { NetError } from '../domain/error.ts';
import { type Exchange, receivedOn } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { forwardText } from '../render/forward.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import { type ForwardReport, forwardReport } from '../reports/forward.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { chooseHelp, helpsFrom } from '../steps/help.ts';
import { personNamed } from '../steps/people.ts';
import type { Db } from '../store/db.ts';
import { openForwards, readForwards } from '../store/forwards.ts';
import { readPeople } from '../store/people.ts';

interface Options {
  readonly which?: string;
  readonly drop?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whose help cannot be returned; without a name all that is to be paid forward')
    .option('--which <number>', 'which help, where they helped with several things')
    .option('--drop', 'it is not to be paid forward after all');
  examples(command, ['net forward', 'net forward ana', 'net forward ana --drop']);
}

/** The answer with --json. */
export const json = {
  contact: 'whose help it is: {id, uuid, name}, or null',
  help: 'the help as it is now, or null',
  open: 'without a name: to be paid forward, {contact {id, uuid, name}, help}, longest first, or null',
  paid: 'paid forward in the last 365 days: {contact {id, uuid, name}, help, give, to {id, uuid, name}, returned}, or null',
  since: 'the first of these days, or null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length > 0) return withFile(context, 'write', (db) => settled(db, context, args, options));
  if (Object.keys(options).length > 0)
    throw new NetError('usage', 'it does not say whose help', 'net forward ana');
  return withFile(context, 'read', (db) => {
    const { helps, gives } = readForwards(db);
    return listAnswer(db, forwardReport(helps, gives, today(context.clock)));
  });
}

function listAnswer(db: Db, report: ForwardReport): Answer {
  const { open, paid, since } = report;
  const ids = [...open, ...paid.flatMap(({ help, give }) => [help, give])].map(({ contactId }) => contactId);
  const people = new Map(readPeople(db, ids).map(({ contact }) => [contact.id, contact]));
  const who = (id: string) => {
    const contact = people.get(id);
    return contact === undefined ? null : whoJson(contact);
  };
  return {
    json: {
      contact: null,
      help: null,
      open: open.map((help) => ({ contact: who(help.contactId), help: exchangeJson(help) })),
      paid: paid.map(({ help, give, returned }) => ({
        contact: who(help.contactId),
        help: exchangeJson(help),
        give: exchangeJson(give),
        to: who(give.contactId),
        returned,
      })),
      since,
    },
    text: (wording) => forwardText(report, (id) => people.get(id)?.name ?? 'somebody', wording),
    talk: () =>
      open.length + paid.length > 0 ? [] : [line('Help that you cannot return: net forward ana.')],
  };
}

async function settled(
  db: Db,
  context: Context,
  args: readonly string[],
  { which, drop }: Options,
): Promise<Answer> {
  const person = await personNamed(db, context, args);
  const { contact } = person;
  const helps = drop === true ? markedOf(db, person) : markableOf(db, person);
  const help = await chooseHelp(context, contact, helps, receivedOn, which);
  const forwardOn = drop === true ? null : today(context.clock);
  change(db, context, 'forward', (making) => ({
    changes: drop === true ? unmarkForward(help) : markForward(help, making.today),
  }));
  const what = drop === true ? 'not to be paid forward anymore' : 'to be paid forward';
  return {
    json: {
      contact: whoJson(contact),
      help: exchangeJson({ ...help, forwardOn }),
      open: null,
      paid: null,
      since: null,
    },
    text: () => [line(strong(contact.name), `'s ${quoted(help.text)}: ${what}.`)],
    talk: () => [line(`${drop === true ? '' : 'The next give to anybody does it. '}Take it back: net undo.`)],
  };
}

/** Their help that is not marked yet. Throws where there is none. */
function markableOf(db: Db, { contact }: Person): Exchange[] {
  const unmarked = helpsFrom(db, contact).filter(({ forwardOn }) => forwardOn === null);
  if (unmarked.length === 0)
    throw new NetError(
      'exists',
      `all that ${contact.name} helped with is to be paid forward already, or was`,
      'net forward shows it',
    );
  return unmarked;
}

function markedOf(db: Db, { contact }: Person): Exchange[] {
  const marked = openForwards(db).filter(({ contactId }) => contactId === contact.id);
  if (marked.length > 0) return marked;
  throw new NetError(
    'not-found',
    `no help from ${contact.name} waits to be paid forward`,
    'net forward shows what does',
  );
}
