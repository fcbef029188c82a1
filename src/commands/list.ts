import type { Command } from 'commander';
import { type CalendarDate, latest } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { asksForMoved, type Listed, readFilter } from '../domain/filter.ts';
import { giverLabel } from '../domain/giver.ts';
import { gap, type Situation, type Stage, stageOf } from '../domain/person.ts';
import { standing } from '../domain/warmth.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { contactJson } from '../render/json.ts';
import { workText } from '../render/person.ts';
import { clipped, count as counted, faint, line, type Piece, strong, type Text } from '../render/text.ts';
import { dayWord, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { stageSituation } from '../steps/lapsing.ts';
import { type ListedRow, readFirst, readListing } from '../store/listing.ts';

interface Options {
  readonly since?: string;
  readonly all?: boolean;
}

/** Somebody with what the list says of them. */
interface Entry extends ListedRow {
  readonly stage: Stage;
  readonly listed: Listed;
  readonly lastOn: CalendarDate | null;
}

/** Who fits; of a page that is full no more need to be there than it shows. */
interface Found {
  readonly found: readonly Entry[];
  readonly count: number;
  readonly movedOn: number;
}

/** What a terminal shows at once. A pipe gets everybody. */
const PAGE = 50;

export function configure(command: Command): void {
  command
    .argument(
      '[filter...]',
      'field:value, +tag, -tag, a circle, a stage, an origin, warm, cooling or cold, part of a name; all have to hold. Who moved on is left out unless asked for: moved on',
    )
    .option('--since <day>', 'met or in touch since that day')
    .option('--all', `more than ${PAGE} on a terminal, too`)
    .allowUnknownOption();
  examples(command, [
    'net list',
    'net list close',
    'net list stage:growing',
    'net list city:lisbon +rust -family',
    'net list stack --since "last month"',
  ]);
}

/** The answer with --json. */
export const json = {
  people:
    '{id, uuid, name, nickname, org, role, city, birthday, askAbout, stage, movedTo, circle, everyDays, noScore, origin, metOn, lastOn, snoozedUntil, touches, warmth, label, evidence {helped, partly, busy, ignored, received}, at, via, tags, interests, needs, offers}; touches counts days, warmth is null where too little is logged to tell, and evidence is what label rests on',
  count: 'how many',
  movedOn: 'how many more fit and are left out because they moved on',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  // Its value is not said again: it may be a secret.
  const unknown = args.find((word) => word.startsWith('--'))?.replace(/=.*/s, '');
  if (unknown !== undefined)
    throw new NetError('usage', `unknown option '${unknown}'`, 'net help list shows how it is used');
  const filter = readFilter(args);
  const since =
    options.since === undefined
      ? null
      : await pastDay(options.since, today(context.clock), 'name a day that has been: --since "2 weeks ago"');
  const { io } = context;
  const isPage = io.outIsTerminal && !context.asJson && options.all !== true;
  const { found, count, movedOn } = await withFile(context, 'read', (db): Found => {
    const situation = situationOf(db, context);
    const staged = stageSituation(db, context, situation);
    const entry = (row: ListedRow) => entryOf(row, situation, staged);
    // Most often everybody is asked for, and a page of them is shown: there is no need to read the others.
    if (isPage && args.length === 0 && since === null) {
      const { rows, ...counts } = readFirst(db, PAGE);
      return { found: rows.map(entry), ...counts };
    }
    const fitting = readListing(db)
      .map(entry)
      .filter((each) => filter(each.listed) && (since === null || isSince(each, since)));
    const found = asksForMoved(args) ? fitting : fitting.filter(({ stage }) => stage !== 'moved on');
    return { found, count: found.length, movedOn: fitting.length - found.length };
  });
  const shown = isPage ? found.slice(0, PAGE) : found;
  return {
    json: { people: found.map(jsonOf), count, movedOn },
    text: (wording) =>
      shown.length === 0 ? [line('Nobody.')] : [clipped(shown.map((entry) => cells(entry, wording)))],
    talk: () => talkOf(count, shown.length, movedOn),
  };
}

function talkOf(found: number, shown: number, movedOn: number): Text {
  const parts = [
    ...(found === 0
      ? []
      : [shown < found ? pageText(shown, found) : `${counted(found, 'person', 'people')}.`]),
    ...(movedOn === 0 ? [] : [`${movedOn}${found === 0 ? '' : ' more'} moved on: net list moved on.`]),
  ];
  return parts.length === 0 ? [] : [line(parts.join(' '))];
}

function pageText(shown: number, found: number): string {
  return `${shown} of ${found} people, by name: net list kept, or net list city:lisbon, shows some of them; net list --all everybody.`;
}

function entryOf(row: ListedRow, situation: Situation, staged: Situation): Entry {
  const { person, traits, at, via } = row;
  const { contact, summary } = person;
  const { warmth } = situation.settings.ranking;
  const stage = stageOf(person, staged);
  const texts = (kind: string) => traits.filter((trait) => trait.kind === kind).map(({ text }) => text);
  return {
    ...row,
    stage,
    lastOn: summary.lastOn,
    listed: {
      name: contact.name,
      nickname: contact.nickname,
      org: contact.org,
      role: contact.role,
      city: contact.city,
      stage,
      circle: contact.circle,
      origin: contact.origin,
      via,
      at,
      warmth: standing(summary.days, gap(person, situation) ?? 0, warmth),
      label: giverLabel(summary, contact.noScore),
      tags: texts('tag'),
      interests: texts('interest'),
      needs: texts('need'),
      offers: texts('offer'),
    },
  };
}

function isSince({ person, lastOn }: Entry, since: CalendarDate): boolean {
  const last = latest(person.contact.metOn, lastOn);
  return last !== null && last >= since;
}

function cells({ person, listed, lastOn }: Entry, wording: Wording): Piece[] {
  const { contact } = person;
  const circle = listed.stage === 'kept' ? (contact.circle ?? 'active') : listed.stage;
  return [
    faint(contact.short),
    strong(contact.name),
    circle,
    listed.warmth ?? '',
    lastOn === null ? '' : dayWord(lastOn, wording),
    [workText(contact), contact.city].filter((part) => part !== null).join(', '),
  ];
}

function jsonOf({ person, stage, listed, lastOn }: Entry) {
  const { warmth: band, label, at, via, tags, interests, needs, offers } = listed;
  const { days, helped, partly, busy, ignored, received } = person.summary;
  return {
    ...contactJson(person.contact, stage),
    lastOn,
    touches: days,
    warmth: band,
    label,
    evidence: { helped, partly, busy, ignored, received },
    at,
    via,
    tags,
    interests,
    needs,
    offers,
  };
}
