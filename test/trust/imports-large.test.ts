import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apart, layLarge, type Measured } from '../support/apart.ts';
import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

beforeAll(buildOnce);

let directory: string;
let file: string;

beforeEach(() => {
  directory = temporaryDirectory();
  file = `${directory}/net.db`;
});

type Parts = readonly (readonly [text: string, times: number])[];

/** Imports a file in which Ana and Ben are to be found whatever else it holds. */
async function costs(parts: Parts): Promise<Measured> {
  const path = layLarge(`${directory}/large`, ...parts);
  await apart(file, 'add', 'Known', '--email', 'known@example.org');
  return apart(file, 'import', path, '--yes', '--me', 'me@example.org', '--json');
}

const MOST_BYTES = 300_000_000;
const MOST_MS = 30_000;

/** What is recognized by its beginning is refused after that. */
const REFUSED_MS = 5000;

function expectBounded({ cpu, peak }: Measured): void {
  expect(peak).toBeLessThan(MOST_BYTES);
  expect(cpu).toBeLessThan(MOST_MS);
}

interface Told {
  readonly created: readonly { readonly name: string }[];
  readonly talks: { readonly created: number };
  readonly rejected: number;
}

const told = ({ out, err }: Measured): Told => {
  if (out === '') throw new Error(err);
  return JSON.parse(out) as Told;
};
const names = (measured: Measured) => told(measured).created.map(({ name }) => name);

const LONG = 200_000_000;
const long = (text = 'x'): readonly [string, number] => [text, LONG / text.length];

const card = (name: string, lines = '') => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nUID:${name}\n${lines}`;
const END = 'END:VCARD\n';
const GUEST = 'ATTENDEE;CN=Known:mailto:known@example.org';
const event = (uid: string, lines = '') =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART:20260102T100000Z\n${GUEST}\n${lines}`;
const message = (day: number, lines = '') =>
  `From known@example.org Mon Jan  1 00:00:00 2024\nFrom: Known <known@example.org>\nTo: me@example.org\nDate: Mon, ${day} Jan 2024 20:00:00 +0000\n${lines}`;

describe('24 a line of 200 MB', () => {
  test.each<[string, Parts]>([
    ['a value of a vCard', [[card('Ana', 'NOTE:'), 1], long(), [`\n${END}${card('Ben')}${END}`, 1]]],
    ['a line of a vCard without a name', [[card('Ana'), 1], long(), [`\n${END}${card('Ben')}${END}`, 1]]],
    ['a cell of a table', [['Name,Note\nAna,a\n,', 1], long(), ['\nBen,b\n', 1]]],
    ['a quoted cell', [['Name,Note\nAna,a\n,"', 1], long(), ['"\nBen,b\n', 1]]],
    [
      'a line of friends.md',
      [['### Activities:\n- 2026-01-02: ', 1], long(), ['\n\n### Friends:\n- Ana\n- Ben\n', 1]],
    ],
  ])('24 %s', async (_, parts) => {
    const measured = await costs(parts);
    expectBounded(measured);
    expect([measured.code, names(measured), told(measured).rejected]).toEqual([3, ['Ana', 'Ben'], 1]);
  });

  test.each<[string, number, Parts]>([
    [
      'a summary of an event',
      3,
      [
        [`BEGIN:VCALENDAR\n${event('1', 'SUMMARY:')}`, 1],
        long(),
        [`\nEND:VEVENT\n${event('2')}END:VEVENT\nEND:VCALENDAR\n`, 1],
      ],
    ],
    ['the body of a message', 0, [[`${message(15)}\n`, 1], long(), [`\n\n${message(22)}\nwords\n`, 1]]],
    [
      'the header of a message',
      0,
      [[message(15, 'Subject: '), 1], long(), [`\n\nwords\n\n${message(22)}\nwords\n`, 1]],
    ],
  ])('24 %s', async (_, code, parts) => {
    const measured = await costs(parts);
    expectBounded(measured);
    expect([measured.code, told(measured).talks.created]).toEqual([code, 2]);
  });

  test('24 a row of what net exported', async () => {
    const measured = await costs([['{"net":1,\n"contact":[\n{"id":"', 1], long(), ['"}\n]}\n', 1]]);
    expectBounded(measured);
    expect([measured.code, told(measured).rejected]).toEqual([3, 1]);
  });

  test.each<[string, Parts]>([
    ['nothing in particular', [long()]],
    ['nothing but line breaks', [long('\n')]],
    // Each value takes up far more room than its text.
    [
      'values of JSON',
      [
        [
          '{"metadata":{"exported_at":1,"app_version":"0.2.5","schema_version":11,"format_version":1},"contacts":[1',
          1,
        ],
        [',1', 20_000_000],
        [']}', 1],
      ],
    ],
  ])('24 %s is refused', async (_, parts) => {
    const measured = await costs(parts);
    expectBounded(measured);
    expect(measured.code).toBe(5);
    expect(measured.cpu).toBeLessThan(REFUSED_MS);
  });
});

