import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import { dayOrder, readConnectedOn } from '../../src/formats/linkedin/date.ts';
import { linkedin } from '../../src/formats/linkedin.ts';
import { parsed, sourceFile } from '../support/parsed.ts';
import { first, fixture, imported, points } from './fixtures.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

describe('connections as LinkedIn writes them', () => {
  test('with notes in front, quoted cells, namesakes, and people who have left', async () => {
    const { people, rejects, skipped } = await imported(fixture('connections.csv'));
    expect(
      people.map(({ key, line, name, org, role, metOn }) => [key, line, name, org, role, metOn]),
    ).toEqual([
      ['linkedin.com/in/ana-lopes', 6, 'Ana Lopes', 'Lopes, Lda.', 'Gardener', '2026-02-15'],
      ['linkedin.com/in/ben-ohara', 7, 'Ben O"Hara', null, 'Cook, and host', '2022-02-07'],
      ['email:joan@example.org|joan', 11, 'joan', null, null, '2021-03-05'],
      ['linkedin.com/in/ana-lopes#2', 13, 'Cy Young', null, null, '2020-01-31'],
      ['name:dee dee, ramones', 14, 'Dee Dee', 'Ramones', 'Bass', null],
    ]);
    expect(people.flatMap(points)).toEqual([
      'url https://www.linkedin.com/in/ana-lopes (LinkedIn)',
      'email ana@example.org',
      'url https://www.linkedin.com/in/Ben-OHara/?utm=x (LinkedIn)',
      'email joan@example.org',
      'url http://linkedin.com/in/ANA-LOPES (LinkedIn)',
    ]);
    expect(people.at(-1)?.notes).toEqual(['Connected on: someday']);
    expect(skipped).toEqual({ 'repeated row': 1 });
    expect(rejects.map(({ line }) => line)).toEqual([9, 10]);
    expect(rejects[1]?.reason).toBe(
      'this row has no name: LinkedIn leaves it out where somebody has hidden or closed their profile; ' +
        'the profile was https://www.linkedin.com/in/hidden',
    );
  });

  test('as it was in 2018: no notes, no URL, and a column of its own', async () => {
    const { people, rejects } = await imported(fixture('connections-2018.csv'));
    expect(rejects).toEqual([]);
    expect(people.map(({ key, metOn, notes }) => [key, metOn, notes])).toEqual([
      ['name:eva lind, lind ab', '2018-02-13', ['Tags: sweden']],
      ['email:fay@example.com|fay wray', '2018-02-07', []],
    ]);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ])('%s changes nothing', async (_, change) => {
    for (const name of ['connections.csv', 'connections-2018.csv']) {
      expect(await imported(change(fixture(name)))).toEqual(await imported(fixture(name)));
    }
  });

  test('columns are found by their names, whichever character separates them', async () => {
    const text = 'Connected On;Company;"Last Name";First Name\n07.02.2022;Lopes, Lda.;Lopes;Ana\n';
    expect(await first(text)).toMatchObject({ name: 'Ana Lopes', org: 'Lopes, Lda.', metOn: '2022-02-07' });
    expect(await first(text.replaceAll(';', '\t'))).toMatchObject({ name: 'Ana Lopes', org: 'Lopes, Lda.' });
  });
});

describe('what is broken costs its own line only', () => {
  const good = (name: string) => `${name},Lopes,https://www.linkedin.com/in/${name},,Acme,Boss,15 Feb 2026`;
  test.each<[string, string, number[], string[]]>([
    ['a quote that is never closed', 'Zed,"Lopes,,,,,', [3], ['Ana', 'Ben', 'Cy']],
    ['two of them', 'Zed,"Lopes,,,,,\nZoe,"Lopes,,,,,', [3, 4], ['Ana', 'Ben', 'Cy']],
    [
      'two that would swallow the rows between',
      `Zed,"Lopes,,,,,\n${good('Dee')}\nZoe,Lopes",,,,,`,
      [3],
      ['Ana', 'Dee', 'Zoe', 'Ben', 'Cy'],
    ],
    ['more cells than columns', 'Zed,Lopes,,,Acme, Inc.,Boss,15 Feb 2026', [3], ['Ana', 'Ben', 'Cy']],
    ['a row that does not end', `Zed,${'x'.repeat(200_000)}`, [3], ['Ana', 'Ben', 'Cy']],
    ['a quote within a cell', 'Zed "Z",Lopes,,,,,', [], ['Ana', 'Zed', 'Ben', 'Cy']],
    [
      'inches',
      'Zed,Lopes,,,15" screens,,\nZoe,Lopes,,,17" screens,,',
      [],
      ['Ana', 'Zed', 'Zoe', 'Ben', 'Cy'],
    ],
    ['fewer cells', 'Zed,Lopes', [], ['Ana', 'Zed', 'Ben', 'Cy']],
    ['empty lines', '\n\n', [], ['Ana', 'Ben', 'Cy']],
  ])('%s', async (_, broken, lines, names) => {
    const text = [HEADER, good('Ana'), broken, good('Ben'), good('Cy')].join('\n');
    const { people, rejects } = await imported(text);
    expect(rejects.map(({ line }) => line)).toEqual(lines);
    expect(people.map(({ name }) => name.replace(/ ("Z" )?Lopes.*/s, ''))).toEqual(names);
    expect(people.at(-1)?.line).toBe(text.split('\n').length);
  });

  test('a text without the header is rejected', async () => {
    expect(linkedin.detect('First Name,Last Name,Phone\n', sourceFile(''))).toBe(false);
    await expect(parsed(linkedin, sourceFile('a,b\n'))).rejects.toThrow(NetError);
  });
});

describe('the day that two people were connected', () => {
  test.each([
    ['15 Feb 2026', '2026-02-15'],
    ['7-Feb-22', '2022-02-07'],
    ['05. Nov 24', '2024-11-05'],
    ['Feb 7, 2022', '2022-02-07'],
    ['2022-02-07', '2022-02-07'],
    ['7 September 2022', '2022-09-07'],
    ['13/02/22', '2022-02-13'],
    ['02/13/2022', '2022-02-13'],
    ['02/13/18, 9:26 AM', '2018-02-13'],
    ['02/02/22', '2022-02-02'],
    ['07.02.2022', '2022-02-07'],
    ['02/07/22', null],
    ['30 Feb 2022', null],
    ['13/13/22', null],
    ['soon', null],
    ['', null],
  ])('%s', (text, expected) => expect(readConnectedOn(text, null)).toBe(expected));

  test('numbers are read in the order that the rest of the file shows', async () => {
    expect(dayOrder(['02/07/22', '02/13/22'])).toBe('month first');
    expect(dayOrder(['02/07/22', '13/02/22'])).toBe('day first');
    expect(dayOrder(['02/13/22', '13/02/22'])).toBe(null);
    expect(readConnectedOn('02/07/22', 'month first')).toBe('2022-02-07');
    expect(readConnectedOn('02/07/22', 'day first')).toBe('2022-07-02');
    const { people } = await imported(`${HEADER}\nAna,Lopes,,,,,02/07/22\n`);
    expect(people[0]).toMatchObject({ metOn: null, notes: ['Connected on: 02/07/22'] });
  });
});
