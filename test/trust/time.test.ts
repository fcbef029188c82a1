import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addDays,
  type Birthday,
  type CalendarDate,
  day,
  nearestYearly,
  yearly,
} from '../../src/domain/days/day.ts';
import { addMonths } from '../../src/domain/days/months.ts';
import { readDay } from '../../src/domain/days/phrase.ts';
import { NOWHERE, session, wrongDays } from '../support/places/run.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { desk, temporaryDirectory } from '../support/world.ts';

describe('46 days that not every month or year has', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2096-02-29', 48, '2100-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('46 %s and %d months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });

  test('46 months are counted from the first day, so that none is lost on the way', () => {
    const days = [1, 2, 3, 4, 5].map((count) => addMonths(day('2026-01-31'), count));
    expect(days).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
  });

  test.each([
    ['in 1 month', '2026-01-31', 'future', '2026-02-28'],
    ['1 month ago', '2026-03-31', 'past', '2026-02-28'],
    ['1 year ago', '2024-02-29', 'past', '2023-02-28'],
    ['next year', '2024-02-29', 'future', '2025-02-28'],
    ['29 february', '2026-11-22', 'past', '2024-02-29'],
    ['29 february', '2026-11-22', 'future', '2028-02-29'],
    ['end of month', '2028-02-03', 'future', '2028-02-29'],
    ['end of month', '2026-02-28', 'future', '2026-02-28'],
    ['end of month', '2026-01-31', 'future', '2026-01-31'],
  ] as const)('46 "%s" said on %s, %s, is %s', (phrase, now, tense, found) => {
    expect(readDay(phrase, day(now), tense)).toBe(found);
  });

  test('46 what comes each year on 29 February comes on the 28th in years without it', () => {
    const born = '--02-29' as Birthday;
    expect([2024, 2025, 2100, 2000].map((year) => yearly(born, year))).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2100-02-28',
      '2000-02-29',
    ]);
    expect(nearestYearly(born, day('2026-01-15'))).toBe('2026-02-28');
    expect(nearestYearly(born, day('2027-12-31'))).toBe('2028-02-29');
  });

  test('46 a birthday on 29 February is listed, calendared and kept as it was told', async () => {
    const at = desk('2027-02-25');
    await at.net('add', 'Ana Silva', '--birthday', '1988-02-29', '--circle', 'close', '--last', '2027-02-20');
    expect((await at.net('today')).out).toContain('birthday');
    const { out } = await at.net('calendar');
    expect(out).toMatch(
      /DTSTART;VALUE=DATE:20270228\r\n(?:X-.*\r\n)*RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1/,
    );
    expect(JSON.parse((await at.net('show', 'ana', '--json')).out)).toMatchObject({
      contact: { birthday: '1988-02-29' },
    });
  });

  test('46 a group that renews each month on the 31st renews on the last day of shorter ones', async () => {
    const at = desk('2026-01-31');
    await at.net('group', 'add', 'Choir', '--fee', '10/month', '--renews', '2026-01-31');
    for (const [now, next] of [
      ['2026-02-10', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
      ['2026-04-30', '2026-04-30'],
      ['2028-02-29', '2028-02-29'],
    ] as const) {
      at.day = now as CalendarDate;
      expect((await at.net('group', 'list')).out).toContain(`renews ${next}`);
    }
  });
});

/** Where a day began at one o'clock, one never was, an offset is 45 minutes off, and where nobody is. */
const PLACES: readonly (readonly [zone: string, years: readonly number[]])[] = [
  ['Asia/Beirut', [2021, 2023, 2026]],
  ['Pacific/Apia', [2010, 2011, 2012]],
  ['America/Los_Angeles', [2007, 2026, 2028]],
  ['Asia/Kathmandu', [1985, 1986, 2026]],
  ['UTC', [2024, 2026]],
  [NOWHERE, [2026]],
];

