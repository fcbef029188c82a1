import type { NumberedLine } from '../lines.ts';
import type { Reject } from '../record.ts';

const LISTS = ['activities', 'notes', 'friends', 'locations'] as const;
export type List = (typeof LISTS)[number];

/** One line of a list, without the dash in front of it. */
export interface Item {
  readonly list: List;
  readonly line: number;
  readonly text: string;
}

/** More means nothing, and all that is told of a file is held at once. */
const LONGEST_LINE = 1_000_000;

/** The lines of each list in a `friends.md`. Lines that are in no list are one reject for all that follow each other. */
export function* itemsIn(lines: Iterable<NumberedLine>): Generator<Item | Reject> {
  let list: List | null = null;
  let stray = { line: 0, count: 0 };
  for (const { number, text } of lines) {
    const said = text.trim();
    if (said === '') continue;
    if (said.length > LONGEST_LINE) {
      yield { line: number, reason: `this line has more than ${LONGEST_LINE} characters, and is left out` };
      continue;
    }
    const heading = /^### *([A-Za-z]+): *$/.exec(said);
    if (heading !== null) list = LISTS.find((known) => known === heading[1]?.toLowerCase()) ?? null;
    if (list === null) {
      stray = { line: stray.count === 0 ? number : stray.line, count: stray.count + 1 };
      continue;
    }
    yield* strayed(stray);
    stray = { line: 0, count: 0 };
    if (heading === null) yield { list, line: number, text: said.replace(/^-\s+/, '') };
  }
  yield* strayed(stray);
}

function* strayed({ line, count }: { line: number; count: number }): Generator<Reject> {
  if (count === 0) return;
  const what = count === 1 ? 'this line is' : `${count} lines from here on are`;
  const reason = `${what} in none of the lists Activities, Notes, Friends and Locations`;
  yield { line, reason };
}
