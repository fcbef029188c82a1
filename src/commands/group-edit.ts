import type { Command } from 'commander';
import { editGroup, type Loose } from '../domain/acts/group.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Group } from '../domain/groups/group.ts';
import { plain } from '../domain/words/plain.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { GROUP_FIELDS, groupJson, groupText } from '../render/group.ts';
import { line, strong } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { withFile } from '../steps/file.ts';
import {
  declareGroup,
  type GroupOptions,
  readGroupOptions,
  refuseDaysBefore,
  refuseOtherCurrency,
} from '../steps/group-details.ts';
import { groupName, groupNamed, looseAt, ownOf, refuseTaken } from '../steps/groups.ts';
import { gatheringsOf } from '../store/groups.ts';

interface Options extends GroupOptions {
  readonly name?: string;
  readonly left?: string;
}

export function configure(command: Command): void {
  command.argument('[group...]', 'which group: its name, or the beginning of it');
  declareGroup(command)
    .option('--name <name>', 'another name; its gatherings are called so too')
    .option('--left <day>', 'when you left; empty: you are in it again');
  examples(command, [
    'net group edit techgrow --fee 45/month --renews "in 3 months"',
    'net group edit techgrow --trial-until ""',
    'net group edit "food bank" --kind volunteering',
  ]);
}

/** The answer with --json. */
export const json = {
  group: `the group as it is now: ${GROUP_FIELDS}; the fee is in hundredths`,
  changed: 'the fields that are other than before',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0 && context.prompt === null)
    throw new NetError('usage', 'net group edit needs a group', 'net group edit TechGrow --fee 40/month');
  const now = today(context.clock);
  const said = await readGroupOptions(options, now);
  const name = options.name === undefined ? null : groupName(options.name);
  const left = options.left === undefined ? {} : { leftOn: await leaving(options.left, now) };
  return withFile(context, 'write', async (db) => {
    const group = await groupNamed(db, context, 'edit', args);
    if (Object.keys(options).length === 0)
      throw new NetError(
        'usage',
        'it does not say what to change',
        `net group edit ${shellWords(group.name)} --fee 40/month`,
      );
    if (name !== null) refuseTaken(db, name, group.id);
    const wanted: Partial<Omit<Group, 'id'>> = { ...said, ...left, ...(name === null ? {} : { name }) };
    const set = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => group[field as keyof Group] !== value),
    );
    refuseLeftFirst({ ...group, ...wanted });
    refuseDaysBefore(said, said.joinedOn ?? group.joinedOn, now);
    refuseOtherCurrency(group, said, gatheringsOf(db, group.id));
    const isRenamed = name !== null && plain(name) !== plain(group.name);
    const nothing: Loose = { gatherings: [], people: [] };
    const edited = change(db, context, 'group edit', () =>
      editGroup(group, set, ownOf(db, group), isRenamed ? looseAt(db, name) : nothing),
    );
    const changed = Object.keys(set);
    return {
      json: { group: groupJson(edited.group), changed },
      text: (wording) => [
        changed.length === 0
          ? line(strong(group.name), ' stays as it is: nothing was changed.')
          : line(strong(edited.group.name), `: ${groupText(edited.group, wording)}.`),
      ],
      talk: () => (changed.length === 0 ? [] : [line('Take it back: net undo.')]),
    };
  });
}

function refuseLeftFirst({ name, joinedOn, leftOn }: Group): void {
  if (leftOn === null || leftOn >= joinedOn) return;
  throw new NetError(
    'rejected',
    `${name} cannot have been left on ${leftOn}, before it was joined on ${joinedOn}`,
    'name a day after it, or say --joined as well',
  );
}

async function leaving(text: string, today: CalendarDate): Promise<CalendarDate | null> {
  return text.trim() === '' ? null : pastDay(text, today);
}
