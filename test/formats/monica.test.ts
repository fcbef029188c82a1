import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { ParsedFile } from '../support/parsed.ts';
import { fixture, imported } from './fixtures.ts';
import { nonEmpty, told } from './told.ts';

const ID = '00000000-0000-4000-8000-000000000';
const ANA = `${ID}001`;
const BEN = `${ID}002`;

/** An export of one contact, with what it is to hold: the rest of a contact, its records by kind, and what stands beside it. */
function account(
  properties: object,
  buckets: Record<string, readonly object[]> = {},
  beside: readonly object[] = [],
): string {
  const data = Object.entries(buckets).map(([type, all]) => ({
    count: all.length,
    type,
    values: all.map((own, i) => ({
      uuid: `${type}-${i}`,
      created_at: '2026-05-01T10:00:00.000000Z',
      properties: own,
    })),
  }));
  const contact = { uuid: 'ana', properties: { first_name: 'Ana', ...properties }, data };
  return JSON.stringify({
    version: '1.0-preview.1',
    app_version: '4.1.2',
    export_date: '2026-11-20T09:00:00.000000Z',
    account: { uuid: 'account', data: [{ count: 1, type: 'contact', values: [contact] }, ...beside] },
  });
}

const read = async (...given: Parameters<typeof account>): Promise<ParsedFile> => imported(account(...given));

