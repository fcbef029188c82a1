import type { CalendarDate } from '../../days/day.ts';
import type { ObservationKind } from '../group.ts';
import { type GroupRecord, isIn, lastDays } from '../group-record.ts';
import { reportsOf } from '../report.ts';
import { type Evidence, inOrder, NOTHING_ELSE, type Sign, type SignKind } from './sign.ts';

/** A sign that is raised by a number of reports of one kind within some days. */
export function reported(
  { observations }: GroupRecord,
  kind: SignKind,
  of: ObservationKind,
  { days, reports }: { readonly days: number; readonly reports: number },
  today: CalendarDate,
): Sign {
  const window = lastDays(days, today);
  const evidence = reportsOf(observations)
    .filter((seen) => seen.kind === of && isIn(seen.notedOn, window))
    .map(({ notedOn, text }): Evidence => ({ ...NOTHING_ELSE, on: notedOn, what: of, text }));
  return {
    kind,
    raised: evidence.length >= reports,
    days,
    measures: [{ what: 'reports', count: evidence.length, from: reports }],
    evidence: inOrder(evidence),
  };
}
