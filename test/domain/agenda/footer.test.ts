import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planWeek } from '../../../src/domain/agenda/agenda.ts';
import { type Footer, footerOf, type Surroundings } from '../../../src/domain/agenda/footer.ts';
import type { History } from '../../../src/domain/agenda/plan.ts';
import { addDays, type CalendarDate, day, daysBetween } from '../../../src/domain/days/day.ts';
import type { Person } from '../../../src/domain/person.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import type { SoughtTarget } from '../../../src/domain/target.ts';
import { groupWith } from '../../support/groups.ts';
import { ago, NO_HISTORY, personWith, renamed, TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

/** Opens the list of a day: what is said under it, and the history with its plan. */
function open(
  people: readonly Person[],
  history: History,
  today: CalendarDate = TODAY,
  stacked = true,
  around: Partial<Surroundings> = {},
): readonly [Footer | null, History] {
  const agenda = planWeek(people, history, DEFAULTS, today, { id: `p-${today}`, refill: false });
  const plans = agenda.changed ? [...history.plans, agenda.plan] : history.plans;
  return [
    footerOf(agenda, people, history, DEFAULTS, today, {
      stacked,
      groups: [],
      targets: [],
      dayOf: (instant) => day(instant.slice(0, 10)),
      ...around,
    }),
    { ...history, plans, lastCommandOn: today },
  ];
}

function said(people: readonly Person[], history: Partial<History> = {}, stacked = true): Footer | null {
  return open(people, { ...NO_HISTORY, ...history }, TODAY, stacked)[0];
}

/** Somebody grown some days ago, tended a day ago unless told otherwise. */
function growing(days: number, id = 'c-growing', touched: number | null = 1): Person {
  const held = touched === null ? [] : [{ heldOn: ago(touched) }];
  return renamed(personWith({ stage: 'growing', grownOn: ago(days), metOn: ago(days) }, held), id);
}

const kept = (gap: number, id = 'c-kept') =>
  renamed(personWith({ stage: 'kept', circle: 'inner', keptOn: ago(300) }, [{ heldOn: ago(gap) }]), id);
const owing = (id: string) =>
  renamed(personWith({}, [], [{ kind: 'promise', madeOn: ago(20), dueOn: ago(1) }]), id);

describe('a gap without commands is offered as a pause', () => {
  test.each([
    [20, null],
    [21, { sinceDay: ago(20), untilDay: ago(1) }],
    [200, { sinceDay: ago(199), untilDay: ago(1) }],
  ])('after %i days: %j', (days, span) => {
    const footer = said([kept(5)], { lastCommandOn: ago(days) }, false);
    expect(footer).toEqual(span === null ? null : { kind: 'pause', span });
  });

  test('not in a new file, nor where nobody is tended, nor once it has been taken', () => {
    const away = { lastCommandOn: ago(30) };
    expect(said([kept(5)], { lastCommandOn: null }, false)).toBeNull();
    expect(said([personWith()], away, false)).toBeNull();
    const pauses = [{ sinceDay: ago(29), untilDay: ago(1) }];
    expect(said([kept(5)], { ...away, pauses }, false)).toBeNull();
  });

  test('before anything else', () => {
    const people = [kept(300), growing(60), owing('c-1'), owing('c-2')];
    expect(said(people, { lastCommandOn: ago(21) })?.kind).toBe('pause');
  });

  test('also for somebody growing whom the gap alone would send back to the stack', () => {
    expect(said([growing(95, 'c-1', null)], { lastCommandOn: ago(30) })?.kind).toBe('pause');
  });
});

describe('a group to decide about', () => {
  const group = groupWith({ renewsOn: addDays(TODAY, 3) });
  const asked = (around: Partial<Surroundings>, people: readonly Person[] = [], history = NO_HISTORY) =>
    open(people, history, TODAY, true, around)[0];

  test('is said before what is owed and who went back to the stack', () => {
    const people = [kept(300), growing(91, 'c-2', null), owing('c-1')];
    expect(asked({ groups: [group] }, people)).toEqual({
      kind: 'decision',
      decision: { group, kind: 'renewal', on: addDays(TODAY, 3) },
    });
  });

  test('but after the question whether to keep somebody, which is asked for a week and then not for long', () => {
    expect(asked({ groups: [group] }, [growing(60), growing(91, 'c-2', null)])?.kind).toBe('keep-or-rest');
  });

  test('and after a pause on offer', () => {
    expect(asked({ groups: [group] }, [kept(5)], { ...NO_HISTORY, lastCommandOn: ago(30) })?.kind).toBe(
      'pause',
    );
  });

  test('not before its time, nor once it was decided to stay', () => {
    expect(asked({ groups: [{ ...group, renewsOn: addDays(TODAY, 15) }] })?.kind).toBe('free-slot');
    expect(asked({ groups: [{ ...group, reviewedOn: ago(1) }] })?.kind).toBe('free-slot');
  });

  test('one of several: the first day', () => {
    const trial = groupWith({ id: 'g-001', trialUntil: addDays(TODAY, 1) });
    expect(asked({ groups: [group, trial] })).toMatchObject({ decision: { kind: 'trial', group: trial } });
  });
});

describe('a list that groups made shorter', () => {
  const people = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7'].map((id, i) => kept(20 + i, id));

  test.each([
    [240, people.length, undefined],
    [241, people.length, 4],
    [400, people.length, 2],
    [400, 1, undefined],
  ])('%i minutes with %i people due: %j people', (groupMinutes, due, slots) => {
    const footer = said(people.slice(0, due), { groupMinutes }, false);
    expect(footer?.kind === 'shorter' ? footer.slots : undefined).toBe(slots);
  });
});

describe('keep or rest', () => {
  test.each([
    [59, null],
    [60, 60],
    [66, 66],
    [67, null],
    [89, null],
    [90, 90],
    [97, null],
    [120, 120],
  ])('on the first list ever, after %i days of growing: %j', (days, asked) => {
    const person = growing(days);
    expect(said([person], {}, false)).toEqual(asked === null ? null : { kind: 'keep-or-rest', person, days });
  });

  test('is asked about the one who has been growing for longest, and stops in pauses', () => {
    const people = [growing(60, 'c-2'), growing(62, 'c-3'), growing(62, 'c-1')];
    expect(said(people)).toMatchObject({ kind: 'keep-or-rest', person: { contact: { id: 'c-1' } } });
    const pauses = [{ sinceDay: ago(10), untilDay: ago(1) }];
    expect(said([growing(65)], { pauses }, false)).toBeNull();
    expect(said([growing(70)], { pauses }, false)).toMatchObject({ days: 60 });
  });

  /** Which plan asked in which of the 30 days about somebody tended all the time, others being due on each day. */
  function asked(opened: readonly number[]): string[] {
    const start = ago(30);
    let history: History = NO_HISTORY;
    const found = new Set<string>();
    for (const at of opened) {
      const today = addDays(start, at);
      const touched = (days: number) => [{ heldOn: addDays(today, -days) }];
      const person = renamed(
        personWith({ stage: 'growing', grownOn: start, metOn: start }, touched(1)),
        'c-0',
      );
      const others = [1, 2, 3].map((i) =>
        renamed(personWith({ stage: 'kept', circle: 'inner' }, touched(8)), `c-${i}`),
      );
      const [footer, after] = open(
        [...others, person],
        { ...history, lastCommandOn: addDays(today, -1) },
        today,
      );
      history = after;
      const plan = history.plans.at(-1)?.first ?? today;
      if (footer?.kind === 'keep-or-rest')
        found.add(`${Math.floor(footer.days / 30)} in ${daysBetween(start, plan)}`);
    }
    return [...found];
  }

  test('is asked in one plan of each 30 days, when the list is opened every day', () => {
    const everyDay = Array.from({ length: 130 }, (_, i) => i);
    expect(asked(everyDay).map((text) => text.split(' ')[0])).toEqual(['2', '3', '4']);
  });

  test('is never asked in two plans of the same 30 days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 10, maxLength: 20 }), (gaps) => {
        const opened = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0));
        const times = asked(opened).map((text) => text.split(' ')[0]);
        expect(new Set(times).size).toBe(times.length);
      }),
      RUNS,
    );
  });

  // week, as it is meant to be, the list never asks unless the 60th day is the one on which a plan is made.
  test.each([0, 1, 2, 3, 5, 6])('is asked when the list is opened once a week, from day %i on', (first) => {
    const weekly = Array.from({ length: 14 }, (_, i) => first + 7 * i);
    expect(asked(weekly).filter((text) => text.startsWith('2 '))).toHaveLength(1);
  });
});

