import type { NumberedLine } from '../lines.ts';
import type { Reject } from '../record.ts';
import { addLine, endLines, noLines, type OpenLines, type RawLine, unfolded } from './unfold.ts';

/** A card as its file has it. */
export interface Card {
  readonly line: number;
  /** Whether it says that it is of version 2. */
  readonly old: boolean;
  readonly lines: readonly RawLine[];
  /** Whether it has an end of its own. */
  readonly ended: boolean;
  /** The cards within the card, however deep they were. */
  readonly agents: readonly Card[];
  /** Lines of the card that are none. */
  readonly rejects: readonly Reject[];
}

interface OpenCard extends OpenLines {
  readonly line: number;
  /** What stands before each line, where the whole card is indented. */
  readonly indent: string;
  readonly agents: Card[];
}

interface Mark {
  readonly ends: boolean;
  readonly begins: boolean;
  /** `AGENT:BEGIN:VCARD`: a card within the card. */
  readonly within: boolean;
}

/** Files are put together without a line break between two cards, too. */
const MARK = /^[\s]*(agent[^:]*:\s*)?(end\s*:\s*vcard)?\s*(begin\s*:\s*vcard)?[\s;]*$/i;
const LONGEST_MARK = 100;

/**
 * The cards among the lines of a text in their order, and a reject for each run of lines outside of any card. A card without an end goes to the
 * next beginning, or to the end of the text.
 */
export function* splitCards(lines: Iterable<NumberedLine>): Generator<Card | Reject> {
  const open: OpenCard[] = [];
  let outside = false;
  for (const { number, text: raw } of lines) {
    const indent = open[0]?.indent ?? '';
    const line = raw.startsWith(indent) ? raw.slice(indent.length) : raw;
    const mark = markOf(line, open.length > 0);
    const current = open.at(-1);
    if (mark === null) {
      if (current !== undefined) addLine(current, line, number);
      else if (line.trim() !== '') {
        if (!outside) yield { line: number, reason: 'this stands outside of any card' };
        outside = true;
      }
      continue;
    }
    outside = false;
    if (mark.ends && open.length > 0) {
      if (open.length === 1) yield closed(open, true);
      else closeInner(open);
    }
    if (mark.begins) {
      if (open.length > 0 && !mark.within && !awaitsCard(open)) yield closed(open, false);
      open.push({
        ...noLines(),
        line: number,
        indent: indent + (/^[ \t]*/.exec(line)?.[0] ?? ''),
        agents: [],
      });
    }
  }
  if (open.length > 0) yield closed(open, false);
}

/** Within a card a line that begins with a space continues the line before, whatever it says. */
function markOf(line: string, within: boolean): Mark | null {
  if (line.length > LONGEST_MARK || (within && /^[ \t]/.test(line))) return null;
  const [, agent, end, begin] = MARK.exec(line) ?? [];
  if (end === undefined && begin === undefined) return null;
  return { ends: end !== undefined, begins: begin !== undefined, within: agent !== undefined };
}

/** Whether the innermost card has just said `AGENT:`. A beginning anywhere else means that an end is missing. */
function awaitsCard(open: readonly OpenCard[]): boolean {
  const parts = open.at(-1)?.lines.at(-1)?.parts ?? [];
  const [only = ''] = parts;
  return parts.length === 1 && only.length <= LONGEST_MARK && /^(?:[\w-]+\.)?agent[^:]*:\s*$/i.test(only);
}

function closeInner(open: OpenCard[]): void {
  const inner = open.pop();
  const [outermost] = open;
  if (inner !== undefined) outermost?.agents.push(asCard(inner, true));
}

/** The outermost card with all that were open within it; nothing is open afterward. */
function closed(open: OpenCard[], ended: boolean): Card {
  while (open.length > 1) closeInner(open);
  const outermost = open.pop();
  return asCard(outermost ?? { ...noLines(), line: 0, indent: '', agents: [] }, ended);
}

function asCard(open: OpenCard, ended: boolean): Card {
  endLines(open);
  const { line, old, lines, rejects, agents } = open;
  return { line, old, lines: lines.map(unfolded), ended, rejects, agents };
}
