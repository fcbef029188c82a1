import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const card = (...lines: readonly string[]) => `BEGIN:VCARD\nVERSION:3.0\n${lines.join('\n')}\nEND:VCARD\n`;
const take = (name: string, ...cards: readonly string[]) => desk.take(desk.lay(name, cards.join('')));

async function types(...words: readonly string[]): Promise<void> {
  const { code, err } = await desk.at.net(...words);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
}

async function values(): Promise<string[]> {
  const points = (await desk.content()).contact_point as { value: string; label: string | null }[];
  return points.map(({ value, label }) => (label === null ? value : `${value} (${label})`));
}

describe('a number that is written in another way', () => {
  test('is the one by which they are found, and is not added', async () => {
    await types('add', 'Ana Silva', '--phone', '+351 911 222 333');
    const told = await take('a.vcf', card('UID:9', 'FN:Ana Silva', 'TEL:+351 911-222-333'));
    expect([told.created, told.updated]).toEqual([[], []]);
    expect(await values()).toEqual(['+351 911 222 333']);
  });

  test('nor where the file has changed how it writes it', async () => {
    await take('a.vcf', card('UID:9', 'FN:Ana Silva', 'TEL:+351 911 222 333'));
    await take('a.vcf', card('UID:9', 'FN:Ana Silva', 'TEL:+351911222333', 'TEL:+351 911.222.333'));
    expect(await values()).toEqual(['+351 911 222 333']);
  });
});

describe('whoever was erased stays out', () => {
  test('however another file writes their number', async () => {
    await take('a.vcf', card('FN:Ana Silva', 'TEL:+351 912 345 678'));
    await types('purge', 'ana silva', '--yes');
    const told = await take('b.vcf', card('UID:77', 'FN:Ana Silva', 'TEL:+351912345678'));
    expect(told.created).toEqual([]);
    expect((await desk.content()).contact).toEqual([]);
  });
});

describe('the label of a number', () => {
  const home = card('UID:1', 'FN:Ana Silva', 'TEL;TYPE=HOME:+351911');
  const work = card('UID:1', 'FN:Ana Silva', 'TEL;TYPE=WORK:+351911');
  const bare = card('UID:1', 'FN:Ana Silva', 'TEL:+351911');

  test('changes with the file, and is known from then on', async () => {
    await take('a.vcf', home);
    expect((await take('a.vcf', work)).updated).toHaveLength(1);
    expect(await values()).toEqual(['+351911 (work)']);
    expect(await take('a.vcf', work)).toMatchObject({ updated: [], unchanged: 1 });
    await types('undo');
    expect(await values()).toEqual(['+351911 (home)']);
  });

  test('stays as the user has made it', async () => {
    await take('a.vcf', home);
    await types('edit', 'ana', '--drop', '+351911');
    await types('edit', 'ana', '--phone', '+351911');
    await take('a.vcf', home.replace('END', 'NOTE:likes figs\nEND'));
    expect(await values()).toEqual(['+351911']);
  });

  test('is filled in where there is none, by another file too', async () => {
    await take('a.vcf', bare);
    await take('b.vcf', work.replace('UID:1', 'UID:2'));
    expect(await values()).toEqual(['+351911 (work)']);
  });
});

