import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, planWeek } from '../../src/domain/agenda/agenda.ts';
import { dueDays } from '../../src/domain/agenda/due.ts';
import { footerOf } from '../../src/domain/agenda/footer.ts';
import { currentPlan, type History, type Plan } from '../../src/domain/agenda/plan.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { addDays, type Birthday, type CalendarDate, nearestYearly } from '../../src/domain/days/day.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Person } from '../../src/domain/person.ts';
import { applyChanges } from '../../src/store/apply.ts';
import { harden, imagined } from '../../src/store/connect.ts';
import { type Db, run } from '../../src/store/db.ts';
import { wordsOf, writeSummary } from '../../src/store/derive.ts';
import { migrate } from '../../src/store/migrate.ts';
import { storePlan } from '../../src/store/plan-writing.ts';
import { readPauses, readSettings } from '../../src/store/settings.ts';
import { readWeek, type Week } from '../../src/store/week.ts';
import { aPerson, historyOf } from '../support/arbitrary.ts';
import { personWith, renamed, TODAY } from '../support/people.ts';
import { tries } from '../support/tries.ts';

/** Somebody kept of whom nothing is open: most people are, once there are many. */
const aKeptOne = fc
  .record({
    circle: fc.constantFrom('inner' as const, 'close' as const, 'active' as const, null),
    everyDays: fc.constantFrom(null, null, null, 20),
    keptAgo: fc.integer({ min: 0, max: 60 }),
    quiet: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null, freq: 6 }),
    talks: fc.integer({ min: 1, max: 3 }),
    helped: fc.constantFrom(0, 0, 0, 1, 3),
    toldOn: fc.constantFrom(null, addDays(TODAY, -200)),
    born: fc.option(fc.integer({ min: 0, max: 364 }), { nil: null, freq: 2 }),
  })
  .map(({ circle, everyDays, keptAgo, quiet, talks, helped, toldOn, born }) =>
    personWith(
      {
        stage: 'kept',
        keptOn: addDays(TODAY, -keptAgo * 5),
        circle,
        everyDays,
        toldOn,
        birthday: born === null ? null : (addDays(TODAY, -born - 9000) as string as Birthday),
      },
      quiet === null
        ? []
        : Array.from({ length: talks }, (_, i) => ({ heldOn: addDays(TODAY, -quiet - i * 9) })),
      Array.from({ length: helped }, () => ({ kind: 'ask', outcome: 'helped', thankedOn: TODAY }) as const),
    ),
  );

const somebody = fc.oneof({ arbitrary: aPerson, weight: 1 }, { arbitrary: aKeptOne, weight: 4 });

/** Two states of each: as they are when the plan is made, and what some of them are some days later. */
const network = fc
  .array(fc.tuple(somebody, fc.option(somebody, { nil: null, freq: 2 })), { maxLength: 70 })
  .chain((list) => {
    const idOf = (i: number) => `c-${String(i).padStart(3, '0')}`;
    const before = list.map(([person], i) => renamed(person, idOf(i)));
    const after = list.map(([person, later], i) => renamed(later ?? person, idOf(i)));
    return fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      history: historyOf(before),
      slots: fc.integer({ min: 2, max: 6 }),
      minutes: fc.constantFrom(20, 50, 150),
      season: fc.constantFrom('', '', '', '11-10..11-24'),
      later: fc.integer({ min: 0, max: 8 }),
      refill: fc.boolean(),
    });
  });

function fileOf(people: readonly Person[], history: History, set: Record<string, string>): Db {
  const db = imagined(':memory:', {
    access: 'create',
    machine: () => 'm',
    clock: { now: () => '', dayOf: (at) => at },
  });
  harden(db);
  migrate(db, 'm');
  for (const [id, value] of Object.entries(set))
    run(db, 'INSERT INTO setting (id, value) VALUES (?, ?)', id, value);
  const pauses = history.pauses.map((pause, i) => ({ ...pause, id: `pause-${i}`, deletedAt: null }));
  applyChanges(
    db,
    pauses.map((row) => ({ insert: 'pause', row })),
  );
  history.plans.forEach((plan, i) => {
    storePlan(db, { id: `o-${i}`, at: plan.first, command: 'today' }, plan);
  });
  write(db, people);
  return db;
}

function write(db: Db, people: readonly Person[]): void {
  // Rows may go where somebody is erased.
  db.sqlite.exec(`UPDATE journal_mode SET mode = 'purge'; DELETE FROM contact_summary; DELETE FROM exchange;
    DELETE FROM contact; UPDATE journal_mode SET mode = 'off'`);
  applyChanges(
    db,
    people.flatMap(({ contact, open }) => [
      { insert: 'contact', row: contact } as const,
      ...open.map((row) => ({ insert: 'exchange', row }) as const),
    ]),
  );
  const [settings, pauses] = [readSettings(db), readPauses(db)];
  for (const person of people) writeSummary(db, person, wordsOf(person.contact), settings, pauses);
}

