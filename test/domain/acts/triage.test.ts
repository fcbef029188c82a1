import { describe, expect, test } from 'vitest';
import { growersAfter, restOthers, triage, UNDECIDED } from '../../../src/domain/acts/triage.ts';
import type { Making } from '../../../src/domain/change.ts';
import type { Person, Situation } from '../../../src/domain/person.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import { ago, personWith, renamed, TODAY } from '../../support/people.ts';

const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const making: Making = { id: () => 'x', now: `${TODAY}T09:00:00.000Z`, today: TODAY };
const card = (id: string) => renamed(personWith(), id);
const growing = (id: string, days: number) =>
  renamed(personWith({ stage: 'growing', grownOn: ago(days) }), id);
const [ana, ben, carla, eva] = [card('ana'), card('ben'), card('carla'), card('eva')];
const ids = (people: readonly Person[]) => people.map(({ contact }) => contact.id);

describe('decisions on cards', () => {
  test('each becomes one change of its own kind', () => {
    const decisions = { keep: [ana], circle: 'close' as const, grow: [ben], rest: [carla], moveOn: [eva] };
    expect(triage(decisions, NOW, making)).toMatchObject([
      { id: 'ana', set: { stage: 'kept', circle: 'close', keptOn: TODAY } },
      { id: 'ben', set: { stage: 'growing', grownOn: TODAY } },
      { id: 'carla', set: { stage: 'stack', restedOn: TODAY } },
      { id: 'eva', set: { stage: 'moved on', movedOn: TODAY, movedTo: null } },
    ]);
    expect(triage(UNDECIDED, NOW, making)).toEqual([]);
  });

  test('who grows already goes on growing; who went back to the stack begins anew', () => {
    expect(triage({ ...UNDECIDED, grow: [growing('ana', 20)] }, NOW, making)).toEqual([]);
    expect(triage({ ...UNDECIDED, grow: [growing('ana', 90)] }, NOW, making)).toMatchObject([
      { set: { grownOn: TODAY } },
    ]);
  });

  test('two things on one person are refused', () => {
    expect(() => triage({ ...UNDECIDED, keep: [ana], rest: [ben, ana] }, NOW, making)).toThrow(
      'Ana Silva is named twice',
    );
  });

  test('the others rest', () => {
    const told = { ...UNDECIDED, grow: [ana], rest: [ben] };
    expect(ids(restOthers(told, [ana, ben, carla, eva]).rest)).toEqual(['ben', 'carla', 'eva']);
    expect(restOthers(UNDECIDED, [])).toEqual(UNDECIDED);
  });

  test.each([
    [['x', 'y'], { grow: [ana] }, ['x', 'y', 'ana']],
    [['ana', 'y'], { grow: [ana, ben] }, ['y', 'ana', 'ben']],
    [['ana', 'ben'], { grow: [carla], rest: [ana] }, ['ben', 'carla']],
    [['ana', 'ben'], { keep: [ana], moveOn: [ben] }, []],
  ])('of %j who hold slots %j leaves %j growing', (holders, decisions, left) => {
    const people = holders.map((id) => growing(id, 5));
    expect(ids(growersAfter(people, { ...UNDECIDED, ...decisions }))).toEqual(left);
  });
});
