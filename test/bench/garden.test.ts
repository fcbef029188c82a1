import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { multiply } from '../../bench/garden/multiply.ts';
import { makeOwed } from '../../bench/garden/owed.ts';
import { makeGarden, nameOf, type Size } from '../../bench/garden.ts';
import { forgetThisWeeks, makeLastWeeks } from '../../bench/weeks.ts';
import { day } from '../../src/domain/days/day.ts';
import { derived } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

const TODAY = day('2026-11-23');

async function gardenOf(size: Size, times?: number): Promise<Desk> {
  const self = desk(TODAY);
  const small = times === undefined ? self.file : join(self.directory, 'small.db');
  await makeGarden(small, size, TODAY);
  if (times !== undefined) multiply(small, self.file, times);
  return self;
}

/** One value of a file. */
function value(file: string, sql: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}

describe('a made-up network', () => {
  it('is whole: every row, whatever is derived and journaled', async () => {
    const { file, net } = await gardenOf({ contacts: 1010, interactionsEach: 2 });
    expect(await net('check')).toMatchObject({ code: 0 });
    expect(value(file, 'SELECT count(*) FROM contact')).toBe(1010);
    expect(value(file, `SELECT count(*) FROM contact WHERE stage = 'kept'`)).toBe(51);
    expect(value(file, 'SELECT count(*) FROM participant')).toBe(2020);
    expect((await net('show', nameOf(1000))).out).toContain('kept for 400 days');
  });

  it('owes as much and waits for as much whatever its size', async () => {
    const { file, net } = await gardenOf({ contacts: 450, interactionsEach: 1 });
    await makeOwed(file, TODAY);
    expect(await net('check')).toMatchObject({ code: 0 });
    const kinds =
      'SELECT group_concat(kind || n) FROM (SELECT kind, count(*) AS n FROM exchange GROUP BY kind)';
    expect(value(file, kinds)).toBe('ask10,promise10');
    expect((await net('today')).out).toContain('Also owed');
  });

  it('may have more in its stack, and groups all over', async () => {
    const stacked = await gardenOf({ contacts: 105, interactionsEach: 1, keptEvery: 21 });
    expect(value(stacked.file, `SELECT count(*) FROM contact WHERE stage = 'kept'`)).toBe(5);
    const full = await gardenOf({ contacts: 700, interactionsEach: 1, full: true });
    expect(await full.net('check')).toMatchObject({ code: 0 });
    expect(value(full.file, 'SELECT count(DISTINCT gathering_id) FROM interaction')).toBeGreaterThan(20);
  });

  it('that is several of a small one is as whole, and everybody in it is somebody else', async () => {
    const { file, net } = await gardenOf({ contacts: 210, interactionsEach: 3 }, 4);
    expect(await net('check')).toMatchObject({ code: 0 });
    const { stands, anew } = await derived(file);
    expect(stands).toEqual(anew);
    const numbers = "CAST(replace(name, rtrim(name, '0123456789'), '') AS INTEGER)";
    expect(value(file, `SELECT count(DISTINCT ${numbers}) FROM contact`)).toBe(840);
    expect(value(file, `SELECT min(${numbers}) || ' ' || max(${numbers}) FROM contact`)).toBe('0 839');
    expect(value(file, 'SELECT count(DISTINCT short) FROM contact')).toBe(840);
    expect(value(file, 'SELECT count(*) FROM interaction')).toBe(840 * 3);
    expect(value(file, 'SELECT count(*) FROM bulk_row')).toBeGreaterThan(840 * 7);
    // The copy of somebody can be shown, logged with, and all of it be taken back.
    expect((await net('show', 'Ana Okoye 230')).out).toContain('Ana Okoye 230');
    expect(await net('log', 'Ana Okoye 20', 'called')).toMatchObject({ code: 0 });
    expect(await net('undo')).toMatchObject({ code: 0 });
    expect(await net('undo')).toMatchObject({ code: 0 });
    expect((await net('list')).out).toContain('Nobody.');
    expect(await net('check')).toMatchObject({ code: 0 });
  });

  it('is not made of more copies than its ids can tell apart', () => {
    expect(() => multiply('nothing.db', 'nowhere.db', 5000)).toThrow(RangeError);
  });
});

describe('the first morning of a week', () => {
  it('has the plan of last week, and makes one of its own each time', async () => {
    const { file, net } = await gardenOf({ contacts: 210, interactionsEach: 3 });
    const plans = `SELECT group_concat(first_day || ' ' || last_day || ' ' || lines, ', ') FROM (SELECT first_day, last_day,
      (SELECT count(*) FROM plan_line WHERE plan_id = plan.id) AS lines FROM plan ORDER BY first_day)`;
    const shown = await net('today');
    expect(value(file, plans)).toBe('2026-11-23 2026-11-29 5');
    makeLastWeeks(file, TODAY);
    expect(value(file, plans)).toBe('2026-11-16 2026-11-22 5');
    for (let i = 0; i < 2; i++) {
      expect(await net('today')).toMatchObject({ code: 0 });
      expect(value(file, plans)).toBe('2026-11-16 2026-11-22 5, 2026-11-23 2026-11-29 5');
      // Nor is it made last week's once more.
      makeLastWeeks(file, TODAY);
      forgetThisWeeks(file, TODAY);
      expect(value(file, plans)).toBe('2026-11-16 2026-11-22 5');
    }
    expect(shown.out).toContain('1  Ana');
    expect(await net('check')).toMatchObject({ code: 0 });
  });
});
