import type { NumberedLine } from '../lines.ts';
import type { Reject } from '../record.ts';

/** A line of a component, unfolded, with the number that it begins on. */
export interface RawLine {
  readonly line: number;
  readonly text: string;
}

/** An event, a time zone or another thing in a calendar, as its file has it. */
export interface Component {
  /** In lower case: `vevent`, `vtimezone`, `vtodo` … */
  readonly kind: string;
  readonly line: number;
  /** The lines that may mean something here. Those of what is within an event, as an alarm, are not among them. */
  readonly lines: readonly RawLine[];
  readonly rejects: readonly Reject[];
}

/** A line of the calendar itself, the one that begins it included. */
export interface OfCalendar {
  readonly ofCalendar: RawLine;
}

interface Open {
  readonly kind: string;
  readonly line: number;
  readonly lines: { readonly line: number; parts: string[]; length: number }[];
  readonly rejects: Reject[];
  /** How deep in what is within it the line stands. */
  depth: number;
  /** Whether the last line is kept, so that its continuation is. */
  keeps: boolean;
  /** Whether it had more lines than are kept, and that was said. */
  full: boolean;
}

const MARK = /^[ \t]*(begin|end)[ \t]*:[ \t]*([\w-]{1,60})[ \t]*$/i;
const LONGEST_MARK = 100;

/** What stands in a calendar itself. Where one begins, whatever was open before it has lost its end. */
const KINDS = new Set(['vevent', 'vtodo', 'vjournal', 'vfreebusy', 'vtimezone', 'vavailability', 'vpoll']);

/** What an event tells that has a place here. Everything else, as what others wrote in its description, is not even read. */
const KEPT =
  /^(?:uid|summary|location|url|status|dtstart|dtend|duration|rrule|rdate|exdate|recurrence-id|organizer|attendee|conference|x-google-conference|x-microsoft-skypeteamsmeetingurl|x-microsoft-onlinemeetingconflink|x-pm-conference-url)[ \t]*[;:]/i;
const KEPT_OF_CALENDAR = /^(?:x-wr-calname|method)[ \t]*[;:]/i;

const PROPERTY = /^[a-z][\w.-]{0,99}[ \t]*[;:]/i;

/** More of either means nothing. */
const LONGEST_LINE = 100_000;
const MOST_LINES = 3000;

/**
 * The components of a calendar file one after the other, whatever is broken around them: one without an end goes to the next beginning, or
 * to the end of the file.
 */
export function* componentsOf(lines: Iterable<NumberedLine>): Generator<Component | OfCalendar | Reject> {
  let open: Open | null = null;
  let inCalendar = false;
  let outside = false;
  for (const { number, text } of lines) {
    const mark = text.length > LONGEST_MARK ? null : MARK.exec(text);
    const kind = mark?.[2]?.toLowerCase() ?? '';
    const begins = mark?.[1]?.toLowerCase() === 'begin';
    if (mark === null) {
      if (open !== null) addLine(open, text, number);
      else if (KEPT_OF_CALENDAR.test(text)) yield { ofCalendar: { line: number, text } };
      else if (!inCalendar && text.trim() !== '') {
        if (!outside) yield { line: number, reason: 'this stands outside of any calendar' };
        outside = true;
      }
      continue;
    }
    outside = false;
    const isCalendar = kind === 'vcalendar';
    if (isCalendar) inCalendar = begins;
    if (open !== null && (isCalendar || (begins && KINDS.has(kind)) || (!begins && kind === open.kind))) {
      yield closed(open);
      open = null;
      if (!begins) continue;
    }
    if (isCalendar) {
      if (begins) yield { ofCalendar: { line: number, text } };
      continue;
    }
    if (open !== null) {
      open.keeps = false;
      open.depth = Math.max(0, open.depth + (begins ? 1 : -1));
      if (open.kind === 'vtimezone') addLine(open, `${begins ? 'BEGIN' : 'END'}:${kind}`, number);
    } else if (begins) {
      open = { kind, line: number, lines: [], rejects: [], depth: 0, keeps: false, full: false };
    }
  }
  if (open !== null) yield closed(open);
}

function addLine(open: Open, text: string, number: number): void {
  const wanted = open.kind === 'vtimezone' || (open.kind === 'vevent' && open.depth === 0);
  if (!wanted) return;
  if (/^[ \t]/.test(text)) {
    const last = open.lines.at(-1);
    if (!open.keeps || last === undefined) return;
    last.length += text.length;
    if (last.length <= LONGEST_LINE) last.parts.push(text.slice(1));
    return;
  }
  if (!PROPERTY.test(text)) {
    // A line break within a text that is not read is no loss.
    if (open.keeps && text.trim() !== '')
      open.rejects.push({
        line: number,
        reason: 'this is no line of an event: it has no name before a colon',
      });
    open.keeps = false;
    return;
  }
  open.keeps = open.kind === 'vtimezone' || KEPT.test(text);
  if (!open.keeps) return;
  if (open.lines.length >= MOST_LINES) {
    open.keeps = false;
    const reason = `this goes on for more than ${MOST_LINES} lines; the rest of them is left out`;
    if (!open.full) open.rejects.push({ line: number, reason });
    open.full = true;
    return;
  }
  open.lines.push({ line: number, parts: [text.slice(0, LONGEST_LINE)], length: text.length });
}

function closed({ kind, line, lines, rejects }: Open): Component {
  const long = lines.filter(({ length }) => length > LONGEST_LINE);
  const reason = `this line has more than ${LONGEST_LINE} characters, and is left out`;
  return {
    kind,
    line,
    lines: lines
      .filter(({ length }) => length <= LONGEST_LINE)
      .map(({ line: at, parts }) => ({ line: at, text: ownText(parts.join('')) })),
    rejects: [...rejects, ...long.map(({ line: at }) => ({ line: at, reason }))],
  };
}

/** A text that is part of a longer one keeps all of it in memory: what is kept of a line is not to keep the file. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}
