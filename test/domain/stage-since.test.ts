import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { type Situation, stageOf } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { staged } from '../../src/domain/stage-since.ts';
import { aPerson } from '../support/arbitrary.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const ADDED = ago(500);

describe('since when', () => {
  test.each<[string, Partial<Contact>, readonly number[], string, number]>([
    ['a card is a card', {}, [], 'stack', 500],
    ['it was let rest', { restedOn: ago(30) }, [], 'stack', 30],
    ['growing', { stage: 'growing', grownOn: ago(12) }, [], 'growing', 12],
    ['growing, whatever is logged', { stage: 'growing', grownOn: ago(12) }, [3], 'growing', 12],
    ['growing went back to the stack', { stage: 'growing', grownOn: ago(200) }, [150], 'stack', 60],
    ['kept', { stage: 'kept', keptOn: ago(50), circle: 'inner' }, [2], 'kept', 50],
    ['dormant', { stage: 'kept', keptOn: ago(900), circle: 'inner' }, [200], 'dormant', 19],
    ['dormant, active', { stage: 'kept', keptOn: ago(900), circle: 'active' }, [300], 'dormant', 29],
    ['moved on', { stage: 'moved on', movedOn: ago(7) }, [200], 'moved on', 7],
  ])('%s', (_, contact, touches, stage, days) => {
    const person = personWith(
      contact,
      touches.map((gap) => ({ heldOn: ago(gap) })),
    );
    expect(staged(person, NOW, ADDED)).toMatchObject({ stage, since: ago(days) });
  });

  test('a pause puts off the day on which somebody became dormant', () => {
    const person = personWith({ stage: 'kept', keptOn: ago(900), circle: 'inner' }, [{ heldOn: ago(200) }]);
    const pauses = [{ sinceDay: ago(150), untilDay: ago(141) }];
    expect(staged(person, { ...NOW, pauses }, ADDED).since).toBe(ago(9));
  });

  test('what time has made of somebody began on the first day on which it had', () => {
    fc.assert(
      fc.property(aPerson, (person) => {
        const { stage, since } = staged(person, NOW, ADDED);
        const derived = stage !== person.contact.stage;
        expect(since <= TODAY).toBe(true);
        if (!derived) return;
        const on = (today: CalendarDate) => stageOf(person, { ...NOW, today });
        expect([on(since), on(addDays(since, -1))]).toEqual([stage, person.contact.stage]);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});
