import type { Agenda, AgendaLine } from '../domain/agenda/agenda.ts';
import type { Footer } from '../domain/agenda/footer.ts';
import type { Move } from '../domain/agenda/move.ts';
import type { Origins } from '../domain/contact.ts';
import { addDays, type CalendarDate } from '../domain/day.ts';
import { isOpenAsk } from '../domain/exchange.ts';
import { moveText } from './move.ts';
import { reasonText } from './reason.ts';
import { count, faint, good, line, type Piece, strong, type Table, type Text, table } from './text.ts';
import { dayWord, onDay, type Wording } from './words.ts';

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
  const [leading] = line.terms;
  const reason = leading === undefined ? '' : reasonText(leading, line.person.contact, origins, wording);
  return [
    [number, strong(name), reason],
    ['', '', faint(moveText(move, number))],
  ];
}

/** What became of a line. */
export function settledText({ line, person }: AgendaLine, wording: Wording): string {
  const [leading] = line.reasons;
  switch (leading?.kind) {
    case 'promise':
      return 'promise settled';
    case 'thanks':
      return 'thanked';
    case 'thank-again':
      return 'thanked again';
    case 'tell':
      return 'told';
    case 'ask':
      return person.open.some((open) => open.id === leading.subject && isOpenAsk(open))
        ? 'asked again'
        : 'answered';
    default: {
      const { lastOn } = person.summary;
      return lastOn === null || lastOn === line.touchedOn
        ? 'not due anymore'
        : `in touch ${onDay(lastOn, wording)}`;
    }
  }
}

/** What is said where no line is open. */
export function quietText(
  { lines, resting, plan }: Agenda,
  paused: { readonly until: CalendarDate | null } | null,
  wording: Wording,
): string {
  if (lines.length > 0) return `That is the week. Next list ${dayWord(addDays(plan.last, 1), wording)}.`;
  if (paused !== null) {
    const until = paused.until === null ? 'until net pause --end' : `until ${dayWord(paused.until, wording)}`;
    return `Paused ${until}: only what is owed is listed.`;
  }
  const quiet = resting === null ? '' : ` ${resting.count} resting until ${dayWord(resting.until, wording)}.`;
  return `Nothing is due.${quiet}`;
}

/** The one line under the list. `typed` is how its person can be typed. */
export function footerText(footer: Footer, typed: string, wording: Wording): string {
  switch (footer.kind) {
    case 'pause':
      return `Away since ${dayWord(footer.span.sinceDay, wording)}? net pause --since ${footer.span.sinceDay} counts that as a pause.`;
    case 'keep-or-rest': {
      const { name } = footer.person.contact;
      return `${name} has been growing for ${count(footer.days, 'day')}: net keep ${typed} or net rest ${typed}?`;
    }
    case 'back-to-stack': {
      const { name } = footer.person.contact;
      return `${name} went back to the stack after a long quiet time; net grow ${typed} brings them back.`;
    }
    case 'also-owed':
      return `Also owed: ${footer.owed.map(({ person, obligations }) => `${person.contact.name} (${obligations.map(owedText).join(', ')})`).join(', ')}.`;
    case 'free-slot':
      return `${footer.free === 1 ? 'A growing slot is' : `${footer.free} growing slots are`} free: net grow WHO takes somebody from the stack.`;
  }
}

function owedText(term: { readonly kind: string; readonly exchange?: { readonly text: string } }): string {
  return term.kind === 'thanks' ? 'thanks' : (term.exchange?.text ?? '');
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
