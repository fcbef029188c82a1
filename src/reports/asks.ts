import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import { beta } from '../domain/giver.ts';
import type { Summary } from '../domain/summary.ts';

/** What past asks of one person say: a range and the number behind it, never a verdict from one. */
export interface PastAsks {
  readonly asked: number;
  readonly helped: number;
  readonly partly: number;
  readonly busy: number;
  readonly ignored: number;
  readonly declined: number;
  readonly open: number;
  /** Of ten asks, how many may be helped with: the middle 80 % of Beta(1 + s, 1 + f). Null before two answers. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** z of the 10th and 90th percentile of a normal distribution. */
const EIGHTY_PERCENT = 1.28;

export function pastAsks(summary: Summary): PastAsks {
  const { asked, helped, partly, busy, ignored, declined } = summary;
  const answered = helped + partly + busy + ignored;
  const { mean, deviation } = beta(1 + helped + partly / 2, 1 + ignored + busy / 2 + partly / 2);
  const tenths = (share: number) => Math.round(10 * Math.min(1, Math.max(0, share)));
  const range = {
    from: tenths(mean - EIGHTY_PERCENT * deviation),
    to: tenths(mean + EIGHTY_PERCENT * deviation),
  };
  const open = asked - answered - declined;
  return { asked, helped, partly, busy, ignored, declined, open, range: answered < 2 ? null : range };
}

/** The day of the first ask or of the first thing that came unasked: since then help is counted. Null before either. */
export function helpSince(exchanges: readonly Exchange[]): CalendarDate | null {
  const days = exchanges
    .filter(({ kind }) => kind === 'ask' || kind === 'received')
    .map(({ madeOn }) => madeOn);
  return days.sort()[0] ?? null;
}
