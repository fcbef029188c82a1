import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const MANY = 1000;
const BROKEN = 500;

/** One thousand of something, of which the one in the middle is broken. */
function thousand(whole: (i: number) => string, broken: string, between = ''): string {
  return Array.from({ length: MANY }, (_, i) => (i === BROKEN ? broken : whole(i))).join(between);
}

/** The line on which a text stands. */
function lineOf(text: string, within: string): number {
  const at = text.indexOf(within);
  expect(at).toBeGreaterThanOrEqual(0);
  return text.slice(0, at).split('\n').length;
}

/** A day of its own, so many before today. */
const dayBack = (i: number) => new Date(Date.UTC(2026, 10, 21 - i)).toISOString().slice(0, 10);

const GUEST = 'ATTENDEE;CN=Ana Silva:mailto:ana@example.org';
const POSTMARK = 'From ana@example.org Mon Jan  1 00:00:00 2024';
const message = (date: string) =>
  `${POSTMARK}\nFrom: Ana Silva <ana@example.org>\nTo: me@example.org\nDate: ${date}\n\nwords\n\n`;

const card = (i: number) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:Person ${i}\nEMAIL:${i}@example.org\nUID:${i}\nEND:VCARD\n`;
const headed = (header: string, rows: string) => `${header}\n${rows}`;

/** A contact as `net export` writes it. */
const contactRow = (i: number) => ({
  id: `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
  short: `a${i.toString().padStart(4, '0')}`,
  name: `Person ${i}`,
  noScore: false,
  stage: 'stack',
  origin: 'other',
  stageSince: '2026-11-01',
  createdAt: '2026-11-01T09:00:00.000Z',
  updatedAt: '2026-11-01T09:00:00.000Z',
});

describe('23 one broken record in 1 000: 999 in, 1 reported with its line, and 3', () => {
  test.each<[string, string, string]>([
    [
      'card',
      thousand(card, 'BEGIN:VCARD\nVERSION:3.0\nTITLE:nobody\nEND:VCARD\n'),
      'BEGIN:VCARD\nVERSION:3.0\nTITLE',
    ],
    [
      'row of any table',
      headed(
        'Name,E-mail',
        thousand((i) => `Person ${i},${i}@example.org\n`, 'Broken,a,b,c\n'),
      ),
      'Broken',
    ],
    [
      'row of LinkedIn',
      headed(
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        thousand(
          (i) => `Person,No ${i},https://www.linkedin.com/in/p${i},,,,15 Feb 2026\n`,
          ',,,,,,01 Mar 2020\n',
        ),
      ),
      ',,,,,,01 Mar',
    ],
    [
      'row of Google',
      headed(
        'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value',
        thousand((i) => `Person,No ${i},* myContacts,Home,${i}@example.org\n`, ',,* myContacts,Home,\n'),
      ),
      ',,* my',
    ],
    [
      'row of Outlook',
      headed(
        'First Name,Middle Name,Last Name,Company,E-mail Address,Home Phone',
        thousand((i) => `Person,,No ${i},,${i}@example.org,\n`, 'a,b,c,d,e,f,too many\n'),
      ),
      'a,b,c',
    ],
    [
      'row of Thunderbird',
      headed(
        'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name',
        thousand((i) => `Person,No ${i},,,${i}@example.org,,\n`, ',,,,,,\n,,,,,,,,too many\n'),
      ),
      ',,,,,,,,too',
    ],
    [
      'line of friends.md',
      `### Activities:\n\n### Friends:\n${thousand((i) => `- Person ${i}\n`, '- (a.k.a. Nobody)\n')}`,
      '- (a.k.a. Nobody)',
    ],
    [
      'contact of knotter',
      `{"metadata":{"exported_at":1795132800,"app_version":"0.2.5","schema_version":11,"format_version":1},\n"contacts":[\n${thousand(
        (i) => `{"id":"id-${i}","display_name":"Person ${i}","emails":["${i}@example.org"]}`,
        '{"id":"broken","display_name":["nobody"]}',
        ',\n',
      )}\n]}`,
      '{"id":"broken"',
    ],
    [
      'contact of Monica',
      `{"version":"1.0-preview.1","app_version":"4.1.2","export_date":"2026-11-20T09:00:00.000000Z","account":{"uuid":"a","data":[{"count":1000,"type":"contact","values":[\n${thousand(
        (i) => `{"uuid":"id-${i}","properties":{"first_name":"Person","last_name":"No ${i}"}}`,
        '{"uuid":"broken","properties":{"first_name":{"not":"a text"}}}',
        ',\n',
      )}\n]}]}}`,
      '{"uuid":"broken"',
    ],
    [
      'row of what net exported',
      `{"net":1,\n"contact":[\n${thousand((i) => JSON.stringify(contactRow(i)), '{"id":"broken"}', ',\n')}\n]}\n`,
      '{"id":"broken"',
    ],
  ])('23 one broken %s', async (_, text, broken) => {
    const told = await desk.take(desk.lay('people', text));
    expect(told.code).toBe(3);
    expect(told.created).toHaveLength(MANY - 1);
    expect([...new Set(told.rejects.map(({ line }) => line))]).toEqual([lineOf(text, broken)]);
    expect((await desk.content()).contact).toHaveLength(MANY - 1);
  });
});

describe('23 one broken talk in 1 000: 999 in, 1 reported with its line, and 3', () => {
  test.each<[string, string, string]>([
    [
      'event',
      `BEGIN:VCALENDAR\nVERSION:2.0\n${thousand(
        (i) => `BEGIN:VEVENT\nUID:${i}\nDTSTART:${dayBack(i).replaceAll('-', '')}\n${GUEST}\nEND:VEVENT\n`,
        `BEGIN:VEVENT\nUID:broken\nDTSTART:20269999\n${GUEST}\nEND:VEVENT\n`,
      )}END:VCALENDAR\n`,
      'DTSTART:20269999',
    ],
    [
      'message',
      thousand(
        (i) => message(`${new Date(dayBack(i)).toUTCString().replace('GMT', '+0000')}`),
        message('the day before yesterday').replace(POSTMARK, POSTMARK.replace('2024', '1924')),
      ),
      POSTMARK.replace('2024', '1924'),
    ],
    [
      'activity of friends.md',
      `### Activities:\n${thousand((i) => `- ${dayBack(i)}: Lunch with **Ana Silva**.\n`, '- 2026-02-30: Lunch with **Ana Silva**.\n')}\n### Friends:\n- Ana Silva\n`,
      '- 2026-02-30',
    ],
  ])('23 one broken %s', async (_, text, broken) => {
    await desk.at.net('add', 'Ana Silva', '--email', 'ana@example.org');
    const told = await desk.take(desk.lay('talks', text), '--yes', '--me', 'me@example.org');
    expect(told.code).toBe(3);
    expect(told.talks).toEqual({ created: MANY - 1, updated: 0, unchanged: 0 });
    expect(told.rejects.map(({ line }) => line)).toEqual([lineOf(text, broken)]);
    // And the one in which she was met.
    expect((await desk.content()).interaction).toHaveLength(MANY);
  });
});
