import type { Command } from 'commander';
import { update } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { promiseDay } from '../domain/exchange.ts';
import type { Group } from '../domain/groups/group.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { GROUP_FIELDS, groupJson } from '../render/group.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line, listed, type Piece, strong, type Text, table, times } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import { dayWord, onDay, quoted, type Wording } from '../render/words.ts';
import { isToKeep, type Staying, whoStays } from '../reports/leaving.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { groupNamed, refuseLeft } from '../steps/groups.ts';
import { show } from '../steps/show.ts';
import { typedName } from '../steps/who.ts';
import type { Db } from '../store/db.ts';
import { readGroupRecords } from '../store/group-records.ts';

interface Options {
  readonly on?: string;
  readonly yes?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[group...]', 'which group')
    .option('--on <day>', 'the day you left; today unless said')
    .option('--yes', 'even with people in it whom you may want to keep first');
  examples(command, ['net group leave techgrow', 'net keep ana', 'net group leave techgrow --yes']);
}

/** The answer with --json. */
export const json = {
  group: `the group, with leftOn: ${GROUP_FIELDS}`,
  people:
    'whom to think of first, givers before others: each {person, stage, giver, helped, bothWays, promised}; helped is how often they came through, promised what is open to them',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const now = today(context.clock);
  const leftOn = options.on === undefined ? now : await pastDay(options.on, now);
  return withFile(context, 'write', async (db) => {
    const group = await groupNamed(db, context, 'leave', args);
    refuseLeft(group);
    if (leftOn < group.joinedOn)
      throw new NetError(
        'rejected',
        `${group.name} was joined on ${group.joinedOn}, after ${leftOn}`,
        `if that is wrong: net group edit ${shellWords(group.name)} --joined ${leftOn}`,
      );
    const [record] = readGroupRecords(db, [group]);
    const staying = whoStays(record?.people ?? [], situationOf(db, context));
    const keeping = keepTyped(db, staying.filter(isToKeep));
    if (options.yes !== true) await confirm(context, group, staying, keeping);
    change(db, context, 'group leave', () => ({ changes: [update('network_group', group.id, { leftOn })] }));
    return answerOf(
      { ...group, leftOn },
      staying,
      keeping,
      leftOn,
      context.prompt !== null && options.yes !== true,
    );
  });
}

/** On a terminal whoever is lost with the group is shown first; elsewhere nobody is lost without a yes. */
async function confirm(
  context: Context,
  { name }: Group,
  staying: readonly Staying[],
  keeping: string,
): Promise<void> {
  const { prompt } = context;
  const lost = staying.filter(isToKeep).map(({ person }) => person.contact.name);
  if (prompt === null) {
    if (lost.length === 0) return;
    throw new NetError(
      'rejected',
      `with ${name} you may lose sight of ${listed(lost)}, who came through for you or with whom it goes both ways`,
      `keep them first: ${keeping}; or leave anyway: --yes`,
    );
  }
  await show(context, (wording) => peopleText(staying, keeping, wording));
  if (!(await prompt.confirm(`Leave ${name}?`, lost.length === 0)))
    throw new NetError('interrupted', `you stay in ${name}; nothing was changed`);
}

function keepTyped(db: Db, lost: readonly Staying[]): string {
  return `net keep ${lost.map(({ person }) => typedName(db, person.contact)).join(', ')}`;
}

function peopleText(staying: readonly Staying[], keeping: string, wording: Wording): Text {
  if (staying.length === 0) return [];
  const rows = staying.map(({ person, stage, giver, helped, bothWays, promised }): Piece[] => [
    strong(person.contact.name),
    stage,
    [
      giver ? `giver: came through ${times(helped)}` : bothWays ? 'it goes both ways' : null,
      ...promised.map(
        (promise) => `promised ${quoted(promise.text)}, due ${dayWord(promiseDay(promise), wording)}`,
      ),
    ]
      .filter((part) => part !== null)
      .join('; '),
  ]);
  return [
    line('To think of first:'),
    table(rows),
    ...(staying.some(isToKeep) ? [line('To keep them: ', strong(keeping))] : []),
  ];
}

function answerOf(
  group: Group,
  staying: readonly Staying[],
  keeping: string,
  leftOn: CalendarDate,
  shown: boolean,
): Answer {
  return {
    json: {
      group: groupJson(group),
      people: staying.map(({ person, stage, giver, helped, bothWays, promised }) => ({
        person: whoJson(person.contact),
        stage,
        giver,
        helped,
        bothWays,
        promised: promised.map(exchangeJson),
      })),
    },
    text: (wording) => [
      ...(shown ? [] : peopleText(staying, keeping, wording)),
      line('You left ', strong(group.name), ` ${onDay(leftOn, wording)}. What was logged stays.`),
    ],
    talk: () => [line('Take it back: net undo.')],
  };
}
