import { count, ended, faint, line, type Piece, shortened, type Table, type Text, table } from './text.ts';
import { quoted } from './words.ts';

/** A command of the past: whose rows it wrote, and what it was about. */
export interface Past {
  readonly command: string;
  readonly people: readonly string[];
  readonly about: string | null;
}

const LONGEST_ABOUT = 40;

/** "Ana Silva, "lunch at the pier"": whom and what a command was about; empty where neither is known. */
export function aboutText({ people, about }: Past): string {
  return [
    ...(people.length === 0 ? [] : [shortened(people)]),
    ...(about === null ? [] : [brief(about)]),
  ].join(', ');
}

/** A text in quotation marks, on one line, and cut where it is longer than a line has room for. */
function brief(text: string): string {
  const letters = [...text.trim().replace(/\s+/gu, ' ')];
  return quoted(
    letters.length <= LONGEST_ABOUT ? letters.join('') : `${letters.slice(0, LONGEST_ABOUT - 1).join('')}…`,
  );
}

/** One line for each command; what could not be restored is said. */
export function reversedText(reversed: readonly (Past & { readonly kept: number })[], verb: string): Text {
  return reversed.flatMap((past) => {
    const about = aboutText(past);
    return [
      line(ended(`${verb} net ${past.command}${about === '' ? '' : `: ${about}`}`)),
      ...keptLine(past.kept),
    ];
  });
}

function keptLine(kept: number): Text {
  if (kept === 0) return [];
  return [
    line(
      kept === 1
        ? '1 value had been changed since and stays as it is.'
        : `${count(kept, 'value')} had been changed since and stay as they are.`,
    ),
  ];
}

/** What was done, a row each; `day` is when. What was taken back stands back. */
export function historyTable(
  operations: readonly (Past & { readonly day: string; readonly undone: boolean })[],
): Table {
  return table(
    operations.map((past): Piece[] => {
      const about = aboutText(past);
      return past.undone
        ? [past.day, faint(`net ${past.command}`), faint(`${about} (taken back)`.trimStart())]
        : [past.day, `net ${past.command}`, about];
    }),
  );
}
