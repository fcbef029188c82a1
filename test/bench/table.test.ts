import { describe, expect, it } from 'vitest';
import { BINARY, FIRST_OF_WEEK, judged, MEMORY, NODE_BUILD, onFewer, unjudged } from '../../bench/goals.ts';
import { median } from '../../bench/median.ts';
import type { Entrant, Measured } from '../../bench/race.ts';
import { failures, goalsText, resultsPage } from '../../bench/results.ts';
import { BARE, inOrder, overBare, overOther, type Row } from '../../bench/rows.ts';
import { grouped, ratioText, tableMarkdown, tableText } from '../../bench/table.ts';

const entrant: Entrant = { what: 'net today', by: NODE_BUILD, people: 10_000, command: ['net'] };

function measured(own: number[], base: number[], rest: Partial<Entrant> = {}): Measured {
  return { entrant: { ...entrant, ...rest }, own, base, failure: null };
}

function row(ratio: number, rest: Partial<Row> = {}): Row {
  const value = { ratio, milliseconds: 26, other: 20, pairs: 31 };
  return { what: 'net today', by: NODE_BUILD, people: 10_000, against: BARE, value, ...rest };
}

describe('medians', () => {
  it('are the middle, or between the two in the middle, and leave the numbers as they are', () => {
    const numbers = [9, 1, 5];
    expect(median(numbers)).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(numbers).toEqual([9, 1, 5]);
    expect(median([])).toBeNaN();
  });

  it('of a ratio are those of the pairs, not of the medians', () => {
    // A machine that becomes ten times slower in the middle: each pair says 2.
    const slowing = overBare(measured([20, 200, 200, 20], [10, 100, 100, 10]));
    expect(slowing.value).toMatchObject({ ratio: 2, pairs: 4 });
    // The medians alone would say 1.
    expect(overBare(measured([2, 10, 30], [10, 10, 10])).value).toMatchObject({ ratio: 1 });
    expect(overBare(measured([1, 20, 30], [10, 10, 100])).value).toMatchObject({ ratio: 0.3, other: 10 });
  });

  it('of two programs are those of the rounds that both ran in', () => {
    const slow = measured([100, 300], [10, 10], { what: 'task next', by: 'task' });
    const against = overOther(measured([10, 10, 900], [10, 10, 10]), slow);
    expect(against).toMatchObject({ against: 'task next', by: NODE_BUILD });
    expect(against?.value).toMatchObject({ pairs: 2, ratio: median([0.1, 1 / 30]) });
  });

  it('are none where one of the two failed, and the row says which and why', () => {
    const good = measured([10], [10]);
    const failed = (rest: Partial<Entrant>) => ({ ...measured([10], [10], rest), failure: 'no room' });
    const far = failed({ people: 1_000_000 });
    expect(overOther(far, good, onFewer(1000))).toEqual({
      ...{ what: 'net today', by: NODE_BUILD, people: 1_000_000, against: 'on 1000' },
      value: { missing: 'no room', failed: NODE_BUILD },
    });
    const theirs = overOther(good, failed({ what: 'task next', by: 'task' }));
    expect(theirs).toMatchObject({ by: NODE_BUILD, against: 'task next', value: { failed: 'task' } });
    expect(failures([theirs, overOther(far, good), overBare(far)])).toHaveLength(2);
    // Nor does a goal vanish.
    expect(goalsText([theirs], false)).toContain(
      'not measured: net today (Node build) on 10 000 against task next',
    );
  });
});

