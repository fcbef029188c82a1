import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../src/domain/days/day.ts';
import type { Db } from '../../src/store/db.ts';
import { groupMinutes, peopleInGroups } from '../../src/store/groups.ts';
import { openExchanges } from '../../src/store/looking-back.ts';
import { openTargets } from '../../src/store/targets.ts';
import { lastTouches, touchesBetween } from '../../src/store/touches.ts';
import { readWeek } from '../../src/store/week.ts';
import { inFile } from '../support/content.ts';
import { type Typist, typist } from '../support/typist.ts';

const TODAY = day('2026-11-22');
const dayOf = () => TODAY;
let who: Typist;

const looks = <A>(look: (db: Db) => A) => inFile(who.desk.file, look);

beforeEach(async () => {
  who = typist(TODAY);
  await who.types('net add Ana Silva --circle close');
});

describe('what was taken back is not looked at', () => {
  const members = (db: Db) => [...peopleInGroups(db).values()].map((people) => people.size);
  const found = (db: Db) => openTargets(db).map((target) => target.found);
  const minutes = (db: Db) => groupMinutes(db, TODAY, TODAY);
  const touches = (db: Db) => touchesBetween(db, TODAY, TODAY).length;

  test.each<[string, readonly string[], string, (db: Db) => unknown, unknown, unknown]>([
    ['minutes', ['net group add Choir'], 'net group log choir --minutes 90', minutes, 90, 0],
    ['a touch', [], 'net log ana coffee', touches, 1, 0],
    ['who was there', ['net group add Choir'], 'net group log choir --with ana', members, [1], []],
    ['who was met there', ['net group add Choir'], 'net add Eva Berg --at choir', members, [1], []],
    ['who was found', ['net target add "an editor"'], 'net add Eva Berg --target editor', found, [1], [0]],
  ])('%s', async (_, before, line, look, there, gone) => {
    if (before.length > 0) await who.types(...before);
    await who.types(line);
    expect(await looks(look)).toEqual(there);
    await who.types('net undo');
    expect(await looks(look)).toEqual(gone);
  });
});

test.each([
  ['2026-11-14', 0],
  ['2026-11-15', 300],
  ['2026-11-21', 300],
  ['2026-11-22', 0],
])('a list is made shorter by the seven days before it: a gathering on %s', async (on, minutes) => {
  await who.types('net group add Choir', `net group log choir --minutes 300 --on ${on}`);
  const week = await looks((db) => readWeek(db, TODAY, dayOf, false));
  expect(week.history.groupMinutes).toBe(minutes);
});

test('the last touches are those by a day', async () => {
  await who.types('net log ana coffee --on 2026-11-10', 'net log ana coffee --on 2026-11-15');
  const last = (on: string) => looks((db) => [...lastTouches(db, day(on)).values()]);
  expect(await last('2026-11-15')).toEqual(['2026-11-15']);
  expect(await last('2026-11-14')).toEqual(['2026-11-10']);
  expect(await last('2026-11-09')).toEqual([]);
});

test('of --last, too', async () => {
  await who.types('net add Eva Berg --circle close --last 2026-11-10');
  const last = (on: string) => looks((db) => [...lastTouches(db, day(on)).values()]);
  expect([await last('2026-11-10'), await last('2026-11-09')]).toEqual([['2026-11-10'], []]);
});

test('what is open with whom one moved on from is not looked at', async () => {
  await who.types('net promise ana "a look" --due 2026-12-01');
  const open = () => looks((db) => openExchanges(db).length);
  expect(await open()).toBe(1);
  await who.types('net moveon ana --yes');
  expect(await open()).toBe(0);
});