describe('25 a photo of 20 MB', () => {
  const PHOTO = 20_000_000;
  const photo = (before: string, between: string): Parts => [
    [card('Ana', before), 1],
    [`${'A'.repeat(72)}${between}`, PHOTO / 72],
    [`\n\n${END}${card('Ben')}${END}`, 1],
  ];
  test.each<[string, Parts]>([
    ['on one line', photo('PHOTO;ENCODING=b;TYPE=JPEG:', '')],
    ['on folded lines', photo('PHOTO;ENCODING=b;TYPE=JPEG:', '\n ')],
    ['on folded lines of a 2.1 card', photo('PHOTO;ENCODING=BASE64;JPEG:\n ', '\n ')],
    ['on lines that are not folded', photo('PHOTO;ENCODING=BASE64;JPEG:\n', '\n')],
    ['as a data URI', photo('PHOTO:data:image/jpeg;base64,', '')],
  ])('25 %s', async (_, parts) => {
    const measured = await costs(parts);
    expectBounded(measured);
    expect([measured.code, names(measured)]).toEqual([0, ['Ana', 'Ben']]);
    expect(measured.out).toMatch(/"photo": ?1/);
  });
});

describe('26 nesting 10 000 deep, and 27 100 000 parameters', () => {
  const DEEP = 10_000;
  test('26 cards within cards', async () => {
    const agents = `BEGIN:VCARD\nVERSION:2.1\nFN:Within\nAGENT:\n`;
    const measured = await costs([
      [card('Ana', 'AGENT:\n'), 1],
      [agents, DEEP],
      [END, DEEP + 1],
      [`${card('Ben')}${END}`, 1],
    ]);
    expectBounded(measured);
    expect(names(measured)).toEqual(expect.arrayContaining(['Ana', 'Ben']));
    expect([0, 3]).toContain(measured.code);
  });

  test.each<[string, string]>([
    ['cards that only begin', 'BEGIN:VCARD\n'],
    ['cards in one value', 'AGENT:BEGIN:VCARD\\nAGENT:'],
  ])('26 %s', async (_, begun) => {
    const measured = await costs([
      [card('Ana'), 1],
      [END, 1],
      [begun, DEEP],
      [`\n${END}${card('Ben')}${END}`, 1],
    ]);
    expectBounded(measured);
    expect(names(measured)).toEqual(expect.arrayContaining(['Ana']));
    expect([0, 3]).toContain(measured.code);
  });

  test('26 components of a calendar', async () => {
    const measured = await costs([
      [`BEGIN:VCALENDAR\n${event('1')}`, 1],
      ['BEGIN:VALARM\n', DEEP],
      ['END:VALARM\n', DEEP],
      ['END:VEVENT\n', 1],
      ['BEGIN:VCALENDAR\n', DEEP],
      [`${event('2')}END:VEVENT\n`, 1],
      ['END:VCALENDAR\n', DEEP + 1],
    ]);
    expectBounded(measured);
    expect([measured.code, told(measured).talks.created]).toEqual([0, 2]);
  });

  const knotter =
    '{"metadata":{"exported_at":1,"app_version":"0.2.5","schema_version":11,"format_version":1},"contacts":[{"id":"a","display_name":"Ana","tags":';
  test.each<[string, number, Parts]>([
    [
      'JSON of knotter',
      3,
      [
        [knotter, 1],
        ['[', DEEP],
        [']', DEEP],
        ['},{"id":"b","display_name":"Ben"}]}', 1],
      ],
    ],
    [
      'JSON of knotter that does not end',
      5,
      [
        [knotter, 1],
        ['[', DEEP],
        ['{"a":', DEEP],
      ],
    ],
    [
      'JSON of Monica',
      0,
      [
        ['{"version":"1.0-preview.1","app_version":"4.1.2","account":', 1],
        ['{"account":', DEEP],
        ['1', 1],
        ['}', DEEP + 1],
      ],
    ],
    [
      'a row of what net exported',
      3,
      [
        ['{"net":1,\n"contact":[\n', 1],
        ['[', DEEP],
        [']', DEEP],
        ['\n]}\n', 1],
      ],
    ],
    [
      'what net exported, on one line',
      3,
      [
        ['{"net":1,"contact":[', 1],
        ['[', DEEP],
        [']', DEEP],
        [']}', 1],
      ],
    ],
  ])('26 %s', async (_, code, parts) => {
    const measured = await costs(parts);
    expectBounded(measured);
    expect(measured.code).toBe(code);
  });

  test('26 comments in an address of a message', async () => {
    const measured = await costs([
      [message(15, 'Cc: '), 1],
      ['(', DEEP],
      [')', DEEP],
      [` Ana <ana@example.org>\n\nwords\n\n${message(22)}\nwords\n`, 1],
    ]);
    expectBounded(measured);
    expect([measured.code, told(measured).talks.created]).toEqual([0, 2]);
  });

  const MANY = 100_000;
  test.each<[string, string]>([
    ['parameters', 'X=1;'],
    ['quoted parameters', 'X="a;b:c";'],
    ['types', 'TYPE=HOME,WORK;'],
  ])('27 %s', async (_, param) => {
    const measured = await costs([
      [card('Ana', 'TEL;'), 1],
      [param, MANY],
      [`VALUE=text:1\n${END}${card('Ben')}${END}`, 1],
    ]);
    expectBounded(measured);
    expect(names(measured)).toEqual(['Ana', 'Ben']);
  });

  test('27 parameters of a guest', async () => {
    const measured = await costs([
      [`BEGIN:VCALENDAR\n${event('1', 'ATTENDEE;')}`, 1],
      ['X=1;', MANY],
      [`CN=Ana:mailto:ana@example.org\nEND:VEVENT\n${event('2')}END:VEVENT\nEND:VCALENDAR\n`, 1],
    ]);
    expectBounded(measured);
    expect(told(measured).talks.created).toBe(2);
  });
});

test('32 a huge mbox streams', async () => {
  const people = 30;
  const whole = Array.from({ length: people }, (_, i) =>
    `${message(1 + i)}\nwords\n\n`.replaceAll('known@example.org', `${i}@example.org`),
  ).join('');
  const attached = `${message(1, 'Content-Type: text/plain\n')}\n${'QUJDREVGR0g'.repeat(7)}\n`.replace(
    'From: Known <known@example.org>',
    'From: Known <known@example.org>',
  );
  const measured = await costs([
    [whole, 1000],
    [attached, 1],
    ['QUJDREVGR0h\n', 4_000_000],
    ['\n', 1],
  ]);
  expectBounded(measured);
  // Everybody else is a stranger.
  expect([measured.code, told(measured).talks.created]).toEqual([0, 1]);
});
