import type { Command } from 'commander';
import { CHANNELS, type Channel } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import { isFollowedUp } from '../domain/origin.ts';
import { isPlainWord } from '../domain/plain-word.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Prompt } from '../host/prompt.ts';
import { contactJson, whoJson } from '../render/json.ts';
import { cadenceText } from '../render/load.ts';
import { metText } from '../render/reason.ts';
import { faint, line, listed, strong, type Text } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import type { Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import {
  type DetailOptions,
  declareDetails,
  nameGiven,
  oneOf,
  readDetails,
  refuseBlanks,
} from '../steps/details.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { namesakes, whichNamesake } from '../steps/namesakes.ts';
import { NEWCOMING, type Newcoming, type Welcome, welcome } from '../steps/newcomer.ts';
import { described, typedName, whoIs } from '../steps/who.ts';
import { nameOfContact } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';

interface Options extends DetailOptions {
  readonly at?: string;
  readonly via?: string;
  readonly on?: string;
  readonly by?: string;
  readonly new?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[name...]', 'their name; no quotes needed')
    .option('--at <name>', 'the gathering or group where you met')
    .option('--via <who>', 'who introduced you')
    .option('--on <day>', 'the day when you met; today unless said')
    .option('--by <channel>', `how you met: ${CHANNELS.join(', ')}`)
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
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  refuseBlanks(options);
  refuseText(args);
  const given = args.join(' ');
  const asked = given === '' ? await walkThrough(context.prompt) : { name: given };
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
  return withFile(context, 'create', async (db) => {
    const viaId = options.via === undefined ? null : (await whoIs(db, context, options.via)).id;
    const known = options.new ? null : await alreadyHere(db, context, newcoming);
    if (known !== null) return known;
    const situation = situationOf(db, context);
    const welcomed = change(db, context, 'add', (making) =>
      welcome(db, { ...newcoming, viaId }, situation, making),
    );
    return added(
      welcomed,
      situation.settings.growingSlots,
      nameOfContact(db, viaId),
      typedName(db, welcomed.contact),
    );
  });
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

/** The questions for somebody new. All but the name may be left empty. */
async function walkThrough(prompt: Prompt | null): Promise<Partial<Newcoming> & { name: string }> {
  if (prompt === null)
    throw new NetError('usage', 'net add needs a name', 'net add "Ana Silva" --at DevMeet');
  const name = await prompt.text({
    message: 'Name',
    check: (text) => text.trim() !== '' || 'somebody has a name',
  });
  const at = await prompt.text({ message: 'Where did you meet? (a gathering, or empty)' });
  const needs = await prompt.text({ message: 'What do they need? (or empty)' });
  const askAbout = await prompt.text({ message: 'A question for next time? (or empty)' });
  return {
    name,
    at: at.trim() === '' ? null : at.trim(),
    askAbout: askAbout.trim() === '' ? null : askAbout.trim(),
    traits: needs.trim() === '' ? [] : [{ kind: 'need', text: needs.trim() }],
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
    throw new NetError(
      'exists',
      `${name} is probably here already: ${listed(people.map(described))}`,
      'to add somebody else of that name: --new; to change what is known: net edit',
      people.map((person) => ({ id: person.short, label: described(person) })),
    );
  }
  const same = await whichNamesake(context.prompt, name, people);
  if (same === null) return null;
  const typed = typedName(db, same);
  return {
    json: { contact: whoJson(same), growing: [], slots: null },
    text: () => [line(strong(same.name), ' stays as they are.')],
    talk: () => [
      line('Log it with ', strong(`net log ${typed}`), ', change it with ', strong(`net edit ${typed}`), '.'),
    ],
  };
}

function added(
  { contact, growing, gathering }: Welcome,
  slots: number,
  via: string | null,
  typed: string,
): Answer {
  const origins = { gathering, via };
  const names = listed(growing.map((person) => person.contact.name));
  const placed = (wording: Wording): Text => {
    const head = [strong(contact.name), faint(` (${contact.short}) `)];
    const met = metText(contact, origins, wording);
    if (contact.stage === 'kept')
      return [
        line(
          ...head,
          `is kept, in the ${contact.circle ?? 'active'} circle${cadenceText(contact, wording)}.`,
        ),
      ];
    if (contact.stage === 'growing')
      return [line(...head, `is growing, ${growing.length + 1} of ${slots}: ${met}.`)];
    if (!isFollowedUp(contact))
      return [line(...head, `rests in the stack: ${met}. Nothing is due from volunteering.`)];
    return [
      line(
        ...head,
        `rests in the stack: ${met}. ${names} ${growing.length === 1 ? 'is' : 'are'} growing, and ${slots} at once ${slots === 1 ? 'is' : 'are'} enough.`,
      ),
    ];
  };
  const others: Record<string, string> = {
    kept: `Otherwise: net rest ${typed}. Take it back: net undo.`,
    growing: `A relationship you have already? net keep ${typed} --circle close. Not now? net rest ${typed}. Take it back: net undo.`,
    stack: `Rather now? net grow ${typed}. A relationship you have already? net keep ${typed} --circle close. Take it back: net undo.`,
  };
  return {
    json: {
      contact: { ...contactJson(contact, contact.stage), at: gathering, via },
      growing: [
        ...growing.map((person) => whoJson(person.contact)),
        ...(contact.stage === 'growing' ? [whoJson(contact)] : []),
      ],
      slots,
    },
    text: placed,
    talk: () => [line(others[contact.stage] ?? '')],
  };
}
