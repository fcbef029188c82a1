import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import {
  contactJson,
  exchangeJson,
  interactionJson,
  noteJson,
  pointJson,
  traitJson,
} from '../render/json.ts';
import { personText } from '../render/person.ts';
import { type PersonReport, personReport } from '../reports/person.ts';
import type { Answer } from '../steps/answer.ts';
import { askWho } from '../steps/ask-who.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { stageSituation } from '../steps/lapsing.ts';
import { personNamed } from '../steps/people.ts';
import {
  exchangesWith,
  interactionsWith,
  notesOf,
  originsOf,
  pointsOf,
  traitsOf,
} from '../store/contacts.ts';
import { paidForwardOf } from '../store/forwards.ts';
import { targetOf } from '../store/targets.ts';

export function configure(command: Command): void {
  command.argument('[who...]', 'whom: a name, part of one, an id, or a number of the list');
  examples(command, ['net show ana', 'net show 2', 'net show ana --json']);
}

/** The answer with --json. */
export const json = {
  contact:
    'the person, with stage, circle, at, via, target, and stageDays, the days they have been in the stage',
  needs: 'what they need',
  traits: 'tags, interests, needs, offers: {kind, text, on}',
  open: 'promises, asks and thanks that are open',
  rhythm:
    '{cadence, usualGap, gap, lastOn, touches, channels [{channel, times}], started {me, of} or null, waiting}; touches counts days, channels each time',
  standing:
    '{warmth, label, asks {asked, helped, partly, busy, ignored, declined, open, range}, given, received, types {type, n}, unreturned {gives, since}}; unreturned is a note, or null; warmth is a band, null where too little is logged to tell',
  lastGivenOn: 'when you last gave them something, or null',
  interactions: 'all of them, newest first',
  exchanges: 'all of them, oldest first',
  reach: 'e-mail addresses, numbers, addresses: {kind, value, label}',
  notes: '{on, text}',
};

export async function run(args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const report = await withFile(context, 'read', async (db) => {
    if (args.length === 0 && context.prompt === null)
      throw new NetError('usage', 'net show needs whom', 'net show ana');
    const words = args.length > 0 ? args : [(await askWho(db, context, 'Whom?')).id];
    const person = await personNamed(db, context, words);
    const { id } = person.contact;
    const rows = {
      person,
      interactions: interactionsWith(db, id),
      exchanges: exchangesWith(db, id),
      paidForward: paidForwardOf(db, id),
      points: pointsOf(db, id),
      traits: traitsOf(db, id),
      notes: notesOf(db, id),
      ...originsOf(db, person.contact),
      target: targetOf(db, person.contact.targetId)?.text ?? null,
      addedOn: context.clock.dayOf(person.contact.createdAt),
    };
    const situation = situationOf(db, context);
    return personReport(rows, situation, stageSituation(db, context, situation));
  });
  return { json: jsonOf(report), text: (wording) => personText(report, wording) };
}

function jsonOf(report: PersonReport): Answer['json'] {
  const { person, stage, gathering, via, traits } = report;
  const { summary } = person;
  return {
    contact: {
      ...contactJson(person.contact, stage),
      at: gathering,
      via,
      target: report.target,
      stageDays: report.stageDays,
    },
    needs: traits.filter(({ kind }) => kind === 'need').map(({ text }) => text),
    traits: traits.map(traitJson),
    open: person.open.map(exchangeJson),
    rhythm: {
      cadence: report.cadence,
      usualGap: report.usualGap,
      gap: report.gap,
      lastOn: report.lastOn,
      touches: summary.days,
      channels: report.channels,
      started: report.started,
      waiting: report.waiting,
    },
    standing: {
      warmth: report.warmth,
      label: report.label,
      asks: report.asks,
      given: summary.given,
      received: summary.received,
      types: report.balance.types,
      unreturned: report.balance.unreturned,
    },
    lastGivenOn: report.lastGivenOn,
    interactions: report.interactions.map(interactionJson),
    exchanges: report.exchanges.map(exchangeJson),
    reach: report.points.map(pointJson),
    notes: report.notes.map(noteJson),
  };
}
