import type { Command } from 'commander';
import { settleLine } from '../domain/acts/done.ts';
import type { Talk } from '../domain/acts/log.ts';
import { recordOutcome } from '../domain/acts/settle.ts';
import type { AgendaLine } from '../domain/agenda/agenda.ts';
import type { Medium, Move } from '../domain/agenda/move.ts';
import { CHANNELS, type Channel } from '../domain/channel.ts';
import type { Contact } from '../domain/contact.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { OUTCOMES, type Outcome } from '../domain/exchange.ts';
import type { Context } from '../host/context.ts';
import { outcomeLine } from '../render/asks.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { paidText } from '../render/forward.ts';
import { interactionJson, whoJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import { channelWord, onDay, quoted, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { asTimeLeft } from '../steps/lapsing.ts';
import { type ForwardOptions, namesFrom, paidJson, payingForward } from '../steps/paying-forward.ts';
import { onePerson } from '../steps/people.ts';
import { isTouchedOn, logWith, type TouchOptions, talkOf } from '../steps/touch.ts';
import { planned, shown } from '../steps/week.ts';
import { typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';

interface Options extends TouchOptions, ForwardOptions {}

export function configure(command: Command): void {
  command
    .argument('<number>', 'the number of a line in net today')
    .argument('[text...]', 'what it was; a day and a channel at its start are understood')
    .option('--on <day>', 'the day; today unless said')
    .option('--by <channel>', CHANNELS.join(', '))
    .option('--no-forward', 'a promise kept pays no help forward');
  examples(command, [
    'net done 2',
    'net done 2 "sent her the intro"',
    'net done 1 coffee yesterday, all well',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'whose line it was: {id, uuid, name}',
  settled: 'what it led with: promise, thanks, follow-up, fading, ask, date, tell, thank-again, dormant',
  interaction: 'the touch that was logged, or null where that day has one',
  paidForward: 'the help that a promise kept pays forward, one or none: {contact, text, returned}',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError('usage', 'net done needs the number of a line', 'net today shows the list');
  return withFile(context, 'write', async (db) => {
    const { person: named, text } = await whoseLine(db, context, args);
    const { line: agendaLine, move } = await lineOf(db, context, named.contact);
    const [leading] = agendaLine.terms;
    const usual: Readonly<Record<Medium, Channel>> = {
      message: 'message',
      call: 'call',
      coffee: 'in-person',
    };
    const { talk, unread } = await talkOf(context, text, options, usual[move.medium], () =>
      typedName(db, agendaLine.person.contact),
    );
    if (leading?.kind === 'ask' && leading.nudged) return answered(db, context, agendaLine, talk);
    const spoken = leading?.kind === 'ask' ? { ...talk, noAnswer: true } : talk;
    const { person } = agendaLine;
    const decision = change(db, context, 'done', (making) => {
      const touched = spoken.text === null && isTouchedOn(db, person.contact.id, spoken);
      const log = touched ? null : logWith(db, context, [person], spoken, making);
      const [now = person] = log?.people ?? asTimeLeft(db, context, [person]);
      return { log, ...payingForward(db, settleLine(now, leading, log, making), options) };
    });
    const forwarded = paidText(decision.paid, namesFrom(db));
    return {
      json: {
        contact: whoJson(person.contact),
        settled: leading?.kind ?? null,
        interaction: decision.log === null ? null : interactionJson(decision.log.interaction),
        paidForward: paidJson(db, decision.paid),
      },
      text: (wording) => [
        line(doneText(agendaLine), ' ', ...touchText(decision.log === null ? null : spoken, wording)),
        ...forwarded,
      ],
      talk: () => [...unread, line('Take it back: net undo.')],
    };
  });
}

/** Whose line a number or a name means. What is neither is nobody to add. */
async function whoseLine(db: Db, context: Context, args: readonly string[]): ReturnType<typeof onePerson> {
  try {
    return await onePerson(db, context, 'done', args);
  } catch (error) {
    if (!isNetError(error) || error.code !== 'not-found' || error.hint?.startsWith('add them') !== true)
      throw error;
    throw new NetError(
      error.code,
      error.message,
      'net done takes the number of a line: net today shows them',
    );
  }
}

/** The line that is meant, open still. */
async function lineOf(db: Db, context: Context, contact: Contact): Promise<{ line: AgendaLine; move: Move }> {
  const { id, name } = contact;
  const { agenda, moves } = await shown(db, planned(db, context, false));
  const at = agenda.lines.findIndex((known) => known.person.contact.id === id);
  const found = agenda.lines[at];
  const move = moves[at];
  if (found === undefined || move === undefined) {
    throw new NetError(
      'not-found',
      `${name} is not on the list`,
      `log it: net log ${typedName(db, contact)} "…"`,
    );
  }
  if (found.done)
    throw new NetError(
      'exists',
      `line ${found.line.position}, ${name}, is settled already`,
      `more to note? net log ${typedName(db, contact)} "…"`,
    );
  return { line: found, move };
}

/** An ask that was nudged once waits for one thing only: what came of it. */
async function answered(
  db: Db,
  context: Context,
  { person, terms }: AgendaLine,
  talk: Talk,
): Promise<Answer> {
  const ask = terms[0]?.kind === 'ask' ? terms[0].exchange : null;
  const said = OUTCOMES.find((outcome) => outcome === talk.text?.trim());
  if (ask === null || (said === undefined && context.prompt === null)) {
    throw new NetError(
      'usage',
      `it does not say what came of asking ${person.contact.name}`,
      outcomeLine(typedName(db, person.contact)),
    );
  }
  const choices = OUTCOMES.map((outcome) => ({ name: outcome, value: outcome }));
  const outcome: Outcome = said ?? (await context.prompt?.select('What came of it?', choices)) ?? 'ignored';
  const { established } = change(db, context, 'done', (making) => {
    const [now] = asTimeLeft(db, context, [person] as const);
    return recordOutcome(now, ask, outcome, talk.heldOn, making);
  });
  return {
    json: { contact: whoJson(person.contact), settled: 'ask', interaction: null, paidForward: [] },
    text: () => [
      line('Noted: ', strong(person.contact.name), ` ${outcome}, asked for ${quoted(ask.text)}.`),
      ...bothWaysText(established),
    ],
    talk: () => [line('Take it back: net undo.')],
  };
}

function doneText({ person, terms: [leading] }: AgendaLine): string {
  const { name } = person.contact;
  switch (leading?.kind) {
    case 'promise':
      return `Kept for ${name}: ${quoted(leading.exchange.text)}.`;
    case 'thanks':
    case 'thank-again':
      return `Thanked ${name}: ${quoted(leading.exchange.text)}.`;
    case 'tell':
      return `${name} has been told.`;
    case 'ask':
      return `Asked ${name} again: ${quoted(leading.exchange.text)}.`;
    default:
      return `In touch with ${name}.`;
  }
}

function touchText(talk: Talk | null, wording: Wording): string[] {
  if (talk === null) return [];
  const what = talk.text === null ? '' : `: ${quoted(talk.text)}`;
  return [
    `Logged ${channelWord(talk.channel)}${talk.noAnswer ? ', no answer yet' : ''}, ${onDay(talk.heldOn, wording)}${what}.`,
  ];
}
