import { describe, expect, it } from 'vitest';
import { BINARY, MEMORY, NODE_BUILD, unjudged } from '../../bench/goals.ts';
import type { Measured } from '../../bench/race.ts';
import { type Field, memories, races } from '../../bench/races.ts';
import type { Row } from '../../bench/rows.ts';
import { day } from '../../src/domain/days/day.ts';

const programs = ['sqlite3', 'task', 'khard', 'abook', 'hledger'];

/** Nothing of it runs. */
const field: Field = {
  builds: [NODE_BUILD, BINARY].map((by) => ({ by, begins: [by] })),
  gardens: { file: (people) => `/nowhere/${people}.db`, ready: () => {} },
  found: new Map(programs.map((name) => [name, `/nowhere/${name}`])),
  place: '/nowhere',
  today: day('2026-11-23'),
  environment: {},
};
const ALL = { quick: false, far: true };

/** The rows of all races, of whom some fail. */
function rowsOf(where: Field, fails: (one: Measured['entrant']) => boolean, asked = ALL): Row[] {
  const measured = races(where, 31, asked).flatMap(({ entrants, rows }) =>
    rows(
      entrants.map((entrant) =>
        fails(entrant)
          ? { entrant, own: [], base: [], failure: 'it broke' }
          : { entrant, own: [10], base: [10], failure: null },
      ),
    ),
  );
  const peaks = memories(where, asked).map(({ what, by, people }): Row => {
    return { what, by, people, against: MEMORY, value: { bytes: 1, runs: 5 } };
  });
  return [...measured, ...peaks];
}

describe('the rows of all races', () => {
  it('are judged by every goal, whoever fails', () => {
    expect(unjudged(rowsOf(field, () => false))).toEqual([]);
    expect(unjudged(rowsOf(field, () => true))).toEqual([]);
    expect(unjudged(rowsOf(field, ({ people }) => people === 1_000_000))).toEqual([]);
    const alone = rowsOf({ ...field, found: new Map() }, () => false);
    expect(unjudged(alone).map(({ by, against }) => `${by} ${against}`)).toEqual([
      ...[`${BINARY} task next`, `${NODE_BUILD} task next`],
      ...[`${NODE_BUILD} khard list`, `${BINARY} khard list`],
      ...[`${NODE_BUILD} hledger balance`, `${BINARY} hledger balance`],
    ]);
    const small = unjudged(rowsOf(field, () => false, { ...ALL, far: false }));
    expect(small.map(({ by, people }) => `${by} ${people}`)).toEqual([
      `${NODE_BUILD} 1000000`,
      `${BINARY} 1000000`,
    ]);
  });

  it('set each other program beside the command that does what it does, and nothing else', () => {
    const rows = rowsOf(field, () => false);
    const beside = (against: string) => [
      ...new Set(rows.filter((row) => row.against === against).map(({ what }) => what)),
    ];
    expect(beside('abook --mutt-query')).toEqual(['net show NAME']);
    for (const other of ['task next', 'khard list', 'hledger balance', 'the same by sqlite3'])
      expect(beside(other)).toEqual(['net today']);
    const looked = rows.filter(({ against }) => against === 'abook --mutt-query');
    expect(looked.map(({ by, people }) => `${by} ${people}`)).toEqual(
      [100, 1000, 10_000].flatMap((people) => [`${NODE_BUILD} ${people}`, `${BINARY} ${people}`]),
    );
  });

  it('tell of a log whose name is not quoted on networks of every size', () => {
    const unquoted = races(field, 31, ALL).flatMap(({ entrants }) =>
      entrants.filter(({ what, by }) => what === 'net log, name unquoted' && by === BINARY),
    );
    expect(unquoted.map(({ people }) => people)).toEqual([100, 1000, 10_000, 100_000]);
    expect(unquoted[0]?.command).toEqual([BINARY, 'log', 'ana', 'okoye', '20', 'coffee']);
  });
});
