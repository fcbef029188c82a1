import type { Command } from 'commander';
import { CHANNELS, type Channel } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import { withFound } from '../domain/target.ts';
import { isPlainWord } from '../domain/words/plain-word.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Prompt } from '../host/prompt.ts';
import { contactJson, whoJson } from '../render/json.ts';
import { crowdText } from '../render/stack.ts';
import { targetJson } from '../render/target.ts';
import { firstFew, line, strong } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import { nextText, type Welcomed, welcomeText } from '../render/welcome.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { type Choice, choiceIn, chosenText, crowdWith } from '../steps/choosing.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { describedApart } from '../steps/described.ts';
import {
  type DetailOptions,
  declareDetails,
  nameGiven,
  oneOf,
  readDetails,
  refuseBlanks,
} from '../steps/details.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { loadOf } from '../steps/load.ts';
import { namesakes, whichNamesake } from '../steps/namesakes.ts';
import { NEWCOMING, type Newcoming, welcome } from '../steps/newcomer.ts';
import { roomToGrow } from '../steps/slots.ts';
import { targetNamed } from '../steps/target.ts';
import { typedName, whoIs } from '../steps/who.ts';
import { nameOfContact } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';

/** Of more people of one name than these it is said how many they are. */
const MOST_NAMESAKES = 8;

