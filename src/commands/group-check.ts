import type { Command } from 'commander';
import type { Group } from '../domain/groups/group.ts';
import { type Checked, checkGroup } from '../domain/groups/signs/check.ts';
import type { Around, Sign } from '../domain/groups/signs/sign.ts';
import { capacity, capacityBeside } from '../domain/settings.ts';
import type { Context } from '../host/context.ts';
import { timeText } from '../render/duration.ts';
import { GROUP_FIELDS, groupJson } from '../render/group.ts';
import { levelPiece, SIGN_WORDS, signsTable } from '../render/group-signs.ts';
import { line, listed, type Piece, strong, type Text, table } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import { onDay, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { groupNamed } from '../steps/groups.ts';
import type { Db } from '../store/db.ts';
import { groupGatherings, readGroupRecords } from '../store/group-records.ts';
import { groupMinutesBefore, readGroups } from '../store/groups.ts';

export function configure(command: Command): void {
  command.argument('[group...]', 'which group; none: all of them, a line each');
  examples(command, ['net group check techgrow', 'net group check']);
}

/** The answer with --json. */
export const json = {
  groups: `each {group ${GROUP_FIELDS}, level, raised, signs {kind, raised, days, measures {what, count, from}, evidence {on, what, who, text, minutes}}}; level is clear, amber or red; days is how far a sign looks back`,
  week: 'the seven days before today: {minutes, budget, slots, usual}; slots is how many people a new list would hold, usual how many without groups',
};

/** A group with what its signs say. */
interface Looked {
  readonly group: Group;
  readonly checked: Checked;
}

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  return withFile(context, 'read', async (db) => {
    const one = args.length === 0 ? null : await groupNamed(db, context, 'check', args);
    const groups = one === null ? readGroups(db).filter(({ leftOn }) => leftOn === null) : [one];
    const around: Around = { ...situationOf(db, context), gatherings: groupGatherings(db) };
    const looked = readGroupRecords(db, groups).map((record) => ({
      group: record.group,
      checked: checkGroup(record, around),
    }));
    const week = weekOf(db, around);
    return {
      json: {
        groups: looked.map(({ group, checked: { level, raised, signs } }) => ({
          group: groupJson(group),
          level,
          raised,
          signs: signs.map(signJson),
        })),
        week,
      },
      text: (wording) => [
        ...(one === null ? allText(looked) : looked.flatMap((each) => oneText(each, wording))),
        ...(one === null || one.leftOn === null ? weekText(week) : []),
      ],
      talk: () => (one === null ? [] : looked.flatMap(nextText)),
    };
  });
}

function signJson({ kind, raised, days, measures, evidence }: Sign) {
  return {
    kind,
    raised,
    days,
    measures: measures.map(({ what, count, from }) => ({ what, count, from })),
    evidence: evidence.map(({ on, what, who, text, minutes }) => ({ on, what, who, text, minutes })),
  };
}

function weekOf(db: Db, { today, settings }: Around) {
  const minutes = groupMinutesBefore(db, today);
  return {
    minutes,
    budget: settings.groupMinutes,
    slots: capacityBeside(minutes, settings),
    usual: capacity(settings),
  };
}

function weekText({ minutes, budget, slots, usual }: ReturnType<typeof weekOf>): Text {
  if (minutes <= budget) return [];
  const list = slots === usual ? '' : ` A new list holds ${slots} people instead of ${usual}.`;
  return [
    line(`Groups took ${timeText(minutes)} of the last seven days, and had ${timeText(budget)}.${list}`),
  ];
}

function oneText({ group, checked }: Looked, wording: Wording): Text {
  const left = group.leftOn === null ? '' : `, left ${onDay(group.leftOn, wording)}`;
  return [
    line(strong(group.name), `${left}: `, levelPiece(checked), '.'),
    signsTable(checked, group, wording),
  ];
}

function allText(looked: readonly Looked[]): Text {
  if (looked.length === 0) return [line('No groups.')];
  return [
    table(
      looked.map(({ group, checked }): Piece[] => [
        strong(group.name),
        levelPiece(checked),
        listed(checked.signs.filter(({ raised }) => raised).map(({ kind }) => SIGN_WORDS[kind])),
      ]),
    ),
  ];
}

/** What it means, and what can be done: never an order. */
function nextText({ group, checked }: Looked): Text {
  const typed = shellWords(group.name);
  if (group.leftOn !== null) return [];
  switch (checked.level) {
    case 'clear':
      return [line(`Nothing here speaks against it. What it gives and takes: net group review ${typed}.`)];
    case 'amber':
      return [line(`One sign is a reason to look again: net group review ${typed}.`)];
    case 'red':
      return [
        line(
          `Two signs or more: look whether it is still worth it, net group review ${typed}, or take your leave, net group leave ${typed}.`,
        ),
      ];
  }
}
