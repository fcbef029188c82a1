import { type Change, insert, type Making, update } from '../change.ts';
import { addDays, latest } from '../days/day.ts';
import { isPaused, type Pause, type PausedSpan } from '../days/pause.ts';

export interface Paused {
  readonly span: PausedSpan;
  readonly changes: readonly Change[];
}

/**
 * A new pause. Those that it overlaps become one with it, so that no two that are on ever do. Where one that is on is told a new end, that end holds;
 * otherwise the latest does.
 */
export function beginPause(pauses: readonly Pause[], said: PausedSpan, making: Making): Paused {
  const { today, now, id } = making;
  // One that is to come is not lost in one without an end, which may be over by then.
  const isLater = (pause: Pause) => said.untilDay === null && pause.sinceDay > today;
  const met = pauses.filter((pause) => overlap(pause, said) && !isLater(pause));
  const isNewEnd = said.untilDay !== null && said.untilDay >= today;
  const counted = met.filter((pause) => !(isNewEnd && isPaused(today, [pause])));
  const ends = [said, ...counted].map(({ untilDay }) => untilDay);
  const [sinceDay = said.sinceDay] = [said, ...met].map((pause) => pause.sinceDay).sort();
  const span = { sinceDay, untilDay: ends.includes(null) ? null : latest(...ends) };
  return {
    span,
    changes: [
      ...met.map((pause) => update('pause', pause.id, { deletedAt: now })),
      insert('pause', { id: id(), ...span, deletedAt: null }),
    ],
  };
}

/** Ends every pause that is on, yesterday; where none is, those to come are taken out. Nothing where there is neither. */
export function endPauses(pauses: readonly Pause[], { today, now }: Making): Change[] {
  const yesterday = addDays(today, -1);
  const on = pauses.filter((pause) => isPaused(today, [pause]));
  const ended = on.length > 0 ? on : pauses.filter(({ sinceDay }) => sinceDay > today);
  return ended.map((pause) =>
    update('pause', pause.id, pause.sinceDay > yesterday ? { deletedAt: now } : { untilDay: yesterday }),
  );
}

function overlap(a: PausedSpan, b: PausedSpan): boolean {
  const begins = (one: PausedSpan, other: PausedSpan) =>
    other.untilDay === null || one.sinceDay <= other.untilDay;
  return begins(a, b) && begins(b, a);
}
