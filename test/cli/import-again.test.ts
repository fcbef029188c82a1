import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

function written(name: string, text: string): string {
  const path = join(at.directory, name);
  fs.writeFileSync(path, text);
  return path;
}

const card = (lines: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:Mark Evans\n${lines}\nEND:VCARD\n`;
const imported = async (path: string) => JSON.parse((await at.net('import', path, '--json')).out);
const people = async () => (await content(at.file)).contact as Record<string, unknown>[];
const points = async () =>
  ((await content(at.file)).contact_point as { value: string }[]).map(({ value }) => value).sort();

describe('one person, once', () => {
  test('whatever id each program has given them', async () => {
    const reach = 'EMAIL:mark@example.org\nTEL:+1 555 0101';
    await at.net('import', written('phone.vcf', card(`UID:aaa\n${reach}\nNOTE:likes figs`)));
    await at.net('import', written('web.vcf', card(`UID:bbb\n${reach}\nTITLE:Baker`)));
    await at.net('import', written('old.vcf', card(`EMAIL:mark@example.org`)));
    expect(await people()).toMatchObject([{ name: 'Mark Evans', role: 'Baker' }]);
    for (const name of ['phone', 'web', 'old', 'web', 'phone'])
      expect(await imported(join(at.directory, `${name}.vcf`))).toMatchObject({ unchanged: 1, updated: [] });
    expect((await content(at.file)).note).toHaveLength(1);
  });

  test('twice in one file', async () => {
    const both = card('UID:a\nEMAIL:m@example.org') + card('UID:b\nEMAIL:m@example.org\nORG:Acme');
    const path = written('both.vcf', both);
    expect(await imported(path)).toMatchObject({ created: [{ name: 'Mark Evans' }], updated: [{}] });
    expect(await imported(path)).toMatchObject({ created: [], updated: [], unchanged: 2 });
    expect(await people()).toMatchObject([{ org: 'Acme' }]);
  });

  test('however a program writes their number', async () => {
    await at.net('import', written('a.vcf', card('UID:a\nTEL:+351 911-111.111')));
    const { created } = await imported(written('b.csv', 'Name,Phone\nMark Evans,+351911111111\n'));
    expect(created).toEqual([]);
    expect(await people()).toHaveLength(1);
  });

  test('but not a namesake who was born on another day', async () => {
    const path = written(
      'family.vcf',
      card('UID:a\nTEL:5550101\nBDAY:1950-01-02') + card('UID:b\nTEL:5550101\nBDAY:1980-03-04'),
    );
    expect((await imported(path)).created).toHaveLength(2);
  });

  test('nor on a name alone', async () => {
    await at.net('import', written('a.vcf', card('UID:a\nEMAIL:a@example.org')));
    expect((await imported(written('b.vcf', card('UID:b\nEMAIL:b@example.org')))).created).toHaveLength(1);
  });
});

describe('a table without ids', () => {
  const table = (email: string, city: string) =>
    written(
      'people.csv',
      `Name,E-mail,Phone,City\nMark Evans,${email},+1 555 0101,${city}\nAna Silva,ana@example.org,,Lisbon\n`,
    );

  test('whose address has changed is the same person, changed', async () => {
    await at.net('import', table('old@example.org', 'Porto'));
    const { created, updated, unchanged } = await imported(table('new@example.org', 'Faro'));
    expect([created, updated.length, unchanged]).toEqual([[], 1, 1]);
    expect(await people()).toMatchObject([{ city: 'Faro' }, { city: 'Lisbon' }]);
    expect(await points()).toEqual(['+1 555 0101', 'ana@example.org', 'new@example.org']);
    expect(await imported(table('new@example.org', 'Faro'))).toMatchObject({ unchanged: 2, updated: [] });
    expect((await content(at.file)).source).toHaveLength(2);
  });

  test('two rows of one person in it stay what they are', async () => {
    const path = written(
      'twice.csv',
      'Name,E-mail,Phone\nMark Evans,a@example.org,5550101\nMark Evans,b@example.org,5550101\n',
    );
    await at.net('import', path);
    expect(await people()).toHaveLength(1);
    expect(await points()).toEqual(['5550101', 'a@example.org', 'b@example.org']);
    for (let i = 0; i < 2; i++) expect(await imported(path)).toMatchObject({ unchanged: 2, updated: [] });
    expect(await points()).toHaveLength(3);
  });
});

describe('people of one name, or one address', () => {
  test('stay themselves when their rows change places', async () => {
    const rows = ['Ana Lima,info@example.org,likes figs', 'Bob Lima,info@example.org,plays chess'];
    const table = (lines: readonly string[]) =>
      written('club.csv', `Name,E-mail,Remark\n${lines.join('\n')}\n`);
    await at.net('import', table(rows));
    expect(await imported(table(rows.toReversed()))).toMatchObject({ unchanged: 2, updated: [] });
    expect(await imported(table(rows.slice(1)))).toMatchObject({ unchanged: 1, updated: [] });
    expect(await people()).toMatchObject([{ name: 'Ana Lima' }, { name: 'Bob Lima' }]);
  });

  test('namesakes without an id, too', async () => {
    const cards = ['NOTE:plumber', 'NOTE:cousin'].map((note) => card(note));
    await at.net('import', written('cards.vcf', cards.join('')));
    expect(await imported(written('cards.vcf', cards.toReversed().join('')))).toMatchObject({
      unchanged: 2,
      updated: [],
    });
  });

  test('in another list, a name alone is somebody else; in the same list, they have changed', async () => {
    await at.net('import', written('choir.csv', 'Name,City\nAna Lima,Lisbon\n'));
    expect((await imported(written('chess.csv', 'Name,City\nAna Lima,Porto\n'))).created).toHaveLength(1);
    const later = await imported(written('choir (2).csv', 'Name,City\nAna Lima,Faro\n'));
    expect([later.created, later.updated.length]).toEqual([[], 1]);
    expect((await people()).map(({ city }) => city).sort()).toEqual(['Faro', 'Porto']);
  });

  test('what one list drops stays where another says it', async () => {
    const list = (name: string, phone: string) =>
      written(name, `Name,E-mail,Phone\nAna Lima,ana@example.org,${phone}\n`);
    await at.net('import', list('choir.csv', '5550101'));
    await at.net('import', list('chess.csv', '5550101'));
    await at.net('import', list('chess.csv', ''));
    expect(await points()).toEqual(['5550101', 'ana@example.org']);
    await at.net('import', list('choir.csv', ''));
    expect(await points()).toEqual(['ana@example.org']);
  });

  test('of two cards that were merged, one may drop what the other says', async () => {
    const first = 'BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ana Lima\nTEL:5550101\nNOTE:figs\nEND:VCARD\n';
    const second = first.replace('UID:1', 'UID:2').replace('FN:Ana Lima', 'FN:Ana L.');
    await at.net('import', written('cards.vcf', first + second));
    await at.net('merge', 'Ana Lima', 'Ana L.', '--yes');
    expect(await people()).toHaveLength(1);
    await at.net('import', written('cards.vcf', first + second.replace('TEL:5550101\nNOTE:figs\n', '')));
    expect(await points()).toEqual(['5550101']);
    expect((await content(at.file)).note).toMatchObject([{ text: 'figs' }]);
  });

  test('what the user has emptied and the file has changed is told', async () => {
    await at.net('import', written('a.vcf', card('UID:1\nORG:Acme')));
    await at.net('edit', 'mark', '--org', '');
    expect((await imported(written('a.vcf', card('UID:1\nORG:Bcme')))).conflicts).toMatchObject([
      { field: 'org', yours: null, theirs: 'Bcme' },
    ]);
  });
});
