import { describe, expect, test } from 'vitest';
import { fixture, imported } from './fixtures.ts';
import { told } from './told.ts';

describe('cards as more programs write them', () => {
  test('Evolution: slots, empty lines, LABEL beside ADR, manager and assistant', async () => {
    const { people, rejects, skipped } = await imported(fixture('evolution.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Dr. Rita Sofia Almeida',
        nickname: 'Ri',
        org: 'Botânica Lda',
        role: 'Head gardener',
        city: 'Porto',
        birthday: '1979-02-28',
        points: [
          'email rita@example.org (work)',
          'email rita.home@example.org (home)',
          'phone +351 22 000 0010 (work)',
          'phone 910000010 (cell)',
          'url https://example.org/rita',
          'url https://example.org/rita/blog',
        ],
        notes: [
          'Trades seeds, always has spare tomato plants',
          'Department: Estufas, Porto',
          'Role: Gardening',
          'Address (home): Rua do Jardim 3, Porto, 4000-010, Portugal',
          'Jabber: rita@chat.example',
          'Calendar: https://example.org/rita.ics',
          'Spouse: Hugo',
          'Manager: Berta',
          'Assistant: Caio',
          'Anniversary: 2010-09-12',
        ],
        key: 'pas-id-65E7000000000001',
        line: 1,
        tags: ['VIP', 'Garden'],
      },
      {
        name: 'tools@example.org',
        points: ['email tools@example.org (work)'],
        key: 'pas-id-65E7000000000002',
        line: 38,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({});
  });

  test('Lotus Notes: charsets, an anniversary, children', async () => {
    const { people, rejects, skipped } = await imported(fixture('lotus.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Herr Jürgen Köhler',
        nickname: 'Jürg',
        org: 'Grünwerk GmbH',
        role: 'Leiter',
        city: 'Berlin',
        birthday: '1970-11-02',
        points: [
          'email koehler@example.org',
          'email j.koehler@example.net',
          'phone +49 30 000 001 (work)',
          'phone +49 30 000 002 (fax)',
          'phone +49 170 000 003 (cell)',
          'url http://www.example.org (work)',
        ],
        notes: [
          'Erste Zeile\nZweite Zeile',
          'Department: Vertrieb',
          'Address (work): Gartenstraße 5, Berlin, 10115, Deutschland',
          'Children: Mia, Ole',
          'Anniversary: 1999-05-05',
        ],
        key: 'name:herr jurgen kohler|koehler@example.org',
        line: 1,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('BlackBerry: a pager, a PIN, a picture folded at its beginning', async () => {
    const { people, rejects, skipped } = await imported(fixture('blackberry.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Kofi Mensah',
        org: 'Radio Tide',
        role: 'Producer',
        city: 'Accra',
        birthday: '1984-12-24',
        points: [
          'email kofi@example.org',
          'phone +233 20 000 0001 (cell)',
          'phone +233 30 000 0002 (work)',
          'phone 5550003 (pager)',
          'phone +233 30 000 0004 (fax)',
        ],
        notes: [
          'Likes highlife; ask about the archive',
          'Address (work): 1 Ring Road, Accra, GA-100, Ghana',
          'Blackberry pin: 2100000A',
          'Anniversary: 2012-06-16',
        ],
        key: 'name:kofi mensah|kofi@example.org',
        line: 1,
        tags: ['Business'],
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('Thunderbird: version 4.0, own fields, 29 February without a year', async () => {
    const { people, rejects, skipped } = await imported(fixture('thunderbird.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Lena Brandt',
        nickname: 'Leni',
        org: 'Chor Nord',
        role: 'Librarian',
        city: 'Hamburg',
        birthday: '--02-29',
        points: [
          'email lena@example.org (work)',
          'email lena.home@example.org (home)',
          'phone +49 151 000 0001 (cell)',
          'phone +49 40 000 0002 (fax)',
          'url https://example.org/lena (work)',
        ],
        notes: [
          'Sings alto, lends books',
          'Department: Alt',
          'Role: Singer',
          'Address (home): Hafenweg 9, Hamburg, 20457, Germany',
          'Anniversary: 2015-08-08',
          'Time zone: Europe/Berlin',
          'Xmpp: lena@chat.example',
          'Custom1: Row three',
        ],
        key: '5d4f0c6e-0000-4000-8000-0000000000aa',
        line: 1,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });

  test('Outlook 2003: Windows-1252 without saying so, quoted-printable', async () => {
    const { people, rejects, skipped } = await imported(fixture('outlook-2003.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Lucía García',
        org: 'Imprenta Sur',
        role: 'Impresora',
        city: 'Málaga',
        birthday: '1975-01-05',
        points: [
          'email lucia@example.org',
          'phone (95) 000 0001 (work)',
          'phone 600 000 001 (cell)',
          'phone (95) 000 0002 (fax)',
          'url http://www.example.org (work)',
        ],
        notes: [
          'Conocida en la feria',
          'Department: Taller',
          'Address (work): Calle Sol 3, Patio, Málaga, 29001, España',
        ],
        key: 'name:lucia garcia|lucia@example.org',
        line: 1,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({});
  });

  test('Outlook 365: UTF-8 said line by line, a birthday that never was, a picture', async () => {
    const { people, rejects, skipped } = await imported(fixture('outlook-365.vcf'));
    expect(people.map(told)).toEqual([
      {
        name: 'Dr. Eva Maria Müller',
        nickname: 'Evi',
        org: 'Stiftung Grün',
        role: 'Referentin',
        city: 'München',
        points: [
          'email eva@example.org',
          'email eva.home@example.org',
          'phone +49 89 000 0001 (work)',
          'phone +49 160 000 0002 (cell)',
          'url https://example.org/eva (work)',
        ],
        notes: [
          'Mag Äpfel\nund Birnen',
          'Department: Förderung',
          'Address (work): Isarweg 1, München, 80331, Deutschland',
          'Birthday: 19810229',
          'Spouse: Jörg',
          'Manager: Ida',
          'Assistant: Ulf',
          'Anniversary: 2009-07-04',
          'IM: eva@chat.example',
        ],
        key: 'name:dr. eva maria muller|eva@example.org',
        line: 1,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 1 });
  });
});
