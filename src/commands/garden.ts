import type { Command } from 'commander';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { gardenText } from '../render/garden.ts';
import { whoJson } from '../render/json.ts';
import { line } from '../render/text.ts';
import type { GardenReport } from '../reports/garden.ts';
import type { Few } from '../reports/grown.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { withFile } from '../steps/file.ts';
import { wholeGarden } from '../steps/whole-garden.ts';

interface Options {
  readonly since?: string;
}

export function configure(command: Command): void {
  command.option('--since <day>', 'what changed since that day; the last 365 days unless said');
  command.addHelpText(
    'after',
    '\nIn touch both ways: within 180 days, or three cadences where that is longer, with something given and something\nreceived; with --no-score the touch is enough.',
  );
  examples(command, ['net garden', 'net garden --since "3 months ago"']);
}

/** The answer with --json. */
export const json = {
  window: '{first, last}: the days of what changed',
  network: 'who is in touch both ways: {id, uuid, name}',
  cards: 'how many people are in the file',
  stages: 'each stage today: {stage, people, medianDays}; null where nobody is in it',
  grew: '{people {id, uuid, name}, of}: kept after growing, of all who were growing',
  faded: '{people {id, uuid, name}, of}: dormant, or back in the stack after growing, of all who were tended',
  revived: '{people {id, uuid, name}, of}: touched again after a long quiet time, of all who had one',
  origins:
    'of people met at least a year ago, who was in touch a year after or later: {origin, alive, of}; without an origin is other. Counted is who has been in the file for a year, or was logged in the year after the meeting',
  groups: 'the same for each group: {group, alive, of}',
  employer:
    '{outside, of}: of the network, who works elsewhere; null where it is not set, or known of fewer than 5',
  industry:
    '{outside, of}: of those of the network who have tags, who has not that of your field; null where it is not set, nobody has it, or fewer than 5 have tags',
  largestGroup:
    '{name, outside, of}: of the network, who is outside the group with most of them; null in a network of fewer than 5, or without groups',
  channels: '{inPerson, remote, of}: the touches of these days',
  started: '{me, of}: how many of them you started, of those that say so; null below 5',
  through: 'the group through which over 60 % of at least 10 touches go: {name, touches, of}, or null',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const now = today(context.clock);
  const since =
    options.since === undefined
      ? null
      : await pastDay(options.since, now, 'name a day that has been: --since "3 months ago"');
  const report = await withFile(context, 'read', (db) => wholeGarden(db, context, since));
  return {
    json: { window: { first: report.since, last: now }, ...jsonOf(report) },
    text: (wording) =>
      report.cards === 0
        ? [
            line(
              'Nobody is in the file yet. net add WHO --at WHERE plants the first; net import FILE brings cards.',
            ),
          ]
        : gardenText(report, wording),
  };
}

function jsonOf(report: GardenReport): Answer['json'] {
  const { diversity } = report;
  const few = ({ people, of }: Few) => ({ people: people.map(whoJson), of });
  return {
    network: report.network.map(whoJson),
    cards: report.cards,
    stages: report.stages,
    grew: few(report.grew),
    faded: few(report.faded),
    revived: few(report.revived),
    origins: report.origins.map(({ from, alive, of }) => ({ origin: from, alive, of })),
    groups: report.groups.map(({ from, alive, of }) => ({ group: from.name, alive, of })),
    employer: diversity.employer,
    industry: diversity.industry,
    largestGroup: diversity.group,
    channels: report.channels,
    started: report.started,
    through: report.through,
  };
}