describe('an export as Monica 4.1.2 writes it', () => {
  test('contacts with all that is known of them; relatives are notes, but for those of nobody here', async () => {
    const { people } = await imported(fixture('monica.json'));
    expect(people.map(told)).toEqual([
      {
        key: ANA,
        line: 38,
        name: 'Ana Clara Silva',
        nickname: 'Aninhas',
        org: 'Jardim Lda',
        role: 'Gardener',
        city: 'Porto',
        birthday: '1984-05-03',
        points: [
          'email ana@example.org',
          'phone +351 900 000 001',
          'url https://facebook.com/ana.silva (Facebook)',
          'phone +351 900 000 002 (WhatsApp)',
          'url https://ana.example.org (Blog)',
        ],
        tags: ['porto', 'book club', 'starred'],
        notes: [
          'Grows figs,\nreads a lot',
          '2023-06-01: Likes the **sea**\n\nand boats',
          'Food: No nuts',
          'Gender: Woman',
          'Met at: Faro',
          'How we met: at the fig fair',
          'Spouse: Rui Costa (born 1980-12-01)',
          "Best friend: Ben O'Hara",
          'Telegram: @ana',
          'Email: not an address',
          'Address (Home): Rua das Flores 1, Porto, 4000-001, PT',
          'Pet: Figo (dog)',
          'Pet: fish',
          'Life event: 2024-02-01, new job, Head gardener: at last: employer Jardim',
          'Gift idea: A pot',
          'Reminder: 2025-12-24: Old thing',
          'Reminder (every 2 weeks, from 2026-01-10): Ask for seeds: the blue ones',
          'Reminder: 2026-12-26: Quiet',
          'Reminder (every year, from 2015-09-01): Ten years of figs',
        ],
        metOn: '2015-09-01',
        lastOn: '2026-10-10',
        everyDays: 30,
        via: BEN,
      },
      {
        key: BEN,
        line: 547,
        name: "Ben O'Hara",
        birthday: '--03-04',
        notes: [
          'Died: 2022-02-02',
          'Met: about 2010',
          'Met through: Rui Costa',
          "Reminder (every year, from 2023-02-02): Ben's day",
        ],
      },
      {
        key: `${ID}003`,
        line: 622,
        name: 'Cy',
        notes: ['Archived in Monica', 'Born: about 1975', 'Parent of: Eva (died)'],
      },
      { key: `${ID}007`, line: 706, name: 'Fay Self', notes: ['Parent: My Self'] },
    ]);
  });

  test('calls, conversations without their messages, activities with everybody in them', async () => {
    const { talks } = await imported(fixture('monica.json'));
    const ana = { key: ANA };
    expect(talks.map(nonEmpty)).toEqual([
      {
        key: `${ID}041`,
        line: 110,
        heldOn: '2026-09-05',
        channel: 'call',
        text: 'Her new job\nFelt: happy, proud',
        startedBy: 'them',
        people: [ana],
      },
      { key: `${ID}042`, line: 121, heldOn: '2026-09-04', channel: 'call', startedBy: 'me', people: [ana] },
      {
        key: `${ID}0d1`,
        line: 465,
        heldOn: '2026-08-15',
        channel: 'message',
        text: 'WhatsApp',
        startedBy: 'me',
        people: [ana],
      },
      { key: `${ID}0d4`, line: 496, heldOn: '2026-08-16', channel: 'email', people: [ana] },
      {
        key: `${ID}101`,
        line: 858,
        heldOn: '2026-10-10',
        channel: 'in-person',
        text: 'Dinner at the river, Ate at their place\nFigs',
        people: [ana, { key: BEN }],
      },
      {
        key: `${ID}102`,
        line: 869,
        heldOn: '2026-10-01',
        channel: 'video',
        text: 'Skype about the fair',
        people: [ana],
      },
    ]);
  });

  test('debts, gifts, reminders to come and open tasks', async () => {
    const { exchanges } = await imported(fixture('monica.json'));
    expect(
      exchanges
        .filter(({ keptOn }) => keptOn === null)
        .map(({ key, kind, text, madeOn, dueOn }) => [key.slice(-3), kind, text, madeOn, dueOn]),
    ).toEqual([
      ['071', 'promise', 'pay back 50 EUR: train', '2026-08-01', null],
      ['073', 'give', 'lent 10 EUR', '2026-06-01', null],
      ['074', 'give', 'lent 11 EUR, paid back', '2026-05-01', null],
      ['081', 'give', 'A book: on figs (worth 35.9, https://books.example/figs)', '2025-12-25', null],
      ['082', 'received', 'Honey', '2025-05-03', null],
      ['061', 'promise', 'Call about the tree', '2026-10-01', '2026-12-24'],
      ['0a1', 'promise', 'Lend her the ladder: the long one', '2026-11-01', null],
    ]);
    expect(
      exchanges
        .filter(({ keptOn }) => keptOn !== null)
        .map(({ key, kind, text, madeOn, keptOn }) => [key.slice(-3), kind, text, madeOn, keptOn]),
    ).toEqual([
      ['072', 'promise', 'pay back 20.5 USD', '2026-07-01', '2026-07-01'],
      ['0a2', 'promise', 'Fix her lamp', '2020-01-01', '2026-10-20'],
    ]);
    expect(exchanges.every(({ person }) => 'key' in person && person.key === ANA)).toBe(true);
  });

  test('what is left out is counted, what cannot be read is told', async () => {
    const { rejects, skipped } = await imported(fixture('monica.json'));
    expect(skipped).toEqual({
      'birthday reminder': 1,
      avatar: 1,
      document: 1,
      'journal entry': 1,
      message: 2,
      photo: 1,
      yourself: 1,
    });
    expect(rejects).toEqual([
      { line: 722, reason: 'account.data[1].values[7] names nobody, and has no e-mail and no phone either' },
      { line: 878, reason: 'account.data[6].values[2] (Walked alone) names nobody who is in this file' },
      { line: 887, reason: 'account.data[6].values[3] is on 2027-10-02, which is still to come' },
    ]);
  });

  test('nothing of what was written in a message is kept', async () => {
    expect(JSON.stringify(await imported(fixture('monica.json')))).not.toMatch(/secret|another/);
  });
});

