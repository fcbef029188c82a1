import type { Command } from 'commander';
import { update } from '../domain/change.ts';
import { NetError } from '../domain/error.ts';
import type { Group } from '../domain/groups/group.ts';
import { isIn } from '../domain/groups/group-record.ts';
import { nextAsked, nextDecision } from '../domain/groups/renewal.ts';
import type { Context } from '../host/context.ts';
import { GROUP_FIELDS, groupJson } from '../render/group.ts';
import { reviewsTable, reviewText } from '../render/group-review.ts';
import { whoJson } from '../render/json.ts';
import { line, strong, type Text } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import { onDay, type Wording } from '../render/words.ts';
import { type GroupReview, groupReview, reviewWindow } from '../reports/group-review.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { groupNamed, refuseLeft } from '../steps/groups.ts';
import type { Db } from '../store/db.ts';
import { groupGatherings, readGroupRecords } from '../store/group-records.ts';
import { readGroups } from '../store/groups.ts';
import { touchesOf } from '../store/touches.ts';

interface Options {
  readonly keep?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[group...]', 'which group; none: all of them, a line each')
    .option('--keep', 'you looked, and stay: it is not asked about again until the next renewal');
  examples(command, ['net group review techgrow', 'net group review techgrow --keep', 'net group review']);
}

/** The answer with --json. */
export const json = {
  reviews: `each {group ${GROUP_FIELDS}, from, to, people, cost {gatherings, timed, minutes, commute, fees, costs}, met, gained {id, uuid, name}, everMet, lasted {id, uuid, name}, help, since, sinceThen {minutes, money}, all {minutes, money}, perLasting {minutes, money}, perHelp {minutes, money}, worth {yes, of}, aims {aim, times}, ties {introductions {by, introduced}, introduced, beyond}, share {through, of, much}, level, raised, decide {kind, on}}; money in hundredths, fees at what they are today; from and to are the days of all figures but these: everMet and lasted are of any time, perLasting is what it took since the day it was joined, sinceThen, for each; perLasting and perHelp null where there was none`,
  stayed: 'whether it was decided to stay',
  askedFrom: 'where it was, the day from which on it is asked about again; null where nothing is to come',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (options.keep === true && args.length === 0 && context.prompt === null)
    throw new NetError(
      'usage',
      'it does not say which group you stay in',
      'net group review TechGrow --keep',
    );
  return withFile(context, options.keep === true ? 'write' : 'read', async (db) => {
    if (options.keep === true) return stay(db, context, await groupNamed(db, context, 'review', args));
    const one = args.length === 0 ? null : await groupNamed(db, context, 'review', args);
    const groups = one === null ? readGroups(db).filter(({ leftOn }) => leftOn === null) : [one];
    const reviews = reviewsOf(db, context, groups);
    return {
      json: { reviews: reviews.map(jsonOf), stayed: false, askedFrom: null },
      text: (wording) =>
        one === null
          ? reviewsTable(reviews, wording)
          : reviews.flatMap((review) => reviewText(review, wording)),
      talk: () => (one === null || one.leftOn !== null ? [] : choiceText(one)),
    };
  });
}

function reviewsOf(db: Db, context: Context, groups: readonly Group[]): GroupReview[] {
  const situation = situationOf(db, context);
  const around = { ...situation, gatherings: groupGatherings(db) };
  const records = readGroupRecords(db, groups).map((record) => ({
    record,
    window: reviewWindow(record, situation.today),
  }));
  const days = records.flatMap(({ window }) => [window.from, window.to]).sort();
  const touches = touchesOf(db, days[0] ?? situation.today, days.at(-1) ?? situation.today);
  return records.map(({ record, window }) =>
    groupReview(
      record,
      touches.filter(({ heldOn }) => isIn(heldOn, window)),
      situation,
      around,
    ),
  );
}

function stay(db: Db, context: Context, group: Group): Answer {
  refuseLeft(group);
  const { today } = change(db, context, 'group review', (making) => ({
    changes: [update('network_group', group.id, { reviewedOn: making.today })],
    today: making.today,
  }));
  const kept = { ...group, reviewedOn: today };
  const reviews = reviewsOf(db, context, [kept]);
  const next = nextDecision(kept, today);
  const asked = nextAsked(kept, today, context.clock.dayOf);
  const again = (wording: Wording) =>
    asked === null ? '' : `; you are asked again from ${onDay(asked.from, wording).replace(/^on /, '')} on`;
  const until = (wording: Wording) =>
    next === null
      ? ''
      : ` ${next.kind === 'trial' ? 'The trial ends' : 'It renews'} ${onDay(next.on, wording)}${again(wording)}.`;
  return {
    json: { reviews: reviews.map(jsonOf), stayed: true, askedFrom: asked?.from ?? null },
    text: (wording) => [line('You stay in ', strong(group.name), `.${until(wording)}`)],
    talk: () => [line('Take it back: net undo.')],
  };
}

function choiceText({ name }: Group): Text {
  const typed = shellWords(name);
  return [line(`To stay: net group review ${typed} --keep. To leave: net group leave ${typed}.`)];
}

function jsonOf(review: GroupReview) {
  const { group, window, since, people, cost, gained, worth, aimed, ties, share, checked, decide } = review;
  return {
    group: groupJson(group),
    from: window.from,
    to: window.to,
    people,
    cost,
    met: gained.met,
    gained: gained.gained.map(({ contact }) => whoJson(contact)),
    everMet: gained.everMet,
    lasted: gained.lasted.map(({ contact }) => whoJson(contact)),
    help: gained.help,
    since,
    sinceThen: worth.since,
    all: worth.all,
    perLasting: worth.perLasting,
    perHelp: worth.perHelp,
    worth: aimed.worth,
    aims: aimed.aims,
    ties,
    share,
    level: checked.level,
    raised: checked.raised,
    decide,
  };
}
