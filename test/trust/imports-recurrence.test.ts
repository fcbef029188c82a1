import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apart } from '../support/apart.ts';
import { type ImportDesk, importDesk } from '../support/importing.ts';
import { buildOnce } from '../support/sitting.ts';

beforeAll(buildOnce);

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

describe('29 recurrence bombs are capped, in a second at most', () => {
  const guest = 'ATTENDEE;CN=Ana:mailto:ana@example.org';
  const calendar = (lines: string, events = 1) =>
    `BEGIN:VCALENDAR\n${Array.from({ length: events }, (_, i) => `BEGIN:VEVENT\nUID:${i}\n${lines}\n${guest}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;
  const zone = (rule: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Bomb\n${`BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:${rule}\nEND:STANDARD\n`.repeat(50)}END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Bomb:20260102T100000\n${guest}\nEND:VEVENT\nEND:VCALENDAR\n`;
  const start = 'DTSTART:19700101T000000Z';
  test.each<[string, string]>([
    ['every second for ever', calendar(`${start}\nRRULE:FREQ=SECONDLY`)],
    ['every second, a hundred times over', calendar(`${start}\nRRULE:FREQ=SECONDLY`, 100)],
    ['a billion times', calendar(`${start}\nRRULE:FREQ=MINUTELY;COUNT=1000000000`)],
    ['a day that never comes', calendar(`${start}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`)],
    [
      'a day that never comes, by the second',
      calendar(`${start}\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31`, 20),
    ],
    [
      'a leap day every century',
      calendar('DTSTART:00010229T000000Z\nRRULE:FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29'),
    ],
    [
      'everything at once',
      calendar(
        `${start}\nRRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${Array.from({ length: 24 }, (_, i) => i).join(',')};BYMINUTE=${Array.from({ length: 60 }, (_, i) => i).join(',')};BYSECOND=${Array.from({ length: 60 }, (_, i) => i).join(',')}`,
        20,
      ),
    ],
    ['many rules in one event', calendar(`${start}\n${'RRULE:FREQ=HOURLY\n'.repeat(1000)}X-A:1`)],
    [
      'many dates in one event',
      calendar(
        `${start}\nRDATE:${Array.from({ length: 200_000 }, (_, i) => `2026010${1 + (i % 9)}T10${String(i % 60).padStart(2, '0')}00Z`).join(',')}`,
      ),
    ],
    [
      'positions without end',
      calendar(
        `${start}\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${Array.from({ length: 366 }, (_, i) => i + 1).join(',')}`,
        50,
      ),
    ],
    ['an interval beyond all numbers', calendar(`${start}\nRRULE:FREQ=DAILY;INTERVAL=99999999999999999999`)],
    ['a zone that changes each second', zone('FREQ=SECONDLY')],
    ['a zone that changes each day', zone('FREQ=DAILY')],
  ])('29 %s', async (_, text) => {
    await desk.at.net('add', 'Ana', '--email', 'ana@example.org');
    const file = desk.lay('bomb.ics', text);
    const idle = await apart(
      desk.at.file,
      'import',
      desk.lay('idle.ics', calendar('DTSTART:20260102T100000Z')),
      '--dry-run',
    );
    const { code, cpu, peak } = await apart(desk.at.file, 'import', file, '--dry-run');
    expect([0, 3]).toContain(code);
    expect(cpu - idle.cpu).toBeLessThan(1000);
    expect(peak).toBeLessThan(300_000_000);
  });

  test('29 what is capped is said', async () => {
    await desk.at.net('add', 'Ana', '--email', 'ana@example.org');
    const told = await desk.take(
      desk.lay('bomb.ics', calendar('DTSTART:20260101T000000Z\nRRULE:FREQ=HOURLY')),
      '--yes',
    );
    expect(told.skipped).toEqual({ 'repetition cut': 1 });
    expect(told.talks.created).toBeGreaterThan(0);
    expect(told.talks.created).toBeLessThanOrEqual(1000);
  });
});

test('29 a meeting that becomes a series whose first time has changed is one talk', async () => {
  const guest = 'ATTENDEE;CN=Ana:mailto:ana@example.org';
  const event = (...lines: readonly string[]) =>
    `BEGIN:VEVENT\nUID:u1\n${lines.join('\n')}\n${guest}\nEND:VEVENT\n`;
  const calendar = (...events: readonly string[]) =>
    desk.lay('c.ics', `BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR\n`);
  const options = ['--create', '--yes', '--me', 'me@example.org'];
  await desk.take(calendar(event('DTSTART:20260715T150000')), ...options);
  const series = calendar(
    event('DTSTART:20260715T160000', 'RRULE:FREQ=WEEKLY;COUNT=4'),
    event('RECURRENCE-ID:20260715T160000', 'DTSTART:20260715T170000', 'SUMMARY:moved'),
  );
  const days = async () =>
    ((await desk.content()).interaction as unknown as { held_on: string }[])
      .map(({ held_on: day }) => day)
      .sort();
  await desk.take(series, ...options);
  expect(await days()).toEqual(['2026-07-15', '2026-07-22', '2026-07-29', '2026-08-05']);
  expect((await desk.take(series, ...options)).talks).toEqual({ created: 0, updated: 0, unchanged: 4 });
});
