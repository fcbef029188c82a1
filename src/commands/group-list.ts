import type { Command } from 'commander';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import { nextDecision } from '../domain/groups/renewal.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { GROUP_FIELDS, groupFee, groupJson } from '../render/group.ts';
import { count, line, type Piece, strong, table } from '../render/text.ts';
import { dayWord, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import type { Db } from '../store/db.ts';
import { groupGatherings } from '../store/group-records.ts';
import { countInGroups, readGroups } from '../store/groups.ts';

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

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const now = today(context.clock);
  return withFile(context, 'read', (db): Answer => {
    const groups = readGroups(db);
    const current = groups.filter(({ leftOn }) => leftOn === null);
    const entries = entriesOf(db, options.all === true ? groups : current, now);
    const left = groups.length - entries.length;
    const more =
      left === 0 ? [] : [line(`${left} ${entries.length === 0 ? '' : 'more '}left: net group list --all.`)];
    return {
      json: {
        groups: entries.map(({ group, gatherings, lastOn, people, decide }) => ({
          group: groupJson(group),
          gatherings,
          lastOn,
          people,
          decideOn: decide?.on ?? null,
        })),
        left,
      },
      text: (wording) =>
        entries.length === 0 ? [line('No groups.')] : [table(entries.map((entry) => cells(entry, wording)))],
      talk: () =>
        entries.length === 0 && left === 0 ? [line('To note one: net group add TechGrow.')] : more,
    };
  });
}

/** A group with what a line tells of it. */
interface Entry {
  readonly group: Group;
  readonly gatherings: number;
  readonly lastOn: CalendarDate | null;
  readonly people: number;
  readonly decide: ReturnType<typeof nextDecision>;
}

function entriesOf(db: Db, groups: readonly Group[], now: CalendarDate): Entry[] {
  const held = Map.groupBy(groupGatherings(db), ({ groupId }) => groupId);
  const people = countInGroups(db);
  return groups.map((group) => {
    const gatherings: readonly Gathering[] = held.get(group.id) ?? [];
    return {
      group,
      gatherings: gatherings.length,
      lastOn: gatherings.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null,
      people: people.get(group.id) ?? 0,
      decide: nextDecision(group, now),
    };
  });
}

/** What is to be decided first; what does not fit a narrow page goes on in the next line, so that nothing is lost. */
function cells({ group, gatherings, lastOn, people, decide }: Entry, wording: Wording): Piece[] {
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
    gatherings === 0 ? 'no gatherings yet' : `${count(gatherings, 'gathering')}${last}`,
    people === 0 ? null : count(people, 'person', 'people'),
  ];
  return [strong(group.name), group.kind, facts.filter((fact) => fact !== null).join('; ')];
}
