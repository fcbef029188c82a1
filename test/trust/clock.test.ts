import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

const TODAY = '2026-11-22' as CalendarDate;

const CLOCKS: readonly (readonly [what: string, day: string])[] = [
  ['back by a day', '2026-11-21'],
  ['back by a month', '2026-10-22'],
  ['back to the beginning', '1970-01-01'],
  ['forward to another century', '2100-06-01'],
];

/** What somebody does who does not know that their clock is wrong. Each changes something. */
const DONE: readonly (readonly string[])[] = [
  ['log', 'ben', 'tea, the second'],
  ['add', 'Cleo Diaz', '--at', 'Fair'],
  ['give', 'ana', 'a book'],
  ['promise', 'ana', 'the photos', '--due', 'tomorrow'],
  ['ask', 'ana', 'a review'],
  ['edit', 'ben', '--org', 'Tidal', '--note', 'moved'],
  ['keep', 'cleo', '--circle', 'active'],
  ['target', 'add', 'designers'],
  ['group', 'log', 'choir', 'an evening', '--minutes', '60'],
  ['config', 'slots', '4'],
  ['pause', 'tomorrow'],
  ['rest', 'ben'],
  ['moveon', 'cleo', '--yes'],
];

/** What is read then, too. */
const READ: readonly (readonly string[])[] = [
  ...[
    'today',
    'list',
    'keep',
    'stack',
    'balance',
    'cherish',
    'forward',
    'recommend',
    'config',
    'week',
    'garden',
    'history',
    'duplicates',
    'calendar',
    'export',
  ].map((one) => [one]),
  ...[
    ['show', 'ana'],
    ['show', 'ben'],
    ['list', '--all'],
    ['group', 'list'],
    ['group', 'check', 'choir'],
    ['group', 'review', 'choir'],
    ['target', 'list'],
    ['today', '--refill'],
    ['export', '--format', 'csv'],
    ['export', '--format', 'vcard'],
  ],
];

let at: Desk;

/** Another sitting at the same file. The ids of its rows come before those that are there, as they do where a clock is set back. */
function later(day: string): Desk {
  const other = desk(day, day === TODAY ? 0xe000 : day < TODAY ? 0x1000 : 0xc000);
  other.file = at.file;
  return other;
}

const ok = async (who: Desk, ...argv: readonly string[]) => {
  const { code, out, err } = await who.net(...argv);
  if (code !== 0) throw new Error(`net ${argv.join(' ')}: ${code}\n${out}${err}`);
  return out;
};
const commands = async (who: Desk) =>
  (
    JSON.parse(await ok(who, 'history', '100', '--json')).operations as { command: string; undone: boolean }[]
  ).map(({ command, undone }) => `${command}${undone ? ' (taken back)' : ''}`);

beforeEach(async () => {
  at = desk(TODAY, 0xa000);
  for (const line of [
    ['add', 'Ana Silva', '--circle', 'close', '--birthday', '11-25', '--last', '2026-05-01'],
    ['add', 'Ben Okoye', '--at', 'DevMeet'],
    ['log', 'ana', 'coffee, the first', '-p', 'the deck by friday'],
    ['group', 'add', 'Choir', '--fee', '10/month', '--renews', '2026-12-01', '--trial-until', '2026-12-05'],
    ['today'],
  ])
    await ok(at, ...line);
});

describe('48 a clock that was set', () => {
  test.each(CLOCKS)(
    '48 %s: nothing is lost, and undo takes back the last that was done, one by one',
    async (_, day) => {
      const wrong = later(day);
      const stages = [await content(at.file)];
      for (const line of DONE) {
        await ok(wrong, ...line);
        stages.push(await content(at.file));
      }
      const kinds = DONE.map(([first = '', second = '']) =>
        ['target', 'group'].includes(first) ? `${first} ${second}` : first,
      );
      expect((await commands(wrong)).slice(0, DONE.length)).toEqual(kinds.toReversed());
      // Everything that was there is there, with what was done since.
      const last = stages.at(-1) ?? {};
      for (const [table, rows] of Object.entries(stages[0] ?? {})) {
        const ids = new Set((last[table] ?? []).map((row) => (row as { id: string }).id));
        expect([table, rows.filter((row) => !ids.has((row as { id: string }).id))]).toEqual([table, []]);
      }
      for (let i = DONE.length - 1; i >= 0; i--) {
        await ok(wrong, 'undo');
        expect([i, await content(at.file)]).toEqual([i, stages[i]]);
      }
      for (let i = 1; i <= DONE.length; i++) {
        await ok(wrong, 'redo');
        expect([i, await content(at.file)]).toEqual([i, stages[i]]);
      }
    },
  );

  test.each(CLOCKS)(
    '48 %s and set right again: undo still goes by the order of what was done',
    async (_, day) => {
      const before = await content(at.file);
      await ok(later(day), 'log', 'ben', 'while the clock was wrong');
      const between = await content(at.file);
      const right = later(TODAY);
      await ok(right, 'log', 'ben', 'once it was right');
      expect((await commands(right)).slice(0, 2)).toEqual(['log', 'log']);
      await ok(right, 'undo');
      expect(await content(at.file)).toEqual(between);
      await ok(right, 'undo');
      expect(await content(at.file)).toEqual(before);
    },
  );

  test.each(CLOCKS)(
    '48 %s: every list is made, as text and in JSON, and nobody is missing',
    async (_, day) => {
      const wrong = later(day);
      for (const line of [...DONE.slice(0, 5), ...DONE.slice(8, 9)]) await ok(wrong, ...line);
      for (const line of READ)
        for (const options of [[], ['--json']]) {
          const { code, err } = await wrong.net(...line, ...options);
          expect([line, code, err.includes('bug')]).toEqual([line, 0, false]);
        }
      const { people } = JSON.parse(await ok(wrong, 'list', '--all', '--json'));
      expect(people).toHaveLength(3);
    },
  );

  test.each(CLOCKS)('48 %s: today is a list of that day, with what is owed where it is', async (_, day) => {
    const wrong = later(day);
    const told = JSON.parse(await ok(wrong, 'today', '--json'));
    expect(JSON.stringify(told)).not.toMatch(/NaN|undefined|Infinity/);
    expect(told.lines.length).toBeGreaterThan(0);
    // The promise of this week is listed within its own; long before nobody is to be reminded of it.
    const names = told.lines.map(
      ({ person, contact, name }: Record<string, { name?: string } & string>) =>
        person?.name ?? contact?.name ?? name,
    );
    if (day >= addDays(TODAY, -1)) expect(names).toContain('Ana Silva');
    const again = JSON.parse(await ok(later(TODAY), 'today', '--json'));
    expect(JSON.stringify(again)).toContain('Ana Silva');
  });

  test('48 what happened by another clock is no talk to come, once the clock is right', async () => {
    await ok(later('2100-06-01'), 'log', 'ana', 'in the far future');
    const right = later(TODAY);
    expect(await ok(right, 'show', 'ana')).toContain('in the far future');
    expect((await right.net('log', 'ana', 'coffee')).code).toBe(0);
    for (const line of READ) expect([line, (await right.net(...line)).code]).toEqual([line, 0]);
  });
});
