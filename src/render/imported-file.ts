import { type FileReport, MOST_REJECTS, type RowsTaken, total } from '../reports/imported.ts';
import { attention, count, faint, line, shortened, type Text } from './text.ts';

/** So many rejects are told of a file, and so many remarks; the other rejects are counted. */
const MOST_TOLD = 20;

/** What one file told, what of it was left out, and what could not be read. */
export function fileText({
  path,
  format,
  people,
  talks,
  exchanges,
  rejects,
  rejected,
  remarks,
  skipped,
  rows,
}: FileReport): Text {
  const left = Object.entries(skipped).map(([what, times]) => count(times, what, plural(what)));
  const told = [
    ...(people > 0 ? [count(people, 'person', 'people')] : []),
    ...(total(talks) > 0 ? [count(total(talks), 'talk')] : []),
    ...(total(exchanges) > 0 ? [count(total(exchanges), 'exchange')] : []),
  ];
  const more = rejected - Math.min(rejects.length, MOST_TOLD);
  return [
    line(
      `${path}: ${format}, ${told.length === 0 ? (rows === null ? 'nobody' : 'nobody new') : told.join(', ')}.`,
      left.length === 0 ? '' : faint(` Left out: ${left.join(', ')}.`),
    ),
    ...rejects.slice(0, MOST_TOLD).map(({ line: at, reason }) => line(attention(`  line ${at}: `), reason)),
    ...(more > 0 ? [line(attention(`  and ${more} more`), `: --json lists the first ${MOST_REJECTS}.`)] : []),
    ...remarks.slice(0, MOST_TOLD).map(({ line: at, reason }) => line(faint(`  line ${at}: ${reason}`))),
    ...(rows === null ? [] : rowsText(rows)),
  ];
}

/** Of a kind that was left out: the noun at its beginning is what is counted, as in "meeting with nobody known". */
function plural(what: string): string {
  const [, noun = what, rest = ''] = /^(.+?)( (?:with|without|over|to|that|who) .*)?$/.exec(what) ?? [];
  if (/^(?:unknown |yourself)/.test(noun)) return what;
  return `${/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ie` : noun}s${rest}`;
}

/** A document of net is told by its rows: what is here stays. */
function rowsText({ added, back, unchanged, differing, deleted }: RowsTaken): Text {
  const others = differing.reduce((sum, { rows }) => sum + rows, 0);
  const whose = differing.flatMap(({ name }) => name ?? []);
  const counts = [
    `${added} new`,
    ...(back === 0 ? [] : [`${back} here again`]),
    `${unchanged} as they were`,
    ...(deleted === 0 ? [] : [`${deleted} deleted here, and left so`]),
  ];
  return [
    line(faint('Rows: '), `${counts.join(', ')}.`),
    ...(others === 0
      ? []
      : [
          line(
            faint('Yours stands: '),
            `${count(others, 'row')} you have otherwise${whose.length === 0 ? '' : `, of ${shortened(whose)}`}.`,
          ),
        ]),
  ];
}
