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