describe('values of a contact', () => {
  test.each([
    ['a name of one part', { first_name: null, last_name: 'Silva' }, { name: 'Silva' }],
    ['a nickname alone', { first_name: null, nickname: 'Nina' }, { name: 'Nina', nickname: null }],
    ['a company alone', { first_name: '', company: 'Jardim' }, { name: 'Jardim', org: null }],
    [
      'a leap day without its year',
      { birthdate: { date: '2024-02-29T00:00:00Z', is_year_unknown: true } },
      { birthday: '--02-29' },
    ],
    [
      'a date with a time',
      { birthdate: { date: '1990-01-02T23:59:00.000000Z' } },
      { birthday: '1990-01-02' },
    ],
    ['never to stay in touch', { stay_in_touch_frequency: 0 }, { everyDays: null }],
    [
      'a cadence of somebody archived',
      { stay_in_touch_frequency: 30, is_active: false },
      { everyDays: null, notes: ['Archived in Monica', 'Stay in touch: every 30 days'] },
    ],
    ['a death on an unknown day', { is_dead: true }, { notes: ['Died: the day is not known'] }],
    [
      'a talk to come',
      { last_talked_to: '2027-01-01' },
      { lastOn: null, notes: ['Last talked to: 2027-01-01'] },
    ],
    [
      'a meeting without its year',
      { first_met_date: { date: '2024-05-03', is_year_unknown: true } },
      { metOn: null, notes: ['Met: 05-03'] },
    ],
    ['themselves as who introduced them', { first_met_through: 'ana' }, { via: null }],
    [
      'a list with holes',
      { tags: { 0: 'a', 2: 'b' } },
      {
        traits: [
          { kind: 'tag', text: 'a' },
          { kind: 'tag', text: 'b' },
        ],
      },
    ],
    [
      'flags as numbers',
      { is_starred: 1, is_dead: 0 },
      { traits: [{ kind: 'tag', text: 'starred' }], notes: [] },
    ],
  ])('%s', async (_, properties, expected) => {
    const { people, rejects } = await read(properties);
    expect(rejects).toEqual([]);
    expect(people[0]).toMatchObject(expected);
  });

  test.each([
    ['a name', { first_name: 7, last_name: 'Silva' }, 'first_name is a number where a text should be'],
    ['tags', { tags: 'porto' }, 'tags is a text where a list should be'],
    ['a tag', { tags: [['porto']] }, 'tags[0] is a list where a text should be'],
    ['a flag', { is_dead: 'yes' }, 'is_dead is a text where true or false should be'],
    ['a date', { birthdate: '1990-01-02' }, 'birthdate is a text where an object should be'],
    ['a day', { birthdate: { date: '1990-02-30' } }, 'birthdate.date is no day of the calendar'],
    [
      'a cadence',
      { stay_in_touch_frequency: -1 },
      'stay_in_touch_frequency is no number of days from 1 to 3650',
    ],
    [
      'half a day',
      { stay_in_touch_frequency: 0.5 },
      'stay_in_touch_frequency is no number of days from 1 to 3650',
    ],
  ])('%s of a wrong kind is told, and the contact comes in without it', async (_, properties, reason) => {
    const { people, rejects } = await read(properties);
    expect(people).toHaveLength(1);
    expect(rejects).toEqual([{ line: 1, reason: `account.data[0].values[0].properties.${reason}` }]);
  });

  test('names such as __proto__ are names like all others', async () => {
    const text = account({}).replace(
      '"first_name":"Ana"',
      '"__proto__":{"last_name":"Evil"},"first_name":"Ana"',
    );
    expect((await imported(text)).people).toMatchObject([{ name: 'Ana' }]);
    expect(Object.hasOwn(Object.prototype, 'last_name')).toBe(false);
  });
});