describe('47 days in every place', () => {
  test.each(PLACES)(
    '47 in %s today is the day of the place, and no count of days skips or doubles one',
    (zone, years) => {
      expect(wrongDays(zone, years)).toEqual([]);
    },
  );

  /** [zone, an instant, the day there, the day before]: just after a midnight that was none, or beside a day that never was. */
  const TURNS = [
    ['Asia/Beirut', '2026-03-28T22:00:00.000Z', '2026-03-29', '2026-03-28'],
    ['Asia/Beirut', '2026-03-28T21:59:59.999Z', '2026-03-28', '2026-03-27'],
    ['Asia/Beirut', '2026-10-24T20:30:00.000Z', '2026-10-24', '2026-10-23'],
    ['Asia/Beirut', '2026-10-24T21:30:00.000Z', '2026-10-24', '2026-10-23'],
    ['Asia/Beirut', '2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-24'],
    ['Pacific/Apia', '2011-12-30T09:59:00.000Z', '2011-12-29', '2011-12-28'],
    // The calendar knows the day between, though nobody there had it.
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', '2011-12-30'],
    ['America/Los_Angeles', '2026-11-22T07:59:00.000Z', '2026-11-21', '2026-11-20'],
    ['America/Los_Angeles', '2026-11-01T08:30:00.000Z', '2026-11-01', '2026-10-31'],
    ['Asia/Kathmandu', '2026-11-21T18:15:00.000Z', '2026-11-22', '2026-11-21'],
    ['Asia/Kathmandu', '2026-11-21T18:14:59.000Z', '2026-11-21', '2026-11-20'],
    ['UTC', '2026-11-22T00:00:00.000Z', '2026-11-22', '2026-11-21'],
    [NOWHERE, '2026-11-22T00:00:00.000Z', '2026-11-22', '2026-11-21'],
  ] as const;

  test.each(TURNS)(
    '47 in %s at %s it is %s, and everything that is said and shown is of that day',
    (zone, instant, now, before) => {
      const directory = temporaryDirectory();
      const pages = join(directory, 'pages');
      const lines: readonly (readonly string[])[] = [
        ['add', 'Ana Silva', '--json'],
        ['log', 'ana', 'coffee', 'yesterday', '--json'],
        ['log', 'ana', 'lunch', '-p', 'the deck by tomorrow', '--json'],
        ['add', 'Ben Okoye', '--new', '--last', 'today'],
        ['history'],
        ['show', 'ana', '--json'],
        ['export', `${pages}/`],
        ['today', '--json'],
        ['week', '--json'],
        ['garden', '--json'],
      ];
      const said = session(
        zone,
        join(directory, 'net.db'),
        lines.map((line) => [instant, ...line]),
      );
      expect(said.filter(({ code }) => code !== 0)).toEqual([]);
      const json = (i: number) => JSON.parse(said[i]?.out ?? '');
      expect(json(0).contact.metOn).toBe(now);
      expect(json(1).interaction.on).toBe(before);
      expect(json(2).exchanges[0].due).toBe(addDays(now as CalendarDate, 1));
      expect(said[4]?.out.match(/^\d{4}-\d{2}-\d{2}/gm)).toEqual([now, now, now, now]);
      expect(json(5).contact.lastOn ?? now).toBe(now);
      const page = fs.readdirSync(pages).find((name) => name.startsWith('ana')) ?? '';
      expect(fs.readFileSync(join(pages, page), 'utf8')).toContain(`**In net since:** ${now}\n`);
    },
  );

  beforeAll(buildOnce);

  test.each(PLACES)('47 the built program in %s logs on the day of the place', (zone) => {
    const known = zone === NOWHERE ? 'UTC' : zone;
    const there = () => new Intl.DateTimeFormat('en-CA', { timeZone: known }).format();
    const env = { ...process.env, NET_DB: join(temporaryDirectory(), 'net.db'), TZ: zone };
    const run = (...argv: string[]) =>
      execFileSync(program, [net, ...argv], { env, encoding: 'utf8', stdio: 'pipe' });
    const began = there();
    run('add', 'Ana Silva');
    const { interaction } = JSON.parse(run('log', 'ana', 'coffee', '--json'));
    expect([began, there()]).toContain(interaction.on);
    expect(run('history').slice(0, 10)).toBe(interaction.on);
    expect(JSON.parse(run('today', '--json')).from ?? interaction.on).toBe(interaction.on);
  });
});
