import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import { giverLabel } from '../domain/giver.ts';
import { gap, type Person, type Situation } from '../domain/person.ts';
import { standing } from '../domain/warmth.ts';
import type { Context } from '../host/context.ts';
import { type BalanceView, balancesText, balanceText, untestedText } from '../render/balance.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { line } from '../render/text.ts';
import { pastAsks } from '../reports/asks.ts';
import { type Balance, balance, type Side } from '../reports/balance.ts';
import { balances } from '../reports/balances.ts';
import { untested } from '../reports/untested.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { stageSituation } from '../steps/lapsing.ts';
import { personNamed } from '../steps/people.ts';
import { typedName } from '../steps/who.ts';
import { exchangesWith } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readExchanges } from '../store/exchanges.ts';
import { readEverybody } from '../store/people.ts';

interface Options {
  readonly untested?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whose; everybody unless said')
    .option('--untested', 'warm people whom you never asked for anything');
  examples(command, ['net balance', 'net balance ana', 'net balance --untested']);
}

/** The answer with --json. */
export const json = {
  contact: 'whose it is: {id, uuid, name}, or null',
  balance:
    'of that person, or null: {given {n, first, last, recent}, received {n, first, last, recent}, asked {n, first, last, recent}, helped {n, first, last, recent}, types {type, n}, n, since, last, unreturned {gives, since}, warmth, label, asks {asked, helped, partly, busy, ignored, declined, open, range {from, to}}}; unreturned is a note, or null',
  people:
    'without a name: {contact {id, uuid, name}, given, received, asked, helped, last, unreturned {gives, since}}, the last exchange first, or null',
  totals:
    'of everybody, those moved on from too: {given, received, asked, helped, types {type, n}, n, since, people, movedOn}, or null',
  untested: 'with --untested: {people {id, uuid, name}, warm}, or null',
};

const NONE = { contact: null, balance: null, people: null, totals: null, untested: null };

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length > 0 && options.untested === true)
    throw new NetError('usage', '--untested looks at everybody', 'net balance --untested');
  return withFile(context, 'read', async (db) => {
    const situation = situationOf(db, context);
    if (options.untested === true)
      return untestedAnswer(db, situation, stageSituation(db, context, situation));
    if (args.length === 0) return everybody(db);
    return ofOne(db, await personNamed(db, context, args), situation);
  });
}

function ofOne(db: Db, person: Person, situation: Situation): Answer {
  const { contact, summary } = person;
  const quiet = gap(person, situation);
  const view: BalanceView = {
    person,
    balance: balance(exchangesWith(db, contact.id), contact.noScore),
    asks: pastAsks(summary),
    warmth: standing(summary.days, quiet ?? 0, situation.settings.ranking.warmth),
    gap: quiet,
    label: giverLabel(summary, contact.noScore),
  };
  const typed = typedName(db, contact);
  const { warmth, label, asks } = view;
  return {
    json: {
      ...NONE,
      contact: whoJson(contact),
      balance: { ...balanceJson(view.balance), warmth, label, asks },
    },
    text: (wording) => balanceText(view, wording),
    talk: () => (view.balance.n > 0 ? [] : [line(`Something given: net give ${typed} "…".`)]),
  };
}

function balanceJson({ given, received, asked, helped, ...rest }: Balance) {
  const sideJson = (side: Side) => ({ ...side, recent: side.recent.map(exchangeJson) });
  return {
    given: sideJson(given),
    received: sideJson(received),
    asked: sideJson(asked),
    helped: sideJson(helped),
    ...rest,
  };
}

function everybody(db: Db): Answer {
  const { contacts, exchanges } = readExchanges(db);
  const report = balances(contacts, exchanges);
  const people = report.people.map(({ contact, balance: own }) => ({
    contact: whoJson(contact),
    given: own.given.n,
    received: own.received.n,
    asked: own.asked.n,
    helped: own.helped.n,
    last: own.last,
    unreturned: own.unreturned,
  }));
  return {
    json: { ...NONE, people, totals: report.totals },
    text: (wording) => balancesText(report, wording),
    talk: () => (report.totals.n > 0 ? [] : [line('Something given: net give ana "…".')]),
  };
}

function untestedAnswer(db: Db, situation: Situation, stages: Situation): Answer {
  const report = untested(readEverybody(db), situation, stages);
  const [first] = report.people;
  const typed = first === undefined ? '' : typedName(db, first.contact);
  return {
    json: {
      ...NONE,
      untested: { people: report.people.map(({ contact }) => whoJson(contact)), warm: report.warm },
    },
    text: (wording) => untestedText(report, wording),
    talk: () => (first === undefined ? [] : [line(`Something small to begin with: net ask ${typed} "…".`)]),
  };
}
