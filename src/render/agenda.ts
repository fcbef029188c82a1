import type { Agenda, AgendaLine } from '../domain/agenda/agenda.ts';
import type { Candidate } from '../domain/agenda/candidate.ts';
import type { Footer } from '../domain/agenda/footer.ts';
import type { Move } from '../domain/agenda/move.ts';
import type { Origins } from '../domain/contact.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import { isOpenAsk } from '../domain/exchange.ts';
import { timeText } from './duration.ts';
import { moveText } from './move.ts';
import { dueText, reasonText } from './reason.ts';
import { count, faint, good, line, type Piece, strong, type Table, type Text, table } from './text.ts';
import { shellWords } from './typed.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** A line of the agenda with what its words need. */
export interface LineView {
  readonly line: AgendaLine;
  readonly move: Move;
  readonly origins: Origins;
}

/** The list: number, name and reason, and under each open line its move. */
export function agendaTable(views: readonly LineView[], wording: Wording): Table {
  return table(views.flatMap((view) => rows(view, wording)));
}

function rows({ line, move, origins }: LineView, wording: Wording): Piece[][] {
  const number = String(line.line.position);
  const { name } = line.person.contact;
  if (line.done) return [[faint(number), good(`${name} ✓`), faint(settledText(line, wording))]];
  const [leading, ...others] = line.terms;
  // What a line leads with hides no birthday, and one ahead is told in time.
  const said = [leading, ...others.filter(({ kind }) => kind === 'date')].filter(
    (term) => term !== undefined,
  );
  const reason = said.map((term) => reasonText(term, line.person.contact, origins, wording)).join('; ');
  return [
    [number, strong(name), reason],
    ['', '', faint(moveText(move, number))],
  ];
}

/** What became of a line. */
export function settledText({ line, person }: AgendaLine, wording: Wording): string {
  const [leading] = line.reasons;
  const subject = person.open.find((open) => open.id === leading?.subject);
  switch (leading?.kind) {
    case 'promise':
      return 'promise settled';
    case 'thanks':
      // An outcome that was taken back: nothing was helped with yet.
      return subject !== undefined && isOpenAsk(subject) ? 'not owed anymore' : 'thanked';
    case 'thank-again':
      return 'thanked again';
    case 'tell':
      return 'told';
    case 'ask':
      return subject !== undefined && isOpenAsk(subject) ? 'asked again' : 'answered';
    default: {
      const { lastOn, talks } = person.summary;
      // A follow-up on the day of the meeting is no later touch.
      const isSame = lastOn === line.touchedOn && !(leading?.kind === 'follow-up' && talks > 0);
      if (lastOn === null || isSame) return 'not due anymore';
      const wrote = person.summary.unansweredOn === lastOn;
      return wrote ? `wrote ${onDay(lastOn, wording)}, no answer yet` : `in touch ${onDay(lastOn, wording)}`;
    }
  }
}

/** What is said in a pause, or where no line is open; null where there is nothing to say. */
export function quietText(
  { lines, quiet, plan }: Agenda,
  paused: { readonly until: CalendarDate | null } | null,
  wording: Wording,
): string | null {
  if (paused !== null) {
    const until = paused.until === null ? 'until net pause --end' : `until ${dayWord(paused.until, wording)}`;
    return `Paused ${until}: only what is owed is listed.`;
  }
  if (lines.some(({ done }) => !done)) return null;
  if (lines.length > 0) return `That is the week. Next list ${dayWord(addDays(plan.last, 1), wording)}.`;
  const left =
    quiet === null
      ? ''
      : ` ${count(quiet.count, 'person', 'people')} left in peace until ${dayWord(quiet.until, wording)}.`;
  return `Nothing is due.${left}`;
}

/** The one line under the list. `typed` is how its person can be typed. */
export function footerText(footer: Footer, typed: string, wording: Wording): string {
  switch (footer.kind) {
    case 'pause':
      return `Away since ${dayWord(footer.span.sinceDay, wording)}? net pause --since ${footer.span.sinceDay} counts that as a pause.`;
    case 'decision': {
      const { group, kind, on } = footer.decision;
      const past = on < wording.today;
      const what =
        kind === 'trial' ? `The trial of ${group.name} ${past ? 'ended' : 'ends'}` : `${group.name} renews`;
      return `${what} ${onDay(on, wording)}: net group review ${shellWords(group.name)} says what it gave and took.`;
    }
    case 'keep-or-rest': {
      const { name } = footer.person.contact;
      return `${name} has been growing for ${count(footer.days, 'day')}: net keep ${typed} or net rest ${typed}?`;
    }
    case 'back-to-stack': {
      const { name } = footer.person.contact;
      return `${name} went back to the stack after a long quiet time; net grow ${typed} brings them back.`;
    }
    case 'also-owed':
      return `Also owed: ${firstFew(footer.owed.map((owed) => alsoOwed(owed, wording)))}.`;
    case 'shorter':
      return `Groups took ${timeText(footer.minutes)} of the week before: this list holds ${footer.slots} people instead of ${footer.usual}.`;
    case 'free-slot':
      return freeSlotText(footer);
  }
}

/** A free slot says whom to look for, where that is known. */
function freeSlotText({ free, target }: Footer & { readonly kind: 'free-slot' }): string {
  const slots = free === 1 ? 'A growing slot is free' : `${free} growing slots are free`;
  if (target === null) return `${slots}: net grow WHO takes somebody from the stack.`;
  const { text, found, wanted } = target;
  return `${slots}: look for ${quoted(text)} (${found} of ${wanted} found).`;
}

const MOST_SAID = 3;

function firstFew(texts: readonly string[]): string {
  const more = texts.length - MOST_SAID;
  const said = texts.slice(0, MOST_SAID).join('; ');
  return more > 0 ? `${said}; and ${count(more, 'more person', 'more people')}` : said;
}

/** "Ana Silva (the deck due Friday, thanks)". */
function alsoOwed({ person, obligations }: Candidate, wording: Wording): string {
  const owed = obligations.map((term) =>
    term.kind === 'promise' ? `${term.exchange.text} ${dueText(term.due, wording)}` : 'thanks',
  );
  return `${person.contact.name} (${owed.join(', ')})`;
}

/** Every term of a line, with its weight and value: what `--why` shows. */
export function whyText(
  { line, origins }: LineView,
  wording: Wording,
  weights: Readonly<Record<string, number>>,
): Text {
  const { person, terms, score } = line;
  const rowsOf = terms.map((term): Piece[] => [
    reasonText(term, person.contact, origins, wording),
    `${weights[term.kind]} × ${term.value.toFixed(2)}`,
    term.points.toFixed(2),
  ]);
  return [
    { pieces: [strong(person.contact.name)], hang: 0 },
    table([...rowsOf, [faint('score'), '', strong(score.toFixed(2))]]),
  ];
}

export function footerLine(text: string) {
  return line(faint(text));
}