describe('what is kept of a contact', () => {
  test.each([
    ['a debt in words', 'debt', { in_debt: true, status: 'inprogress' }, 'promise', 'pay back a debt'],
    [
      'a debt in cents',
      'debt',
      { in_debt: false, amount: '12.50', currency: 'EUR' },
      'give',
      'lent 12.5 EUR',
    ],
    ['a gift without a name', 'gift', { status: 'received' }, 'received', 'a gift'],
    ['a task', 'task', { title: 'Call', completed: false }, 'promise', 'Call'],
    [
      'a reminder',
      'reminder',
      { title: 'Call', initial_date: '2026-11-20', frequency_type: 'one_time' },
      'promise',
      'Call',
    ],
  ])('%s', async (_, type, properties, kind, text) => {
    const { exchanges, rejects } = await read({}, { [type]: [properties] });
    expect(rejects).toEqual([]);
    expect(exchanges).toMatchObject([
      { key: `${type}-0`, kind, text, madeOn: '2026-05-01', person: { key: 'ana' } },
    ]);
  });

  test.each([
    ['a debt', 'debt', { in_debt: true, status: 'inprogress', amount: 20 }, { status: 'complete' }],
    [
      'a task',
      'task',
      { title: 'Call', completed: false },
      { completed: true, completed_at: '2026-05-09T08:00:00Z' },
    ],
  ])('%s that is settled is the same promise, kept', async (_, type, open, done) => {
    const before = (await read({}, { [type]: [open] })).exchanges[0];
    const after = (await read({}, { [type]: [{ ...open, ...done }] })).exchanges[0];
    expect(before).toMatchObject({ kind: 'promise', keptOn: null });
    expect(after).toEqual({ ...before, keptOn: type === 'task' ? '2026-05-09' : '2026-05-01' });
  });

  test.each([
    [{ in_debt: 'yes', amount: 20 }, 'in_debt is a text where true or false should be'],
    [{ amount: 20 }, 'in_debt does not say who owes it'],
  ])('a debt of which nobody can say whose it is is told: %j', async (debt, reason) => {
    const { exchanges, rejects } = await read({}, { debt: [debt] });
    expect(exchanges).toEqual([]);
    expect(rejects).toEqual([{ line: 1, reason: expect.stringContaining(reason) }]);
  });

  test('a gift still to be given is told, not made a gift of today', async () => {
    const { exchanges, rejects } = await read({}, { gift: [{ status: 'offered', date: '2027-01-01' }] });
    expect(exchanges).toEqual([]);
    expect(rejects[0]?.reason).toMatch(/is on 2027-01-01, which is still to come$/);
  });

  test.each([
    [
      'a yearly one on another day',
      { initial_date: '2026-05-04', frequency_type: 'year' },
      'Reminder (every year, from 2026-05-04): Cake',
    ],
    [
      'one of the user on the birthday',
      { initial_date: '2026-05-03', frequency_type: 'year', delible: true },
      'Reminder (every year, from 2026-05-03): Cake',
    ],
    [
      'one of Monica with more to say',
      { initial_date: '2026-05-03', frequency_type: 'year', delible: false, description: 'with figs' },
      'Reminder (every year, from 2026-05-03): Cake: with figs',
    ],
    ['one without a day', { frequency_type: 'one_time' }, 'Reminder: Cake'],
    [
      'one that is off',
      { initial_date: '2026-05-03', frequency_type: 'month', inactive: true },
      'Reminder (every month, from 2026-05-03, off): Cake',
    ],
  ])('a reminder that is a note: %s', async (_, properties, note) => {
    const born = { birthdate: { date: '1984-05-03' } };
    const { people, skipped } = await read(born, { reminder: [{ title: 'Cake', ...properties }] });
    expect(people[0]?.notes).toEqual([note]);
    expect(skipped).toEqual({});
  });

  test('what was to come when the file was written stays so, whenever it is imported', async () => {
    const reminder = { title: 'Call', initial_date: '2026-11-21', frequency_type: 'one_time' };
    const [soon, late] = await Promise.all(
      ['2026-11-20', '2027-05-05'].map((today) =>
        imported(account({}, { reminder: [reminder] }), { today: today as CalendarDate }),
      ),
    );
    expect(soon?.exchanges).toMatchObject([{ kind: 'promise', dueOn: '2026-11-21' }]);
    expect(late).toEqual(soon);
  });
});

