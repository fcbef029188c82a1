import type { Command } from 'commander';
import type { PaidForward } from '../domain/acts/forward.ts';
import type { Talk } from '../domain/acts/log.ts';
import { CHANNELS } from '../domain/channel.ts';
import { isFollowedUp } from '../domain/groups/origin.ts';
import type { Side } from '../domain/interaction.ts';
import type { Person, Situation } from '../domain/person.ts';
import { summarize } from '../domain/summary.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { paidText } from '../render/forward.ts';
import { exchangeJson, interactionJson, whoJson } from '../render/json.ts';
import { talkText } from '../render/talk.ts';
import { line, type Text } from '../render/text.ts';
import { restingText } from '../render/welcome.ts';
import { channelWord } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { askTalk, askWhat } from '../steps/ask-talk.ts';
import { change } from '../steps/change.ts';
import { examples, repeated } from '../steps/command.ts';
import { minutesNamed, oneOf, wanted } from '../steps/details.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { needsText } from '../steps/needs.ts';
import { NEWCOMING, welcome } from '../steps/newcomer.ts';
import { offerAdding, type Somebody } from '../steps/offer-adding.ts';
import { type ForwardOptions, namesFrom, paidJson, payingForward } from '../steps/paying-forward.ts';
import { roomToGrow, slotHolders } from '../steps/slots.ts';
import { readTold, type ToldOptions } from '../steps/told.ts';
import { type LoggedWith, logWith, talkOf, type Understood } from '../steps/touch.ts';
import { typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';
import { gatheringFor } from '../store/gatherings.ts';
import { readPeople } from '../store/people.ts';

export interface Options extends ToldOptions, ForwardOptions {
  readonly on?: string;
  readonly by?: string;
  readonly theyNeed?: readonly string[];
  readonly at?: string;
  readonly minutes?: string;
  readonly started?: string;
  readonly answer?: boolean;
  readonly pitch?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'who, then what: net log ana, ben coffee yesterday, talked about Lisbon')
    .option(
      '-g, --gave <text>',
      'something you gave: "advice: on her CV" says its kind; several times',
      repeated,
    )
    .option('-r, --received <text>', 'something you received, and thanked for; several times', repeated)
    .option('-a, --asked <text>', 'something you asked for; several times', repeated)
    .option('-p, --promised <text>', 'something you promised: "the deck by friday"; several times', repeated)
    .option(
      '--they-asked <text>',
      'something they asked you for, a promise: "a look by friday"; several times',
      repeated,
    )
    .option('--they-need <text>', 'something they need; several times', repeated)
    .option('--on <day>', 'the day: yesterday, last tuesday, 2026-03-14')
    .option('--by <channel>', CHANNELS.join(', '))
    .option('--at <name>', 'the gathering where it was')
    .option('--minutes <number>', 'how long it took: 45, 2h, 1h30')
    .option('--started <side>', 'who began it: me or them')
    .option('--no-answer', 'a message of yours that has had no answer')
    .option('--pitch <side>', 'somebody sold something: me or them. It adds no warmth')
    .option('--no-forward', 'what you gave pays no help forward');
  examples(command, [
    'net log ana coffee yesterday, she is looking for a co-founder',
    'net log ana, ben lunch -g "the contract template" -p "intro to Lee by friday"',
    'net log 2 "called, all is well" --minutes 20 --started me',
    'net log lee messaged, no answer',
  ]);
}

/** The answer with --json. */
export const json = {
  people: 'with whom: {id, uuid, name, stage}',
  interaction: 'as it was understood: {on, channel, text, minutes, startedBy, noAnswer, pitch, meeting}',
  exchanges: 'what was given, received, asked, promised, each with whom',
  needs: 'what they need',
  paidForward: 'help that it pays forward: {contact, text, returned}',
  established: 'who is kept from now on, because something went both ways',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  return withFile(context, 'create', async (db) => {
    const told = args.length === 0 ? await askTalk(db, context) : null;
    const { people, text: typed, newcomer } = told ?? (await offerAdding(db, context, args));
    const text = told === null && typed === '' ? await askWhat(context, options) : typed;
    return logged(db, context, people, newcomer, text, { ...options, ...told?.options });
  });
}

