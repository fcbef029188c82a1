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
