import type { Group, GroupKind } from '../domain/groups/group.ts';
import { moneyText } from '../domain/groups/money.ts';
import type { Checked, Level } from '../domain/groups/signs/check.ts';
import type { Evidence, Measure, Sign, SignKind } from '../domain/groups/signs/sign.ts';
import { timeText } from './duration.ts';
import { SEEN_WORDS } from './group.ts';
import { attention, count, faint, good, type Piece, type Table, table, times } from './text.ts';
import { calendarWord, dayWord, quoted, type Wording } from './words.ts';

/** A sign by its name. */
export const SIGN_WORDS: Readonly<Record<SignKind, string>> = {
  'one-way': 'given, and nothing back',
  recruiting: 'more recruiting than relationships',
  ambush: 'talks of two that turned into a crowd',
  'bad-mouthing': 'others spoken ill of',
  time: 'more time than groups were given',
};

/** "red, 2 of 5 signs raised". */
export function levelText({ level, raised, signs }: Checked): string {
  return `${level}, ${raised} of ${signs.length} signs raised`;
}

export function levelPiece(checked: Checked): Piece {
  const styles: Record<Level, (text: string) => Piece> = { clear: good, amber: attention, red: attention };
  return styles[checked.level](levelText(checked));
}

/** Each sign: whether it is raised, what it rests on, from what on it is, and the evidence under it. */
export function signsTable(
  { signs }: Checked,
  { currency, kind }: Pick<Group, 'currency' | 'kind'>,
  wording: Wording,
): Table {
  return table(
    signs.flatMap((sign): Piece[][] => [
      [
        sign.raised ? attention('raised') : 'not raised',
        `${SIGN_WORDS[sign.kind]}: in ${sign.days} days ${measuresText(sign, currency)}; ${raisedText(sign, kind)}`,
      ],
      ...sign.evidence.map((evidence): Piece[] => ['', faint(evidenceText(evidence, wording))]),
    ]),
  );
}

/** From what on a sign is raised: "raised from 3 gives or 10 hours on". */
function raisedText({ kind, measures }: Sign, group: GroupKind): string {
  const from = (what: Measure['what']) => measures.find((measure) => measure.what === what)?.from ?? 0;
  const isSpared = group === 'volunteering' && (kind === 'one-way' || kind === 'time');
  if (isSpared) return 'never raised where you volunteer';
  switch (kind) {
    case 'one-way':
      return `raised from ${count(from('gives'), 'give')} or ${timeText(from('minutes'))} on`;
    case 'recruiting':
      return `raised from ${count(from('pitches'), 'pitch', 'pitches')} on, where there are fewer touches or they follow one gathering within two weeks`;
    case 'ambush':
    case 'bad-mouthing':
      return `raised from ${count(from('reports'), 'report')} on`;
    case 'time':
      return `raised from ${count(from('weeks'), 'week')} on`;
  }
}

/** "2 gives, 11.5 hours, €75, nothing back". */
function measuresText({ measures }: Sign, currency: string | null): string {
  return measures
    .map((measure) => measureText(measure, currency))
    .filter((text) => text !== '')
    .join(', ');
}

function measureText({ what, count: n }: Measure, currency: string | null): string {
  switch (what) {
    case 'gives':
      return count(n, 'give');
    case 'minutes':
      return n === 0 ? '0 hours' : timeText(n);
    case 'money':
      return n === 0 ? '' : moneyText(n, currency);
    case 'back':
      return n === 0 ? 'nothing back' : `something back ${times(n)}`;
    case 'pitches':
      return count(n, 'pitch', 'pitches');
    case 'touches':
      return `${count(n, 'touch', 'touches')} with its people`;
    case 'after one gathering':
      return n === 0 ? '' : `${n} within two weeks of one gathering`;
    case 'reports':
      return count(n, 'report');
    case 'weeks':
      return `${count(n, 'week')} running over the budget`;
  }
}

function evidenceText({ on, what, who, text, minutes }: Evidence, wording: Wording): string {
  const day = dayWord(on, wording);
  const said = text === null ? '' : ` ${quoted(text)}`;
  switch (what) {
    case 'gave':
      return `${day}: gave ${who}${said}`;
    case 'received':
      return `${day}: received from ${who}${said}`;
    case 'introduced':
      return `${day}: ${who} introduced ${text}`;
    case 'gathering':
      return `${day}: ${timeText(minutes ?? 0)} at a gathering${said}`;
    case 'worth it':
      return `${day}: a gathering that was worth it${said}`;
    case 'week':
      return `week from ${wording.relative ? calendarWord(on, wording.today) : on}: ${timeText(minutes ?? 0)} in groups`;
    default:
      return `${day}: ${SEEN_WORDS[what]}${who === null || who === '' ? '' : ` by ${who}`}${said}`;
  }
}
