import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { NetError } from '../../src/domain/error.ts';
import { ics } from '../../src/formats/ics.ts';
import { importerFor } from '../../src/formats/index.ts';
import type { Given } from '../../src/formats/record.ts';
import { localDay } from '../../src/host/clock.ts';
import { type ParsedFile, parsed, sourceFile } from '../support/parsed.ts';
import { withPlacesReplaced } from '../support/texts.ts';
import { tries } from '../support/tries.ts';
import { fixture } from './fixtures.ts';

const KNOWN = /^(ana|ben|eva|carla)@example\.org$/i;
const GIVEN: Partial<Given> = {
  today: '2026-11-22' as CalendarDate,
  now: '2026-11-22T23:59:59.999Z',
  me: ['me@example.org'],
  isKnown: (email) => KNOWN.test(email),
};

function read(text: string | Uint8Array, given: Partial<Given> = {}, size?: number): Promise<ParsedFile> {
  return parsed(ics, sourceFile(text, 'calendar', size), { ...GIVEN, ...given });
}

const START = 'DTSTART:20260907T090000Z';
const ANA = 'ATTENDEE;CN=Ana:mailto:ana@example.org';

/** An event with Ana, and some more lines or others instead. */
function event(lines: string, start = START, uid = 'UID:one'): string {
  return ['BEGIN:VEVENT', uid, start, 'SUMMARY:Tea', ANA, lines, 'END:VEVENT'].filter(Boolean).join('\n');
}

