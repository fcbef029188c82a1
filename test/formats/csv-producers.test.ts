import { describe, expect, test } from 'vitest';
import { orderAmong, readDay } from '../../src/formats/csv/days.ts';
import { importerFor } from '../../src/formats/index.ts';
import { sourceFile } from '../support/parsed.ts';
import { TODAY } from '../support/people.ts';
import { fixture, imported, points } from './fixtures.ts';

const ANA = {
  nickname: 'Nana',
  org: 'Lopes Lda.',
  role: 'Director',
  city: 'Lisboa',
  birthday: '--05-03',
  key: 'email:ana@example.org|ana maria silva',
};
const ANA_POINTS = [
  'email ana@example.org (home)',
  'email ana.silva@example.org (home)',
  'email ana@lopes.example (work)',
  'phone +351 900 000 001 (cell)',
  'phone +351 900 000 002 (cell)',
  'phone +351 210 000 003 (fax)',
  'url https://ana.example.org',
];
const NOBODY = 'this row has no name, and no e-mail, phone or organization to call it by';

describe('contacts as Google writes them', () => {
  test('with the header until 2024', async () => {
    const { people, rejects, skipped } = await imported(fixture('google-old.csv'));
    const [ana, ben] = people;
    expect(ana).toMatchObject({ name: 'Dr. Ana Maria Silva', ...ANA });
    expect(ana && points(ana)).toEqual(ANA_POINTS);
    expect(ana?.traits).toEqual([
      { kind: 'tag', text: 'Friends' },
      { kind: 'tag', text: 'Chess club' },
      { kind: 'interest', text: 'Chess' },
    ]);
    expect(ana?.notes).toEqual([
      'Likes tea\nand "quiet" rooms',
      'Department: Sales',
      'Address (home): Rua das Flores 1, Lisboa, 1200-001, Portugal',
      'Phonetic name: アナ シルバ',
      'Anniversary: 2010-06-12',
      'Maiden Name: Costa',
      'Skype: ana.silva',
      'Organization Location: Porto',
      'Spouse: Rui Silva',
      'Shoe size: 38',
    ]);
    expect(ben).toMatchObject({
      name: 'Ben Okafor',
      birthday: '--02-29',
      key: 'phone:07700900123|ben okafor',
    });
    expect(people.slice(2).map(({ name, line }) => [name, line])).toEqual([
      ['joan@example.org', 7],
      ['Acme', 8],
    ]);
    expect(rejects).toEqual([{ line: 9, reason: NOBODY }]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('with the header since', async () => {
    const { people, rejects, skipped } = await imported(fixture('google-new.csv'));
    const [ana] = people;
    expect(ana).toMatchObject({ name: 'Ana Maria Silva', ...ANA });
    expect(ana && points(ana)).toEqual(ANA_POINTS);
    expect(ana?.traits.map(({ text }) => text)).toEqual(['Friends', 'Chess club']);
    expect(ana?.notes).toContain('Full name: Dr. Ana Maria Silva');
    expect(ana?.notes).toContain('Address (home): Rua das Flores 1, Lisboa, 1200-001, Portugal');
    expect(people.at(-1)).toMatchObject({
      name: 'Cy Young',
      org: 'Acme',
      role: 'Owner',
      notes: ['Organization: Zenith', 'Role: Cook', 'File As: The Shop'],
    });
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('the same person has the same key under both headers', async () => {
    const keys = async (name: string) =>
      (await imported(fixture(name))).people.slice(0, 3).map(({ key }) => key);
    expect(await keys('google-old.csv')).toEqual(await keys('google-new.csv'));
  });

  test('columns are found by their names: in any order, whatever their case, with more of a kind', async () => {
    const text =
      'PHONE 7 - VALUE,Labels,last name,Phone 7 - Label,First Name,Address 2 - City,Address 1 - City,Address 2 - Label\n' +
      '+351 900 000 009,* starred,Silva,Home,Ana,Porto ::: Faro,,Work\n';
    const [ana] = (await imported(text)).people;
    expect(ana).toMatchObject({ name: 'Ana Silva', city: 'Porto', traits: [{ text: 'starred' }] });
    expect(ana && points(ana)).toEqual(['phone +351 900 000 009 (home)']);
    expect(ana?.notes).toEqual(['Address (work): Porto', 'Address (work): Faro']);
  });
});

describe('contacts as Outlook writes them', () => {
  test('on the desktop', async () => {
    const { people, rejects, skipped } = await imported(fixture('outlook-desktop.csv'));
    const [linnea, mo, nordlys] = people;
    expect(linnea).toMatchObject({
      key: 'email:linnea@example.org|linnea karin torv',
      name: 'Linnea Karin Torv',
      org: 'Kernel Inc.',
      role: 'Maintainer',
      city: 'Helsinki',
      birthday: '1969-12-28',
    });
    expect(linnea && points(linnea)).toEqual([
      'email linnea@example.org',
      'phone +358 9 000 0004 (fax)',
      'phone +358 9 000 0002 (work)',
      'phone +358 9 000 0001 (home)',
      'phone +358 40 000 0003 (cell)',
      'url https://linnea.example.org',
    ]);
    expect(linnea?.traits.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'tag Friends',
      'tag Open source',
      'interest Diving',
    ]);
    expect(linnea?.notes).toEqual([
      'Met in Turku.\n\nLikes penguins.',
      'Full name: Mrs. Linnea Karin Torv',
      'Department: Core',
      'Role: Engineer',
      'Address (home): 1 Home Rd, Helsinki, 00100, Finland',
      'Address (work): 2 Office St, Floor 3, Espoo, Uusimaa, 02100, Finland',
      'Anniversary: 2000-06-02',
      "Assistant's Phone: +358 9 000 0009",
      "Assistant's Name: Pia Assistant",
      'Children: Patricia',
      "Manager's Name: Max Boss",
      'Office Location: Room 4',
      'Referred By: Ola Nord',
      'Spouse: Tove',
      'User 1: green',
    ]);
    expect(mo).toMatchObject({ name: 'Mo Ali', birthday: '1980-03-04', notes: [] });
    expect(nordlys).toMatchObject({ name: 'Nordlys AS', org: 'Nordlys AS', birthday: null, notes: [] });
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ 'Exchange address': 1 });
  });

  test('on the web, with rows that end early', async () => {
    const { people } = await imported(fixture('outlook-web.csv'));
    expect(people.map(({ name, org, city, birthday, key }) => [name, org, city, birthday, key])).toEqual([
      ['Eva Lind', 'Lind AB', 'Lund', '1975-11-02', 'email:eva@example.org|eva lind'],
      ['Svein Heimdal', null, null, null, 'phone:90106000|svein heimdal'],
    ]);
    expect(people[0]?.notes).toEqual([
      'Sings',
      'Address (work): Storgatan 2, Lund, 222 22, Sweden',
      'IMAddress: eva.lind',
      'Schools: Uppsala',
    ]);
  });

  test('days are in the order that the file shows', async () => {
    const header = 'First Name,Last Name,E-mail Address,Company,Job Title,Mobile Phone,Birthday,Categories\n';
    const born = async (...days: string[]) =>
      (await imported(header + days.map((day, i) => `P${i},X,,,,,${day},\n`).join(''))).people.map(
        ({ birthday, notes }) => birthday ?? notes[0],
      );
    expect(await born('28/12/1969', '03/04/1980')).toEqual(['1969-12-28', '1980-04-03']);
    expect(await born('12/28/1969', '03/04/1980')).toEqual(['1969-12-28', '1980-03-04']);
    expect(await born('3/4/1980')).toEqual(['1980-03-04']);
    expect(await born('03/04/1980')).toEqual(['Birthday: 03/04/1980']);
    expect(await born('28.12.69', '3.4.05', '1/1/1604', '0/0/00')).toEqual([
      '1969-12-28',
      '2005-04-03',
      '--01-01',
      undefined,
    ]);
  });
});

test('contacts as Thunderbird writes them', async () => {
  const { people, rejects } = await imported(fixture('thunderbird.csv'));
  const [gil, hana, list] = people;
  expect(gil).toMatchObject({
    name: 'Gil Moreau',
    nickname: 'Gigi',
    org: 'Atelier',
    role: 'Architecte',
    city: 'Lyon',
    birthday: '1970-11-05',
  });
  expect(gil && points(gil)).toEqual([
    'email gil@example.org',
    'email gil@work.example',
    'phone +33 1 00 00 00 01 (work)',
    'phone +33 1 00 00 00 02 (fax)',
    'phone +33 6 00 00 00 03 (cell)',
    'url https://atelier.example',
    'url https://gil.example',
  ]);
  expect(gil?.notes).toEqual([
    'Plays boules',
    'Department: Plans',
    'Address (home): 1 rue Verte, Bât. B, Lyon, 69001, France',
    'Address (work): 9 rue Bleue, Paris, 75001, France',
    'Phone (home): see notes',
    'Screen Name: gilm',
    'Custom 1: blue',
  ]);
  expect(hana).toMatchObject({ name: 'Hana Kim', birthday: '--02-29', notes: [] });
  expect(list).toMatchObject({ name: 'list@example.org', birthday: null, notes: ['Birthday: 1980'] });
  expect(rejects).toEqual([]);
});

const PRODUCERS: [string, string][] = [
  ['google-old.csv', 'Google CSV'],
  ['google-new.csv', 'Google CSV'],
  ['outlook-desktop.csv', 'Outlook CSV'],
  ['outlook-web.csv', 'Outlook CSV'],
  ['thunderbird.csv', 'Thunderbird CSV'],
  ['connections.csv', 'LinkedIn'],
  ['connections-2018.csv', 'LinkedIn'],
];

describe.each(PRODUCERS)('%s', (name, importer) => {
  const text = fixture(name).replaceAll('\r\n', '\n');

  test(`is known as ${importer}`, () => expect(importerFor(sourceFile(text))?.name).toBe(importer));

  test.each([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${text}`],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s changes nothing', async (_, changed) => {
    expect(await imported(changed)).toEqual(await imported(text));
  });

  test('reading it in small pieces changes nothing', async () => {
    const importerOf = importerFor(sourceFile(text, 'file', 7));
    expect(importerOf?.name).toBe(importer);
  });
});

describe('days', () => {
  test.each([
    ['1975-12-12', '1975-12-12'],
    ['19751212', '1975-12-12'],
    ['1975/3/4', '1975-03-04'],
    ['1975-12-12T00:00:00Z', '1975-12-12'],
    ['1975-12-12 00:00:00', '1975-12-12'],
    ['12/28/1969 12:00:00 AM', '1969-12-28'],
    [' --0503', '--05-03'],
    ['--5-3', '--05-03'],
    ['--02-29', '--02-29'],
    ['1604-02-29', '--02-29'],
    ['3 May 1980', '1980-05-03'],
    ['May 3, 1980', '1980-05-03'],
    ['3-May-80', '1980-05-03'],
    ['3 May', '--05-03'],
    ['28.12.', '--12-28'],
    ['5/5/1980', '1980-05-05'],
    ['5/3/1980', null],
    ['30/02/1980', null],
    ['1981-02-29', null],
    ['soon', null],
    ['1'.repeat(100_000), null],
  ])('%s', (text, expected) => expect(readDay(text, null, TODAY)).toBe(expected));

  test('their order', () => {
    expect(orderAmong(['1/2/2000', '13/2/2000'], true)).toBe('day first');
    expect(orderAmong(['1/2/2000', '2/13/2000'], false)).toBe('month first');
    expect(orderAmong(['13/2/2000', '2/13/2000'], true)).toBe(null);
    expect(orderAmong(['1/2/2000'], false)).toBe(null);
  });
});
