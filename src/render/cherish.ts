import { promiseDay } from '../domain/exchange.ts';
import type { Cherished, CherishReport } from '../reports/cherish.ts';
import { evidenceText } from './standing.ts';
import { count, faint, hanging, line, type Piece, strong, type Text, table } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** Those who come through, each with the evidence and what is open. `typed` is how somebody can be typed. */
export function cherishText(
  { people, others }: CherishReport,
  typed: (cherished: Cherished) => string,
  wording: Wording,
): Text {
  if (people.length > 0) return people.flatMap((cherished) => oneText(cherished, typed(cherished), wording));
  const so = others === 0 ? 'nobody has yet' : `${count(others, 'person', 'people')} came through before`;
  return [
    line(
      `Nobody stands here yet. It takes somebody who came through twice, asked or unasked, with few misses. As far as is noted, ${so}.`,
    ),
  ];
}

function oneText(cherished: Cherished, typed: string, wording: Wording): Text {
  const { person, asks, received, promises, thanks, fruit, lastGivenOn, gap } = cherished;
  const { contact, summary } = person;
  const rows: (readonly [string, string])[] = [
    ...promises.map(
      (promise) =>
        ['promised', `${quoted(promise.text)}, due ${dayWord(promiseDay(promise), wording)}`] as const,
    ),
    ...thanks.map((help) => ['thank for', `${quoted(help.text)}: net thank ${typed}`] as const),
    ...fruit.map(
      (help) => ['thank again', `${quoted(help.fruit ?? help.text)}: net thank ${typed}`] as const,
    ),
    ['told', contact.toldOn === null ? `not yet: net thank ${typed}` : onDay(contact.toldOn, wording)],
    ['you gave', lastGivenOn === null ? 'nothing yet that is noted' : `last ${onDay(lastGivenOn, wording)}`],
    [
      'in touch',
      summary.lastOn === null
        ? 'nothing logged yet'
        : gap === null || gap === 0
          ? dayWord(summary.lastOn, wording)
          : `${count(gap, 'day')} ago`,
    ],
  ];
  return [
    hanging(2, strong(contact.name), `: ${evidenceText(asks, received)}.`),
    table(
      rows.map(([label, text]): Piece[] => [`  ${label}`, text]).map(([a, b]) => [faint(String(a)), b ?? '']),
    ),
  ];
}
