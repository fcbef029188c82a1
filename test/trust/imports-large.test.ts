import { beforeAll, describe, expect, test } from 'vitest';
import { card, costs, END, event, message, type Parts } from '../support/costs.ts';
import { buildOnce } from '../support/sitting.ts';

beforeAll(buildOnce);

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
    expect([measured.code, measured.names]).toEqual([0, ['Ana', 'Ben']]);
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
    expect(measured.names).toEqual(expect.arrayContaining(['Ana', 'Ben']));
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
    expect(measured.names).toEqual(expect.arrayContaining(['Ana']));
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
    expect([measured.code, measured.talks]).toEqual([0, 2]);
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
    expect(measured.code).toBe(code);
  });

  test('26 comments in an address of a message', async () => {
    const measured = await costs([
      [message(15, 'Cc: '), 1],
      ['(', DEEP],
      [')', DEEP],
      [` Ana <ana@example.org>\n\nwords\n\n${message(22)}\nwords\n`, 1],
    ]);
    expect([measured.code, measured.talks]).toEqual([0, 2]);
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
    expect(measured.names).toEqual(['Ana', 'Ben']);
  });

  test('27 parameters of a guest', async () => {
    const measured = await costs([
      [`BEGIN:VCALENDAR\n${event('1', 'ATTENDEE;')}`, 1],
      ['X=1;', MANY],
      [`CN=Ana:mailto:ana@example.org\nEND:VEVENT\n${event('2')}END:VEVENT\nEND:VCALENDAR\n`, 1],
    ]);
    expect(measured.talks).toBe(2);
  });
});

test('32 a huge mbox streams', async () => {
  const days = 28;
  const both = Array.from({ length: days }, (_, i) => {
    const known = `${message(1 + i)}\nwords\n\n`;
    return known + known.replaceAll('known@example.org', `${i}@example.org`);
  }).join('');
  const attached = `${message(28)}\n${'QUJDREVGR0g'.repeat(7)}\n`;
  const measured = await costs([
    [both, 1000],
    [attached, 1],
    ['QUJDREVGR0h\n', 4_000_000],
    ['\n', 1],
  ]);
  // Everybody else is a stranger.
  expect([measured.code, measured.talks]).toEqual([0, days]);
});
