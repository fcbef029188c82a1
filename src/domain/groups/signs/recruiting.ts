import { addDays, type CalendarDate } from '../../days/day.ts';
import { counts } from '../../interaction.ts';
import { type GroupRecord, isIn, lastDays, nameIn, type Window } from '../group-record.ts';
import { eventsOf } from '../report.ts';
import { type Around, type Evidence, inOrder, NOTHING_ELSE, type Sign, THRESHOLDS } from './sign.ts';

const PITCHES = ['pitch', 'recruit', 'asked-to-recruit'] as const;

/**
 * Sign 2: in 90 days more pitches than touches with its people, from 3 pitches on, so that one voice mail in a quiet time says nothing;
 * or 3 pitches within 14 days of one gathering, whatever else there was. A touch is a day in touch with one person, without a pitch.
 */
export function recruiting(record: GroupRecord, { today }: Pick<Around, 'today'>): Sign {
  const { days, pitches: few, after } = THRESHOLDS.recruiting;
  const window = lastDays(days, today);
  const pitches = pitchesIn(record, window);
  const touches = touchesIn(record, window);
  const following = Math.max(
    0,
    ...record.gatherings.map(({ heldOn }) => pitchesAfter(heldOn, pitches, after)),
  );
  return {
    kind: 'recruiting',
    raised: (pitches.length >= few && pitches.length > touches) || following >= few,
    days,
    measures: [
      { what: 'pitches', count: pitches.length, from: few },
      { what: 'touches', count: touches, from: null },
      { what: 'after one gathering', count: following, from: few },
    ],
    evidence: inOrder(pitches),
  };
}

/**
 * What was noted, once where it was noted under two kinds, and talks in which they sold something; on a day for which a pitch is noted
 * those are the same.
 */
function pitchesIn(record: GroupRecord, window: Window): Evidence[] {
  const seen = record.observations.filter(
    ({ kind, notedOn }) => PITCHES.some((pitch) => pitch === kind) && isIn(notedOn, window),
  );
  const noted = eventsOf(seen).map(
    ({ kind, notedOn, text }): Evidence => ({ ...NOTHING_ELSE, on: notedOn, what: kind, text }),
  );
  const days = new Set(seen.filter(({ kind }) => kind === 'pitch').map(({ notedOn }) => notedOn));
  const talks = record.meetings.flatMap(({ pitch, heldOn, text, with: [first = ''] }): Evidence[] =>
    pitch === 'them' && isIn(heldOn, window) && !days.has(heldOn)
      ? [{ ...NOTHING_ELSE, on: heldOn, what: 'pitch', who: nameIn(record, first), text }]
      : [],
  );
  return [...noted, ...talks];
}

/** Distinct days with each of its people. */
function touchesIn({ meetings }: GroupRecord, window: Window): number {
  const touches = meetings.filter((meeting) => counts(meeting) && isIn(meeting.heldOn, window));
  return new Set(touches.flatMap(({ heldOn, with: people }) => people.map((id) => `${heldOn} ${id}`))).size;
}

function pitchesAfter(heldOn: CalendarDate | null, pitches: readonly Evidence[], days: number): number {
  if (heldOn === null) return 0;
  return pitches.filter(({ on }) => isIn(on, { from: heldOn, to: addDays(heldOn, days) })).length;
}