/** Everybody who may be due by their own due days, or has a birthday near: looked at one by one. */
function dueAmong(
  people: readonly Person[],
  { settings, history }: Week,
  plans: readonly Plan[],
  today: CalendarDate,
  refill: boolean,
): Person[] {
  const plan = currentPlan(plans.slice(-1), today);
  const last = plan?.last ?? addDays(today, 6);
  const isOpen = plan === null || refill || plan.lines.length < plan.slots;
  return people.filter((person) => {
    const { dueOn, urgentOn, birthday } = dueDays(person, settings, history.pauses);
    const from = isOpen ? dueOn : urgentOn;
    const near = birthday === null ? null : nearestYearly(`--${birthday}` as Birthday, today);
    return (
      (from !== null && from <= last) ||
      (near !== null && near >= addDays(today, -2) && near <= addDays(today, 7)) ||
      person.contact.stage === 'growing' ||
      plan?.lines.some((line) => line.contactId === person.contact.id)
    );
  });
}

/** All that is told of a week, but for people whom nothing is said of. */
function told(
  agenda: Agenda,
  week: Week,
  people: readonly Person[],
  plans: readonly Plan[],
  today: CalendarDate,
) {
  const history = { ...week.history, plans };
  return {
    ...agenda,
    footer: footerOf(agenda, people, history, week.settings, today, week.surroundings),
  };
}

function same(
  db: Db,
  people: readonly Person[],
  plans: readonly Plan[],
  today: CalendarDate,
  refill: boolean,
): Agenda {
  const read = (whole: boolean) => {
    const week = readWeek(db, today, (at) => at as CalendarDate, refill, whole);
    const agenda = planWeek(week.people, week.history, week.settings, today, { id: 'p-now', refill });
    return { week, agenda };
  };
  const narrow = read(false);
  const left = narrow.agenda.lines.length === 0 && narrow.agenda.plan.lines.length > 0;
  const { week, agenda } = left ? read(true) : narrow;
  const due = dueAmong(people, week, plans, today, refill);
  const all = planWeek(due, { ...week.history, plans }, week.settings, today, { id: 'p-now', refill });
  expect(told(agenda, week, week.people, plans, today)).toEqual(told(all, week, due, plans, today));
  return agenda;
}

test('a week from the indexes is the week of everybody who is due', () => {
  let [pruned, stored] = [0, 0];
  fc.assert(
    fc.property(network, ({ before, after, history, slots, minutes, season, later, refill }) => {
      const plans = history.plans.map((plan) => ({ ...plan, id: `p-${plan.first}` }));
      const db = fileOf(
        before,
        { ...history, plans },
        {
          slots: String(slots),
          minutes: String(minutes),
          ...(season === '' ? {} : { seasons: season }),
        },
      );
      db.seen = { ...db.seen, at: history.lastCommandOn };
      const agenda = same(db, before, plans, TODAY, false);
      const week = readWeek(db, TODAY, (at) => at as CalendarDate, false);
      if (week.people.length < dueAmong(before, week, plans, TODAY, false).length) pruned++;
      if (agenda.changed) {
        stored++;
        const now = [...plans, agenda.plan];
        storePlan(db, { id: 'o-now', at: TODAY, command: 'today' }, agenda.plan);
        db.seen = { ...db.seen, at: TODAY };
        same(db, before, now, TODAY, false);
        write(db, after);
        same(db, after, now, addDays(TODAY, later), false);
        same(db, after, now, addDays(TODAY, later), refill);
      }
      db.sqlite.close();
    }),
    { numRuns: tries(150, 3000), seed: 20261123 },
  );
  expect(pruned).toBeGreaterThan(20);
  expect(stored).toBeGreaterThan(50);
});

test('whoever is owed something is told, however many others are growing, quiet or snoozed', () => {
  const owing = (n: number, contact: Partial<Contact>, given: Partial<Exchange>) =>
    renamed(
      personWith(contact, [], [{ madeOn: addDays(TODAY, -60), ...given }]),
      `c-${String(n).padStart(3, '0')}`,
    );
  const people = [
    ...Array.from({ length: 40 }, (_, i) =>
      owing(i, { snoozedUntil: addDays(TODAY, 30) }, { kind: 'received' }),
    ),
    ...Array.from({ length: 30 }, (_, i) =>
      owing(100 + i, {}, { kind: 'promise', dueOn: addDays(TODAY, -((i * 7) % 71)) }),
    ),
  ];
  const db = fileOf(people, { pauses: [], plans: [], lastCommandOn: TODAY, groupMinutes: 0 }, {});
  const agenda = same(db, people, [], TODAY, false);
  expect(agenda.lines.length + agenda.alsoOwed.length).toBe(30);
  storePlan(db, { id: 'o', at: TODAY, command: 'today' }, agenda.plan);
  const again = same(db, people, [agenda.plan], TODAY, false);
  expect(again.alsoOwed).toEqual(agenda.alsoOwed);
});
