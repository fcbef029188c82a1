import type { Command } from 'commander';
import type { Contact } from '../domain/contact.ts';
import { type Exchange, promiseDay } from '../domain/exchange.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { line } from '../render/text.ts';
import { weekText } from '../render/week.ts';
import type { WeekReport } from '../reports/week.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { lookedBack } from '../steps/past-week.ts';
import { countContacts } from '../store/looking-back.ts';

interface Options {
  readonly last?: boolean;
}

export function configure(command: Command): void {
  command.option('--last', 'the list before, all its days');
  examples(command, ['net week', 'net week --last']);
}

/** The answer with --json. */
export const json = {
  week: '{first, last, listed}: the days it tells of, and whether a list was made in them',
  intended:
    'the lines of the list: each {contact {id, uuid, name}, reason, about, state, did {touches {on, channel}, gave, asked, promisesKept, thanked}}; state is done once what it was listed for was, else aside where they were moved on from, snoozed, resting or paused by the last day and nothing was owed, else open',
  beyond: 'who was in touch and not on the list: {id, uuid, name}',
  cadence:
    'each circle in which somebody was kept for a cadence: {circle, within, of, from, to}; within so many days, from the shortest cadence to the longest',
  channels: '{inPerson, remote, of}: the touches of these days',
  before: '{inPerson, remote, of, since}: those of the ninety days to the last one',
  minutes: '{sum, told, of, budget}: logged minutes, of how many touches, and the minutes of a week',
  groups: '{minutes, budget}: minutes of group gatherings, and what a week has for them',
  exchanged: '{gave, asked, promisesKept, thanked}',
  carryOver: '{promises {contact {id, uuid, name}, text, due}, thanks {contact {id, uuid, name}, text}}',
  introduced:
    'introductions of the last ninety days that nobody has said what came of: {contact {id, uuid, name}, to {id, uuid, name}, on}',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const { report, people } = await withFile(context, 'read', (db) => ({
    report: lookedBack(db, context, options.last === true),
    people: countContacts(db),
  }));
  return {
    json: jsonOf(report),
    text: (wording) =>
      people === 0
        ? [line('Nobody is in the file yet. net add WHO --at WHERE begins; net then makes the first list.')]
        : weekText(report, wording),
    talk: () =>
      people > 0 && !report.listed ? [line('net today makes a list for the next seven days.')] : [],
  };
}

function jsonOf(report: WeekReport): Answer['json'] {
  const { days, listed, channels, before, minutes, groups, carryOver } = report;
  const { touches: _, ...exchanged } = report.done;
  const who = (contact: Contact | undefined) => (contact === undefined ? null : whoJson(contact));
  const whose = ({ contactId }: Exchange) => who(report.contacts.get(contactId));
  return {
    week: { first: days.first, last: days.last, listed },
    intended: report.intended.map(({ contact, reason, about, state, did }) => ({
      contact: whoJson(contact),
      reason,
      about,
      state,
      did,
    })),
    beyond: report.beyond.map(whoJson),
    cadence: report.cadence,
    channels,
    before,
    minutes,
    groups,
    exchanged,
    carryOver: {
      promises: carryOver.promises.map((promise) => ({
        contact: whose(promise),
        text: promise.text,
        due: promiseDay(promise),
      })),
      thanks: carryOver.thanks.map((help) => ({ contact: whose(help), text: help.fruit ?? help.text })),
    },
    introduced: report.introduced.map(({ contact, to, on }) => ({
      contact: whoJson(contact),
      to: whoJson(to),
      on,
    })),
  };
}
