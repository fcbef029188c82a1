import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

async function net(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await at.net(...words);
  if (code !== 0) throw new Error(`net ${words.join(' ')}: ${code}\n${out}${err}`);
  return out;
}

function written(name: string, text: string): string {
  const path = join(at.directory, name);
  fs.writeFileSync(path, text);
  return path;
}

/** All that stands in lists of somebody. */
async function listed(): Promise<readonly string[]> {
  const rows = (await content(at.file)) as Record<string, { value: string; text: string }[]>;
  const of = (table: string) => (rows[table] ?? []).map(({ value, text }) => value ?? text);
  return [...of('contact_point'), ...of('note'), ...of('trait')].toSorted();
}

const take = async (path: string) => JSON.parse(await net('import', path, '--json'));

beforeEach(async () => {
  at = desk();
  await net('add', 'Bo Berg', '--email', 'b@example.org', '--note', 'old secret', '--tag', 'choir', '--new');
  await net('edit', 'bo', '--phone', '5550101', '--note', 'plays chess');
});

describe('what was taken out of somebody stays out where a file only fills', () => {
  test.each(['people.vcf', 'people.csv'])('%s that net wrote before', async (name) => {
    const path = join(at.directory, name);
    await net('export', path);
    for (const text of ['b@example.org', 'old secret', 'choir']) await net('edit', 'bo', '--drop', text);
    await net('edit', 'bo', '--city', 'Porto');
    const before = await listed();
    expect(before).toEqual(['5550101', 'plays chess']);
    for (let i = 0; i < 2; i++) {
      expect(await take(path)).toMatchObject({ created: [], updated: [], unchanged: 1 });
      expect(await listed()).toEqual(before);
    }
  });

  test('however the file writes it, and what is new to both comes in', async () => {
    await net('edit', 'bo', '--drop', 'b@example.org');
    await net('edit', 'bo', '--drop', 'choir');
    const lines = 'EMAIL:B@EXAMPLE.org\nTEL:5550101\nCATEGORIES:Choir,figs\nNOTE:likes tea';
    const card = `BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Bo Berg\n${lines}\nEND:VCARD\n`;
    await take(written('phone.vcf', card));
    expect(await listed()).toEqual(['5550101', 'figs', 'likes tea', 'old secret', 'plays chess']);
  });

  test('what was taken out and is here again is here', async () => {
    await net('edit', 'bo', '--drop', 'old secret');
    await net('edit', 'bo', '--note', 'old secret');
    const before = await listed();
    await net('export', join(at.directory, 'people.vcf'));
    await take(join(at.directory, 'people.vcf'));
    expect(await listed()).toEqual(before);
  });
});

describe('what nobody has taken out comes in', () => {
  const card = (uid: string, lines: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:Bo Berg\nTEL:5550101\n${lines}END:VCARD\n`;

  test('what only an undo took back', async () => {
    const path = written('phone.vcf', card('1', 'NOTE:likes tea\n'));
    await take(path);
    at.day = '2026-11-23' as CalendarDate;
    await net('undo');
    expect(await listed()).not.toContain('likes tea');
    at.day = '2026-11-24' as CalendarDate;
    await take(path);
    expect(await listed()).toContain('likes tea');
  });

  test('what only another file has dropped', async () => {
    await take(written('phone.vcf', card('1', 'NOTE:likes tea\n')));
    await take(written('phone.vcf', card('1', '')));
    expect(await listed()).not.toContain('likes tea');
    await take(written('web.vcf', card('2', 'NOTE:likes tea\n')));
    expect(await listed()).toContain('likes tea');
  });

  test('what was taken out of somebody else', async () => {
    await net('add', 'Ana Silva', '--note', 'likes tea', '--new');
    await net('edit', 'ana', '--drop', 'likes tea');
    await take(written('phone.vcf', card('1', 'NOTE:likes tea\n')));
    expect(await listed()).toContain('likes tea');
  });
});
