import type { CalendarDate } from '../../days/day.ts';
import { type Exchange, givenOn, isGiven, isReceived, receivedOn } from '../../exchange.ts';
import { timeTaken } from '../gathering.ts';
import { costIn } from '../group-cost.ts';
import { type GroupRecord, isIn, lastDays, nameIn, type Window } from '../group-record.ts';
import { reportsOf } from '../report.ts';
import { type Around, type Evidence, inOrder, NOTHING_ELSE, type Sign, THRESHOLDS } from './sign.ts';

/**
 * Sign 1: at least 3 gives or 10 hours in 180 days, and nothing back: no help from anybody there, nobody introduced by them, no gathering
 * that was worth it. A report of being milked counts as a give; what was on nobody knows which day counts for nothing. Never where one
 * volunteers: giving is the point there.
 */
export function oneWay(record: GroupRecord, { today }: Pick<Around, 'today'>): Sign {
  const { days, gives, minutes } = THRESHOLDS.oneWay;
  const window = lastDays(days, today);
  const given = givenIn(record, window);
  const back = backIn(record, window);
  const gatherings = record.gatherings.filter(({ heldOn }) => isIn(heldOn, window));
  const cost = costIn(record, window);
  const taken = cost.minutes + cost.commute;
  const isMuch = given.length >= gives || taken >= minutes;
  return {
    kind: 'one-way',
    raised: isMuch && back.length === 0 && record.group.kind !== 'volunteering',
    days,
    measures: [
      { what: 'gives', count: given.length, from: gives },
      { what: 'minutes', count: taken, from: minutes },
      { what: 'money', count: cost.fees + cost.costs, from: null },
      { what: 'back', count: back.length, from: null },
    ],
    evidence: inOrder([...given, ...gatherings.flatMap(timeOf), ...back]),
  };
}

function givenIn(record: GroupRecord, window: Window): Evidence[] {
  const gives = record.exchanges.filter(isGiven).flatMap((exchange) => {
    const on = givenOn(exchange);
    return isIn(on, window) ? [exchanged(record, exchange, 'gave', on)] : [];
  });
  const milked = reportsOf(record.observations)
    .filter(({ kind, notedOn }) => kind === 'milked' && isIn(notedOn, window))
    .map(({ notedOn, text }): Evidence => ({ ...NOTHING_ELSE, on: notedOn, what: 'milked', text }));
  return [...gives, ...milked];
}

function backIn(record: GroupRecord, window: Window): Evidence[] {
  const help = record.exchanges.filter(isReceived).flatMap((exchange) => {
    const on = receivedOn(exchange);
    return isIn(on, window) ? [exchanged(record, exchange, 'received', on)] : [];
  });
  const introduced = record.introduced.flatMap(({ name, viaId, metOn: on }): Evidence[] => {
    const by = nameIn(record, viaId ?? '');
    return on !== null && isIn(on, window)
      ? [{ ...NOTHING_ELSE, on, what: 'introduced', who: by, text: name }]
      : [];
  });
  const worth = record.gatherings.flatMap(({ heldOn, worth, text }): Evidence[] =>
    heldOn !== null && worth === true && isIn(heldOn, window)
      ? [{ ...NOTHING_ELSE, on: heldOn, what: 'worth it', text }]
      : [],
  );
  return [...help, ...introduced, ...worth];
}

function exchanged(
  record: GroupRecord,
  { contactId, text }: Exchange,
  what: 'gave' | 'received',
  on: CalendarDate,
): Evidence {
  return { ...NOTHING_ELSE, on, what, who: nameIn(record, contactId), text };
}

/** A gathering that took time; whether it was worth it is told of it elsewhere. */
function timeOf(gathering: GroupRecord['gatherings'][number]): Evidence[] {
  const { heldOn, text } = gathering;
  const minutes = timeTaken(gathering);
  return heldOn === null || minutes === 0
    ? []
    : [{ ...NOTHING_ELSE, on: heldOn, what: 'gathering', text, minutes }];
}