describe('goals', () => {
  it('are judged by program, people and what it is measured against', () => {
    expect(judged(row(1.35))).toEqual({ most: 1.35, met: true });
    expect(judged(row(1.36))).toEqual({ most: 1.35, met: false });
    expect(judged(row(0.69, { by: BINARY }))).toEqual({ most: 0.7, met: true });
    expect(judged(row(1, { people: 1000 }))).toBeNull();
    expect(judged(row(1.2, { people: 1_000_000, against: onFewer(1000) }))).toEqual({
      most: 1.1,
      met: false,
    });
    expect(judged(row(1.9, { what: FIRST_OF_WEEK, people: 105_000 }))).toEqual({ most: 2, met: true });
  });

  it('ask to be ahead of others from so many people on', () => {
    const ahead = (by: string, people: number) => judged(row(0.9, { by, people, against: 'task next' }));
    expect(ahead(BINARY, 100)).toBeNull();
    expect(ahead(BINARY, 1000)).toEqual({ most: 1, met: true });
    expect(ahead(NODE_BUILD, 1000)).toBeNull();
    expect(ahead(NODE_BUILD, 10_000)).toEqual({ most: 1, met: true });
  });

  it('of memory are megabytes', () => {
    const peak = (bytes: number) => judged(row(0, { against: MEMORY, value: { bytes, runs: 5 } }));
    expect(peak(60_000_000)).toEqual({ most: 60, met: true });
    expect(peak(60_100_000)).toEqual({ most: 60, met: false });
  });

  it('of a run of all that no row is judged by are told too', () => {
    const [first = '', ...lines] = goalsText([], true).trimEnd().split('\n');
    expect(first).toBe(`goals met: 0 of ${lines.length}`);
    expect(lines.every((line) => line.startsWith('not measured: '))).toBe(true);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toContain('not measured: net today (binary) on 1 000 000 against on 1000, at most 1.1');
    expect(lines).toContain(
      'not measured: net today (binary) on 1 000 and more against task next, at most 1',
    );
    expect(lines).toContain(
      'not measured: net today (binary) on any number against its peak memory, at most 60',
    );
    const some = [
      row(1),
      row(0, { by: BINARY, people: 100, against: MEMORY, value: { bytes: 1, runs: 5 } }),
      row(1, { people: 5 }),
    ];
    const left = goalsText(some, true).trimEnd().split('\n');
    expect(left[0]).toBe(`goals met: 2 of ${lines.length}`);
    expect(left).toHaveLength(lines.length - 1);
  });

  it('that could not be measured are not met, and are told', () => {
    const missing = row(0, { value: { missing: 'it broke', failed: NODE_BUILD } });
    expect(judged(missing)).toEqual({ most: 1.35, met: null });
    expect(goalsText([missing, row(2), row(1, { by: BINARY, people: 5 })], false)).toBe(
      'goals met: 0 of 2\n' +
        'not measured: net today (Node build) on 10 000 against node -e 0, at most 1.35\n' +
        'not met: net today (Node build) on 10 000 against node -e 0, at most 1.35\n',
    );
    expect(goalsText([], false)).toBe('');
    const theirs = row(0, { by: 'khard', value: { missing: 'no such file', failed: 'khard' } });
    expect(failures([missing, theirs, row(2)])).toEqual([missing]);
  });
});

describe('the table', () => {
  const rows = [
    row(1.234),
    row(0.0079, { against: 'khard list', people: 1_000_000 }),
    row(0, { by: BINARY, against: MEMORY, value: { bytes: 61_230_000, runs: 5 } }),
    row(0, {
      what: 'khard list',
      by: 'khard',
      people: 100,
      value: { missing: 'no config\nat line 2', failed: 'khard' },
    }),
  ];

  it('stands in columns, numbers to the right', () => {
    expect(tableText(rows)).toBe(`\
command     by             people  against            ratio    ms  other ms   n  goal
net today   Node build     10 000  node -e 0           1.23  26.0      20.0  31  ≤ 1.35: met
net today   Node build  1 000 000  khard list        0.0079  26.0      20.0  31  ≤ 1: met
net today   binary         10 000  its peak memory  61.2 MB     –         –   5  ≤ 60 MB: NOT MET
khard list  khard             100  node -e 0              –     –         –   0  not measured: no config
`);
  });

  it('is a table of Markdown on the page of results, with the machine and what was not found', () => {
    expect(tableMarkdown(rows).split('\n').slice(0, 3)).toEqual([
      '| command | by | people | against | ratio | ms | other ms | n | goal |',
      '| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | --- |',
      '| net today | Node build | 10 000 | node -e 0 | 1.23 | 26.0 | 20.0 | 31 | ≤ 1.35: met |',
    ]);
    const page = resultsPage('2026-11-23', ['processor: a fast one'], ['abook'], rows);
    expect(page).toContain('on 2026-11-23');
    expect(page).toContain('- processor: a fast one\n- not found: abook\n');
    expect(page).toContain(tableMarkdown(rows));
    expect(page).toContain(`goals met: 2 of ${2 + 1 + unjudged(rows).length}`);
    expect(page).toContain('\nnot measured: net log (binary) on 10 000 against node -e 0, at most 0.9  \n');
  });

  it('has commands in the order in which they came, each on more and more people', () => {
    const mixed = [
      row(1, { people: 100 }),
      row(1, { people: 100, against: 'task next' }),
      row(1, { what: 'net log', people: 100 }),
      row(1, { people: 1000, by: BINARY }),
      row(1, { people: 1000 }),
      row(1, { people: 100, by: BINARY }),
    ];
    expect(
      inOrder(mixed).map(({ what, by, people, against }) => `${what} ${by} ${people} ${against}`),
    ).toEqual([
      'net today Node build 100 node -e 0',
      'net today binary 100 node -e 0',
      'net today Node build 1000 node -e 0',
      'net today binary 1000 node -e 0',
      'net today Node build 100 task next',
      'net log Node build 100 node -e 0',
    ]);
  });

  it('says ratios with as many digits as they bear, and groups thousands', () => {
    expect([0.00791, 0.094, 0.1, 1, 17.249, 166.4].map(ratioText)).toEqual([
      '0.0079',
      '0.094',
      '0.10',
      '1.00',
      '17.25',
      '166',
    ]);
    expect([1, 100, 1000, 105_000, 1_000_000].map(grouped)).toEqual([
      '1',
      '100',
      '1 000',
      '105 000',
      '1 000 000',
    ]);
  });
});