describe('whoever is called otherwise here is known when their key changes', () => {
  const people = async () =>
    ((await desk.content()).contact as { name: string }[]).map(({ name }) => name).sort();
  const phone = 'TEL:+351 911 222 333';
  const email = 'EMAIL:ana@example.org';

  test('where the user has renamed them: by the name that the file gave them', async () => {
    await take('a.vcf', card('FN:Ana S.', phone));
    await types('edit', 'ana', '--name', 'Ana Silva');
    const told = await take('a.vcf', card('FN:Ana S.', phone, email));
    expect([told.created, told.updated.length]).toEqual([[], 1]);
    expect(await people()).toEqual(['Ana Silva']);
    expect((await desk.content()).source).toHaveLength(1);
    expect(await values()).toEqual(['+351 911 222 333', 'ana@example.org']);
    expect(await take('a.vcf', card('FN:Ana S.', phone, email))).toMatchObject({ unchanged: 1, updated: [] });
  });

  test('where they were merged: by the name of either', async () => {
    const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
    await take(
      'Connections.csv',
      `${header}\nAna,Silva,https://www.linkedin.com/in/ana,,Acme,Baker,15 Feb 2026\n`,
    );
    await take('a.vcf', card('FN:Anita', phone));
    await types('merge', 'ana silva, anita', '--yes');
    expect((await take('a.vcf', card('FN:Anita', phone, email))).created).toEqual([]);
    expect((await take('b.vcf', card('UID:8', 'FN:Ana Silva', phone))).created).toEqual([]);
    expect(await people()).toEqual(['Ana Silva']);
  });

  test('and under a new id, with a nickname of their own', async () => {
    await take(
      'a.vcf',
      card('UID:1', 'FN:Ana Silva', 'NICKNAME:Nini', phone),
      card('UID:2', 'FN:Anita', phone),
    );
    await types('merge', 'ana silva, anita', '--yes');
    for (const [uid, name] of ['Anita', 'Nini', 'ANA SILVA'].entries())
      expect((await take('b.vcf', card(`UID:new-${uid}`, `FN:${name}`, phone))).created).toEqual([]);
    expect(await people()).toEqual(['Ana Silva']);
  });

  test('by the name of now rather than one of before', async () => {
    await take('a.vcf', card('UID:1', 'FN:Ana', phone));
    await types('edit', 'ana', '--name', 'Beatriz');
    await types('add', 'Ana', '--phone', '+351911222333');
    await take('b.vcf', card('UID:2', 'FN:Ana', phone, 'TITLE:Baker'));
    const all = (await desk.content()).contact as { name: string; role: string | null }[];
    expect(all.map(({ name, role }) => [name, role])).toEqual([
      ['Beatriz', null],
      ['Ana', 'Baker'],
    ]);
  });

  test('but nobody who only shares a number', async () => {
    await take(
      'a.vcf',
      card('UID:1', 'FN:Ana Silva', 'NICKNAME:Nini', phone),
      card('UID:2', 'FN:Rui Silva', phone),
    );
    const told = await take('b.vcf', card('FN:Eva Silva', phone), card('FN:Silva', phone));
    expect(told.created).toHaveLength(2);
  });

  test('nor who was born on another day', async () => {
    await take('a.vcf', card('UID:1', 'FN:Ana', phone, 'BDAY:1950-01-02'));
    await types('edit', 'ana', '--name', 'Ana Silva');
    expect((await take('b.vcf', card('UID:2', 'FN:Ana', phone, 'BDAY:1980-03-04'))).created).toHaveLength(1);
  });

  test('nor by the number of a switchboard under a name of before', async () => {
    const staff = (count: number) =>
      Array.from({ length: count }, (_, i) => card(`UID:${i}`, `FN:P${i}`, phone));
    await take('a.vcf', ...staff(50));
    await types('edit', 'P7', '--name', 'Ana Silva');
    expect((await take('b.vcf', card('UID:x', 'FN:P7', phone))).created).toEqual([]);
    await take('a.vcf', ...staff(51));
    expect((await take('b.vcf', card('UID:y', 'FN:P7', phone))).created).toHaveLength(1);
    expect((await take('b.vcf', card('UID:z', 'FN:Ana Silva', phone))).created).toEqual([]);
  });

  test('nor on such a name alone', async () => {
    await take('a.vcf', card('UID:1', 'FN:Ana S.', phone));
    await types('edit', 'ana', '--name', 'Ana Silva');
    expect((await take('b.vcf', card('UID:2', 'FN:Ana S.', email))).created).toHaveLength(1);
  });
});

async function notes(): Promise<string[]> {
  return ((await desk.content()).note as { text: string }[]).map(({ text }) => text).sort();
}

describe('one person in two cards of a file', () => {
  test('keeps what one says where the other gets an address', async () => {
    const second = card('FN:Ana Silva', 'TEL:+351911000001', 'NOTE:second');
    await take('a.vcf', card('FN:Ana Silva', 'TEL:+351911000001', 'NOTE:first'), second);
    const changed = card('FN:Ana Silva', 'TEL:+351911000001', 'EMAIL:ana@example.org', 'NOTE:changed');
    await take('a.vcf', changed, second);
    expect(await notes()).toEqual(['changed', 'second']);
    expect(await take('a.vcf', changed, second)).toMatchObject({ created: [], updated: [], unchanged: 2 });
  });

  test('keeps both beside a card of another file', async () => {
    const one = (note: string) => card('FN:Ana Silva', 'TEL:+351911000001', `NOTE:${note}`);
    await take('a.vcf', one('one'));
    await take('b.vcf', one('two'), one('three'));
    expect(await notes()).toEqual(['one', 'three', 'two']);
    expect(await take('b.vcf', one('two'), one('three'))).toMatchObject({ updated: [], unchanged: 2 });
  });
});

test('thousands of one name in two files come in', async () => {
  const list = (of: string) =>
    `Name,Notes\n${Array.from({ length: 8000 }, (_, at) => `Ana Silva,${of} ${at}\n`).join('')}`;
  await desk.take(desk.lay('a.csv', list('first')));
  expect((await desk.take(desk.lay('b.csv', list('second')))).created).toHaveLength(8000);
});
