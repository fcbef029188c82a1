import type { Command } from 'commander';
import type { CalendarDate } from '../domain/days/day.ts';
import { AIMS, type Aim } from '../domain/groups/gathering.ts';
import type { Group, ObservationKind } from '../domain/groups/group.ts';
import { readMoney } from '../domain/groups/money.ts';
import type { Person } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { bothWaysText } from '../render/both-ways.ts';
import {
  GATHERING_FIELDS,
  GROUP_FIELDS,
  gatheringJson,
  gatheringText,
  groupJson,
  observationJson,
  SEEN_WORDS,
} from '../render/group.ts';
import { whoJson } from '../render/json.ts';
import { line, listed, strong, type Text } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import { clearDay, onDay, quoted, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { type Visited, visit } from '../steps/attendance.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { minutesNamed, oneOf } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { groupAndText, refuseLeft } from '../steps/groups.ts';
import { peopleNamed } from '../steps/people.ts';
import { talkOf, type Understood } from '../steps/touch.ts';
import { dayToLog } from '../steps/worth-alone.ts';

interface Options {
  readonly on?: string;
  readonly minutes?: string;
  readonly commute?: string;
  readonly cost?: string;
  readonly aim?: string;
  readonly worth?: string;
  readonly with?: string;
  readonly pitch?: boolean;
  readonly recruit?: boolean;
  readonly askedToRecruit?: boolean;
  readonly ambush?: boolean;
  readonly badMouths?: boolean;
  readonly milked?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[group...]', 'which group, then what it was about')
    .option('--on <day>', 'the day: yesterday, last tuesday, 2026-03-14')
    .option('--minutes <number>', 'how long it took')
    .option('--commute <number>', 'minutes on the way, there and back')
    .option('--cost <amount>', 'what it cost: 12.50, €12.50')
    .option('--aim <aim>', `what you went for: ${AIMS.join(', ')}`)
    .option('--worth <answer>', 'afterwards: yes or no; alone, of the last gathering that does not say')
    .option('--with <who>', 'who was there with you; several with commas')
    .option('--pitch', 'somebody sold you something')
    .option('--recruit', 'somebody wanted to recruit you: a voice mail, a mail')
    .option('--asked-to-recruit', 'you were asked to recruit others')
    .option('--ambush', 'a talk of two turned into a crowd')
    .option('--bad-mouths', 'others were spoken ill of')
    .option('--milked', 'more was taken than you meant to give');
  examples(command, [
    'net group log techgrow a talk on pricing --minutes 120 --commute 40 --cost 12.50',
    'net group log techgrow --worth yes',
    'net group log techgrow "voice mail about the gold plan" --recruit --on monday',
    'net group log food bank --minutes 180 --aim help --with ana,ben',
  ]);
}

/** The answer with --json. */
export const json = {
  group: `the group: ${GROUP_FIELDS}`,
  gathering: `as it is noted now: ${GATHERING_FIELDS}; null where only something was seen. Minutes; the cost in hundredths`,
  completed: 'whether that gathering was there already',
  seen: 'what was seen: each {kind, on, text}',
  with: 'who was there: {id, uuid, name}',
  established: 'who is kept from now on, because something went both ways',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const seen = seenIn(options);
  const { minutes, commute, cost, aim, worth } = options;
  const told = {
    minutes: minutes === undefined ? null : minutesNamed(minutes),
    commute: commute === undefined ? null : minutesNamed(commute),
    aim: aim === undefined ? null : oneOf<Aim>(aim, AIMS, 'aim'),
    worth: worth === undefined ? null : oneOf(worth, ['yes', 'no'], 'answer') === 'yes',
  };
  const paid = cost === undefined ? null : readMoney(cost);
  const isThere = [minutes, commute, cost, aim, worth, options.with].some((said) => said !== undefined);
  return withFile(context, 'write', async (db) => {
    const { group, text } = await groupAndText(db, context, 'log', args);
    const usual = group.kind === 'online' ? 'video' : 'in-person';
    const on = dayToLog(db, group, text, options, today(context.clock));
    const said = on === undefined ? {} : { on };
    const understood = await talkOf(context, text, said, usual);
    const { heldOn } = understood.talk;
    const isSeenOnly = seen.length > 0 && !isThere;
    // What comes after leaving, a voice mail, may be noted still.
    if (!isSeenOnly && group.leftOn !== null && heldOn > group.leftOn) refuseLeft(group);
    const people = options.with === undefined ? [] : await peopleNamed(db, context, [options.with]);
    const visited = change(db, context, 'group log', (making) =>
      visit(
        db,
        context,
        {
          group,
          on: heldOn,
          attended: isSeenOnly ? null : { ...told, text: understood.talk.text },
          cost: paid,
          seen,
          text: understood.talk.text,
          with: people.map(({ contact }) => contact.id),
          talk: { ...understood.talk, text: null, startedBy: null, minutes: null },
        },
        making,
      ),
    );
    return answerOf(visited, understood, heldOn, today(context.clock));
  });
}

const FLAGS: readonly (readonly [keyof Options, ObservationKind])[] = [
  ['pitch', 'pitch'],
  ['recruit', 'recruit'],
  ['askedToRecruit', 'asked-to-recruit'],
  ['ambush', 'ambush'],
  ['badMouths', 'bad-mouths'],
  ['milked', 'milked'],
];

function seenIn(options: Options): ObservationKind[] {
  return FLAGS.filter(([flag]) => options[flag] === true).map(([, kind]) => kind);
}

function answerOf(visited: Visited, { unread }: Understood, on: CalendarDate, now: CalendarDate): Answer {
  const { group, gathering, completed, observations, logged, known } = visited;
  const people = [...known, ...(logged?.people ?? [])];
  const established = logged?.established ?? [];
  return {
    json: {
      group: groupJson(group),
      gathering: gathering === null ? null : gatheringJson(gathering),
      completed,
      seen: observations.map(observationJson),
      with: people.map(({ contact }) => whoJson(contact)),
      established: established.map(({ contact }) => whoJson(contact)),
    },
    text: (wording) => [
      ...heldText(visited, people, on, wording),
      ...observations.map(({ kind, text }) =>
        line(
          `${gathering === null ? 'Noted' : 'Seen there'}`,
          ...(gathering === null ? [' of ', strong(group.name), `, ${onDay(on, wording, clearDay)}`] : []),
          `: ${SEEN_WORDS[kind]}${text === null || gathering !== null ? '' : `, ${quoted(text)}`}.`,
        ),
      ),
      ...leftText(group, wording),
      ...bothWaysText(established),
    ],
    talk: () => [...unread, line(`${nextText(visited, on, now)}Take it back: net undo.`)],
  };
}

function heldText(
  { group, gathering, completed }: Visited,
  people: readonly Person[],
  on: CalendarDate,
  wording: Wording,
): Text {
  if (gathering === null) return [];
  const facts = gatheringText(gathering, group.currency);
  const names = people.length === 0 ? '' : `with ${listed(people.map(({ contact }) => contact.name))}`;
  const said = [facts, names].filter((part) => part !== '').join('; ');
  return [
    line(
      completed ? 'Logged more of ' : 'Logged ',
      strong(group.name),
      `, ${onDay(on, wording, clearDay)}${said === '' ? '' : `: ${said}`}.`,
    ),
  ];
}

function leftText({ name, leftOn }: Group, wording: Wording): Text {
  return leftOn === null ? [] : [line('You left ', strong(name), ` ${onDay(leftOn, wording)}.`)];
}

/** What to do next: ask what it was worth, or see what has been noted. */
function nextText({ group, gathering }: Visited, on: CalendarDate, today: CalendarDate): string {
  const typed = shellWords(group.name);
  if (gathering === null) return `What it comes to: net group check ${typed}. `;
  if (gathering.worth !== null) return '';
  return `Was it worth it? net group log ${typed}${on === today ? '' : ` --on ${on}`} --worth yes. `;
}
