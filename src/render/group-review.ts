import { moneyText } from '../domain/groups/money.ts';
import type { GroupReview } from '../reports/group-review.ts';
import type { Price } from '../reports/group-worth.ts';
import { timeText } from './duration.ts';
import { groupText } from './group.ts';
import { levelText, SIGN_WORDS } from './group-signs.ts';
import { clipped, count, faint, line, listed, type Piece, strong, type Text, table, times } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** A year of a group, and the question whether it is worth it: the figures, never an order. */
export function reviewText(review: GroupReview, wording: Wording): Text {
  const { group, window, days } = review;
  const rows: (readonly [string, string | null])[] = [
    ['time', takenText(review)],
    ['money', paidText(review)],
    ['met', metText(review)],
    ['lasted', lastedText(review)],
    ['help', helpText(review)],
    ['worth it', worthText(review)],
    ['introduced', tiesText(review)],
    ['share', shareText(review)],
    ['signs', signsText(review)],
    ['decide', decideText(review, wording)],
  ];
  return [
    line(strong(group.name), `: ${groupText(group, wording)}.`),
    line(
      faint(`Of ${count(days, 'day')}, ${dayWord(window.from, wording)} to ${dayWord(window.to, wording)}:`),
    ),
    table(rows.flatMap(([label, text]): Piece[][] => (text === null ? [] : [[faint(label), text]]))),
    line(questionOf(review)),
  ];
}

function takenText({ cost: { gatherings, timed, minutes, commute } }: GroupReview): string {
  if (gatherings === 0) return 'no gatherings logged';
  const way = commute === 0 ? '' : `, ${timeText(commute)} on the way`;
  const of = timed === gatherings ? '' : ` (${timed} of them say how long)`;
  return `${count(gatherings, 'gathering')}: ${timeText(minutes)} there${way}${of}`;
}

function paidText({ cost: { fees, costs }, group: { currency } }: GroupReview): string | null {
  const parts = [
    ...(fees === 0 ? [] : [`${moneyText(fees, currency)} in fees`]),
    ...(costs === 0 ? [] : [`${moneyText(costs, currency)} at gatherings`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function metText({ gained: { met, gained }, cost: { gatherings } }: GroupReview): string {
  if (met === 0) return 'nobody new';
  const people = count(met, 'person', 'people');
  if (gained.length === 0) return `${people}; it goes both ways with none of them yet`;
  const each = gatherings === 0 ? '' : `, ${(gained.length / gatherings).toFixed(1)} for each gathering`;
  return `${people}; it goes both ways with ${gained.length} of them now${each}`;
}

function lastedText({ gained: { everMet, lasted }, worth, group }: GroupReview): string | null {
  if (everMet === 0) return null;
  const of = `${count(everMet, 'person', 'people')} ever met there`;
  if (worth.perLasting === null) return `none yet, of ${of}; it takes 90 days to tell`;
  const names = listed(lasted.slice(0, MOST_NAMES).map(({ contact }) => contact.name));
  const more = lasted.length > MOST_NAMES ? ' and others' : '';
  return `${lasted.length} of ${of} (${names}${more}): ${priceText(worth.perLasting, group.currency)} for each`;
}

const MOST_NAMES = 5;

function helpText({ gained: { help }, worth, people, group }: GroupReview): string {
  if (people === 0) return 'nobody of it is known here yet';
  const from = `from the ${count(people, 'person', 'people')} of it that you know`;
  if (worth.perHelp === null) return `none ${from}`;
  return `${times(help)} ${from}: ${priceText(worth.perHelp, group.currency)} for each`;
}

function worthText({ aimed: { worth, aims } }: GroupReview): string | null {
  if (worth.of === 0 && aims.length === 0) return null;
  const said = worth.of === 0 ? 'not said yet' : `${worth.yes} of the ${worth.of} that say`;
  return aims.length === 0
    ? said
    : `${said}; gone to ${aims.map(({ aim, times: n }) => `${aim} ${n}`).join(', ')}`;
}

function tiesText({ ties: { introductions, introduced, beyond } }: GroupReview): string | null {
  if (introduced === 0) return null;
  const who = introductions.map(({ by, introduced: people }) => `${by} introduced ${listed(people)}`);
  return `${who.join('; ')}: ${count(introduced, 'person', 'people')}, ${beyond} of them beyond the group`;
}

/** Said only where much goes through one group. */
function shareText({ share: { through, of, much } }: GroupReview): string | null {
  if (!much) return null;
  return `${Math.round((100 * through) / of)} % of your touches came through it (${through} of ${of}): other gatherings are worth a look, too`;
}

function signsText({ checked }: GroupReview): string {
  const raised = checked.signs.filter((sign) => sign.raised).map(({ kind }) => SIGN_WORDS[kind]);
  return raised.length === 0 ? levelText(checked) : `${levelText(checked)}: ${listed(raised)}`;
}

function decideText({ decide, group }: GroupReview, wording: Wording): string | null {
  const why = group.why === null ? '' : `; you joined for ${quoted(group.why)}`;
  if (decide === null) return null;
  return `${decide.kind === 'trial' ? 'the trial ends' : 'it renews'} ${onDay(decide.on, wording)}${why}`;
}

/** "38 hours and €540". */
function priceText({ minutes, money }: Price, currency: string | null): string {
  const parts = [
    ...(minutes === 0 ? [] : [timeText(minutes)]),
    ...(money === 0 ? [] : [moneyText(money, currency)]),
  ];
  return parts.length === 0 ? 'no time and no money noted' : listed(parts);
}

function questionOf({ group, cost, worth, gained: { lasted, help }, ties }: GroupReview): string {
  const price = priceText(worth.all, group.currency);
  if (group.leftOn !== null) return `You left it. It took ${price}.`;
  if (group.kind === 'volunteering') return 'Does it still further what you believe in?';
  if (cost.gatherings === 0 && worth.all.money === 0)
    return 'Nothing is logged of these days: do you still go?';
  const came = [
    ...(lasted.length === 0 ? [] : [`${count(lasted.length, 'relationship')} that lasted`]),
    ...(help === 0 ? [] : [`help ${times(help)}`]),
    ...(ties.beyond === 0
      ? []
      : [count(ties.beyond, 'introduction beyond the group', 'introductions beyond the group')]),
  ];
  return came.length === 0
    ? `${upper(price)}, and nothing has come of it so far: stay, or leave?`
    : `${upper(price)}, for ${listed(came)}: is that worth it to you?`;
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** All groups, a line each. */
export function reviewsTable(reviews: readonly GroupReview[]): Text {
  if (reviews.length === 0) return [line('No groups.')];
  const head = ['in a year', 'went', 'took', 'met', 'both ways', 'lasted', 'help', 'worth it', 'signs'].map(
    faint,
  );
  const rows = reviews.map(({ group, cost, gained, worth, aimed, checked }): Piece[] => [
    strong(group.name),
    String(cost.gatherings),
    priceText(worth.all, group.currency).replace(/^no .*/, '-'),
    String(gained.met),
    String(gained.gained.length),
    `${gained.lasted.length} of ${gained.everMet}`,
    String(gained.help),
    aimed.worth.of === 0 ? '-' : `${aimed.worth.yes} of ${aimed.worth.of}`,
    checked.level,
  ]);
  return [clipped([head, ...rows])];
}
