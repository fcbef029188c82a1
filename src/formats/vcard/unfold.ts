import type { Reject } from '../record.ts';

/** A line of a card, unfolded, with the number that it begins on. */
export interface RawLine {
  readonly line: number;
  readonly text: string;
  /** It goes on for longer than anything that is kept. */
  readonly cut: boolean;
}

interface OpenLine {
  readonly line: number;
  readonly parts: string[];
  /** How it may go on: `soft` ends in = before a line break, `base64` needs no fold, `text` may have bare line breaks. */
  readonly kind: 'soft' | 'base64' | 'text' | 'plain';
  /** Which of the parts came after a soft line break. */
  readonly afterSoft: number[];
  length: number;
  /** The length of the line before the fold. */
  width: number;
}

/** The lines of a card that is being read. */
export interface OpenLines {
  readonly lines: OpenLine[];
  readonly rejects: Reject[];
  /** It says that it is of version 2. */
  old: boolean;
  /** How many lines there are, but for members. */
  count: number;
  /** There were more than are taken. */
  full: boolean;
  /** A line that may be a property whose parameters are folded. */
  pending: { readonly line: number; readonly text: string } | null;
  /** The last line that was none. */
  strayLine: number;
}

export function noLines(): OpenLines {
  return { lines: [], rejects: [], old: false, count: 0, full: false, pending: null, strayLine: 0 };
}

const LONGEST_LINE = 1_000_000;
const LONGEST_BARE = 100_000;
const MOST_LINES = 1000;

/** A group may have any number of these. */
const MEMBER = /^(?:[\w-]+\.)?(?:x-addressbookserver-)?member[ \t]*[;:]/i;

/** Where a fold falls between words, version 2.1 keeps its space; folds after so many characters fall anywhere. */
const FULL_WIDTH = 72;

/** What people write over several lines, and programs forget to fold. */
const TEXT = /^(?:[\w-]+\.)?(?:note|fn|n|nickname|org|title|role|adr|label)(?:;|$)/i;

/** A property that has lost its value, rather than some words. */
const BROKEN = /^(?:[\w-]+\.)?[A-Z][A-Z0-9-]*;/;

const HALF = /^[a-z][\w.-]{0,99}(?:;|$)/i;
const PROPERTY = /^[a-z][\w.-]{0,99}[ \t]*[;:]/i;

/** Takes in one line of a card: as a property of its own, as the continuation of the one before, or else as a reject. */
export function addLine(card: OpenLines, text: string, number: number): void {
  if (card.full) return;
  const { pending } = card;
  const folded = /^[ \t]/.test(text);
  if (pending !== null && folded) {
    const joined = { line: pending.line, text: pending.text + text.slice(1) };
    card.pending = text.includes(':') ? null : joined;
    if (card.pending === null) addWhole(card, joined.text, joined.line);
    return;
  }
  endLines(card);
  const last = card.lines.at(-1);
  if (last?.kind === 'soft' && softened(last)) {
    last.afterSoft.push(last.parts.length);
    append(last, text, text);
  } else if (folded && last !== undefined) {
    const spaced = card.old && last.kind !== 'base64' && last.width < FULL_WIDTH;
    append(last, spaced ? text : text.slice(1), text);
  } else if (last?.kind !== 'base64' && HALF.test(text) && !text.includes(':')) {
    card.pending = { line: number, text };
  } else addWhole(card, text, number);
}

/** Decides on a line that nothing continues. To be called once more after the last one. */
export function endLines(card: OpenLines): void {
  const { pending } = card;
  card.pending = null;
  if (pending !== null) addWhole(card, pending.text, pending.line);
}

function addWhole(card: OpenLines, text: string, number: number): void {
  const last = card.lines.at(-1);
  if (text.trim() === '') return;
  if (PROPERTY.test(text) && text.includes(':')) addProperty(card, text, number);
  else if (last?.kind === 'base64') append(last, text, text);
  else if (last?.kind === 'text' && last.length < LONGEST_BARE && !BROKEN.test(text))
    append(last, `\\n${text}`, text);
  else {
    if (number !== card.strayLine + 1) {
      card.rejects.push({ line: number, reason: 'this is no line of a card: it has no name before a colon' });
    }
    card.strayLine = number;
  }
}

/** A line as it was before it was folded. Some programs fold with a space after each soft line break, too. */
export function unfolded({ line, parts, afterSoft, length }: OpenLine): RawLine {
  const spaced = new Set(afterSoft.every((i) => /^[ \t]/.test(parts[i] ?? ' ')) ? afterSoft : []);
  const text = parts.map((part, i) => (spaced.has(i) ? part.slice(1) : part)).join('');
  return { line, text, cut: length > LONGEST_LINE };
}

function addProperty(card: OpenLines, text: string, number: number): void {
  if (!MEMBER.test(text)) card.count++;
  if (card.count > MOST_LINES) {
    const reason = `the card goes on for more than ${MOST_LINES} entries; the rest of it is left out`;
    card.rejects.push({ line: number, reason });
    card.full = true;
    return;
  }
  if (/^version[ \t]*:[ \t]*2/i.test(text)) card.old = true;
  const open: OpenLine = { line: number, parts: [], kind: kindOf(text), afterSoft: [], length: 0, width: 0 };
  append(open, text, text);
  card.lines.push(open);
}

function append(open: OpenLine, text: string, raw: string): void {
  if (open.length <= LONGEST_LINE) open.parts.push(text.slice(0, LONGEST_LINE));
  open.length += text.length;
  open.width = raw.length;
}

/** Whether a quoted-printable value goes on in the next line. If so, the = that says it is gone. */
function softened(open: OpenLine): boolean {
  const part = (open.parts.at(-1) ?? '').trimEnd();
  if (!part.endsWith('=')) return false;
  open.parts[open.parts.length - 1] = part.slice(0, -1);
  return true;
}

function kindOf(text: string): OpenLine['kind'] {
  const header = text.slice(0, text.indexOf(':'));
  if (/quoted-printable/i.test(header)) return 'soft';
  if (/[;=]b(?:ase64)?[ \t]*(?:;|$)/i.test(header)) return 'base64';
  return TEXT.test(header) ? 'text' : 'plain';
}
