import { promiseDay } from '../domain/exchange.ts';
import type { Cherished, CherishReport } from '../reports/cherish.ts';
import { thankLine } from './owed.ts';
import { evidenceText, sinceText } from './standing.ts';
import { count, faint, hanging, line, type Piece, strong, type Text, table } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** Those who come through, each with the evidence and what is open. `typed` is how somebody can be typed. */
export function cherishText(
  { people, others }: CherishReport,
  typed: (cherished: Cherished) => string,
  wording: Wording,
): Text {
  if (people.length > 0) return people.flatMap((cherished) => oneText(cherished, typed(cherished), wording));
  const so =
    others === 0
      ? 'No help is noted so far.'
      : `So far ${count(others, 'person', 'people')} came through at least once.`;
  return [line(`Whoever came through twice, asked or unasked and with few misses, will be here. ${so}`)];
}

function oneText(cherished: Cherished, typed: string, wording: Wording): Text {
  const { person, asks, received, since, promises, thanks, fruit, lastGivenOn, gap } = cherished;
  const { contact, summary } = person;
  const rows: (readonly [string, string])[] = [
    ...promises.map(
      (promise) =>
        ['promised', `${quoted(promise.text)}, due ${dayWord(promiseDay(promise), wording)}`] as const,
    ),
    ...thanks.map(
      (help) => ['thank for', `${quoted(help.text)}: ${thankLine(person, typed, 'help', help.id)}`] as const,
    ),
    ...fruit.map(
      (help) =>
        [
          'thank again',
          `${quoted(help.fruit ?? help.text)}: ${thankLine(person, typed, 'fruit', help.id)}`,
        ] as const,
    ),
    [
      'told',
      contact.toldOn === null
        ? `not yet: ${thankLine(person, typed, 'told')}`
        : onDay(contact.toldOn, wording),
    ],
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
    hanging(2, strong(contact.name), `: ${evidenceText(asks, received)}${sinceText(since, wording)}.`),
    table(rows.map(([label, text]): Piece[] => [faint(`  ${label}`), text])),
  ];
}
