import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { GroupRecord } from '../domain/groups/group-record.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { GROUP_FIELDS, groupFee, groupJson } from '../render/group.ts';
import { count, line, type Piece, strong, table } from '../render/text.ts';
import { dayWord, type Wording } from '../render/words.ts';
import { nextDecision } from '../reports/group-review.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { readGroupRecords } from '../store/group-records.ts';
import { readGroups } from '../store/groups.ts';

interface Options {
  readonly all?: boolean;
}

export function configure(command: Command): void {
  command.option('--all', 'those that you left, too');
  examples(command, ['net group', 'net group list --all']);
}

/** The answer with --json. */
export const json = {
  groups: `each {group ${GROUP_FIELDS}, gatherings, lastOn, people, decideOn}; decideOn is the trial's end or the next renewal`,
  left: 'how many more were left',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length > 0) throw new NetError('usage', 'net group list takes no name', 'net group review NAME');
  const now = today(context.clock);
  return withFile(context, 'read', (db): Answer => {
    const groups = readGroups(db);
    const current = groups.filter(({ leftOn }) => leftOn === null);
    const shown = readGroupRecords(db, options.all === true ? groups : current);
    const left = groups.length - shown.length;
    const entries = shown.map((record) => ({ record, ...factsOf(record, now) }));
    const more =
      left === 0 ? [] : [line(`${left} ${shown.length === 0 ? '' : 'more '}left: net group list --all.`)];
    return {
      json: {
        groups: entries.map(({ record, lastOn, decide }) => ({
          group: groupJson(record.group),
          gatherings: record.gatherings.length,
          lastOn,
          people: record.people.length,
          decideOn: decide?.on ?? null,
        })),
        left,
      },
      text: (wording) =>
        entries.length === 0
          ? [line('No groups.')]
          : [table(entries.map(({ record, ...facts }) => cells(record, facts, wording)))],
      talk: () =>
        entries.length === 0 && left === 0 ? [line('To note one: net group add TechGrow.')] : more,
    };
  });
}

function factsOf({ group, gatherings }: GroupRecord, now: ReturnType<typeof today>) {
  return {
    lastOn: gatherings.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null,
    decide: nextDecision(group, now),
  };
}

/** What is to be decided first; what does not fit a narrow page goes on in the next line, so that nothing is lost. */
function cells(
  { group, gatherings, people }: GroupRecord,
  { lastOn, decide }: ReturnType<typeof factsOf>,
  wording: Wording,
): Piece[] {
  const last = lastOn === null ? '' : `, last ${dayWord(lastOn, wording)}`;
  const { leftOn } = group;
  const next =
    decide === null
      ? null
      : `${decide.kind === 'trial' ? 'trial until' : 'renews'} ${dayWord(decide.on, wording)}`;
  const facts = [
    leftOn === null ? next : `left ${dayWord(leftOn, wording)}`,
    groupFee(group),
    `since ${dayWord(group.joinedOn, wording)}`,
    gatherings.length === 0 ? 'no gatherings yet' : `${count(gatherings.length, 'gathering')}${last}`,
    people.length === 0 ? null : count(people.length, 'person', 'people'),
  ];
  return [strong(group.name), group.kind, facts.filter((fact) => fact !== null).join('; ')];
}