describe('when something happened', () => {
  const call = (called_at: unknown) => read({}, { call: [{ called_at }] });
  const inTokyo = {
    dayOf: (instant: string) =>
      new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10) as CalendarDate,
  };

  test.each([
    ['2026-05-01T23:30:00.000000Z', '2026-05-02'],
    ['2026-05-01T23:30:00+09:00', '2026-05-01'],
    ['2026-05-01 23:30:00', '2026-05-02'],
    ['2026-05-01T00:00:00.000000Z', '2026-05-01'],
    ['2026-05-01', '2026-05-01'],
  ])('%s is, in Tokyo, %s', async (calledAt, heldOn) => {
    const { talks } = await imported(account({}, { call: [{ called_at: calledAt }] }), inTokyo);
    expect(talks).toMatchObject([{ heldOn }]);
  });

  test.each(['', null, 'yesterday', '2026-02-30T10:00:00Z', '2027-01-01', 12, '2026-05-01T99:99:99Z'])(
    '%j is no such day',
    async (calledAt) => {
      const { talks, rejects } = await call(calledAt);
      expect(talks).toEqual([]);
      expect(rejects.length).toBeGreaterThan(0);
    },
  );
});

describe('relationships', () => {
  const head = (uuid: string, isPartial: boolean) => ({
    uuid,
    properties: { first_name: uuid, is_partial: isPartial },
  });
  const relation = (type: string, from: string, to: string) => ({
    uuid: `${from}-${to}`,
    properties: { type, contact_is: from, of_contact: to },
  });
  const family = (contacts: readonly object[], relationships: readonly object[]) =>
    read({}, {}, [
      { type: 'contact', values: contacts },
      { type: 'relationship', values: relationships },
    ]);
  const notesOf = ({ people }: ParsedFile) => people.map(({ name, notes }) => [name, notes]);

  test('both ways, each on its own', async () => {
    const read = await family(
      [head('ben', false)],
      [relation('uncle', 'ana', 'ben'), relation('nephew', 'ben', 'ana')],
    );
    expect(notesOf(read)).toEqual([
      ['Ana', ['Uncle: ben']],
      ['ben', ['Nephew: Ana']],
    ]);
  });

  test('a relative is a note, also where only the other way is told', async () => {
    const both = await family(
      [head('kid', true)],
      [relation('child', 'ana', 'kid'), relation('parent', 'kid', 'ana')],
    );
    expect(notesOf(both)).toEqual([['Ana', ['Child: kid']]]);
    const one = await family([head('kid', true)], [relation('parent', 'kid', 'ana')]);
    expect(notesOf(one)).toEqual([['Ana', ['Parent of: kid']]]);
  });

  test('a relative of nobody is a person', async () => {
    expect(notesOf(await family([head('kid', true)], []))).toEqual([
      ['Ana', []],
      ['kid', []],
    ]);
  });

  test('those with people who are not in the file say nothing', async () => {
    const { rejects, people } = await family(
      [],
      [relation('child', 'ana', 'gone'), relation('child', 'gone', 'ana')],
    );
    expect([rejects, people[0]?.notes]).toEqual([[], []]);
  });
});

test('two contacts with one id are told apart, and the same one twice is one', async () => {
  const other = { uuid: 'ana', properties: { first_name: 'Bea' } };
  const { people, skipped } = await read({}, {}, [{ type: 'contact', values: [other, other] }]);
  expect(people.map(({ key, name }) => [key, name])).toEqual([
    ['ana', 'Ana'],
    ['ana#2', 'Bea'],
  ]);
  expect(skipped).toEqual({ 'repeated contact': 1 });
});

test('kinds in the plural, as other programs write them, are read as well', async () => {
  const plural = fixture('monica.json')
    .replaceAll(
      /"type": "(contact|call|contact_field|debt|gift|note|reminder|task|pet|conversation|life_event|relationship|photo|document)"/g,
      '"type": "$1s"',
    )
    .replaceAll('"type": "activity"', '"type": "activities"')
    .replaceAll('"type": "address"', '"type": "addresses"');
  expect(await imported(plural)).toEqual(await imported(fixture('monica.json')));
});

test('kinds that another Monica may write are counted', async () => {
  const { skipped } = await read({}, { occupation: [{}, {}] }, [{ type: 'weather_report', values: [1] }]);
  expect(skipped).toEqual({ occupation: 2, 'weather report': 1 });
});
