import type { Group } from '../domain/groups/group.ts';
import { moneyText } from '../domain/groups/money.ts';
import type { GroupReview } from '../reports/group-review.ts';
import type { Price } from '../reports/group-worth.ts';
import { timeText } from './duration.ts';
import { groupFee, groupText } from './group.ts';
import { levelText, SIGN_WORDS } from './group-signs.ts';
import { capital, count, faint, line, listed, type Piece, strong, type Text, table, times } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** A year of a group, and the question whether it is worth it: the figures, never an order. */
export function reviewText(review: GroupReview, wording: Wording): Text {
  const { group, window, days } = review;
  const rows: (readonly [string, string | null])[] = [
    ['time', takenText(review)],
    ['money', paidText(review)],
    ['met', metText(review)],
    ['lasted', lastedText(review, wording)],
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

function paidText({ cost: { fees, costs }, group }: GroupReview): string | null {
  const { currency } = group;
  const parts = [
    ...(fees === 0 ? [] : [`${moneyText(fees, currency)} in fees${feeWords(group)}`]),
    ...(costs === 0 ? [] : [`${moneyText(costs, currency)} at gatherings`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Only the fee of today is known: what was paid before it was raised is counted at it, and said so. */
function feeWords(group: Group): string {
  return group.feePer === 'once' ? ' (once)' : ` (at today's ${groupFee(group)})`;
}

function metText({ gained: { met, gained, everMet }, cost: { gatherings } }: GroupReview): string {
  if (everMet === 0) return 'nobody was met there yet';
  if (met === 0) return 'nobody new';
  const people = count(met, 'person', 'people');
  if (gained.length === 0) return `${people}; it goes both ways with none of them yet`;
  const each = gatherings === 0 ? '' : `, ${(gained.length / gatherings).toFixed(1)} for each gathering`;
  return `${people}; it goes both ways with ${gained.length} of them now${each}`;
}

function lastedText(
  { gained: { everMet, lasted }, worth, group, since }: GroupReview,
  wording: Wording,
): string | null {
  if (everMet === 0) return null;
  const of = `${count(everMet, 'person', 'people')} ever met there`;
  if (worth.perLasting === null) return `none yet, of ${of}; it takes 90 days to tell`;
  const names = listed(lasted.slice(0, MOST_NAMES).map(({ contact }) => contact.name));
  const more = lasted.length > MOST_NAMES ? ' and others' : '';
  return `${lasted.length} of ${of} (${names}${more}): since ${dayWord(since, wording)} it took ${priceText(worth.perLasting, group.currency)} for each`;
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
  return `${decideWords(decide, wording)}${why}`;
}

function decideWords({ kind, on }: NonNullable<GroupReview['decide']>, wording: Wording): string {
  return `${kind === 'trial' ? 'the trial ends' : 'it renews'} ${onDay(on, wording)}`;
}

/** "38 hours and €540". */
function priceText({ minutes, money }: Price, currency: string | null): string {
  const parts = [
    ...(minutes === 0 ? [] : [timeText(minutes)]),
    ...(money === 0 ? [] : [moneyText(money, currency)]),
  ];
  return parts.length === 0 ? 'no time and no money noted' : listed(parts);
}

/** The price and what came of it are of the same days; what lasted is of any time, and said apart. */
function questionOf({
  group,
  cost,
  worth,
  gained: { gained, lasted, help },
  ties,
  days,
}: GroupReview): string {
  const price = `${priceText(worth.all, group.currency)} in ${count(days, 'day')}`;
  if (group.leftOn !== null) return `You left it. It took ${price}.`;
  if (group.kind === 'volunteering') return 'Does it still further what you believe in?';
  if (cost.gatherings === 0 && worth.all.money === 0)
    return 'Nothing is logged of these days: do you still go?';
  const came = [
    ...(gained.length === 0
      ? []
      : [`${count(gained.length, 'relationship')} that ${gained.length === 1 ? 'goes' : 'go'} both ways`]),
    ...(help === 0 ? [] : [`help ${times(help)}`]),
    ...(ties.beyond === 0
      ? []
      : [count(ties.beyond, 'introduction beyond the group', 'introductions beyond the group')]),
  ];
  const ever = lasted.length === 0 ? '' : `, and ${count(lasted.length, 'relationship')} that lasted, ever`;
  if (came.length > 0) return `${capital(price)}, for ${listed(came)}${ever}: is that worth it to you?`;
  return lasted.length === 0
    ? `${capital(price)}, and nothing has come of it so far: stay, or leave?`
    : `${capital(price)}, for nothing new${ever}: is that worth it to you?`;
}

/** All groups, a line each, which wraps where the page is narrow: every figure says what it is and of when. */
export function reviewsTable(reviews: readonly GroupReview[], wording: Wording): Text {
  if (reviews.length === 0) return [line('No groups.')];
  const rows = reviews.map((review): Piece[] => {
    const { group, cost, gained, worth, aimed, checked, decide } = review;
    const { met, everMet, lasted, help } = gained;
    const parts = [
      decide === null ? null : decideWords(decide, wording),
      cost.gatherings === 0
        ? 'no gatherings logged'
        : `${count(cost.gatherings, 'gathering')}${cost.timed === 0 ? '' : `, ${timeText(worth.all.minutes)}`}`,
      worth.all.money === 0 ? null : moneyText(worth.all.money, group.currency),
      everMet === 0
        ? 'nobody was met there'
        : `${met} met, both ways with ${gained.gained.length}; ever: ${lasted.length} of ${everMet} lasted`,
      help === 0 ? null : `help ${times(help)}`,
      aimed.worth.of === 0 ? null : `worth it ${aimed.worth.yes} of ${aimed.worth.of}`,
    ];
    return [strong(group.name), checked.level, parts.filter((part) => part !== null).join('; ')];
  });
  return [line(faint('Of 365 days, or since you joined:')), table(rows)];
}