describe('going back to the stack after 90 untouched days is said once', () => {
  test.each([
    [89, null],
    [90, 'back-to-stack'],
    [96, 'back-to-stack'],
    [97, null],
  ])('%i days after they were grown: %j', (days, kind) => {
    expect(said([growing(days, 'c-1', null)], {}, false)?.kind ?? null).toBe(kind);
    expect(said([growing(days + 100, 'c-1', days)], {}, false)?.kind ?? null).toBe(kind);
  });

  test.each([1, 2, 3, 4, 5, 6])('also when the list was opened %i days before', (before) => {
    const people = [kept(20), growing(90, 'c-1', null)];
    const [, history] = open(people, NO_HISTORY, ago(before));
    expect(history.plans).toHaveLength(1);
    const [footer] = open(people, history, addDays(TODAY, 7 - before));
    expect(footer?.kind).toBe('back-to-stack');
  });
});

describe('what is owed and found no place, then a free growing slot', () => {
  test('owed to people whom the list does not hold', () => {
    const people = [kept(20), ...['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7'].map(owing)];
    const footer = said(people);
    expect(footer?.kind).toBe('also-owed');
    if (footer?.kind === 'also-owed') expect(footer.owed).toHaveLength(3);
  });

  test.each([
    [[], true, 2],
    [[], false, null],
    [[10], true, 1],
    [[10, 20], true, null],
    [[10, 59], true, null],
    [[10, 70], true, 1],
    [[70, 80], true, 2],
  ])('growing for %j days, with somebody in the stack (%s): %j free', (days, stacked, free) => {
    const people = days.map((each, i) => growing(each, `c-${i}`));
    expect(said(people, {}, stacked)).toEqual(
      free === null ? null : { kind: 'free-slot', free, target: null },
    );
  });

  test('keep or rest before both', () => {
    const people = [kept(20), growing(60), ...['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7'].map(owing)];
    expect(said(people)?.kind).toBe('keep-or-rest');
  });
});

