import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const wide = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => wide(text).swap16();
const marked = (text: string) => `\ufeff${text}`;

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(marked(text)),
  'UTF-16 LE with a mark': (text) => wide(marked(text)),
  'UTF-16 BE with a mark': (text) => big(marked(text)),
  'UTF-16 LE without a mark': wide,
  'UTF-16 BE without a mark': big,
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
};

const LINE_ENDS = [
  ['CRLF', '\r\n'],
  ['LF', '\n'],
  ['CR', '\r'],
] as const;

/** Who is in each of them. */
const NAME = 'Zoë Ødegård';

const FILES: Readonly<Record<string, string>> = {
  vCard: `BEGIN:VCARD\nVERSION:3.0\nFN:${NAME}\nEMAIL:zoe@example.org\nEND:VCARD\n`,
  'vCard 2.1': `BEGIN:VCARD\nVERSION:2.1\nN:Ødegård;Zoë\nTEL;CELL:1\nEND:VCARD\n`,
  CSV: `Name,E-mail,Note\n${NAME},zoe@example.org,"a, b"\n`,
  'CSV with semicolons': `Name;E-mail;Note\n${NAME};zoe@example.org;"a; b"\n`,
  LinkedIn: `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoë,Ødegård,,,,,15 Feb 2026\n`,
  Google: `First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nZoë,Ødegård,* myContacts,Home,zoe@example.org\n`,
  Outlook: `First Name,Middle Name,Last Name,Company,E-mail Address,Home Phone\nZoë,,Ødegård,,zoe@example.org,\n`,
  'friends.md': `### Activities:\n- 2026-01-02: Lunch with **${NAME}**.\n\n### Friends:\n- ${NAME} [Malmö]\n`,
  knotter: `{"metadata":{"exported_at":1795132800,"app_version":"0.2.5","schema_version":11,"format_version":1},\n"contacts":[{"id":"a","display_name":"${NAME}"}]}\n`,
  Monica: `{"version":"1.0-preview.1","app_version":"4.1.2","account":{"uuid":"a","data":[{"count":1,"type":"contact","values":[\n{"uuid":"a","properties":{"first_name":"Zoë","last_name":"Ødegård"}}]}]}}\n`,
  calendar: `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260102T100000Z\nATTENDEE;CN=${NAME}:mailto:zoe@example.org\nEND:VEVENT\nEND:VCALENDAR\n`,
};

describe('28 whatever it is written in', () => {
  for (const [encoding, encode] of Object.entries(ENCODINGS)) {
    test.each(Object.keys(FILES))(`28 ${encoding}: %s`, async (name) => {
      for (const [ends, end] of encoding === 'UTF-8' ? LINE_ENDS : LINE_ENDS.slice(0, 1)) {
        const here = importDesk();
        const file = here.lay(`file-${ends}`, encode((FILES[name] ?? '').replaceAll('\n', end)));
        const told = await here.take(file, '--create', '--yes', '--me', 'me@example.org');
        expect([ends, told.code, told.created.map((one) => one.name)]).toEqual([ends, 0, [NAME]]);
      }
    });
  }

  test('28 a charset that a card says, wrongly and rightly', async () => {
    const line = (charset: string, name: Buffer) =>
      Buffer.concat([
        Buffer.from(`BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=${charset}:`),
        name,
        Buffer.from('\nEND:VCARD\n'),
      ]);
    const cards = [
      line('ISO-8859-1', Buffer.from('Zoë', 'latin1')),
      line('UTF-8', Buffer.from('Zoé', 'latin1')),
      line('ISO-8859-1', Buffer.from('Zoí')),
      line('X-NO-SUCH', Buffer.from('Zoó')),
      line('UTF-16', Buffer.from('Zoú')),
    ];
    const told = await desk.take(desk.lay('cards.vcf', Buffer.concat(cards)));
    expect(told.created.map(({ name }) => name)).toEqual(['Zoë', 'Zoé', 'Zoí', 'Zoó', 'Zoú']);
  });

  test('28 files of several encodings put together', async () => {
    const text = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`;
    const parts = [marked(text('Zoë')), marked(text('Bjørn'))].map((part) => Buffer.from(part));
    const latin = Buffer.from(text('Åsa'), 'latin1');
    const told = await desk.take(desk.lay('cards.vcf', Buffer.concat([...parts, latin])));
    expect(told.created.map(({ name }) => name)).toEqual(['Zoë', 'Bjørn', 'Åsa']);
  });

  test('28 bytes that are no text of any kind are refused', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    expect((await desk.refused(desk.lay('noise', bytes))).code).toBe(5);
    expect((await desk.refused(desk.lay('empty', ''))).code).toBe(5);
    expect((await desk.refused(desk.lay('mark', marked('')))).code).toBe(5);
    expect((await desk.refused(desk.lay('zeros', new Uint8Array(5000)))).code).toBe(5);
  });
});

describe('28 what lacks its end', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['the last card', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\n', 0, ['Ana', 'Ben']],
    ['a card in the middle', 'BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n', 0, ['Ana', 'Ben']],
    [
      'a card within a line',
      'BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nTEL;TY',
      3,
      ['Ana', 'Ben'],
    ],
    ['a row', 'Name,E-mail\nAna,ana@example.org\nBen', 0, ['Ana', 'Ben']],
    ['the list of friends', '### Friends:\n- Ana\n- Ben', 0, ['Ana', 'Ben']],
    ['what net exported', '{"net":1,\n"setting":[\n{"id":"me","value":"me@example.org"},\n', 3, []],
  ])('28 %s', async (_, text, code, names) => {
    const told = await desk.take(desk.lay('file', text));
    expect([told.code, told.created.map(({ name }) => name)]).toEqual([code, names]);
    if (code === 3) expect(told.rejects.length).toBeGreaterThan(0);
  });

  test('28 an event and its calendar', async () => {
    const event = (uid: number) =>
      `BEGIN:VEVENT\nUID:${uid}\nDTSTART:2026010${uid}\nATTENDEE:mailto:ana@example.org\n`;
    const text = `BEGIN:VCALENDAR\n${event(1)}${event(2)}END:VEVENT\n${event(3)}`;
    expect(
      (await desk.take(desk.lay('file.ics', text), '--create', '--yes', '--me', 'me@example.org')).talks
        .created,
    ).toBe(3);
  });

  test.each([
    ['knotter', '{"metadata":{"format_version":1},"contacts":[{"id":"a","display_name":"Ana"}'],
    [
      'Monica',
      '{"version":"1.0-preview.1","app_version":"4.1.2","account":{"uuid":"a","data":[{"type":"contact"',
    ],
  ])('28 JSON of %s is refused as a whole', async (_, text) => {
    const { code, err } = await desk.refused(desk.lay('file.json', text));
    expect(code).toBe(5);
    expect(err).toMatch(/line 1, character \d+/);
  });
});
