import { type FileReport, type ImportReport, inAll, total } from '../reports/imported.ts';
import { line, type Text } from './text.ts';
import { shellWords } from './typed.ts';

const STRANGERS = /^(?:strangers' message|meeting with nobody known)$/;

/** Mail shows whose it is, or asks; a calendar need not say. */
function isCalendarWithTalks({ format, talks }: FileReport): boolean {
  return format === 'iCalendar' && total(talks) > 0;
}

/** What might have been meant otherwise, and how to say it. */
export function hintsText(report: ImportReport): Text {
  const [erased] = inAll(report, 'erased');
  const left = report.files.flatMap(({ skipped }) => Object.keys(skipped));
  return [
    ...(erased === undefined
      ? []
      : [line(`To have somebody again whom you erased: net add ${shellWords(erased.name)}.`)]),
    ...(left.some((what) => STRANGERS.test(what))
      ? [line('Of people who are not here nothing is taken in: --create takes them in, too.')]
      : []),
    ...(report.me.length === 0 && report.files.some(isCalendarWithTalks)
      ? [
          line(
            'Which address is yours? Say it once, and meetings that you declined stay out: --me you@example.org.',
          ),
        ]
      : []),
  ];
}

/** What to do next: nobody is pressed upon. */
export function nextText(report: ImportReport): Text {
  const { rehearsed, kept } = report;
  const created = inAll(report, 'created');
  const keep =
    kept.length > 0 ? 'The others rest in the stack' : 'They rest in the stack, and nothing is suggested';
  return [
    ...(rehearsed ? [line('Nothing was written.')] : []),
    ...(rehearsed || created.length === 0 || created.length === kept.length
      ? []
      : [
          line(
            `${keep}. Whom do you have a relationship with? net keep WHO, WHO --circle close. Take it back: net undo.`,
          ),
        ]),
  ];
}
