import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planWeek } from '../../../src/domain/agenda/agenda.ts';
import { dueDays } from '../../../src/domain/agenda/due.ts';
import { movesFor } from '../../../src/domain/agenda/move.ts';
import { offerFor } from '../../../src/domain/agenda/plan.ts';
import { isObligation } from '../../../src/domain/agenda/term.ts';
import { addDays, type CalendarDate, nearestYearly } from '../../../src/domain/days/day.ts';
import { type Person, stageOf } from '../../../src/domain/person.ts';
import { capacity, type Settings } from '../../../src/domain/settings.ts';
import { world } from '../../support/arbitrary.ts';
import { NO_HISTORY, TODAY } from '../../support/people.ts';

import { candidates, holds, ids, plan, WORLDS, type World } from '../../support/worlds.ts';

describe('a week holds, for every input', () => {
  test('at most two people beyond its slots, and nobody twice', () => {
    holds((given) => {
      const agenda = plan(given);
      expect(agenda.lines.length).toBeLessThanOrEqual(
        capacity(given.settings) + given.settings.ranking.appendsBeyond,
      );
      expect(new Set(ids(agenda)).size).toBe(agenda.lines.length);
    });
  });

  test('the same answer for the same question', () => {
    holds((given) => {
      expect(plan(given)).toEqual(plan(given));
    });
  });

  test('whatever the order of the people', () => {
    holds((given) => {
      expect(plan({ ...given, people: [...given.people].reverse() })).toEqual(plan(given));
    });
  });

  test('the same people and order when all dates are shifted by whole weeks, yearly dates and seasons aside', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: -60, max: 60 }), (given, weeks) => {
        const settings = { ...given.settings, seasons: [] };
        const plain = { ...given, settings, people: given.people.map(withoutBirthday) };
        const shifted = shift(plain, weeks * 7);
        expect(ids(plan(shifted, addDays(TODAY, weeks * 7)))).toEqual(ids(plan(plain)));
      }),
      WORLDS,
    );
  });

  test('obligations within their limit while others are due', () => {
    holds((given) => {
      const agenda = plan(given);
      const listed = new Set(ids(agenda));
      const slots = capacity(given.settings);
      const owed = agenda.plan.lines.filter(({ as }) => as === 'obligation').length;
      const others = candidates(given).filter(
        (c) =>
          c.obligations.length === 0 &&
          c.stage === 'kept' &&
          c.suggestions.length > 0 &&
          !listed.has(c.person.contact.id),
      );
      if (others.length > 0) expect(owed).toBeLessThanOrEqual(Math.max(1, Math.min(3, slots - 2)));
    });
  });

  test('of stale obligations no more than one while others wait', () => {
    holds((given) => {
      const agenda = plan(given);
      const all = candidates(given);
      const listedAs = new Map(agenda.plan.lines.map((line) => [line.contactId, line.as]));
      const stale = all.filter((c) => c.stale && listedAs.get(c.person.contact.id) === 'obligation');
      const waiting = all.some(
        (c) => c.obligations.length > 0 && !c.stale && !listedAs.has(c.person.contact.id),
      );
      if (waiting) expect(stale.length).toBeLessThanOrEqual(1);
    });
  });

  test('one slot for the kept person who was not shown for longest, whenever one is due', () => {
    holds((given) => {
      const { lines } = plan(given).plan;
      const owed = lines.filter(({ as }) => as === 'obligation').map(({ contactId }) => contactId);
      const qualify = candidates(given).filter(
        (c) => c.stage === 'kept' && c.suggestions.length > 0 && !owed.includes(c.person.contact.id),
      );
      const unowed = qualify.filter((c) => c.obligations.length === 0 || c.stale);
      const all = unowed.length > 0 ? unowed : qualify;
      const [maintained] = lines.filter(({ as }) => as === 'maintain');
      if (all.length === 0) return;
      const shown = (c: (typeof all)[number]) => c.lastShown ?? '';
      const earliest = all.map(shown).sort()[0];
      const chosen = candidates(given).find((c) => c.person.contact.id === maintained?.contactId);
      expect(chosen).toBeDefined();
      if (chosen !== undefined) expect(shown(chosen) <= (earliest ?? '')).toBe(true);
    });
  });

  test('at most two growing people', () => {
    holds((given) => {
      expect(plan(given).plan.lines.filter(({ as }) => as === 'growing').length).toBeLessThanOrEqual(2);
    });
  });

  test('at most one dormant person, and only where nobody is more pressing', () => {
    holds((given) => {
      const revived = plan(given).lines.filter(({ line }) => line.as === 'dormant');
      expect(revived.length).toBeLessThanOrEqual(1);
      for (const { score } of revived) expect(score).toBe(0);
    });
  });

  test('snoozed, rested and moved-on people only for what is owed to them', () => {
    holds((given) => {
      for (const { person, terms } of plan(given).lines) {
        const { contact } = person;
        expect(contact.stage).not.toBe('moved on');
        const { settings, history } = given;
        const offer = offerFor(history, settings, TODAY);
        const pauses = [...history.pauses, ...(offer === null ? [] : [offer])];
        const situation = { settings, pauses, today: TODAY };
        const aside =
          stageOf(person, situation) === 'stack' ||
          (contact.snoozedUntil !== null && contact.snoozedUntil > TODAY);
        if (aside) expect(terms.some((term) => isObligation(term, addDays(TODAY, 6)))).toBe(true);
      }
    });
  });

  test('moves within the minutes of the week', () => {
    holds((given) => {
      const agenda = plan(given);
      const moves = movesFor(agenda.lines, { traits: [], offers: [] }, given.settings);
      expect(moves.reduce((sum, move) => sum + move.minutes, 0)).toBeLessThanOrEqual(given.settings.minutes);
    });
  });

  test('scores that are the sum of what each reason weighs', () => {
    holds((given) => {
      const { weights } = given.settings.ranking;
      for (const { terms, score } of plan(given).lines) {
        const sum = terms.reduce((total, term) => total + weights[term.kind] * term.value, 0);
        expect(score).toBeCloseTo(sum, 10);
        for (const term of terms) expect(term.value).toBeGreaterThan(0);
      }
    });
  });

  test('nobody whom the indexed due days would have left out', () => {
    holds((given) => {
      const last = addDays(TODAY, 6);
      const seen = given.people.filter((person) => {
        const { dueOn, birthday } = dueDays(person, given.settings, given.history.pauses);
        const near = person.contact.birthday === null ? null : nearestYearly(person.contact.birthday, TODAY);
        const soon = near !== null && near >= addDays(TODAY, -2) && near <= addDays(TODAY, 7);
        return (dueOn !== null && dueOn <= last) || (birthday !== null && soon);
      });
      expect(plan({ ...given, people: seen }).plan.lines).toEqual(plan(given).plan.lines);
      const urgent = given.people.filter((person) => {
        const { urgentOn } = dueDays(person, given.settings, given.history.pauses);
        return urgentOn !== null && urgentOn <= last;
      });
      const owed = candidates(given).filter(
        (c) => c.obligations.length > 0 || c.suggestions.some((term) => term.kind === 'follow-up'),
      );
      for (const { person } of owed) expect(urgent).toContain(person);
    });
  });
});

function withoutBirthday(person: Person): Person {
  return { ...person, contact: { ...person.contact, birthday: null } };
}

/** The same world, some days later or earlier. */
function shift(given: World, days: number): World {
  const moved = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, text) =>
      typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? addDays(text as CalendarDate, days)
        : text,
    );
  return { ...moved(given), settings: given.settings };
}

test('a file with nobody due has an empty week, and it is not stored', () => {
  const agenda = planWeek([], NO_HISTORY, { ...candidatesSettings() }, TODAY, { id: 'p', refill: false });
  expect(agenda.changed).toBe(false);
  expect(agenda.lines).toEqual([]);
});

function candidatesSettings(): Settings {
  return fc.sample(world, { numRuns: 1, seed: 1 })[0]?.settings as Settings;
}
