import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { fixture, imported } from './fixtures.ts';
import { nonEmpty, told } from './told.ts';

const ID = '5a3d0f7e-0000-4000-8000-000000000';
const ANA = `${ID}001`;

/** A snapshot of one contact. */
function snapshot(contact: object): string {
  const whole = { id: 'ana', display_name: 'Ana', created_at: 1_700_000_000, ...contact };
  return JSON.stringify({ metadata: { exported_at: 1_795_132_800, format_version: 1 }, contacts: [whole] });
}

const read = async (contact: object) => imported(snapshot(contact));

describe('a snapshot as knotter writes it', () => {
  test('contacts with their dates, tags, cadence and ways to reach them', async () => {
    const { people } = await imported(fixture('knotter.json'));
    expect(people.map(told)).toEqual([
      {
        key: ANA,
        line: 10,
        name: 'Ana Silva',
        birthday: '--02-29',
        points: ['email ana@example.org', 'email ana.silva@example.com', 'phone +351 900 000 001'],
        tags: ['friends', 'porto'],
        notes: [
          'Handle: @ana',
          'Time zone: Europe/Lisbon',
          'Name day: 07-26',
          'Moved to Porto: 2019-05-01',
          'Next touch: 2026-12-18',
        ],
        everyDays: 30,
      },
      {
        key: `${ID}002`,
        line: 125,
        name: "Ben O'Hara",
        birthday: '1980-03-04',
        points: ['url https://social.example/ben'],
        notes: [
          'Birthday (the second): 1980-03-04',
          'Archived in knotter: 2026-10-26',
          'Stay in touch: every 14 days',
          'Next touch: 2026-12-18',
        ],
      },
      { key: `${ID}003`, line: 151, name: 'Cy Young', notes: ['Next touch: 2026-09-21'] },
      { key: `${ID}005`, line: 168, name: 'Dee Nguyen' },
    ]);
  });

  test('interactions by their kinds', async () => {
    const { talks } = await imported(fixture('knotter.json'));
    expect(talks.map(({ key, heldOn, channel, text }) => [key.slice(-3), heldOn, channel, text])).toEqual([
      ['101', '2026-11-14', 'call', 'Her new garden'],
      ['102', '2026-11-13', 'message', null],
      ['103', '2026-11-12', 'in-person', 'Coffee by the river (to be followed up by 2026-11-16)'],
      ['104', '2026-11-11', 'email', 'Sent the list'],
      ['105', '2026-11-10', 'message', 'See you there'],
      ['106', '2026-11-09', 'message', null],
      ['107', '2026-11-08', 'video', 'zoom: With her class'],
      ['108', '2026-11-07', 'in-person', 'concert'],
    ]);
    expect(talks.every(({ people }) => JSON.stringify(people) === JSON.stringify([{ key: ANA }]))).toBe(true);
  });

  test('a follow-up to come, and a next touch without a cadence, are promises', async () => {
    const { exchanges } = await imported(fixture('knotter.json'));
    expect(exchanges.map(nonEmpty)).toEqual([
      {
        key: `${ID}101:follow-up`,
        line: 51,
        kind: 'promise',
        text: 'follow up: Her new garden',
        madeOn: '2026-11-14',
        dueOn: '2026-12-06',
        person: { key: ANA },
      },
      {
        key: `${ID}005:next`,
        line: 168,
        kind: 'promise',
        text: 'get in touch',
        madeOn: '2023-11-14',
        dueOn: '2026-12-18',
        person: { key: `${ID}005` },
      },
    ]);
  });

  test('what cannot be read is told', async () => {
    const { rejects, skipped } = await imported(fixture('knotter.json'));
    expect(rejects).toEqual([
      { line: 115, reason: 'contacts[0].interactions[8] is on 2033-05-18, which is still to come' },
      { line: 151, reason: 'contacts[2].cadence_days is no number of days from 1 to 3650' },
      { line: 185, reason: 'contacts[4] names nobody: it has no display_name, no e-mail and no phone' },
    ]);
    expect(skipped).toEqual({});
  });
});

test.each([
  ['a name with line breaks', { display_name: ' Ana\nSilva ' }, { name: 'Ana Silva' }],
  ['an e-mail for a name', { display_name: '', email: 'ana@example.org' }, { name: 'ana@example.org' }],
  ['an e-mail that is none', { email: 'ana' }, { points: [], notes: ['E-mail: ana'] }],
  ['a phone without digits', { phone: 'ask Ben' }, { points: [], notes: ['Phone: ask Ben'] }],
  [
    'the same number twice',
    { phone: '+351 900', emails: ['a@b.c', 'A@B.C'] },
    { points: [{ kind: 'email' }, { kind: 'phone' }] },
  ],
  [
    'two birthdays',
    {
      dates: [
        { kind: 'birthday', label: 'twin', month: 5, day: 3 },
        { kind: 'birthday', month: 5, day: 4, year: 1980 },
      ],
    },
    { birthday: '1980-05-04', notes: ['Birthday (twin): 05-03'] },
  ],
])('%s', async (_, contact, expected) => {
  const { people, rejects } = await read(contact);
  expect(rejects).toEqual([]);
  expect(people).toMatchObject([expected]);
});

test.each([
  [
    'a name',
    { display_name: ['Ana'], email: 'ana@example.org' },
    'display_name is a list where a text should be',
  ],
  ['e-mails', { emails: { ana: 'x' } }, 'emails is an object where a list should be'],
  ['a cadence', { cadence_days: 'monthly' }, 'cadence_days is a text where a number should be'],
  ['a date', { dates: [{ kind: 'birthday', month: 2, day: 30 }] }, 'dates[0] is no day of the calendar'],
  ['a time', { archived_at: 1e18 }, 'archived_at is no time: seconds since 1970 are meant'],
  ['interactions', { interactions: [7] }, 'interactions[0] is a number where an object should be'],
  ['no time', { interactions: [{ kind: 'call' }] }, 'interactions[0] does not say when it was'],
])('%s of a wrong kind is told, and the contact comes in without it', async (_, contact, reason) => {
  const { people, rejects } = await read(contact);
  expect(people).toHaveLength(1);
  expect(rejects).toEqual([{ line: 1, reason: `contacts[0].${reason}` }]);
});

test('times are days where the user is', async () => {
  const inTokyo = {
    dayOf: (instant: string) =>
      new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10) as CalendarDate,
  };
  const evening = Date.parse('2026-05-01T23:30:00Z') / 1000;
  const { talks } = await imported(
    snapshot({ interactions: [{ occurred_at: evening, kind: 'call' }] }),
    inTokyo,
  );
  expect(talks).toMatchObject([{ heldOn: '2026-05-02' }]);
});

test('what was to come when the file was written stays so, whenever it is imported', async () => {
  const text = snapshot({
    next_touchpoint_at: 1_795_219_200,
    interactions: [{ id: 'i', occurred_at: 1_794_614_400, kind: 'call', follow_up_at: 1_795_219_200 }],
  });
  const soon = await imported(text);
  expect(soon.exchanges.map(({ dueOn }) => dueOn)).toEqual(['2026-11-21', '2026-11-21']);
  expect(await imported(text, { today: '2027-05-05' as CalendarDate })).toEqual(soon);
});
