import fc from 'fast-check';
import type { History, Plan } from '../../src/domain/agenda/plan.ts';
import type { TermKind } from '../../src/domain/agenda/term.ts';
import { CHANNELS } from '../../src/domain/channel.ts';
import { CIRCLES, ORIGINS } from '../../src/domain/contact.ts';
import { addDays, type Birthday } from '../../src/domain/days/day.ts';
import { type Exchange, OUTCOMES } from '../../src/domain/exchange.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULTS, type Settings } from '../../src/domain/settings.ts';

import { personWith, renamed, TODAY } from './people.ts';

const past = (most: number) => fc.integer({ min: 0, max: most }).map((n) => addDays(TODAY, -n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const anInteraction = fc.record({
  heldOn: past(800),
  channel: fc.constantFrom(...CHANNELS),
  noAnswer: fc.boolean(),
  pitch: fc.constantFrom(null, null, null, 'me' as const, 'them' as const),
  meeting: fc.boolean(),
});

const anExchange: fc.Arbitrary<Partial<Exchange>> = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), madeOn: past(400) }),
  fc.record({ kind: fc.constant('received' as const), madeOn: past(400) }),
  fc.record({
    kind: fc.constant('promise' as const),
    madeOn: past(60),
    dueOn: maybe(fc.integer({ min: -40, max: 40 }).map((n) => addDays(TODAY, n))),
    keptOn: maybe(past(10)),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    madeOn: past(60),
    outcome: maybe(fc.constantFrom(...OUTCOMES)),
    outcomeOn: past(30),
    thankedOn: maybe(past(10)),
    fruitOn: maybe(past(10)),
  }),
);

/** Any person who may be in the file. `id` is filled in by `people`. */
export const aPerson: fc.Arbitrary<Person> = fc
  .record({
    stage: fc.constantFrom(
      'stack' as const,
      'growing' as const,
      'kept' as const,
      'kept' as const,
      'moved on' as const,
    ),
    since: past(500),
    circle: maybe(fc.constantFrom(...CIRCLES)),
    everyDays: maybe(fc.integer({ min: 1, max: 400 })),
    noScore: fc.boolean(),
    origin: maybe(fc.constantFrom(...ORIGINS)),
    birthday: maybe(past(20_000).map((date) => date as unknown as Birthday)),
    lastOn: maybe(past(600)),
    snoozedUntil: maybe(fc.integer({ min: -10, max: 30 }).map((n) => addDays(TODAY, n))),
    toldOn: maybe(past(100)),
    jobChangedOn: maybe(past(20)),
    interactions: fc.array(anInteraction, { maxLength: 8 }),
    exchanges: fc.array(anExchange, { maxLength: 5 }),
  })
  .map(({ since, interactions, exchanges, ...given }) =>
    personWith(
      {
        ...given,
        grownOn: given.stage === 'growing' ? since : null,
        keptOn: given.stage === 'kept' ? since : null,
        metOn: since,
      },
      interactions,
      exchanges,
    ),
  );

export const people: fc.Arbitrary<Person[]> = fc
  .array(aPerson, { maxLength: 25 })
  .map((list) => list.map((person, i) => renamed(person, `c-${String(i).padStart(3, '0')}`)));

export const settings: fc.Arbitrary<Settings> = fc
  .record({
    slots: fc.integer({ min: 2, max: 15 }),
    minutes: fc.integer({ min: 20, max: 400 }),
    seasons: fc.constantFrom([], [], [], [], [{ from: '11-10', to: '11-24' }]),
  })
  .map((given) => ({ ...DEFAULTS, ...given }));

interface Shown {
  readonly at: number;
  readonly kinds: readonly TermKind[];
  readonly subject: number;
}

/** Plans that ended some weeks ago and listed some of the people for a reason or two, and now and then a pause. */
export function historyOf(list: readonly Person[]): fc.Arbitrary<History> {
  const kind = fc.constantFrom<TermKind>('fading', 'promise', 'thanks', 'ask', 'tell', 'date', 'dormant');
  const shown: fc.Arbitrary<Shown> = fc.record({
    at: fc.nat(),
    kinds: fc.uniqueArray(kind, { minLength: 1, maxLength: 2 }),
    subject: fc.nat(),
  });
  const pause = fc.record({
    ago: fc.integer({ min: -5, max: 60 }),
    days: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null, freq: 8 }),
  });
  return fc
    .record({
      weeks: fc.array(fc.array(shown, { maxLength: 5 }), { maxLength: 6 }),
      // A long while ago: a pause is on offer.
      lastCommand: fc.constantFrom(0, 0, 3, 40),
      groupMinutes: fc.constantFrom(0, 0, 0, 200, 300, 700),
      pauses: fc.oneof(fc.array(pause, { maxLength: 0 }), fc.array(pause, { maxLength: 2 })),
    })
    .map(({ weeks, pauses, lastCommand, groupMinutes }) => ({
      groupMinutes,
      lastCommandOn: addDays(TODAY, -lastCommand),
      pauses: pauses.map((span) => ({
        sinceDay: addDays(TODAY, -span.ago),
        untilDay: span.days === null ? null : addDays(TODAY, span.days - span.ago),
      })),
      plans: list.length === 0 ? [] : weeks.map((lines, i) => endedPlan(list, lines, weeks.length - i)),
    }));
}

function endedPlan(list: readonly Person[], lines: readonly Shown[], weeksAgo: number): Plan {
  const first = addDays(TODAY, -7 * weeksAgo);
  return {
    id: `p-${weeksAgo}`,
    first,
    last: addDays(first, 6),
    slots: 5,
    passedOver: [],
    offered: null,
    lines: lines.map(({ at, kinds, subject }, i) => {
      const person = list[at % list.length] as Person;
      const exchange = person.open[subject % Math.max(1, person.open.length)];
      return {
        position: i + 1,
        contactId: person.contact.id,
        as: 'fading' as const,
        reasons: kinds.map((kind) => ({
          kind,
          subject: ['promise', 'thanks', 'ask'].includes(kind) ? (exchange?.id ?? null) : null,
        })),
        listedOn: first,
        touchedOn: null,
      };
    }),
  };
}

/** People with a history of plans that listed them. */
export const world = people.chain((list) =>
  fc.record({ people: fc.constant(list), history: historyOf(list), settings }),
);