function calendar(...components: readonly string[]): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${components.join('\n')}\nEND:VCALENDAR\n`;
}

async function days(...components: readonly string[]): Promise<readonly string[]> {
  return (await read(calendar(...components))).talks.map(({ heldOn }) => heldOn);
}

async function keys(...components: readonly string[]): Promise<readonly string[]> {
  return (await read(calendar(...components))).talks.map(({ key }) => key);
}

describe('calendars as programs write them', () => {
  const told = async (name: string) => {
    const { talks, skipped, rejects } = await read(fixture(name));
    return {
      talks: talks.map(({ heldOn, channel, minutes, startedBy, text, people }) =>
        [
          heldOn,
          channel,
          minutes,
          startedBy,
          text,
          ...people.map((meant) => ('email' in meant ? `${meant.name} ${meant.email}` : meant.key)),
        ].join(' | '),
      ),
      skipped,
      rejects,
    };
  };

  test('Google', async () => {
    expect(await told('google.ics')).toEqual({
      talks: [
        '2026-09-07 | video | 30 | me | Ana, weekly | Ana Silva ana@example.org',
        '2026-09-14 | video | 30 | me | Ana, weekly | Ana Silva ana@example.org',
        '2026-09-29 | in-person | 30 | me | Ana, weekly (moved) | Ana Silva ana@example.org',
        '2026-10-10 | in-person | 120 | them | Dinner | Ben Okoye ben@example.org | Carla carla@example.org',
      ],
      skipped: { 'canceled meeting': 1, 'event without guests': 1 },
      rejects: [],
    });
  });

  test('Outlook and Exchange', async () => {
    expect(await told('outlook.ics')).toEqual({
      talks: [
        '2026-09-02 | video | 45 | them | Night shift review | Ben Okoye ben@example.org | Ana Silva ana@example.org',
        '2026-10-01 | call | 30 | me | Phone call with Ben | Ben Okoye ben@example.org',
        '2026-11-05 | call | 30 | me | Phone call with Ben | Ben Okoye ben@example.org',
        '2026-10-02 | in-person |  | them | Offsite | Ana Silva ana@example.org',
      ],
      skipped: { 'declined meeting': 1 },
      rejects: [],
    });
  });

  test('Apple', async () => {
    expect(await told('apple.ics')).toEqual({
      talks: [
        '2026-08-14 | in-person | 60 | me | Late drinks | Ana Silva ana@example.org',
        '2026-08-20 | video | 90 |  | FaceTime | Carla carla@example.org',
      ],
      skipped: {},
      rejects: [],
    });
  });

  test('Nextcloud and Thunderbird, in one file', async () => {
    expect(await told('nextcloud.ics')).toEqual({
      talks: [
        '2026-09-11 | video | 60 | them | Choir | Eva Berg eva@example.org',
        '2026-09-25 | video | 60 | them | Choir | Eva Berg eva@example.org',
        '2026-10-23 | video | 60 | them | Choir | Eva Berg eva@example.org',
        '2026-08-31 | video | 15 |  | Zoom with Ana | Ana ana@example.org',
      ],
      skipped: { task: 1, 'meeting to come': 1, 'journal entry': 1, 'free/busy entry': 1 },
      rejects: [],
    });
  });

  const FIXTURES = ['google.ics', 'outlook.ics', 'apple.ics', 'nextcloud.ics'];

  test.each(FIXTURES)('%s is recognized, and what others wrote in it is not kept', async (name) => {
    expect(importerFor(sourceFile(fixture(name)))?.name).toBe('iCalendar');
    expect(JSON.stringify(await read(fixture(name), { create: true }))).not.toMatch(
      /secret|Hidden|http|Agenda/,
    );
  });

  test.each<[string, (text: string) => string | Uint8Array]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['CR', (text) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['no line break at the end', (text) => text.trimEnd()],
    [
      'other names of properties',
      (text) => text.replaceAll('DTSTART', 'dtstart').replaceAll('BEGIN:', 'begin:'),
    ],
  ])('%s changes nothing', async (_, change) => {
    for (const name of FIXTURES)
      expect(await read(change(fixture(name)), {}, 100)).toEqual(await read(fixture(name)));
  });

  test('the same file again, and an invitation within a mail, say the same', async () => {
    for (const name of FIXTURES) expect(await read(fixture(name))).toEqual(await read(fixture(name)));
    const mail = `From: ana@example.org\nMIME-Version: 1.0\nContent-Type: text/calendar\n\n${fixture('google.ics')}`;
    expect(ics.detect(mail, sourceFile(mail))).toBe(false);
  });
});

describe('who was there', () => {
  test.each<[string, string[], readonly string[]]>([
    ['an address in capitals', ['ATTENDEE:MAILTO:Ben@Example.ORG'], ['ben@example.org']],
    ['an address alone', ['ATTENDEE:ben@example.org'], ['ben@example.org']],
    ['in a parameter', ['ATTENDEE;EMAIL=ben@example.org:urn:uuid:1'], ['ben@example.org']],
    ['percent-encoded', ['ATTENDEE:mailto:ben%40example.org'], ['ben@example.org']],
    [
      'in brackets',
      ["ATTENDEE:mailto:'ben@example.org'", 'ATTENDEE:mailto:<eva@example.org>'],
      ['ben@example.org', 'eva@example.org'],
    ],
    [
      'named twice',
      ['ATTENDEE:mailto:ben@example.org', 'ORGANIZER;CN=Ben:mailto:BEN@example.org'],
      ['ben@example.org'],
    ],
    ['myself alone', ['ATTENDEE:mailto:me@example.org'], []],
    ['somebody unknown', ['ATTENDEE:mailto:zed@example.org'], []],
    ['a room', ['ATTENDEE;CUTYPE=ROOM:mailto:ben@example.org'], []],
    ['a resource', ['ATTENDEE;CUTYPE=resource:mailto:ben@example.org'], []],
    ['whoever declined', ['ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org'], []],
    [
      'whoever declined what they organized',
      ['ORGANIZER:mailto:ben@example.org', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org'],
      [],
    ],
    ['no address', ['ATTENDEE;CN=Ben:invalid:nomail', 'ATTENDEE:CN=Ben/O=Acme', 'ATTENDEE:mailto:'], []],
  ])('%s', async (_, lines, expected) => {
    const { talks, skipped } = await read(
      calendar(`BEGIN:VEVENT\n${START}\n${lines.join('\n')}\nEND:VEVENT`),
    );
    expect(talks.flatMap(({ people }) => people.map((who) => 'email' in who && who.email))).toEqual(expected);
    expect(Object.keys(skipped)).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  test.each<[string, string]>([
    ['canceled meeting', 'STATUS:CANCELLED'],
    ['declined meeting', 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org'],
    ['declined meeting', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org'],
    ['large meeting', Array.from({ length: 20 }, (_, i) => `ATTENDEE:mailto:p${i}@example.org`).join('\n')],
  ])('a %s is left out, and counted', async (what, lines) => {
    expect(await read(calendar(event(lines)))).toMatchObject({ talks: [], skipped: { [what]: 1 } });
  });

  test.each([
    ['canceled meeting', 'CANCEL'],
    ['scheduling message', 'COUNTER'],
    ['scheduling message', 'DECLINECOUNTER'],
    ['scheduling message', 'refresh'],
  ])('a %s of a file with the method %s is left out', async (what, method) => {
    const file = `BEGIN:VCALENDAR\nMETHOD:${method}\n${event('')}\nEND:VCALENDAR\n`;
    expect(await read(file)).toMatchObject({ talks: [], skipped: { [what]: 1 } });
    expect((await read(`${file}${calendar(event('', START, 'UID:two'))}`)).talks).toHaveLength(1);
  });

  test.each(['REQUEST', 'PUBLISH', 'REPLY'])(
    'one of a file with the method %s is a meeting',
    async (method) => {
      const file = `BEGIN:VCALENDAR\nMETHOD:${method}\n${event('')}\nEND:VCALENDAR\n`;
      expect((await read(file)).talks).toHaveLength(1);
    },
  );

  test('a day that comes again each year is a birthday, whoever is named in it', async () => {
    const day = 'DTSTART;VALUE=DATE:20160503';
    for (const rule of ['FREQ=YEARLY', 'freq=yearly;BYMONTH=5;BYMONTHDAY=3'])
      expect(await read(calendar(event(`RRULE:${rule}`, day)))).toMatchObject({
        talks: [],
        skipped: { 'yearly day': 1 },
      });
    expect((await read(calendar(event('RRULE:FREQ=YEARLY', 'DTSTART:20240503T100000Z')))).talks).toHaveLength(
      3,
    );
  });

  test('twenty are not too many, and rooms are nobody', async () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      i < 19 ? `ATTENDEE:mailto:p${i}@example.org` : `ATTENDEE;CUTYPE=ROOM:mailto:r${i}@example.org`,
    );
    expect((await read(calendar(event(lines.join('\n'))))).talks).toHaveLength(1);
  });

  test.each<[string, string | null]>([
    ['ORGANIZER:mailto:me@example.org', 'me'],
    ['ORGANIZER:mailto:ana@example.org', 'them'],
    ['ORGANIZER:mailto:zed@example.org', null],
    ['', null],
  ])('%s: begun by %s', async (line, by) => {
    expect((await read(calendar(event(line)))).talks[0]?.startedBy).toBe(by);
  });

  test('what begins later today is to come', async () => {
    const text = calendar(
      event('', 'DTSTART:20261122T090000Z', 'UID:a'),
      event('', 'DTSTART:20261122T120000Z', 'UID:b'),
      event('', 'DTSTART;TZID=Europe/Berlin:20261122T125900', 'UID:c'),
      event('', 'DTSTART;TZID=America/New_York:20261122T090000', 'UID:d'),
      event('', 'DTSTART;VALUE=DATE:20261122', 'UID:e'),
      event('RRULE:FREQ=DAILY', 'DTSTART:20261121T130000Z', 'UID:f'),
    );
    const { talks, skipped } = await read(text, { now: '2026-11-22T12:00:00.000Z' });
    expect(talks.map(({ key, heldOn }) => [key, heldOn])).toHaveLength(5);
    expect(talks.at(-1)?.heldOn).toBe('2026-11-21');
    expect(skipped).toEqual({ 'meeting to come': 1 });
  });

  test('with --create whoever is not here comes before their first talk, once', async () => {
    const lines = 'ATTENDEE;CN="Zed, Yan":mailto:Zed@example.org\nATTENDEE:mailto:new.one@example.org';
    const text = calendar(event(lines), event(lines, 'DTSTART:20260908T090000Z', 'UID:two'));
    expect((await read(text)).people).toEqual([]);
    const order: string[] = [];
    const parse = await ics.parser();
    for await (const part of parse(sourceFile(text), {
      ...(GIVEN as Given),
      dayOf: (i) => i.slice(0, 10) as CalendarDate,
      columns: null,
      create: true,
    }))
      order.push(
        'person' in part ? `${part.person.key} ${part.person.name}` : 'talk' in part ? 'talk' : 'other',
      );
    expect(order).toEqual([
      'email:zed@example.org Yan Zed',
      'email:new.one@example.org new.one',
      'talk',
      'talk',
    ]);
    const { people, talks } = await read(text, { create: true });
    expect(people[0]?.points).toEqual([{ kind: 'email', value: 'zed@example.org', label: null }]);
    expect(talks[0]?.people).toEqual([
      { email: 'ana@example.org', name: 'Ana' },
      { email: 'zed@example.org', name: 'Yan Zed' },
      { email: 'new.one@example.org', name: null },
    ]);
  });

  test.each<[string, string | null]>([
    ['CN=Contacts:mailto:4dhmurj@virtual', null],
    ['CN=Holidays:mailto:de.german#holiday@group.v.calendar.google.com', null],
    ['CN="Dora Maar/Paris/Acme":mailto:dora@example.org', 'Dora Maar'],
    ['CN="CN=Dora Maar/OU=Paris/O=Acme":mailto:dora@example.org', 'Dora Maar'],
    ['CN="Dora Maar/O=Acme":mailto:dora@example.org', 'Dora Maar'],
    ['CN=Dora/Pablo:mailto:dora@example.org', 'Dora/Pablo'],
    ['CN=Dora / Paris / Acme:mailto:dora@example.org', 'Dora / Paris / Acme'],
  ])('%s is %s', async (line, name) => {
    const { people } = await read(calendar(`BEGIN:VEVENT\nUID:one\n${START}\nATTENDEE;${line}\nEND:VEVENT`), {
      create: true,
    });
    expect(people.map((person) => person.name)).toEqual(name === null ? [] : [name]);
  });

  test('a calendar that is called by an address is its owner’s, unless that is somebody known', async () => {
    const named = (name: string) =>
      `BEGIN:VCALENDAR\nX-WR-CALNAME:${name}\n${event(`ATTENDEE:mailto:${name}`)}\nEND:VCALENDAR`;
    expect((await read(named('Mine@example.org'), { create: true })).people).toEqual([]);
    expect((await read(named('ben@example.org'))).talks[0]?.people).toHaveLength(2);
  });
});

describe('where and how long', () => {
  test.each<[string, string]>([
    ['LOCATION:https://us02web.zoom.us/j/1', 'video'],
    ['LOCATION:Microsoft Teams Meeting', 'video'],
    ['LOCATION:Google Meet', 'video'],
    ['LOCATION:Meeting room 3', 'in-person'],
    ['URL:https://example.webex.com/meet/ana', 'video'],
    ['URL:https://example.org/event', 'in-person'],
    ['X-GOOGLE-CONFERENCE:https://meet.google.com/x', 'video'],
    ['X-PM-CONFERENCE-URL:https://meet.example.org/x', 'video'],
    ['X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/x', 'video'],
    ['CONFERENCE;VALUE=URI:tel:+351900000001', 'call'],
    ['LOCATION:Phone', 'call'],
    ['LOCATION:+351 900 000 001', 'call'],
    ['LOCATION:Callao 12', 'in-person'],
    ['DESCRIPTION:call me on zoom', 'in-person'],
    ['', 'in-person'],
  ])('%s: %s', async (line, channel) => {
    expect((await read(calendar(event(line)))).talks[0]?.channel).toBe(channel);
  });

  test.each<[string, number | null]>([
    ['DTEND:20260907T094500Z', 45],
    ['DTEND;TZID=Europe/Lisbon:20260907T104500', 45],
    ['DURATION:PT1H30M', 90],
    ['DURATION:P1W', null],
    ['DTEND:20260907T080000Z', null],
    ['DURATION:-PT1H', null],
    ['DURATION:P', null],
    ['DTEND:20260907T090000Z', null],
    ['DTEND:00000000T000000Z', null],
    ['', null],
  ])('%s: %s minutes', async (line, minutes) => {
    expect((await read(calendar(event(line)))).talks[0]?.minutes).toBe(minutes);
  });

  test('what it is called stands in one line, without escapes', async () => {
    const text = calendar(event('').replace('SUMMARY:Tea', 'SUMMARY:Tea\\, and\\n\\;more \\\\o\n  folded'));
    expect((await read(text)).talks[0]?.text).toBe('Tea, and ;more \\o folded');
    expect((await read(calendar(event('').replace('SUMMARY:Tea', 'SUMMARY: ')))).talks[0]?.text).toBeNull();
  });
});

describe('a series that was moved from one of its days on', () => {
  const series = event('RRULE:FREQ=WEEKLY;COUNT=5', 'DTSTART;TZID=Europe/Berlin:20260907T100000');
  const from = (day: string, to: string) =>
    event(
      `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:${day}T100000`,
      `DTSTART;TZID=Europe/Berlin:${to}`,
    );

  test('what comes after it has moved as far', async () => {
    expect(await days(series, from('20260921', '20260922T120000'))).toEqual(
      expect.arrayContaining(['2026-09-07', '2026-09-14', '2026-09-22', '2026-09-29', '2026-10-06']),
    );
    expect(await days(series, from('20260921', '20260922T120000'))).toHaveLength(5);
    const before = await keys(series);
    expect((await keys(series, from('20260921', '20260922T120000'))).toSorted()).toEqual(before.toSorted());
  });

  test('the last such move counts', async () => {
    const moved = [from('20260928', '20260930T100000'), from('20260914', '20260915T100000')];
    expect((await days(series, ...moved)).toSorted()).toEqual([
      '2026-09-07',
      '2026-09-15',
      '2026-09-22',
      '2026-09-30',
      '2026-10-07',
    ]);
  });

  test('where only one is moved, those after it stay', async () => {
    const one = from('20260921', '20260922T120000').replace(';RANGE=THISANDFUTURE', '');
    expect((await days(series, one)).toSorted()).toEqual([
      '2026-09-07',
      '2026-09-14',
      '2026-09-22',
      '2026-09-28',
      '2026-10-05',
    ]);
  });
});

describe('when it was', () => {
  const lisbon: Partial<Given> = { dayOf: (instant) => localDay(new Date(instant)) };

  test.each<[string, string]>([
    ['DTSTART:20260907T233000Z', '2026-09-08'],
    ['DTSTART;TZID=America/New_York:20260907T203000', '2026-09-08'],
    ['DTSTART;TZID="Eastern Standard Time":20260907T203000', '2026-09-08'],
    ['DTSTART;TZID=Eastern Time (US & Canada):20260907T203000', '2026-09-08'],
    ['DTSTART;TZID="Pacific Standard Time (Mexico)":20260907T203000', '2026-09-08'],
    ['DTSTART;TZID=Line Islands Standard Time:20260907T080000', '2026-09-06'],
    ['DTSTART;TZID=america/new_york:20260907T203000', '2026-09-08'],
    ['DTSTART;TZID="(UTC-04:00) Somewhere, Else":20260907T203000', '2026-09-08'],
    ['DTSTART;TZID=tzone://Microsoft/Utc:20260907T233000', '2026-09-08'],
    ['DTSTART;TZID=Asia/Tokyo:20260908T060000', '2026-09-07'],
    ['DTSTART;TZID=Nowhere/Land:20260907T233000', '2026-09-07'],
    ['DTSTART:20260907T233000', '2026-09-07'],
    ['DTSTART;VALUE=DATE:20260907', '2026-09-07'],
    ['DTSTART:20260907', '2026-09-07'],
    ['DTSTART:2026-09-07T23:30:00Z', '2026-09-08'],
  ])('%s is %s in Lisbon', async (start, day) => {
    expect((await read(calendar(event('', start)), lisbon)).talks.map(({ heldOn }) => heldOn)).toEqual([day]);
  });

  test('a zone that the file describes goes before one of the same name, wherever it stands', async () => {
    const zone = (rule: string) =>
      `BEGIN:VTIMEZONE\nTZID:Europe/Lisbon\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-1000\nTZOFFSETTO:-1000\n${rule}\nEND:STANDARD\nEND:VTIMEZONE`;
    const text = event('', 'DTSTART;TZID=Europe/Lisbon:20260907T140000');
    for (const rule of ['', 'RRULE:FREQ=SECONDLY', 'RRULE:nonsense', 'RDATE:19800101T000000']) {
      expect((await read(calendar(text, zone(rule)), lisbon)).talks[0]?.heldOn).toBe('2026-09-08');
      expect((await read(calendar(zone(rule), text), lisbon)).talks[0]?.heldOn).toBe('2026-09-08');
    }
    expect(
      (await read(calendar('BEGIN:VTIMEZONE\nTZID:Europe/Lisbon\nEND:VTIMEZONE', text), lisbon)).talks[0]
        ?.heldOn,
    ).toBe('2026-09-07');
  });

  test.each(['DTSTART:00010101T000000Z', 'DTSTART:99991231T240000Z'])(
    '%s is in no calendar, and said to be so',
    async (start) => {
      const { talks, rejects } = await read(calendar(event('', start)));
      expect([talks, rejects.length]).toEqual([[], 1]);
    },
  );

  test.each<[string, readonly string[], Record<string, number>]>([
    ['DTSTART:20261122T230000Z', ['2026-11-22'], {}],
    ['DTSTART:20261123T090000Z', [], { 'meeting to come': 1 }],
    ['DTSTART:20161122T090000Z', ['2016-11-22'], {}],
    ['DTSTART:20161121T090000Z', [], { 'meeting over ten years ago': 1 }],
    ['DTSTART:10000101T000000Z', [], { 'meeting over ten years ago': 1 }],
    ['DTSTART:29991231T100000Z', [], { 'meeting to come': 1 }],
  ])('%s: the last ten years, up to today', async (start, expected, skipped) => {
    const got = await read(calendar(event('', start)));
    expect([got.talks.map(({ heldOn }) => heldOn), got.skipped]).toEqual([expected, skipped]);
  });

  test.each([
    'DTSTART:00000101T000000Z',
    'DTSTART:20260230T090000Z',
    'DTSTART:soon',
    'DTSTART:',
    'X-NOTHING:1',
  ])('%s is a reject, and costs only its event', async (start) => {
    const text = calendar(event('', start), event('', START, 'UID:two'));
    const { talks, rejects } = await read(text);
    expect(talks.map(({ key }) => key)).toEqual(['two']);
    expect(rejects).toHaveLength(1);
  });
});

describe('what repeats', () => {
  test.each<[string, readonly string[]]>([
    ['RRULE:FREQ=WEEKLY;COUNT=3', ['2026-09-07', '2026-09-14', '2026-09-21']],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261005T085959Z', ['2026-09-07', '2026-09-21']],
    ['RRULE:FREQ=WEEKLY;UNTIL=20260914', ['2026-09-07', '2026-09-14']],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', ['2026-09-07', '2026-09-25', '2026-10-30']],
    ['RRULE:freq=daily;count=2', ['2026-09-07', '2026-09-08']],
    ['RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260908T090000Z', ['2026-09-07']],
    ['RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260907,20260909', ['2026-09-08']],
    ['RRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Lisbon:20260908T100000', ['2026-09-07']],
    ['RDATE:20260909T090000Z,20260911T090000Z', ['2026-09-07', '2026-09-09', '2026-09-11']],
    ['RDATE;VALUE=PERIOD:20260909T090000Z/PT1H', ['2026-09-07', '2026-09-09']],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['2026-09-07']],
    ['RRULE:FREQ=YEARLY;BYWEEKNO=40;BYDAY=MO', ['2026-09-07', '2026-09-28']],
    ['RRULE:FREQ=YEARLY;BYWEEKNO=40', ['2026-09-07', '2026-09-28']],
    ['RRULE:FREQ=MONTHLY;BYMONTH=11', ['2026-09-07', '2026-11-07']],
    ['RRULE:FREQ=DAILY;BYMONTH=10;COUNT=2', ['2026-09-07', '2026-10-01', '2026-10-02']],
    ['RRULE:FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1;COUNT=2', ['2026-09-07', '2026-09-27', '2026-10-25']],
  ])('%s', async (lines, expected) => {
    expect(await days(event(lines))).toEqual(expected);
  });

  test('it keeps its time on the wall over a change of the clock, and its key', async () => {
    const weekly = event('RRULE:FREQ=WEEKLY;COUNT=2', 'DTSTART;TZID=Europe/Lisbon:20261019T093000');
    expect(await keys(weekly)).toEqual(['one\t20261019', 'one\t20261026']);
  });

  test.each([
    'RRULE:FREQ=SOMETIMES',
    'RRULE:',
    'RRULE:W1 MO #10',
    'RRULE:FREQ=DAILY;UNTIL=soon',
    'RRULE:BYDAY=MO',
    'RRULE:FREQ=DAILY;BYDAY=XX',
  ])('%s is a reject, and the first day stays', async (rule) => {
    const { talks, rejects } = await read(calendar(event(rule)));
    expect(talks.map(({ heldOn }) => heldOn)).toEqual(['2026-09-07']);
    expect(rejects).toEqual([
      { line: 8, reason: 'this repetition cannot be understood: only its first day is taken' },
    ]);
  });

  const weekly = event('RRULE:FREQ=WEEKLY;COUNT=3');
  const moved = event('RECURRENCE-ID:20260914T090000Z', 'DTSTART:20260916T150000Z');

  test.each([
    ['before its series', [moved, weekly]],
    ['after it', [weekly, moved]],
    ['in another calendar of the file', [weekly, 'END:VCALENDAR\nBEGIN:VCALENDAR', moved]],
  ])('one that was moved is found again by the day that it would have had: %s', async (_, parts) => {
    const { talks } = await read(calendar(...parts));
    expect(talks.map(({ heldOn }) => heldOn).sort()).toEqual(['2026-09-07', '2026-09-16', '2026-09-21']);
    expect(talks.map(({ key }) => key).sort()).toEqual([...(await keys(weekly))].sort());
  });

  test.each([
    'RECURRENCE-ID;TZID=Europe/Lisbon:20260914T100000',
    'RECURRENCE-ID;VALUE=DATE:20260914',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20260914T090000Z',
  ])('one that was called off: %s', async (id) => {
    const off = event(`${id}\nSTATUS:CANCELLED`, 'DTSTART:20260914T090000Z');
    expect(await days(weekly, off)).toEqual(['2026-09-07', '2026-09-21']);
  });

  test('one that was moved to a day to come is in neither place', async () => {
    expect(await days(weekly, moved.replace('DTSTART:20260916', 'DTSTART:20271216'))).toEqual([
      '2026-09-07',
      '2026-09-21',
    ]);
  });

  test('the same meeting twice in a file is told once', async () => {
    expect(await read(calendar(weekly, weekly))).toMatchObject({
      skipped: { 'repeated meeting': 3 },
      talks: { length: 3 },
    });
  });

  test('without an id the key comes from what it is', async () => {
    const [key = ''] = await keys(event('', START, ''));
    expect(key).toMatch(/^made:[^ ]+$/);
    expect(await keys(event('', START, ''))).toEqual([key]);
    expect(await keys(event('', 'DTSTART:20260908T090000Z', ''))).not.toEqual([key]);
    expect((await keys(event('', START, `UID:${'x'.repeat(5000)}`)))[0]?.length).toBeLessThan(100);
  });

  test('at most a thousand times, the last ones, and that is said', async () => {
    const { talks, skipped } = await read(calendar(event('RRULE:FREQ=DAILY', 'DTSTART:20100101T090000Z')));
    expect([talks.length, talks.at(-1)?.heldOn, skipped]).toEqual([
      1000,
      '2026-11-22',
      { 'repetition cut': 1 },
    ]);
  });
});

describe('a meeting is found again wherever it was moved', () => {
  const moment = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
    .map(([day, hour]) => `202609${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}0000Z`);

  test('one by itself by its id', async () => {
    await fc.assert(
      fc.asyncProperty(moment, async (start) => {
        expect(await keys(event('', `DTSTART:${start}`))).toEqual(['one']);
      }),
      { numRuns: 50 },
    );
  });

  test('one of a series by its day, at whatever hour, as a whole day, too', async () => {
    const expected = ['one\t20260907', 'one\t20260914', 'one\t20260921'];
    for (const start of [
      ':20260907T090000Z',
      ';TZID=Asia/Tokyo:20260907T010000',
      ';TZID=America/New_York:20260907T233000',
      ';VALUE=DATE:20260907',
    ])
      expect(await keys(event('RRULE:FREQ=WEEKLY;COUNT=3', `DTSTART${start}`))).toEqual(expected);
  });

  const often = 'RRULE:FREQ=DAILY;COUNT=6;BYHOUR=9,12,15';
  const oftenKeys = ['', '#2', '#3'].map((nth) => `one\t20260907${nth}`);

  test('several times on one day by their numbers, which stay when others are called off', async () => {
    const both = [...oftenKeys, ...oftenKeys.map((key) => key.replace('07', '08'))];
    expect(await keys(event(often))).toEqual(both);
    expect(await keys(event(often.replace('9,12,15', '8,11,14'), 'DTSTART:20260907T080000Z'))).toEqual(both);
    expect(await keys(event(`${often}\nEXDATE:20260907T120000Z`))).toEqual(both.toSpliced(1, 1));
  });

  test.each([
    ['RECURRENCE-ID:20260907T120000Z', 1],
    ['RECURRENCE-ID;TZID=Europe/Lisbon:20260907T160000', 2],
  ])('one of several on one day, moved: %s', async (id, at) => {
    const moved = event(id, 'DTSTART:20260910T180000Z');
    for (const parts of [
      [moved, event(often)],
      [event(often), moved],
    ]) {
      const { talks } = await read(calendar(...parts));
      expect(talks.find(({ heldOn }) => heldOn === '2026-09-10')?.key).toBe(oftenKeys[at]);
      expect(talks.map(({ key }) => key).sort()).toEqual((await keys(event(often))).toSorted());
    }
  });

  test('a moved one is of the day of its series, where that is another one in its own zone', async () => {
    const start = 'DTSTART;TZID=America/New_York:20260907T220000';
    const moved = event('RECURRENCE-ID:20260915T020000Z', 'DTSTART:20260918T180000Z');
    for (const parts of [
      [moved, event('RRULE:FREQ=WEEKLY;COUNT=2', start)],
      [event('RRULE:FREQ=WEEKLY;COUNT=2', start), moved],
    ])
      expect([...(await keys(...parts))].sort()).toEqual(['one\t20260907', 'one\t20260914']);
  });

  test('a moved one whose series is not in the file is none of the others', async () => {
    const alone = ['20260914T090000Z', '20260914T150000Z', '20260921T090000Z'].map((id) =>
      event(`RECURRENCE-ID:${id}`, 'DTSTART:20260916T150000Z'),
    );
    expect(await keys(...alone)).toEqual(['one\t20260914', 'one\t20260914#2', 'one\t20260921']);
  });

  test('what a series that was moved to another hour has left behind is no copy of its own', async () => {
    const series = event('RRULE:FREQ=WEEKLY;COUNT=3', 'DTSTART:20260907T100000Z');
    const stale = event('RECURRENCE-ID:20260914T090000Z', 'DTSTART:20260915T150000Z');
    const moved = event('RECURRENCE-ID:20260914T100000Z', 'DTSTART:20260916T150000Z');
    expect(await keys(series, stale)).toEqual(['one\t20260907', 'one\t20260921', 'one\t20260914']);
    const { talks } = await read(calendar(series, stale, moved));
    expect(talks.map(({ key, heldOn }) => [key, heldOn])).toEqual([
      ['one\t20260907', '2026-09-07'],
      ['one\t20260921', '2026-09-21'],
      ['one\t20260914T090000Z', '2026-09-15'],
      ['one\t20260914', '2026-09-16'],
    ]);
  });

  test('a meeting and the changed one of it are told once, their copies not at all', async () => {
    const single = event('');
    const changed = event('RECURRENCE-ID:20260907T090000Z', 'DTSTART:20260908T090000Z');
    const other = event('RECURRENCE-ID:20260914T090000Z', 'DTSTART:20260914T090000Z');
    const { talks, skipped } = await read(calendar(single, changed, other, single, changed, other));
    expect(talks.map(({ key, heldOn }) => [key, heldOn])).toEqual([
      ['one', '2026-09-08'],
      ['one\t20260914', '2026-09-14'],
    ]);
    expect(skipped['repeated meeting']).toBe(2);
  });

  test('meetings of one id that are not the same are told all, and their copies once', async () => {
    const all = ['20260907T090000Z', '20260908T090000Z', '20260908T150000Z'].map((start) =>
      event('', `DTSTART:${start}`),
    );
    const { talks, skipped } = await read(calendar(...all, ...all));
    expect(talks.map(({ key }) => key)).toEqual(['one', 'one\t20260908T090000Z', 'one\t20260908T150000Z']);
    expect(skipped).toEqual({ 'repeated meeting': 3 });
  });

  test('an id that looks like a day of another one is no such day', async () => {
    const series = event('RRULE:FREQ=DAILY;COUNT=2');
    expect(await keys(series, event('', START, 'UID:one\t20260907'))).toHaveLength(3);
  });
});

describe('what is broken costs its own event only', () => {
  const two = event('', 'DTSTART:20260908T090000Z', 'UID:two');
  test.each<[string, string, readonly string[], readonly number[]]>([
    [
      'no end of an event',
      calendar(event('').replace('END:VEVENT', ''), two),
      ['2026-09-07', '2026-09-08'],
      [],
    ],
    [
      'no end of anything',
      calendar(event(''), two).replaceAll(/^END.*\n/gm, ''),
      ['2026-09-07', '2026-09-08'],
      [],
    ],
    [
      'no end of an alarm',
      calendar(event('BEGIN:VALARM\nTRIGGER:-PT5M'), two),
      ['2026-09-07', '2026-09-08'],
      [],
    ],
    [
      'an alarm with a day of its own',
      calendar(event('BEGIN:VALARM\nDTSTART:19990101\nEND:VALARM\nURL:x')),
      ['2026-09-07'],
      [],
    ],
    ['no calendar around it', `${event('')}\n${two}`, ['2026-09-07', '2026-09-08'], []],
    ['a line that is none', calendar(event('what is this'), two), ['2026-09-07', '2026-09-08'], [8]],
    [
      'a line break in a description',
      calendar(event('DESCRIPTION:a\nb c'), two),
      ['2026-09-07', '2026-09-08'],
      [],
    ],
    ['words before it', `hello\nthere\n${calendar(event(''))}`, ['2026-09-07'], [1]],
    ['a day that is none', calendar(event('EXDATE:soon,20260101T000000Z')), ['2026-09-07'], [8]],
    [
      'a quote that does not end',
      calendar(event('ATTENDEE;CN="Ben:mailto:ben@example.org')),
      ['2026-09-07'],
      [],
    ],
  ])('%s', async (_, text, expected, lines) => {
    const { talks, rejects } = await read(text);
    expect(talks.map(({ heldOn }) => heldOn)).toEqual(expected);
    expect(rejects.map(({ line }) => line)).toEqual(lines);
  });

  test('a file without any calendar is refused, an empty calendar is not', async () => {
    await expect(read('hello')).rejects.toThrow(NetError);
    expect(await read('BEGIN:VCALENDAR\nEND:VCALENDAR')).toMatchObject({ talks: [], rejects: [] });
  });
});

describe('whatever repeats, it ends', () => {
  const list = (n: number, from = 0) => Array.from({ length: n }, (_, i) => i + from).join(',');
  const nth = 'MO,TU,WE,TH,FR,SA,SU'
    .split(',')
    .flatMap((day) => [1, 2, 3, 4, 5, -1, -2, -3, -4, -5].map((n) => n + day));
  test.each([
    'FREQ=SECONDLY',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    `FREQ=DAILY;BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)}`,
    'FREQ=DAILY;INTERVAL=999999999',
    'FREQ=WEEKLY;INTERVAL=99999999999999999999',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
    `FREQ=MONTHLY;BYDAY=${nth};BYSETPOS=366`,
    `FREQ=YEARLY;BYDAY=${nth}`,
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15,16,17',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
    'FREQ=YEARLY;INTERVAL=99999999;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231',
    'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31',
    `FREQ=YEARLY;BYYEARDAY=${list(366, 1)}`,
    `FREQ=DAILY;BYSECOND=${list(60)};BYSECOND=${'1,'.repeat(100_000)}`,
  ])('%#', async (rule) => {
    for (const start of [
      'DTSTART:20180102T100000Z',
      'DTSTART:00010101T100000Z',
      'DTSTART;TZID=Asia/Tokyo:20180102T100000',
    ]) {
      const text = calendar(
        ...Array.from({ length: 100 }, (_, i) => event(`RRULE:${rule}`, start, `UID:${i}`)),
      );
      expect((await read(text)).talks.length).toBeLessThanOrEqual(100_000);
    }
  });

  test.each<[string, string]>([
    ['guests', event(`${ANA}\n`.repeat(50_000))],
    ['parameters', event(`ATTENDEE;${'X=1;'.repeat(100_000)}:mailto:ben@example.org`)],
    ['a line', event(`SUMMARY:${'x'.repeat(20_000_000)}`)],
    ['folds', event(`SUMMARY:x${'\n y'.repeat(500_000)}`)],
    ['days', event(`RDATE:${'20260909T090000Z,'.repeat(50_000)}`)],
    ['nesting', event('BEGIN:VALARM\n'.repeat(10_000))],
    ['beginnings', 'BEGIN:VEVENT\n'.repeat(50_000)],
    [
      'zones',
      Array.from({ length: 20_000 }, (_, i) => event('', `DTSTART;TZID=Zone/${i}:20260907T090000`)).join(
        '\n',
      ),
    ],
    [
      'described zones',
      `${'BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n'.repeat(2000)}${event('')}`,
    ],
    [
      'changes',
      Array.from({ length: 20_000 }, (_, i) => event(`RECURRENCE-ID:2026090${i % 9}T0900${i % 60}Z`)).join(
        '\n',
      ),
    ],
  ])('many %s take no longer than they are long', async (_, text) => {
    await read(calendar(text));
  });
});

describe('whatever bytes there are', () => {
  const PIECES =
    'BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|BEGIN:VTIMEZONE|BEGIN:STANDARD|END:VTIMEZONE|DTSTART:20260907T090000Z|DTSTART;TZID=x:|RRULE:FREQ=WEEKLY;|;BYDAY=MO|;COUNT=2|;UNTIL=|EXDATE:|RDATE:2026|RECURRENCE-ID:|ATTENDEE:mailto:ana@example.org|TZID:x|TZOFFSETTO:+0100|DURATION:PT|-|0|9999|\n|\r\n|\n |:|;|,|"|\\n|\ud800|\0|UID:a'.split(
      '|',
    );
  const NAMES = fs.readdirSync(new URL('fixtures/', import.meta.url)).filter((name) => name.endsWith('.ics'));

  const ends = async (text: string | Uint8Array) => {
    try {
      const { talks, people, rejects } = await read(text, { create: true });
      expect(new Set(talks.map(({ key }) => key)).size).toBe(talks.length);
      expect(people.every(({ name }) => name !== '')).toBe(true);
      expect(talks.every(({ heldOn, people: with_ }) => heldOn <= '2026-11-22' && with_.length > 0)).toBe(
        true,
      );
      expect(rejects.every(({ line, reason }) => line >= 1 && reason !== '')).toBe(true);
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
    }
  };

  test('they end in parts, or in one clear error', async () => {
    const pieces = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 60 })
      .map((all) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${START}\n${ANA}\n${all.join('')}`);
    await fc.assert(fc.asyncProperty(fc.oneof(pieces, fc.uint8Array({ maxLength: 300 })), ends), {
      numRuns: tries(250, 1000),
    });
  });

  test('mutated calendars do, too', async () => {
    const mutated = withPlacesReplaced(NAMES.map(fixture), PIECES);
    await fc.assert(fc.asyncProperty(mutated, ends), { numRuns: tries(250, 1000) });
  });

  test('any event with Ana is found among broken ones', async () => {
    const inner = fc
      .array(
        fc.constantFrom(
          ...PIECES.filter((piece) => !/BEGIN|END|UID|ATTENDEE|DTSTART|RECURRENCE|VEVENT/.test(piece)),
        ),
        { maxLength: 20 },
      )
      .map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(inner, async (text) => {
        const around = [
          event('', START, 'UID:before'),
          event(text, START, 'UID:within'),
          event('', START, 'UID:after'),
        ];
        const found = await keys(...around);
        expect(found.at(0)).toBe('before');
        expect(found.at(-1)).toBe('after');
      }),
      { numRuns: tries(60, 300) },
    );
  });
});
