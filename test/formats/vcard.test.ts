import { describe, expect, test } from 'vitest';
import type { ImportedPerson } from '../../src/domain/imported.ts';
import { FIXTURES, fixture, imported, points } from './fixtures.ts';

/** Everything of a person but what is empty, with points as short texts. */
function told(person: ImportedPerson): object {
  const { traits, ...rest } = person;
  const said = { ...rest, points: points(person), tags: traits.map(({ text }) => text) };
  return Object.fromEntries(
    Object.entries(said).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

describe('cards as each program writes them', () => {
  test('iPhone and macOS: labels in groups, a birthday without a year, a company', async () => {
    const { people, rejects, skipped } = await imported(fixture('iphone.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: '6F1C2D3E-0000-4000-8000-000000000001',
        line: 1,
        name: 'Dra. Inês Clara Moura',
        nickname: 'Nené',
        org: 'Jardim Lda, Porto',
        role: 'Botanist',
        city: 'Gaia',
        birthday: '--05-06',
        points: [
          'email ines@example.org (School)',
          'phone +351 910 000 001 (cell)',
          'phone +351 22 000 0001 (fax)',
          'phone +351 910 000 002 (cell)',
          'url https://example.org/ines (HomePage)',
          'url https://social.example/@ines (mastodon)',
        ],
        notes: [
          'Met at the fair; likes figs, dates\nand quinces',
          'Department: Research, Roots',
          'Address (work): Cais 7, Gaia, Portugal',
          'Address (home): Rua das Flores 1, 2.º, Esq., Porto, 4000-001, Portugal',
          'Anniversary: 2015-06-07',
          'Spouse: Rui Costa',
          'Skype: ines.moura',
          'Favourite colour: green',
        ],
      },
      {
        key: '6F1C2D3E-0000-4000-8000-000000000002',
        line: 36,
        name: 'Padaria Central',
        org: 'Padaria Central',
        points: ['phone +351 22 000 0002 (main)'],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('an old Mac: a picture without folds, lower case, parameters without a value', async () => {
    const { people, rejects, skipped } = await imported(fixture('mac-old.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: 'name:tor berg|+4722000001',
        line: 1,
        name: 'Tor Berg',
        points: ['phone +47 22 00 00 01', 'phone +47 22 00 00 02', 'url http://tor.example'],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('Android: version 2.1, quoted-printable, cards with an address or a number only', async () => {
    const { people, rejects, skipped } = await imported(fixture('android.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: 'name:luz nunez|luz@example.org',
        line: 1,
        name: 'Luz Núñez',
        nickname: 'Lucita',
        org: 'Taller; Núñez',
        points: [
          'email luz@example.org (home)',
          'phone 600100200 (cell)',
          'phone 600100201 (fax)',
          'phone 600100202 (Beach house)',
        ],
        tags: ['Vecinos'],
        notes: ['Uno\nDos', 'Spouse: Pau', 'Anniversary: 2012-08-01'],
      },
      {
        key: 'name:nobody.known@example.org|nobody.known@example.org',
        line: 22,
        name: 'nobody.known@example.org',
        points: ['email nobody.known@example.org'],
      },
      { key: 'name:600100203|600100203', line: 27, name: '600100203', points: ['phone 600100203 (cell)'] },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('Google: points that are the same, its own groups', async () => {
    const { people, rejects, skipped } = await imported(fixture('google.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: 'name:mr. jon archer, baker sr.|jon@example.com',
        line: 1,
        name: 'Mr. Jon Archer, Baker Sr.',
        points: [
          'email jon@example.com (home)',
          'phone +44 20 7946 0001 (cell)',
          'url http://www.jon.example/ (Blog)',
        ],
        tags: ['starred', 'Book club'],
        notes: [
          'Says "AS IS" a lot',
          'Address (home): 1 Crescent, Nice Area, Leeds',
          'Phonetic first name: Yon',
          'Anniversary: 1999-03-01',
        ],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({});
  });

  test('Outlook: version 2.1, a birthday that is none, an agent, a key', async () => {
    const { people, rejects, skipped } = await imported(fixture('outlook.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: 'name:mia frost|1115550101',
        line: 1,
        name: 'Mia Frost',
        org: 'Northwind, Inc.',
        role: 'Buyer',
        city: 'Springfield',
        points: [
          'phone (111) 555-0101 (work)',
          'phone (111) 555-0103 (fax)',
          'phone (111) 555-0104 (callback)',
          'url http://mia.example (home)',
        ],
        notes: [
          'First line\nsecond = done\nthird',
          'Full name: Ms. Mia Frost',
          'Department: Sales',
          'Role: Negotiator',
          'Address (work): Floor 3, 22 Main, West Wing, Springfield, IL, 60001, USA',
          'Address (home): 5 Lake Road, Shelbyville',
          'Birthday: 19810230',
          'Anniversary: 2012-08-01',
          'IM: im@example.com',
          'Manager: Otto Kern',
          'Assistant: Pia Lund',
          'Agent: Friday Day; +1-213-555-0100',
        ],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ key: 1, logo: 1 });
  });

  test('version 4.0: numbers as URIs, preferences, relations, a group', async () => {
    const { people, rejects, skipped } = await imported(fixture('rfc.vcf'));
    expect(people.map(told)).toEqual([
      {
        key: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
        line: 1,
        name: 'Jean-Luc Petit',
        nickname: 'JL',
        org: 'Atelier Nord',
        city: 'Quimper',
        birthday: '--02-03',
        points: [
          'email jl@example.fr (work)',
          'phone +33-6-00-00-00-02 (cell)',
          'phone +33-2-00-00-00-01 ext. 102 (work)',
        ],
        tags: ['Sailors'],
        notes: [
          'Full name: Jean-Luc Petit ing. jr M.Sc.',
          'Name: Jean Petit',
          'Nickname: Captain',
          'Address (work): 12 rue Haute, Quimper, 29000, France',
          'Anniversary: 2009-08-08',
          'Gender: male, he',
          'Language: fr',
          'Location: 47.99,-4.10',
          'Time zone: -0500',
          'Friend: Ada Roux',
          'Related: The neighbors',
          'Hobby: sailing',
        ],
      },
      {
        key: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b2',
        line: 25,
        name: 'Ada Roux',
        tags: ['Sailors'],
        notes: ['Agent: Yves Roux; yves@example.fr'],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ key: 1, group: 1 });
  });

  test.each(FIXTURES.filter((name) => name.endsWith('.vcf')))(
    '%s reads the same with any line breaks',
    async (name) => {
      const text = fixture(name).replaceAll('\r\n', '\n');
      const expected = await imported(text);
      expect(await imported(text.replaceAll('\n', '\r\n'))).toEqual(expected);
      expect(await imported(text.replaceAll('\n', '\r'))).toEqual(expected);
      expect(await imported(text.replaceAll('\n', '\r\r\n'))).toEqual(expected);
      expect(await imported(`\ufeff${text.trimEnd()}`)).toEqual(expected);
    },
  );
});
