import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let file: string;

beforeEach(async () => {
  at = desk();
  file = join(at.directory, 'out.ics');
  await at.net(
    'add',
    'Ana; Silva,\\ \u202eX\r\nEND:VCALENDAR',
    '--circle',
    'close',
    '--birthday',
    '03-05',
    '--new',
  );
});

test('the file is for nobody else, is the same as what is printed, and is only replaced with --force', async () => {
  const { code, out } = await at.net('calendar', file, '--json');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { file, events: 2, bytes: fs.statSync(file).size, calendar: null },
  ]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  const text = fs.readFileSync(file, 'utf8');
  expect((await at.net('calendar')).out).toBe(text);
  const again = await at.net('calendar', file);
  expect([again.code, again.err]).toEqual([4, expect.stringContaining('is there already\nhint: ')]);
  fs.writeFileSync(file, 'mine', { mode: 0o644 });
  expect((await at.net('calendar', file, '--force')).code).toBe(0);
  expect([fs.readFileSync(file, 'utf8'), fs.statSync(file).mode & 0o777]).toEqual([text, 0o600]);
  expect(fs.readdirSync(at.directory).sort()).toEqual(['net.db', 'out.ics']);
});

test('with --json and no file the calendar is a field of the answer', async () => {
  const { out } = await at.net('calendar');
  const answer = JSON.parse((await at.net('calendar', '--json')).out) as { calendar: string; bytes: number };
  expect(answer).toEqual({ file: null, events: 2, bytes: Buffer.byteLength(out), calendar: out });
});

test('a name adds no line and does no harm', async () => {
  const { out } = await at.net('calendar');
  expect(out.match(/^END:VCALENDAR\r$/gm)).toHaveLength(1);
  expect(out.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(out.replaceAll('\r\n ', '')).toContain('SUMMARY:Birthday of Ana\\; Silva\\,\\\\ \\\\u{202e}X');
});

test('reading it out leaves the bytes of the file alone, and the same day gives the same calendar', async () => {
  const before = fs.readFileSync(at.file);
  const { out } = await at.net('calendar');
  expect((await at.net('calendar')).out).toBe(out);
  expect(fs.readFileSync(at.file).equals(before)).toBe(true);
});

test('ids stay when a day moves', async () => {
  const uids = async () => (await at.net('calendar', '--days', '366')).out.match(/^UID:.+$/gm)?.sort();
  const before = await uids();
  at.day = '2026-12-10' as Desk['day'];
  await at.net('log', 'ana', 'coffee');
  expect(await uids()).toEqual(before);
});

test.each([
  ['-1', 2],
  ['367', 2],
  ['ten', 2],
  ['', 2],
  ['1e2', 2],
  ['0', 0],
  ['366', 0],
])('--days %s ends with %s', async (days, code) => {
  expect((await at.net('calendar', `--days=${days}`)).code).toBe(code);
});

test.each([
  ['net.db', 5],
  ['.', 5],
  ['nowhere/out.ics', 4],
])('%s is no place for it', async (name, expected) => {
  const before = fs.readFileSync(at.file);
  const { code, out, err } = await at.net('calendar', join(at.directory, name), '--force');
  expect([code, out]).toEqual([expected, '']);
  expect(err).toMatch(/^net: .+\nhint: .+\n$/);
  expect(fs.readFileSync(at.file).equals(before)).toBe(true);
});

test('one without entries says whose there would be', async () => {
  const other = desk();
  await other.net('add', 'Ben Okoye', '--birthday', '05-03');
  await other.net('rest', 'ben');
  const { out, err } = await other.net('calendar', join(other.directory, 'out.ics'));
  expect(out).toContain(': 0 entries.');
  expect(err).toBe('Birthdays and moves are of people whom you tend: net keep WHO.\n');
});
