import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const card = (version: string, birthday: string) =>
  `BEGIN:VCARD\nVERSION:${version}\nN:Leap;Ana;;;\nFN:Ana Leap\n${birthday}\nEND:VCARD\n`;
const table = (header: string, row: string) => `${header}\n${row}\n`;
const THUNDERBIRD =
  'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Birth Year,Birth Month,Birth Day';
const knotter = (year: string) =>
  `{"metadata":{"exported_at":1795132800,"app_version":"0.2.5","schema_version":11,"format_version":1},"contacts":[{"id":"a","display_name":"Ana Leap","dates":[{"id":"d","kind":"birthday","label":null,"month":2,"day":29,"year":${year}}]}]}`;
const monica = (unknown: boolean) =>
  `{"version":"1.0-preview.1","app_version":"4.1.2","account":{"uuid":"a","data":[{"count":1,"type":"contact","values":[{"uuid":"c","properties":{"first_name":"Ana","last_name":"Leap","birthdate":{"uuid":"d","is_age_based":false,"is_year_unknown":${unknown},"date":"1984-02-29T00:00:00.000000Z"}}}]}]}}`;

const YEARLESS = '--02-29';
const WHOLE = '1984-02-29';

describe('36 a birthday on 29 February, with its year and without', () => {
  test.each<[string, string, string]>([
    ['vCard 4.0', card('4.0', 'BDAY:--0229'), YEARLESS],
    ['vCard 4.0, extended', card('4.0', 'BDAY;VALUE=date-and-or-time:--02-29'), YEARLESS],
    ['vCard 4.0 with a time', card('4.0', 'BDAY;VALUE=date-time:--0229T100000'), YEARLESS],
    ['vCard 3.0', card('3.0', 'BDAY;VALUE=date:--02-29'), YEARLESS],
    ['vCard 3.0 of Apple', card('3.0', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29'), YEARLESS],
    ['vCard 2.1', card('2.1', 'BDAY:--0229'), YEARLESS],
    ['vCard with a year', card('4.0', 'BDAY:19840229'), WHOLE],
    ['vCard 3.0 with a year and a time', card('3.0', 'BDAY:1984-02-29T00:00:00Z'), WHOLE],
    ['a table', table('Name,Birthday', 'Ana Leap,--02-29'), YEARLESS],
    ['a table with a year', table('Name,Birthday', 'Ana Leap,1984-02-29'), WHOLE],
    ['a table of Apple', table('Name,Birthday', 'Ana Leap,1604-02-29'), YEARLESS],
    [
      'Google',
      table(
        'First Name,Last Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value',
        'Ana,Leap,--02-29,* myContacts,,',
      ),
      YEARLESS,
    ],
    [
      'Google, old',
      table(
        'Name,Given Name,Family Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - Value',
        'Ana Leap,Ana,Leap,--02-29,* myContacts,,',
      ),
      YEARLESS,
    ],
    [
      'Outlook',
      table('First Name,Middle Name,Last Name,Company,E-mail Address,Birthday', 'Ana,,Leap,,,2/29/1984'),
      WHOLE,
    ],
    ['Thunderbird', table(THUNDERBIRD, 'Ana,Leap,,,,,,,2,29'), YEARLESS],
    ['Thunderbird with a year', table(THUNDERBIRD, 'Ana,Leap,,,,,,1984,2,29'), WHOLE],
    ['knotter', knotter('null'), YEARLESS],
    ['knotter with a year', knotter('1984'), WHOLE],
    ['Monica', monica(true), YEARLESS],
    ['Monica with a year', monica(false), WHOLE],
  ])('36 %s', async (_, text, birthday) => {
    const file = desk.lay('people', text);
    expect((await desk.take(file)).code).toBe(0);
    expect((await desk.content()).contact).toMatchObject([{ name: 'Ana Leap', birthday }]);
    expect((await desk.at.net('show', 'Ana')).out).toMatch(
      birthday === WHOLE ? /birthday +1984-02-29/ : /birthday +02-29/,
    );
    expect(await desk.take(file)).toMatchObject({ created: [], updated: [], unchanged: 1 });
  });

  test.each([
    ['vCard', card('4.0', 'BDAY:--0230')],
    ['vCard with a year that is none', card('3.0', 'BDAY:2023-02-29')],
    ['a table', table('Name,Birthday', 'Ana Leap,--02-30')],
    ['knotter', knotter('2023')],
  ])('36 a day that does not exist costs nobody: %s', async (_, text) => {
    const told = await desk.take(desk.lay('people', text));
    expect(told.created).toHaveLength(1);
    expect((await desk.content()).contact).toMatchObject([{ birthday: null }]);
  });

  test.each([YEARLESS, WHOLE])('36 %s comes out of each export as it went in', async (birthday) => {
    await desk.at.net('add', 'Ana Leap', '--circle', 'close', '--birthday', birthday.replace(/^--/, ''));
    for (const name of ['out.vcf', 'out.csv', 'out.json']) {
      const path = join(desk.at.directory, name);
      expect((await desk.at.net('export', path)).code).toBe(0);
      const other = importDesk();
      await other.take(path);
      expect((await other.content()).contact).toMatchObject([{ name: 'Ana Leap', birthday }]);
    }
  });

  test.each([
    ['2026-02-01', 2026],
    ['2028-02-01', 2028],
  ])('36 and the calendar of %s tells it on the last day of February', async (day, year) => {
    const at = importDesk(day);
    await at.at.net('add', 'Ana Leap', '--circle', 'close', '--birthday', '02-29');
    const { code, out } = await at.at.net('calendar');
    expect(code).toBe(0);
    const event = out.split('BEGIN:VEVENT').find((one) => one.includes('Birthday of Ana Leap')) ?? '';
    expect(event).toContain(`DTSTART;VALUE=DATE:${year}02${year === 2028 ? 29 : 28}`);
    expect(event).toContain('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1');
    expect((await at.at.net('today')).code).toBe(0);
  });
});
