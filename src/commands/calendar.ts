import type { Command } from 'commander';
import { emptyPlan, viewer } from '../domain/agenda/plan.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { writeWhole } from '../host/write-file.ts';
import { entryTitle } from '../render/calendar.ts';
import { safe } from '../render/safe.ts';
import { count, line, strong } from '../render/text.ts';
import { type CalendarEntry, calendarEntries } from '../reports/calendar.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { fileNamed, mayWriteOver } from '../steps/written-file.ts';
import { readAhead } from '../store/calendar.ts';
import type { Db } from '../store/db.ts';
import { groupsToDecide } from '../store/groups.ts';
import { readSettings } from '../store/settings.ts';
import { atOnce } from '../store/whole.ts';

interface Options {
  readonly days?: string;
  readonly force?: boolean;
}

const DAYS = 60;
const MOST_DAYS = 366;

export function configure(command: Command): void {
  command
    .argument('[file]', 'where to; the standard output without one')
    .option('--days <number>', `how far ahead moves and promises are told; ${DAYS} if not said`)
    .option('--force', 'write over a file that is there');
  examples(command, [
    'net calendar net.ics',
    'net calendar net.ics --days 14 --force',
    'net calendar | less',
  ]);
}

/** The answer with --json. */
export const json = {
  file: 'the file that was written, or null',
  events: 'how many entries are in it',
  bytes: 'how long it is',
  calendar: 'the calendar itself where no file was named, else null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const file = fileNamed(args);
  const days = daysSaid(options.days);
  if (file === undefined && options.force === true)
    throw new NetError(
      'usage',
      '--force writes over a file, and none is named',
      'net calendar net.ics --force',
    );
  const { calendarText } = await import('../formats/calendar.ts');
  const now = today(context.clock);
  return withFile(context, 'read', async (db) => {
    const over = file !== undefined && (await mayWriteOver(context, file, db.path, options.force === true));
    const entries = atOnce(db, () => entriesIn(db, now, days));
    const text = calendarText(entries.map(dayOf), now);
    if (file !== undefined) return written(file, entries.length, writeWhole(file, [text], over));
    return {
      json: { file: null, events: entries.length, bytes: Buffer.byteLength(text), calendar: text },
      text: () => [],
      document: [text],
    };
  });
}

function entriesIn(db: Db, now: CalendarDate, days: number): CalendarEntry[] {
  const { people, history } = readAhead(db, now, addDays(now, days));
  const settings = readSettings(db);
  const view = viewer(emptyPlan('', history, settings, now), history, settings, now);
  return calendarEntries({ people, groups: groupsToDecide(db), view, today: now, days });
}

function dayOf(entry: CalendarEntry) {
  const { kind, id, on, yearly } = entry;
  return { uid: `${kind}-${id}@netgarden`, on, title: safe(entryTitle(entry)), yearly };
}

function written(file: string, events: number, bytes: number): Answer {
  return {
    json: { file, events, bytes, calendar: null },
    text: () => [line(strong(file), `: ${count(events, 'entry', 'entries')}.`)],
    talk: () => [
      line(
        events === 0
          ? 'Birthdays and moves are of people whom you tend: net keep WHO.'
          : 'Write it again to bring your calendar up to date: entries move, none is doubled.',
      ),
    ],
  };
}

/** Throws `usage` for what is no number of days. */
function daysSaid(text: string | undefined): number {
  if (text === undefined) return DAYS;
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : MOST_DAYS + 1;
  if (days <= MOST_DAYS) return days;
  throw new NetError('usage', `--days ${text} is no number from 0 to ${MOST_DAYS}`, 'net calendar --days 14');
}
