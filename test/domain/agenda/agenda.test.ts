import { describe, expect, test } from 'vitest';
import { type Agenda, planWeek } from '../../../src/domain/agenda/agenda.ts';
import type { History } from '../../../src/domain/agenda/plan.ts';
import { addDays, type Birthday, type CalendarDate } from '../../../src/domain/days/day.ts';
import type { Person } from '../../../src/domain/person.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import { ago, NO_HISTORY, personWith, renamed, TODAY } from '../../support/people.ts';
import { withPlan } from '../../support/worlds.ts';

function open(people: readonly Person[], history: History = NO_HISTORY, today: CalendarDate = TODAY): Agenda {
  return planWeek(people, history, DEFAULTS, today, { id: `p-${today}`, refill: false });
}

/** Each line as "id kind", with ✓ where it is done. */
function lines(agenda: Agenda): string[] {
  return agenda.lines.map(
    ({ person, terms, done }) => `${person.contact.id} ${terms[0]?.kind ?? 'nothing'}${done ? ' ✓' : ''}`,
  );
}

function also(agenda: Agenda): string[] {
  return agenda.alsoOwed.map(({ person }) => person.contact.id);
}

type Given = Parameters<typeof personWith>;

/** Somebody kept who is fading: touched 40 days ago, aimed for 30. */
function mom(contact: Given[0] = {}, touches: readonly number[] = [40], exchanges: Given[2] = []): Person {
  const held = touches.map((gap) => ({ heldOn: ago(gap) }));
  return renamed(
    personWith({ stage: 'kept', circle: 'close', keptOn: ago(300), ...contact }, held, exchanges),
    'mom',
  );
}

const stored = withPlan(NO_HISTORY, open([mom()]));
const promise = (dueIn: number) => ({ kind: 'promise' as const, madeOn: TODAY, dueOn: ago(-dueIn) });

describe('a line that is on the list already', () => {
  test('leads with a promise once it is due before the list ends', () => {
    expect(lines(open([mom({}, [40], [promise(1)])], stored))).toEqual(['mom promise']);
    expect(lines(open([mom({}, [40], [promise(20)])], stored))).toEqual(['mom fading']);
  });

  test('opens again for a promise, and ticks once that is kept', () => {
    expect(lines(open([mom({}, [0, 40])], stored))).toEqual(['mom nothing ✓']);
    expect(lines(open([mom({}, [0, 40], [promise(1)])], stored))).toEqual(['mom promise']);
    const kept = { ...promise(1), keptOn: TODAY };
    expect(lines(open([mom({}, [0, 40], [kept])], stored))).toEqual(['mom nothing ✓']);
  });

  test('leads with a birthday on its day, unless there was a touch on it', () => {
    const birthday = `--${addDays(TODAY, 2).slice(5)}` as Birthday;
    const later = (touches: readonly number[], day: number) =>
      lines(open([mom({ birthday }, touches)], stored, addDays(TODAY, day)));
    expect(later([40], 1)).toEqual(['mom fading']);
    expect(later([40], 2)).toEqual(['mom date']);
    expect(later([0, 40], 2)).toEqual(['mom date']);
    expect(later([-2, 40], 2)).toEqual(['mom nothing ✓']);
  });

  test('stands for what is owed when its person rests or is snoozed', () => {
    expect(lines(open([mom({ stage: 'stack' })], stored))).toEqual([]);
    const rested = open([mom({ stage: 'stack' }, [40], [promise(1)])], stored);
    expect([lines(rested), also(rested)]).toEqual([['mom promise'], []]);
    const snoozed = mom({ snoozedUntil: ago(-7) }, [40], [promise(2)]);
    expect(lines(open([snoozed], stored))).toEqual([]);
    expect(lines(open([snoozed], stored, addDays(TODAY, 2)))).toEqual(['mom promise']);
  });

  test('waits while there is a pause, and comes back after it', () => {
    const paused = { ...stored, pauses: [{ sinceDay: TODAY, untilDay: ago(-2) }] };
    expect(lines(open([mom()], paused))).toEqual([]);
    expect(lines(open([mom({}, [40], [promise(0)])], paused))).toEqual(['mom promise']);
    expect(lines(open([mom({}, [0, 40])], paused))).toEqual(['mom nothing ✓']);
    expect(lines(open([mom()], paused, addDays(TODAY, 3)))).toEqual(['mom fading']);
  });
});

