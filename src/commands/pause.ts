import type { Command } from 'commander';
import { beginPause, endPauses } from '../domain/acts/pause.ts';
import { addDays, type CalendarDate, daysBetween } from '../domain/days/day.ts';
import { isPaused, type PausedSpan } from '../domain/days/pause.ts';
import { NetError } from '../domain/error.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { line } from '../render/text.ts';
import { dayWord, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { comingDay, dayNamed } from '../steps/days.ts';
import { withFile } from '../steps/file.ts';
import { readPauses } from '../store/settings.ts';

interface Options {
  readonly since?: string;
  readonly end?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[day...]', 'its last day; open until you say otherwise')
    .option(
      '--since <day>',
      'its first day, past or to come; with a past day and no last one, it ended yesterday',
    )
    .option('--end', 'the pause is over');
  examples(command, [
    'net pause',
    'net pause "in 2 weeks"',
    'net pause --since 2026-10-12',
    'net pause --since 2026-12-20 2026-12-31',
    'net pause --end',
  ]);
}

/** The answer with --json. */
export const json = {
  pause: 'its days: {since, until}; until is null while it is open. Null where --end ended it',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (options.end) return ended(args, context);
  const now = today(context.clock);
  const said = await spanNamed(args.length === 0 ? undefined : args.join(' '), options.since, now);
  return withFile(context, 'write', (db) => {
    const { span } = change(db, context, 'pause', (making) => {
      const pauses = readPauses(db);
      const open = pauses.find((pause) => pause.untilDay === null && isPaused(now, [pause]));
      if (open !== undefined && said.untilDay === null && said.sinceDay >= open.sinceDay) {
        throw new NetError(
          'exists',
          `a pause is open already, since ${open.sinceDay}`,
          'net pause --end ends it',
        );
      }
      return beginPause(pauses, said, making);
    });
    return {
      json: { pause: { since: span.sinceDay, until: span.untilDay } },
      text: (wording) => [line(pausedText(span, wording))],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}

/** The days that were said. Throws `rejected` where the last one comes before the first. */
async function spanNamed(
  last: string | undefined,
  first: string | undefined,
  now: CalendarDate,
): Promise<PausedSpan> {
  if (first === undefined)
    return { sinceDay: now, untilDay: last === undefined ? null : await comingDay(last, now) };
  const begins = await bothWays(first, now);
  if (last === undefined) {
    const sinceDay = nearer(begins, now);
    return { sinceDay, untilDay: sinceDay < now ? addDays(now, -1) : null };
  }
  const untilDay = nearer(await bothWays(last, now), now);
  const sinceDay = begins.findLast((date) => date <= untilDay) ?? begins[0];
  if (untilDay >= sinceDay) return { sinceDay, untilDay };
  throw new NetError(
    'rejected',
    `${untilDay} comes before ${sinceDay}, so it cannot be the last day`,
    'name the first day first: net pause --since 2026-12-20 2026-12-31',
  );
}

/** A day without a year may be the last of that date or the next: both, in their order. */
async function bothWays(text: string, now: CalendarDate): Promise<readonly [CalendarDate, CalendarDate]> {
  return [await dayNamed(text, now, 'past'), await dayNamed(text, now, 'future')];
}

/** "friday" was the last one; "24.12." is next month rather than a year ago. */
function nearer([past, coming]: readonly [CalendarDate, CalendarDate], now: CalendarDate): CalendarDate {
  const ago = daysBetween(past, now);
  return ago <= 60 || ago <= daysBetween(now, coming) ? past : coming;
}

async function ended(args: readonly string[], context: Context): Promise<Answer> {
  if (args.length > 0)
    throw new NetError('usage', '--end ends the pause now, and takes no day', 'net pause --end');
  return withFile(context, 'write', (db) => {
    const wasOn = isPaused(today(context.clock), readPauses(db));
    const { changes } = change(db, context, 'pause', (making) => ({
      changes: endPauses(readPauses(db), making),
    }));
    if (changes.length === 0)
      throw new NetError('not-found', 'no pause is on, and none is to come', 'net pause begins one');
    return {
      json: { pause: null },
      text: () => [line(wasOn ? 'The pause is over.' : 'The pause that was to come is taken out.')],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}

function pausedText({ sinceDay, untilDay }: PausedSpan, wording: Wording): string {
  const { today: now } = wording;
  const first = dayWord(sinceDay, wording);
  const span =
    untilDay === null ? `since ${first}, until net pause --end` : `${first} to ${dayWord(untilDay, wording)}`;
  if (untilDay !== null && untilDay < now) return `Counted as a pause: ${span}. These days do not count.`;
  if (sinceDay > now) {
    const ahead = untilDay === null ? `from ${first} until net pause --end` : span;
    return `A pause to come: ${ahead}. These days will not count, but promises keep their day.`;
  }
  return `Paused: ${span}. These days do not count, but promises keep their day.`;
}