describe('a free growing slot says whom to look for', () => {
  const target = (id: string, found: number, given: Partial<SoughtTarget> = {}): SoughtTarget => ({
    id,
    text: id,
    wanted: 2,
    found,
    madeOn: ago(9),
    doneOn: null,
    deletedAt: null,
    ...given,
  });
  const footer = (targets: readonly SoughtTarget[], stacked = false, growers: readonly Person[] = []) =>
    open(growers, NO_HISTORY, TODAY, stacked, { targets })[0];

  test.each<[string, SoughtTarget[], string | null]>([
    ['the first that is sought', [target('cooks', 0), target('bakers', 1)], 'cooks'],
    ['the next where all of the first are found', [target('cooks', 2), target('bakers', 1)], 'bakers'],
    ['none of those that are closed', [target('cooks', 0, { doneOn: ago(1) })], null],
    ['none where all are found', [target('cooks', 2), target('bakers', 3)], null],
  ])('%s', (_, targets, text) => {
    expect(footer(targets)).toEqual(
      text === null ? null : { kind: 'free-slot', free: 2, target: targets.find(({ id }) => id === text) },
    );
    expect(footer(targets, true)).toMatchObject({ kind: 'free-slot', free: 2 });
  });

  test('nobody while the slots are taken', () => {
    expect(footer([target('cooks', 0)], true, [growing(3, 'c-1'), growing(4, 'c-2')])).toBeNull();
    expect(footer([target('cooks', 0)], true, [growing(3, 'c-1')])).toMatchObject({ free: 1 });
  });
});
