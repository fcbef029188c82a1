import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let meetings: string;

beforeEach(async () => {
  at = desk();
  meetings = join(at.directory, 'meetings.ics');
  fs.writeFileSync(
    meetings,
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261105T120000Z\nSUMMARY:Lunch\nATTENDEE:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n',
  );
  await at.net('add', 'Ana Silva', '--email', 'ana@example.org', '--circle', 'active');
});

/** Somebody at a terminal who is asked once whether to take it in. */
function answering(answer: boolean): string[] {
  const asked: string[] = [];
  at.terminal = { columns: 80 };
  at.prompt = {
    text: ({ message }) => Promise.reject(new Error(`asked: ${message}`)),
    select: (message) => Promise.reject(new Error(`asked: ${message}`)),
    search: (message) => Promise.reject(new Error(`asked: ${message}`)),
    confirm: (message) => {
      asked.push(message);
      return Promise.resolve(answer);
    },
  };
  return asked;
}

test('on a terminal, meetings are shown and asked about before they are taken in', async () => {
  const asked = answering(true);
  const { code, out, err } = await at.net('import', meetings);
  expect(asked).toEqual(['Take this in?']);
  expect(err).toContain('It would be: 0 created, 0 updated, 0 unchanged, 1 new talk, 0 rejected.');
  expect(out).toBe('0 created, 0 updated, 0 unchanged, 1 new talk, 0 rejected.\n');
  expect(code).toBe(0);
  expect((await content(at.file)).interaction).toHaveLength(1);
});

test('what an unknown table means is asked once, beside an archive that is shown first', async () => {
  const table = join(at.directory, 'table.csv');
  fs.writeFileSync(table, 'Wer,Was\nBen Okoye,Cook\n');
  const asked = answering(true);
  at.prompt = {
    ...(at.prompt as Prompt),
    select: (message, choices) => {
      asked.push(message);
      const said = choices.find(
        ({ name }) => name === (message.includes('Wer') ? 'the name' : 'what they do there'),
      );
      return said === undefined ? Promise.reject(new Error(message)) : Promise.resolve(said.value);
    },
  };
  expect((await at.net('import', table, meetings)).code).toBe(0);
  expect(asked).toEqual([
    'What is "Wer", as in "Ben Okoye"?',
    'What is "Was", as in "Cook"?',
    'Take this in?',
  ]);
  expect((await content(at.file)).contact).toHaveLength(2);
});

test('where there is nothing to take in nobody is asked, and what might have been meant is said before', async () => {
  fs.writeFileSync(meetings, fs.readFileSync(meetings, 'utf8').replace('ana@', 'ben@'));
  const asked = answering(true);
  const { code, err } = await at.net('import', meetings);
  expect([code, asked]).toEqual([0, []]);
  expect(err).toContain('--create takes them in, too.');
  const { err: shown } = await at.net('import', meetings, '--create', '--me', 'me@example.org');
  expect(asked).toEqual(['Take this in?']);
  expect(shown).not.toContain('--create takes them in');
});

test('whoever says no has changed nothing', async () => {
  answering(false);
  const before = await content(at.file);
  const { code, err } = await at.net('import', meetings);
  expect(code).toBe(130);
  expect(err).toContain('left; nothing was changed');
  expect(await content(at.file)).toEqual(before);
});

test('in a pipe it is only shown, and --yes does it', async () => {
  const before = await content(at.file);
  const shown = await at.net('import', meetings);
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.err).toContain('To do it: the same with --yes.');
  expect(await content(at.file)).toEqual(before);
  await at.net('import', meetings, '--yes');
  expect((await content(at.file)).interaction).toHaveLength(1);
});

test('--json says that nothing was written', async () => {
  const { out } = await at.net('import', meetings, '--json');
  expect(JSON.parse(out)).toMatchObject({ dryRun: true, talks: { created: 1 } });
});

test('a meeting that was logged by hand is not taken in again', async () => {
  await at.net('log', 'ana', 'lunch', '--on', '2026-11-05');
  const { out } = await at.net('import', meetings, '--yes');
  expect(out).toContain('Talks: 0 new, 0 changed, 1 as they were.');
  expect((await content(at.file)).interaction).toHaveLength(1);
});

test('a person who is added later is found in a meeting that came in before', async () => {
  const both = `${fs.readFileSync(meetings, 'utf8').replace('SUMMARY', 'ATTENDEE:mailto:ben@example.org\nSUMMARY')}`;
  fs.writeFileSync(meetings, both);
  await at.net('import', meetings, '--yes');
  expect((await content(at.file)).participant).toHaveLength(1);
  await at.net('add', 'Ben Okoye', '--email', 'ben@example.org', '--circle', 'wide');
  expect((await at.net('import', meetings, '--yes')).out).toContain(
    'Talks: 0 new, 1 changed, 0 as they were.',
  );
  expect((await content(at.file)).participant).toHaveLength(2);
  expect((await content(at.file)).interaction).toHaveLength(1);
});

test('an address of yours that is none is refused', async () => {
  expect(await at.net('import', meetings, '--me', 'ana')).toMatchObject({ code: 5 });
});

test('an exchange that was settled stays settled, and what is new of it comes', async () => {
  const fixture = fs.readFileSync(new URL('../formats/fixtures/knotter.json', import.meta.url), 'utf8');
  const path = join(at.directory, 'knotter.json');
  const follow = async () =>
    ((await content(at.file)).exchange as Record<string, unknown>[]).find(({ text }) =>
      String(text).startsWith('follow up'),
    );
  fs.writeFileSync(path, fixture);
  await at.net('import', path);
  expect(await follow()).toMatchObject({ due_on: '2026-12-06', kept_on: null });
  await at.net('promise', 'ana silva', '--which', '1', '--kept');
  expect(await follow()).toMatchObject({ kept_on: '2026-11-22' });
  fs.writeFileSync(path, fixture.replace('1796515200', '1796601600'));
  expect((await at.net('import', path)).out).toContain('Given and asked: 0 new, 1 changed');
  expect(await follow()).toMatchObject({ due_on: '2026-12-07', kept_on: '2026-11-22' });
  expect((await at.net('import', path)).out).toContain('Given and asked: 0 new, 0 changed');
});

test('a map is remembered for two tables of the same columns in one command', async () => {
  const tables = ['Ben Okoye', 'Cleo Reis'].map((name) => {
    const path = join(at.directory, `${name}.csv`);
    fs.writeFileSync(path, `Wer,Was\n${name},Cook\n`);
    return path;
  });
  expect((await at.net('import', ...tables, '--map', 'name=1')).code).toBe(0);
  expect((await content(at.file)).setting).toHaveLength(1);
});

test('what might have been meant otherwise is said before the question, and once', async () => {
  const strangers =
    'BEGIN:VEVENT\nUID:2\nDTSTART:20261106T120000Z\nATTENDEE:mailto:ben@example.org\nEND:VEVENT\n';
  const text = fs.readFileSync(meetings, 'utf8').replace('END:VCALENDAR', `${strangers}END:VCALENDAR`);
  fs.writeFileSync(meetings, text);
  answering(false);
  expect((await at.net('import', meetings)).err).toContain('--create takes them in, too.');
  answering(true);
  expect((await at.net('import', meetings)).err.split('--create takes them in, too.')).toHaveLength(2);
});
