import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import { isInNetwork } from '../../src/domain/network.ts';
import type { Person, Situation } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { people } from '../support/arbitrary.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };

const BOTH: readonly Partial<Exchange>[] = [{ kind: 'give' }, { kind: 'received' }];
const touchedBefore = (days: number) => [{ heldOn: ago(days) }];

describe('who belongs to the network', () => {
  test.each<[string, Partial<Contact>, number, readonly Partial<Exchange>[], boolean]>([
    ['both ways, today', {}, 0, BOTH, true],
    ['after 180 days, inner', { circle: 'inner', stage: 'kept' }, 180, BOTH, true],
    ['not after 181', { circle: 'inner', stage: 'kept' }, 181, BOTH, false],
    ['three cadences of the wide circle', { circle: 'wide', stage: 'kept' }, 540, BOTH, true],
    ['and not a day more', { circle: 'wide', stage: 'kept' }, 541, BOTH, false],
    ['active where no circle is set', {}, 270, BOTH, true],
    ['and not a day more', {}, 271, BOTH, false],
    ['growing: 180', { stage: 'growing', grownOn: ago(300) }, 181, BOTH, false],
    ['three cadences of their own', { circle: 'inner', everyDays: 100, stage: 'kept' }, 300, BOTH, true],
    ['given only', {}, 0, [{ kind: 'give' }], false],
    ['received only', {}, 0, [{ kind: 'received' }], false],
    ['helped for a give', {}, 0, [{ kind: 'give' }, { kind: 'ask', outcome: 'helped' }], true],
    ['partly, too', {}, 0, [{ kind: 'give' }, { kind: 'ask', outcome: 'partly' }], true],
    ['ignored is nothing received', {}, 0, [{ kind: 'give' }, { kind: 'ask', outcome: 'ignored' }], false],
    ['a promise is given once it is kept', {}, 0, [{ kind: 'promise' }, { kind: 'received' }], false],
    ['and is then', {}, 0, [{ kind: 'promise', keptOn: TODAY }, { kind: 'received' }], true],
    ['reciprocity waived', { noScore: true }, 0, [], true],
    ['but not for ever', { noScore: true, circle: 'inner' }, 181, [], false],
    ['moved on', { stage: 'moved on' }, 0, BOTH, false],
    ['erased', { deletedAt: '2026-11-01T00:00:00.000Z' }, 0, BOTH, false],
  ])('%s', (_, contact, days, exchanges, expected) => {
    expect(isInNetwork(personWith(contact, touchedBefore(days), exchanges), NOW)).toBe(expected);
  });

  test('a card that was never touched is none, whatever was exchanged', () => {
    expect(isInNetwork(personWith({ metOn: TODAY, noScore: true }, [], BOTH), NOW)).toBe(false);
  });

  test('a giver is held to the cadence that was intended', () => {
    const helps = Array.from({ length: 3 }, () => ({ kind: 'ask' as const, outcome: 'helped' as const }));
    const giver = personWith({ stage: 'kept', everyDays: 300 }, touchedBefore(800), [...BOTH, ...helps]);
    expect(isInNetwork(giver, NOW)).toBe(true);
  });

  test('a pitch is no touch, and a told one is', () => {
    expect(isInNetwork(personWith({}, [{ pitch: 'them' }], BOTH), NOW)).toBe(false);
    expect(isInNetwork(personWith({ lastOn: ago(5) }, [], BOTH), NOW)).toBe(true);
  });

  test('paused days are left out', () => {
    const person = personWith({ circle: 'inner', stage: 'kept' }, touchedBefore(200), BOTH);
    const pauses = [{ sinceDay: ago(100), untilDay: ago(60) }];
    expect(isInNetwork(person, NOW)).toBe(false);
    expect(isInNetwork(person, { ...NOW, pauses })).toBe(true);
  });
});

describe('holds for everybody', () => {
  const size = (list: readonly Person[]) => list.filter((person) => isInNetwork(person, NOW)).length;

  test('nobody untouched or one-sided is ever counted', () => {
    fc.assert(
      fc.property(people, (list) => {
        const members = list.filter((person) => isInNetwork(person, NOW));
        for (const { contact, summary } of members) {
          expect(summary.days).toBeGreaterThan(0);
          if (contact.noScore) continue;
          expect(summary.given).toBeGreaterThan(0);
          expect(summary.received + summary.helped + summary.partly).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  test('a give to one changes nobody else, and loses nobody', () => {
    fc.assert(
      fc.property(people, fc.nat(), (list, at) => {
        const chosen = list[at % Math.max(1, list.length)];
        const after = list.map((person) =>
          person === chosen
            ? { ...person, summary: { ...person.summary, given: person.summary.given + 1 } }
            : person,
        );
        for (const [i, person] of list.entries()) {
          const before = isInNetwork(person, NOW);
          const now = isInNetwork(after[i] as Person, NOW);
          if (person === chosen) expect(now || !before).toBe(true);
          else expect(now).toBe(before);
        }
        expect(size(after) - size(list)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});
