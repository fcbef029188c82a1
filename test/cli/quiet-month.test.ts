import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { all } from '../../src/store/db.ts';
import { inFile } from '../support/content.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { desk } from '../support/world.ts';

interface Week {
  readonly week: { readonly listed: boolean };
  readonly intended: readonly unknown[];
  readonly beyond: readonly unknown[];
  readonly carryOver: Readonly<Record<'promises' | 'thanks', readonly unknown[]>>;
}

/** What is owed to somebody, over the raw rows. */
const OWED = `SELECT
  sum(kind = 'promise' AND kept_on IS NULL AND dropped_on IS NULL AND coalesce(due_on, date(made_on, '7 days')) <= ?) AS promises,
  sum((kind = 'ask' AND outcome = 'helped' AND thanked_on IS NULL)
    OR (fruit_on IS NOT NULL AND fruit_thanked_on IS NULL)) AS thanks
  FROM exchange WHERE deleted_at IS NULL
    AND contact_id IN (SELECT id FROM contact WHERE deleted_at IS NULL AND stage <> 'moved on')`;

test('after a month without use nothing of the weeks before is left, but what is owed', async () => {
  for (const seed of [1, 2, 3]) {
    const at = desk();
    await at.net('add', 'Lee Chen', '--at', 'DevMeet');
    await runAll(at, [...fc.sample(commandLine, { numRuns: 150, seed }), ['today']]);
    at.day = addDays(at.day, 31) as CalendarDate;
    const { week, intended, beyond, carryOver } = JSON.parse((await at.net('week', '--json')).out) as Week;
    expect([week.listed, intended, beyond]).toEqual([false, [], []]);
    const [owed] = await inFile(at.file, (db) => all<{ promises: number; thanks: number }>(db, OWED, at.day));
    expect({ promises: carryOver.promises.length, thanks: carryOver.thanks.length }).toEqual({
      promises: owed?.promises ?? 0,
      thanks: owed?.thanks ?? 0,
    });
  }
}, 60_000);

test('and where nothing is owed there is nothing', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'inner', '--last', '3 months ago');
  await at.net('log', 'ana', 'coffee', '--on', '5 weeks ago');
  await at.net('today');
  at.day = addDays(at.day, 31) as CalendarDate;
  const { carryOver } = JSON.parse((await at.net('week', '--json')).out) as Week;
  expect(carryOver).toEqual({ promises: [], thanks: [] });
  expect((await at.net('week')).out).toContain(
    'No list was made in these days, and nothing is carried over.\n',
  );
});

test('looking back writes nothing, and a file without people says how to begin', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'inner', '--last', '3 months ago');
  await at.net('today');
  const rows = () => inFile(at.file, (db) => all(db, 'SELECT count(*) FROM operation'));
  const before = await rows();
  for (const line of [['week'], ['garden'], ['garden', '--since', 'last monday']]) await at.net(...line);
  expect(await rows()).toEqual(before);
  await at.net('undo');
  expect((await at.net('week')).out).toBe(
    'Nobody is in the file yet. net add WHO --at WHERE begins; net then makes the first list.\n',
  );
  expect((await at.net('garden')).out).toBe(
    'Nobody is in the file yet. net add WHO --at WHERE plants the first; net import FILE brings cards.\n',
  );
});