interface Options extends DetailOptions {
  readonly at?: string;
  readonly via?: string;
  readonly on?: string;
  readonly by?: string;
  readonly target?: string;
  readonly new?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[name...]', 'their name; no quotes needed')
    .option('--at <name>', 'the gathering or group where you met')
    .option('--via <who>', 'who introduced you')
    .option('--on <day>', 'the day when you met; today unless said')
    .option('--by <channel>', `how you met: ${CHANNELS.join(', ')}`)
    .option('--target <which>', 'what you looked for them as: words of a target, or its number')
    .option('--new', 'somebody else, even if the name is here already');
  declareDetails(command);
  examples(command, [
    'net add Ana Silva --at DevMeet --needs "a co-founder"',
    'net add Lee Chen --via ana --email lee@example.org',
    'net add Mom --circle inner --every 1w --no-score',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'the person, with their id',
  growing: 'who holds the growing slots: {id, uuid, name}',
  slots: 'how many may grow at once',
  target: 'what they were looked for as: {uuid, text, wanted, found}, or null',
  choose: '{at, people, room} where more than 5 were met at one gathering: so many of them may grow; or null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  refuseBlanks(options);
  refuseText(args);
  const given = args.join(' ');
  const asked = given === '' ? await walkThrough(context.prompt, options) : { name: given };
  const now = today(context.clock);
  const at = options.at ?? asked.at ?? null;
  const details = await readDetails(options, now);
  const newcoming: Newcoming = {
    ...NEWCOMING,
    ...details,
    ...asked,
    traits: [...(details.traits ?? []), ...(asked.traits ?? [])],
    at: at === null ? null : nameGiven(at, 'at'),
    metOn: options.on === undefined ? null : await pastDay(options.on, now),
    channel: options.by === undefined ? null : oneOf<Channel>(options.by, CHANNELS, 'channel'),
  };
  const added = await withFile(context, 'create', async (db) => {
    const viaId = options.via === undefined ? null : (await whoIs(db, context, options.via)).id;
    const known = options.new ? null : await alreadyHere(db, context, newcoming);
    if (known !== null) return { known };
    const target = options.target === undefined ? null : await targetNamed(db, context, options.target);
    const newcomer = { ...newcoming, viaId, targetId: target?.id ?? null };
    const situation = situationOf(db, context);
    const welcomed = change(db, context, 'add', (making) => welcome(db, newcomer, situation, making));
    return {
      ...welcomed,
      slots: situation.settings.growingSlots,
      via: nameOfContact(db, viaId),
      typed: typedName(db, welcomed.contact),
      room: roomToGrow(db, welcomed.growing, situation.settings.growingSlots),
      target: target === null ? null : withFound(target, 1),
      crowd: crowdWith(db, context, welcomed.contact),
      load: welcomed.contact.stage === 'kept' ? loadOf(db, context) : null,
    };
  });
  if ('known' in added) return added.known;
  return answerOf(added, await choiceIn(context, added.crowd));
}

/** What is said of somebody who is there now. */
function answerOf(added: Welcomed, choice: Choice): Answer {
  const { contact, growing, gathering, via, slots, target, crowd } = added;
  const { chosen, interrupted } = choice;
  return {
    json: {
      contact: { ...contactJson(contact, contact.stage), at: gathering, via },
      growing: [
        ...growing.map((person) => whoJson(person.contact)),
        ...(contact.stage === 'growing' ? [whoJson(contact)] : []),
      ],
      slots,
      target: target === null ? null : targetJson(target, target.found),
      choose: crowd === null ? null : { at: crowd.at, people: crowd.people, room: crowd.room },
    },
    text: (wording) => [
      ...welcomeText(added, wording),
      ...(chosen === null ? [] : chosenText(chosen, slots)),
    ],
    talk: () => [
      line(nextText(contact, added.typed, added.room)),
      ...(crowd === null || chosen !== null ? [] : [line(crowdText(crowd))]),
    ],
    ...(interrupted ? { code: 130 } : {}),
  };
}

/** A name in several words without quotes is one name, and nothing but a name. */
function refuseText(args: readonly string[]): void {
  const [first = '', ...rest] = args;
  const text = rest.find((word) => word === word.toLowerCase() && isPlainWord(word));
  const comma = args.length > 1 && args.some((word) => word.includes(','));
  if (!comma && text === undefined) return;
  const name = [first, ...rest.slice(0, text === undefined ? rest.length : rest.indexOf(text))].join(' ');
  throw new NetError(
    'usage',
    comma ? 'net add takes one person at a time' : `"${text}" is hardly part of a name`,
    `net add ${shellWords(name.split(',')[0] ?? '')} --at DevMeet --needs "…"; if all of it is the name, put it in quotes`,
  );
}

/** The questions for somebody new, but for what was typed. All but the name may be left empty. */
async function walkThrough(
  prompt: Prompt | null,
  { at, needs, askAbout }: Options,
): Promise<Partial<Newcoming> & { name: string }> {
  if (prompt === null)
    throw new NetError('usage', 'net add needs a name', 'net add "Ana Silva" --at DevMeet');
  const name = await prompt.text({
    message: 'Name',
    check: (text) => text.trim() !== '' || 'somebody has a name',
  });
  const unless = async (typed: unknown, message: string): Promise<string> =>
    typed === undefined ? (await prompt.text({ message })).trim() : '';
  const asked = {
    at: await unless(at, 'Where did you meet? (a gathering, or empty)'),
    need: await unless(needs, 'What do they need? (or empty)'),
    askAbout: await unless(askAbout, 'A question for next time? (or empty)'),
  };
  return {
    name,
    ...(asked.at === '' ? {} : { at: asked.at }),
    ...(asked.askAbout === '' ? {} : { askAbout: asked.askAbout }),
    ...(asked.need === '' ? {} : { traits: [{ kind: 'need', text: asked.need }] }),
  };
}

/** Asks, or refuses with the candidates, where the person is probably there already. Null where they are somebody new. */
async function alreadyHere(db: Db, context: Context, { name, points }: Newcoming): Promise<Answer | null> {
  const people = namesakes(
    db,
    name,
    points.map((point) => point.value),
  );
  if (people.length === 0) return null;
  if (context.prompt === null) {
    const labels = describedApart(people, context.clock);
    throw new NetError(
      'exists',
      `${name} is probably here already: ${firstFew(labels, MOST_NAMESAKES)}`,
      'to add somebody else of that name: --new; to change what is known: net edit',
      people.map(({ short }, i) => ({ id: short, label: labels[i] ?? short })),
    );
  }
  const same = await whichNamesake(context.prompt, context.clock, name, people);
  if (same === null) return null;
  const typed = typedName(db, same);
  return {
    json: { contact: whoJson(same), growing: [], slots: null, target: null, choose: null },
    text: () => [line(strong(same.name), ' stays as they are.')],
    talk: () => [
      line('Log it with ', strong(`net log ${typed}`), ', change it with ', strong(`net edit ${typed}`), '.'),
    ],
  };
}
