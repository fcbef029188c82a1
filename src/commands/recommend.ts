import type { Command } from 'commander';
import { agree, recommend } from '../domain/acts/recommend.ts';
import { CHANNELS, type Channel } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { OUTCOMES, type Outcome } from '../domain/exchange.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { bothWaysText } from '../render/both-ways.ts';
import { paidText } from '../render/forward.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { pairLine, pendingText } from '../render/recommendations.ts';
import { line, strong } from '../render/text.ts';
import { quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples, repeated } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { oneOf } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { type ForwardOptions, namesFrom, paidJson, payingForward } from '../steps/paying-forward.ts';
import { recommendationList } from '../steps/recommendation-list.ts';
import { cameOf, recommendedJson } from '../steps/recommendation-outcome.ts';
import {
  consentOf,
  introductions,
  namingOf,
  type Pair,
  pairNamed,
  refuseAgain,
  refuseMovedOn,
} from '../steps/recommending.ts';
import type { Db } from '../store/db.ts';
import { recommendationsOf } from '../store/recommendations.ts';

interface Options extends ForwardOptions {
  readonly to?: string;
  readonly agreed?: readonly string[];
  readonly outcome?: string;
  readonly on?: string;
  readonly by?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom, then what for; without a name all that is under way')
    .option('--to <who>', 'to whom')
    .option('--agreed <who>', 'which of the two agreed to be introduced: a name, or both', repeated)
    .option('--outcome <outcome>', `what came of it: ${OUTCOMES.join(', ')}`)
    .option('--on <day>', 'the day; today unless said')
    .option('--by <channel>', `how you introduced them, a touch with both: ${CHANNELS.join(', ')}`)
    .option('--no-forward', 'introducing them pays no help forward');
  examples(command, [
    'net recommend ana --to ben "she knows every old map"',
    'net recommend ana --to ben --agreed ben',
    'net recommend ana --to ben --agreed both --by email',
    'net recommend ana --to ben --outcome helped',
    'net recommend',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'who is recommended: {id, uuid, name}, or null',
  to: 'to whom: {id, uuid, name}, or null',
  recommendation:
    'as it is now: {text, on, contactAgreedOn, toAgreedOn, introducedOn, outcome, outcomeOn}, or null',
  gives: 'what was noted as given to both, once they are introduced',
  paidForward: 'the help that introducing them pays forward, one or none: {contact, text, returned}',
  established: 'who is kept from now on, because something went both ways',
  list: 'without a name: {pending {contact {id, uuid, name}, to {id, uuid, name}, recommendation}, introduced {contact {id, uuid, name}, to {id, uuid, name}, recommendation}, outcomes {n, since, counts {outcome, n}}, couldMeet {contact {id, uuid, name}, to {id, uuid, name}, offer, need}}, or null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) {
    const { forward = true, ...said } = options;
    if (!forward || Object.keys(said).length > 0)
      throw new NetError('usage', 'it does not say whom you recommend', 'net recommend ana --to ben');
    return withFile(context, 'read', (db) => recommendationList(db, today(context.clock)));
  }
  if (options.outcome !== undefined && options.agreed !== undefined)
    throw new NetError(
      'usage',
      'one thing at a time: who agreed, or what came of it',
      'net recommend ana --to ben --outcome helped',
    );
  if (options.outcome !== undefined && options.by !== undefined)
    throw new NetError(
      'usage',
      'how they were introduced is not part of what came of it',
      'net recommend ana --to ben --outcome helped',
    );
  return withFile(context, 'write', async (db) => {
    const pair = await pairNamed(db, context, args, options.to);
    const now = today(context.clock);
    const on = options.on === undefined ? now : await pastDay(options.on, now);
    return options.outcome === undefined
      ? recommended(db, context, pair, on, options)
      : cameOf(db, context, pair, oneOf<Outcome>(options.outcome, OUTCOMES, 'outcome'), on);
  });
}

async function recommended(
  db: Db,
  context: Context,
  pair: Pair,
  on: CalendarDate,
  { agreed = [], by, ...options }: Options,
): Promise<Answer> {
  refuseMovedOn(db, pair);
  const channel = by === undefined ? null : oneOf<Channel>(by, CHANNELS, 'channel');
  const [person, to] = [pair.person.contact, pair.to.contact];
  const naming = namingOf(db, [person.id, to.id]);
  const last = recommendationsOf(db, person.id, to.id).at(-1) ?? null;
  refuseAgain(pair, last, naming);
  const pending = last?.introducedOn === null ? last : null;
  if (pending !== null && on < pending.madeOn)
    throw new NetError(
      'rejected',
      `nobody agreed on ${on}: ${person.name} is recommended to ${to.name} since ${pending.madeOn}`,
      'name a day from then on',
    );
  const consent = await consentOf(db, context, pair, agreed, pending);
  const decision = change(db, context, 'recommend', (making) => {
    const made =
      pending === null
        ? recommend(person.id, to.id, pair.text, consent, on, making)
        : agree(pending, pair.text, consent, on);
    const gives = made.introduced
      ? payingForward(db, introductions(db, context, pair, made.recommendation, channel, making), options)
      : { changes: [], exchanges: [], established: [], paid: [] };
    return { ...made, ...gives, changes: [...made.changes, ...gives.changes] };
  });
  const { recommendation, introduced } = decision;
  const forwarded = paidText(decision.paid, namesFrom(db));
  const what = recommendation.text === null ? '' : `: ${quoted(recommendation.text)}`;
  const back = decision.changes.length === 0 ? '' : 'Take it back: net undo.';
  const next = introduced
    ? `When you know what came of it: ${pairLine(recommendation, naming)} --outcome helped. `
    : '';
  return {
    json: {
      ...recommendedJson(pair, recommendation),
      gives: decision.exchanges.map(exchangeJson),
      paidForward: paidJson(db, decision.paid),
      established: decision.established.map(({ contact }) => whoJson(contact)),
    },
    text: () => [
      introduced
        ? line(
            strong(person.name),
            ' and ',
            strong(to.name),
            ` are introduced${what}. That is a referral, given to both.`,
          )
        : line(strong(person.name), ' is to be recommended to ', strong(to.name), `${what}.`),
      ...(introduced ? [] : [line(pendingText(recommendation, naming, channel))]),
      ...forwarded,
      ...bothWaysText(decision.established),
    ],
    talk: () => (next + back === '' ? [] : [line(`${next}${back}`)]),
  };
}
