import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import { DEFAULTS } from '../domain/settings.ts';
import type { Context } from '../host/context.ts';
import type { LineView } from '../render/agenda.ts';
import { agendaTable, footerLine, footerText, quietText, settledText, whyText } from '../render/agenda.ts';
import { whoJson } from '../render/json.ts';
import { actText } from '../render/move.ts';
import { reasonText } from '../render/reason.ts';
import type { Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { NOT_STORED, planned, type ShownWeek, shown, withMoves, withTyped } from '../steps/week.ts';
import { goOnToWrite } from '../store/connect.ts';
import type { Db, Seen } from '../store/db.ts';
import { isSame } from '../store/overtaken.ts';

interface Options {
  readonly why?: string;
  readonly refill?: boolean;
}

export function configure(command: Command): void {
  command
    .option('--why <number>', 'every reason of one line, with its weight')
    .option('--refill', 'list more people, on purpose');
  examples(command, ['net', 'net today --why 2', 'net done 2 "sent her the intro"', 'net snooze 3']);
}

/** The answer with --json. */
export const json = {
  plan: 'its days: {first, last}; null where nobody is due',
  lines:
    'each {number, contact {id, uuid, name}, done, settled, score, reasons [{term, weight, value, points, text}], move {act, medium, minutes, text}}; settled says how a line was done, or null',
  footer: 'the one line below: {kind, text}, or null',
  quiet: 'where nobody is listed: {count, until}, or null',
  paused: 'the pause that is on: {since, until}, or null',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const refill = options.refill === true;
  const seen = await withFile(context, 'read', async (db) => {
    const read = { week: await shown(db, planned(db, context, refill)), as: db.seen, isStored: true };
    if (!read.week.agenda.changed) return read;
    return goOnToWrite(db)
      ? { ...read, week: await stored(db, context, refill, read) }
      : { ...read, isStored: false };
  });
  const week = seen.isStored
    ? seen.week
    : await withFile(context, 'write', (db) => stored(db, context, refill, seen));
  return options.why === undefined ? listAnswer(week) : whyAnswer(week, options.why);
}

/**
 * Stores a plan as it was shown; where another program has written since it was read, `as` it was then, all is planned again in the
 * transaction that stores it.
 */
async function stored(
  db: Db,
  context: Context,
  refill: boolean,
  { week: shownWeek, as }: { readonly week: ShownWeek; readonly as: Seen },
): Promise<ShownWeek> {
  const { writePlan } = await import('../store/plan-writing.ts');
  const holds = isSame(db.seen, as);
  const week = writePlan(db, (store): Omit<ShownWeek, 'typed'> => {
    const again = holds ? shownWeek : withMoves(db, planned(db, context, refill));
    const { changed, plan } = again.agenda;
    if (changed) {
      const id = plan.id === NOT_STORED ? context.newId() : plan.id;
      store({ id: context.newId(), at: context.clock.now(), command: 'today' }, { ...plan, id });
    }
    return again;
  });
  return week === shownWeek ? shownWeek : withTyped(db, week);
}

function views({ agenda, moves, origins }: ShownWeek): LineView[] {
  return agenda.lines.flatMap((line, i) => {
    const move = moves[i];
    const origin = origins[i];
    return move === undefined || origin === undefined ? [] : [{ line, move, origins: origin }];
  });
}

function listAnswer(week: ShownWeek): Answer {
  const lines = views(week);
  return {
    get json() {
      return listJson(week);
    },
    text: (wording) => {
      const under = underText(week, wording);
      return [
        ...(lines.length === 0 ? [] : [agendaTable(lines, wording)]),
        ...(under === null ? [] : [footerLine(under)]),
      ];
    },
  };
}

function listJson(week: ShownWeek): Answer['json'] {
  const { agenda, footer, typed } = week;
  const lines = views(week);
  const full = { today: week.today, relative: false };
  return {
    plan: lines.length === 0 ? null : { first: agenda.plan.first, last: agenda.plan.last },
    lines: lines.map((view) => lineJson(view, full)),
    footer: footer === null ? null : { kind: footer.kind, text: footerText(footer, typed, full) },
    quiet: agenda.quiet,
    paused: week.paused,
  };
}

/** At most one line: a pause, then what is to be decided or owed, else that the week is done or nothing is due, else the free slot. */
function underText({ agenda, footer, typed, paused }: ShownWeek, wording: Wording): string | null {
  const quiet = quietText(agenda, paused, wording);
  if (footer === null) return quiet;
  const isFree = footer.kind === 'free-slot';
  if (agenda.lines.length === 0 || (paused !== null && !isFree))
    return `${quiet} ${footerText(footer, typed, wording)}`;
  return isFree && quiet !== null ? quiet : footerText(footer, typed, wording);
}

function lineJson(view: LineView, wording: Wording) {
  const { line, move, origins } = view;
  const { contact } = line.person;
  const weights: Readonly<Record<string, number>> = DEFAULTS.ranking.weights;
  return {
    number: line.line.position,
    contact: whoJson(contact),
    done: line.done,
    settled: line.done ? settledText(line, wording) : null,
    score: line.score,
    reasons: line.terms.map((term) => ({
      term: term.kind,
      weight: weights[term.kind],
      value: term.value,
      points: term.points,
      text: reasonText(term, contact, origins, wording),
    })),
    move: {
      act: move.act.kind,
      medium: move.medium,
      minutes: move.minutes,
      text: actText(move.act, String(line.line.position)),
    },
  };
}

function whyAnswer(week: ShownWeek, number: string): Answer {
  const view = views(week).find(({ line }) => String(line.line.position) === number.trim());
  if (view === undefined)
    throw new NetError('not-found', `the list has no line ${number}`, 'net today shows it');
  return {
    json: { ...listJson(week), lines: [lineJson(view, { today: week.today, relative: false })] },
    text: (wording) => whyText(view, wording, DEFAULTS.ranking.weights),
  };
}
