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

/** Each sign with yes or no, what it rests on, and the evidence under it. */
export function signsTable({ signs }: Checked, currency: string | null, wording: Wording): Table {
  return table(
    signs.flatMap((sign): Piece[][] => [
      [
        sign.raised ? attention('yes') : 'no',
        `${SIGN_WORDS[sign.kind]}: ${measuresText(sign, currency)}, in ${sign.days} days`,
      ],
      ...sign.evidence.map((evidence): Piece[] => ['', faint(evidenceText(evidence, wording))]),
    ]),
  );
}

/** "2 of 3 gives, 11.5 hours, €75, nothing back". */
function measuresText({ measures }: Sign, currency: string | null): string {
  return measures
    .map((measure) => measureText(measure, currency))
    .filter((text) => text !== '')
    .join(', ');
}

function measureText({ what, count: n, from }: Measure, currency: string | null): string {
  switch (what) {
    case 'gives':
      return toward(n, from, 'give');
    case 'minutes':
      return n < (from ?? 0) ? `${Math.round(n / 6) / 10} of ${timeText(from ?? 0)}` : timeText(n);
    case 'money':
      return n === 0 ? '' : moneyText(n, currency);
    case 'back':
      return n === 0 ? 'nothing back' : `something back ${times(n)}`;
    case 'pitches':
      return toward(n, from, 'pitch', 'pitches');
    case 'touches':
      return `${count(n, 'touch', 'touches')} with its people`;
    case 'after one gathering':
      return n === 0 ? '' : `${toward(n, from, 'pitch', 'pitches')} within two weeks of one gathering`;
    case 'reports':
      return toward(n, from, 'report');
    case 'weeks':
      return `${toward(n, from, 'week')} running over the budget`;
  }
}

/** "1 of 2 reports" while it is not enough to tell, then "3 reports". */
function toward(n: number, from: number | null, one: string, many = `${one}s`): string {
  return from !== null && n < from ? `${n} of ${count(from, one, many)}` : count(n, one, many);
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
