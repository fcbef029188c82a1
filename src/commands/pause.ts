import type { Command } from 'commander';
import { type Change, insert, type Making, update } from '../domain/change.ts';
import { addDays, type CalendarDate } from '../domain/day.ts';
import { NetError } from '../domain/error.ts';
import { isPaused, type Pause } from '../domain/pause.ts';
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
      'its first day; with a past day and no other, the pause is over: it ended yesterday',
    )
    .option('--end', 'the pause is over');
  examples(command, [
    'net pause',
    'net pause "in 2 weeks"',
    'net pause --since 2026-10-12',
    'net pause --end',
  ]);
}

/** The answer with --json. */
export const json = { pause: 'its days: {since, until}; until is null while it is open' };

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const now = today(context.clock);
  if (options.end) return ended(context, now);
  const since = options.since === undefined ? now : await dayNamed(options.since, now, 'past');
  const until =
    args.length > 0 ? await comingDay(args.join(' '), now) : since < now ? addDays(now, -1) : null;
  if (args.length > 0 && until !== null && until < since)
    throw new NetError('rejected', `${until} is before ${since}`, 'name its last day, from its first on');
  return withFile(context, 'write', (db) => {
    change(db, context, 'pause', (making) => {
      const open = readPauses(db).find((pause) => pause.untilDay === null);
      if (open !== undefined && until === null) {
        throw new NetError(
          'exists',
          `a pause is open already, since ${open.sinceDay}`,
          'net pause --end ends it',
        );
      }
      // One that is to come, after this, stays.
      const ends = open !== undefined && (until === null || until >= open.sinceDay);
      return { changes: [...(ends ? endOf(open, since) : []), newPause(since, until, making)] };
    });
    return answerOf(since, until);
  });
}

function newPause(sinceDay: CalendarDate, untilDay: CalendarDate | null, { id }: Making): Change {
  return insert('pause', { id: id(), sinceDay, untilDay, deletedAt: null });
}

/** An open pause ends the day before another begins; one that has not begun leaves nothing. */
function endOf(pause: Pause, before: CalendarDate): Change[] {
  const untilDay = addDays(before, -1);
  return [
    update('pause', pause.id, {
      untilDay: untilDay < pause.sinceDay ? addDays(pause.sinceDay, -1) : untilDay,
    }),
  ];
}

async function ended(context: Context, now: CalendarDate): Promise<Answer> {
  return withFile(context, 'write', (db) => {
    const pauses = readPauses(db);
    const current =
      pauses.find((pause) => isPaused(now, [pause])) ?? pauses.find(({ sinceDay }) => sinceDay > now);
    if (current === undefined) throw new NetError('not-found', 'no pause is on', 'net pause begins one');
    change(db, context, 'pause', () => ({ changes: endOf(current, now) }));
    return answerOf(current.sinceDay, addDays(now, -1));
  });
}

function answerOf(since: CalendarDate, until: CalendarDate | null): Answer {
  const span = (wording: Wording) =>
    until === null
      ? `${since > wording.today ? 'from' : 'since'} ${dayWord(since, wording)}, until net pause --end`
      : `${dayWord(since, wording)} to ${dayWord(until, wording)}`;
  return {
    json: { pause: { since, until } },
    text: (wording) => [
      line(
        until !== null && until < since
          ? 'The pause is over.'
          : `Paused: ${span(wording)}. These days do not count, but promises keep their day.`,
      ),
    ],
    talk: () => [line('Take it back: net undo.')],
  };
}