async function logged(
  db: Db,
  context: Context,
  known: readonly string[],
  newcomer: Somebody | null,
  text: string,
  options: Options,
): Promise<Answer> {
  const now = today(context.clock);
  const usual = options.answer === false ? 'message' : 'in-person';
  const understood = await talkOf(context, text, options, usual, () => typedFirst(db, known));
  const { heldOn } = understood.talk;
  const talk: Talk = {
    ...understood.talk,
    minutes: options.minutes === undefined ? null : minutesNamed(options.minutes),
    startedBy: options.started === undefined ? null : oneOf<Side>(options.started, ['me', 'them'], 'side'),
    noAnswer: options.answer === false || understood.talk.noAnswer,
    pitch: options.pitch === undefined ? null : oneOf<Side>(options.pitch, ['me', 'them'], 'side'),
    told: readTold(options, heldOn, now),
    needs: (options.theyNeed ?? []).map((need) => wanted(need, 'they-need')),
  };
  const situation = situationOf(db, context);
  const decision = change(db, context, 'log', (making) => {
    // Somebody new was met there, so that the gathering comes with them.
    const at = options.at === undefined ? null : wanted(options.at, 'at');
    const added =
      newcomer === null
        ? null
        : welcome(db, { ...NEWCOMING, name: newcomer.name, metOn: heldOn, at }, situation, making);
    const event = at === null || added !== null ? null : gatheringFor(db, at, heldOn, making);
    const stranger: Person[] =
      added === null
        ? []
        : [{ contact: added.contact, summary: summarize(added.contact.id, null, [], []), open: [] }];
    const people = [...readPeople(db, known), ...stranger];
    const held = { ...talk, gatheringId: event?.gathering.id ?? added?.contact.gatheringId ?? null };
    const log = payingForward(db, logWith(db, context, people, held, making), options);
    const changes = [...(added?.changes ?? event?.changes ?? []), ...log.changes];
    return { changes, log };
  });
  return answerOf(db, decision.log, { ...understood, talk }, situation);
}

function typedFirst(db: Db, known: readonly string[]): string | null {
  const [first] = readPeople(db, known.slice(0, 1));
  return first === undefined ? null : typedName(db, first.contact);
}

function answerOf(
  db: Db,
  {
    interaction,
    exchanges,
    established,
    people,
    paid,
  }: LoggedWith & { readonly paid: readonly PaidForward[] },
  { talk, saysHow, unread }: Understood,
  situation: Situation,
): Answer {
  const offered = offers(db, people, established, talk, situation);
  const unknown = needsText(db, people, talk);
  const forwarded = paidText(paid, namesFrom(db));
  const stageOf = (person: Person) => (established.includes(person) ? 'kept' : person.contact.stage);
  return {
    json: {
      people: people.map((person) => ({ ...whoJson(person.contact), stage: stageOf(person) })),
      interaction: interactionJson(interaction),
      exchanges: exchanges.map((exchange) => ({
        ...exchangeJson(exchange),
        with: people.find(({ contact }) => contact.id === exchange.contactId)?.contact.short,
      })),
      needs: talk.needs,
      paidForward: paidJson(db, paid),
      established: established.map(({ contact }) => whoJson(contact)),
    },
    text: (wording) => [line(...talkText(people, talk, wording)), ...forwarded, ...bothWaysText(established)],
    talk: () => [
      ...unread,
      ...offered,
      ...unknown,
      line(`${saysHow ? '' : `Not ${channelWord(talk.channel)}? Say --by call. `}Take it back: net undo.`),
    ],
  };
}

/** Somebody in the stack was logged: they may be tended from now on. */
function offers(
  db: Db,
  people: readonly Person[],
  established: readonly Person[],
  { pitch }: Talk,
  situation: Situation,
): Text {
  if (pitch !== null) return [];
  const resting = people
    .filter((person) => person.contact.stage === 'stack' && !established.includes(person))
    // Whoever helps at the same place is met there again and again: once is enough.
    .filter(({ contact, summary }) => isFollowedUp(contact) || summary.talks === 0);
  if (resting.length === 0) return [];
  const room = roomToGrow(db, slotHolders(db, situation), situation.settings.growingSlots);
  return resting.map(({ contact }) => line(restingText(contact.name, typedName(db, contact), room)));
}