test('a new list leads with a birthday on its day', () => {
  const birthday = `--${TODAY.slice(5)}` as Birthday;
  expect(lines(open([mom({ birthday })]))).toEqual(['mom date']);
  expect(lines(open([mom({ birthday }, [1])]))).toEqual(['mom date']);
});

test('a clock that is set back makes one plan for its day, and finds the other again', () => {
  const people = [mom()];
  const yesterday = addDays(TODAY, -1);
  const back = withPlan(stored, open(people, { ...stored, plans: [] }, yesterday));
  expect(open(people, { ...back, plans: back.plans.toReversed() }, yesterday).changed).toBe(false);
  const sorted = { ...back, plans: back.plans.toSorted((a, b) => (a.first < b.first ? -1 : 1)) };
  expect(open(people, sorted).plan.id).toBe(`p-${TODAY}`);
  expect(open(people, sorted, yesterday).plan.id).toBe(`p-${yesterday}`);
});

test('who is owed something and fading takes the slot to maintain where the slots for what is owed are full', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) =>
    renamed(mom({ circle: 'inner' }, [40], [{ ...promise(0), madeOn: ago(20) }]), id),
  );
  const growing = ['x', 'y'].map((id) =>
    renamed(personWith({ stage: 'growing', grownOn: ago(3), metOn: ago(3) }, []), id),
  );
  const agenda = open([...people, ...growing]);
  expect(agenda.plan.lines.map(({ as }) => as)).toEqual([
    'obligation',
    'obligation',
    'obligation',
    'maintain',
    'growing',
  ]);
});

describe('what was said twice', () => {
  const shown = (given: readonly string[], exchange: Person['open'][number] | undefined) => ({
    ...NO_HISTORY,
    plans: given.map((first, i) => ({
      id: `p-${i}`,
      first: first as CalendarDate,
      last: addDays(first as CalendarDate, 6),
      slots: 5,
      passedOver: [],
      offered: null,
      lines: [
        {
          position: 1,
          contactId: 'mom',
          as: 'fading' as const,
          reasons: [
            { kind: 'fading' as const, subject: null },
            { kind: 'promise' as const, subject: exchange?.id ?? null },
          ],
          listedOn: first as CalendarDate,
          touchedOn: null,
        },
      ],
    })),
  });

  test('is stale only where it was due then, by the day that it has now', () => {
    const owing = mom({}, [100], [{ ...promise(0), madeOn: ago(60), dueOn: ago(30) }]);
    const past = [ago(28), ago(14)];
    const two = shown(past, owing.open[0]);
    const others = ['b', 'c', 'd', 'e'].map((id) => renamed(mom(), id));
    const stale = open([owing, ...others], two).plan.lines.filter(({ as }) => as === 'obligation');
    expect(stale).toHaveLength(1);
    const moved = mom({}, [100], [{ ...promise(0), madeOn: ago(60), dueOn: TODAY }]);
    const twice = renamed(moved, 'moved');
    const agenda = open([moved, twice, ...others], shown(past, moved.open[0]));
    expect(agenda.plan.lines.filter(({ as }) => as === 'obligation')).toHaveLength(2);
  });

  test('asks for quiet only where nothing came of it: a promise kept is something', () => {
    const plans = shown([ago(28), ago(14)], undefined).plans.map((plan) => ({
      ...plan,
      lines: plan.lines.map((line) => ({
        ...line,
        reasons: [{ kind: 'promise' as const, subject: 'mom-e0' }],
      })),
    }));
    const kept = mom({}, [100], [{ ...promise(0), keptOn: ago(13) }]);
    expect(lines(open([kept], { ...NO_HISTORY, plans }))).toEqual(['mom fading']);
    const open_ = mom({}, [100], [{ ...promise(0), dueOn: ago(30), madeOn: ago(40) }]);
    expect(lines(open([open_], { ...NO_HISTORY, plans }))).toEqual(['mom promise']);
    const fading = shown([ago(28), ago(14)], undefined);
    expect(lines(open([mom({}, [100])], fading))).toEqual([]);
  });
});
