import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { content, derived, inFile } from '../support/content.ts';
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

/** Another export of the calendar; each event as the lines that tell it from others. */
function write(...events: readonly (readonly string[])[]): void {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  fs.writeFileSync(meetings, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\n'));
}

const ANA = 'ATTENDEE:mailto:ana@example.org';
const BEN = 'ATTENDEE:mailto:ben@example.org';
const COFFEE = ['UID:a', 'DTSTART:20261102T100000Z', 'SUMMARY:Coffee', ANA];
const BOARD = ['UID:b', 'DTSTART:20261102T180000Z', 'SUMMARY:Board meeting', ANA];

/** What the import says of the talks, by their numbers: new, changed, as they were. */
async function taken(...options: readonly string[]): Promise<readonly number[]> {
  const { talks } = JSON.parse((await at.net('import', meetings, '--yes', '--json', ...options)).out);
  return [talks.created, talks.updated, talks.unchanged];
}

/** The talks that are here, by their days, with who took part. */
async function talks(): Promise<readonly string[]> {
  const {
    interaction = [],
    participant = [],
    contact = [],
  } = (await content(at.file)) as Record<string, Record<string, string>[]>;
  const nameOf = new Map(contact.map(({ id, name }) => [id, name]));
  return interaction
    .map(({ id, held_on, text }) => {
      const people = participant.filter(({ interaction_id }) => interaction_id === id);
      const names = people.map(({ contact_id }) => nameOf.get(contact_id)).sort();
      return `${held_on} ${text}: ${names.join(', ')}`;
    })
    .sort();
}

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

describe('a talk that was logged by hand stands for one meeting of its day', () => {
  const COFFEE_BY_HAND = '2026-11-02 coffee: Ana Silva';
  const byHand = (who = 'ana', text = 'coffee') => at.net('log', who, text, '--on', '2026-11-02');
  const addBen = () => at.net('add', 'Ben Okoye', '--email', 'ben@example.org', '--circle', 'wide');

  test('the second one of the day comes in, and importing again changes nothing', async () => {
    await byHand();
    write(COFFEE, BOARD);
    expect(await taken()).toEqual([1, 0, 1]);
    const expected = ['2026-11-02 Board meeting: Ana Silva', COFFEE_BY_HAND];
    expect(await talks()).toEqual(expected);
    const before = await content(at.file);
    expect(await taken()).toEqual([0, 0, 2]);
    write(BOARD, COFFEE);
    expect(await taken()).toEqual([0, 0, 2]);
    expect(await content(at.file)).toEqual(before);
  });

  test('two that were logged stand for two, and a third one comes in', async () => {
    await byHand();
    await byHand('ana', 'board');
    write(COFFEE, BOARD, ['UID:c', 'DTSTART:20261102T200000Z', 'SUMMARY:Dinner', ANA]);
    expect(await taken()).toEqual([1, 0, 2]);
    expect(await taken()).toEqual([0, 0, 3]);
    expect(await talks()).toHaveLength(3);
  });

  test('another channel is another talk', async () => {
    await byHand();
    write([...COFFEE, 'LOCATION:Zoom']);
    expect(await taken()).toEqual([1, 0, 0]);
  });

  test('of a meeting only those come in who are not in what was logged', async () => {
    await addBen();
    await byHand();
    write([...COFFEE, BEN]);
    expect(await taken()).toEqual([1, 0, 0]);
    const expected = ['2026-11-02 Coffee: Ben Okoye', COFFEE_BY_HAND];
    expect(await talks()).toEqual(expected);
    expect(await taken()).toEqual([0, 0, 1]);
    write([...COFFEE, BEN, 'DTEND:20261102T103000Z']);
    expect(await taken()).toEqual([0, 1, 0]);
    expect(await talks()).toEqual(expected);
  });

  test('whoever is added later and was logged does not come into a meeting that is here', async () => {
    write([...COFFEE, BEN]);
    await taken();
    await addBen();
    await byHand('ben');
    expect(await taken()).toEqual([0, 0, 1]);
    write([...COFFEE, BEN], [...BOARD, BEN]);
    expect(await taken()).toEqual([1, 0, 1]);
    expect(await talks()).toEqual([
      '2026-11-02 Board meeting: Ana Silva, Ben Okoye',
      '2026-11-02 Coffee: Ana Silva',
      '2026-11-02 coffee: Ben Okoye',
    ]);
    expect(await taken()).toEqual([0, 0, 2]);
  });

  test('what is logged after the import takes nobody out of it', async () => {
    write(COFFEE);
    await taken();
    await byHand();
    expect(await taken()).toEqual([0, 0, 1]);
    expect(await talks()).toEqual(['2026-11-02 Coffee: Ana Silva', COFFEE_BY_HAND]);
  });

  test('so does a talk that another kind of file told', async () => {
    await byHand();
    await inFile(at.file, (db) =>
      db.sqlite.exec(
        "INSERT INTO source (id, interaction_id, kind, key, imported) SELECT 's', id, 'monica', 'k', '{}' FROM interaction",
      ),
    );
    write(COFFEE, BOARD);
    expect(await taken()).toEqual([1, 0, 1]);
    expect(await taken()).toEqual([0, 0, 2]);
  });
});

describe('of several with one address the name tells who is meant', () => {
  beforeEach(async () => {
    for (const [name = '', nick = ''] of [
      ['Ana Silva', 'Aninhas'],
      ['Beatriz Silva', 'Béa'],
    ]) {
      const options = ['--nick', nick, '--email', 'home@example.org', '--circle', 'wide', '--new'];
      expect(await at.net('add', name, ...options)).toMatchObject({ code: 0 });
    }
  });

  const guest = (name: string) => `ATTENDEE${name && `;CN=${name}`}:mailto:home@example.org`;
  const lunch = ['UID:1', 'DTSTART:20261105T120000Z', 'SUMMARY:Lunch'];

  test.each([
    ['Beatriz Silva', 'Beatriz Silva'],
    ['"Silva, BEATRIZ"', 'Beatriz Silva'],
    ['bea', 'Beatriz Silva'],
    ['Ana Silva', 'Ana Silva'],
    ['The Silvas', 'Ana Silva'],
    ['', 'Ana Silva'],
  ])('in a calendar: %s', async (name, expected) => {
    write([...lunch, guest(name)]);
    await taken('--me', 'me@example.org');
    expect(await talks()).toEqual([`2026-11-05 Lunch: ${expected}`]);
  });

  test('a guest under two names is whoever has one of them', async () => {
    write([...lunch, 'ORGANIZER;CN=Silva Home:mailto:home@example.org', guest('Bea')]);
    await taken();
    expect(await talks()).toEqual(['2026-11-05 Lunch: Beatriz Silva']);
  });

  const mail = (day: number, header: string, id: string) =>
    `From x@example.org Mon Nov  2 10:00:00 2026\n${header}\nDate: ${day} Nov 2026 10:00:00 +0000\nMessage-ID: <${id}@example.org>\n\nb\n\n`;
  const from = (day: number, name: string) =>
    mail(day, `From: ${name} <home@example.org>\nTo: me@example.org`, `${day}${name.length}`);
  const to = (day: number, name: string) =>
    mail(day, `From: me@example.org\nTo: ${name} <home@example.org>`, `${day}${name.length}`);

  test('in mail, on each day whoever wrote or was written to then', async () => {
    const archive = [
      to(2, 'Beatriz Silva'),
      from(3, 'Béa'),
      from(4, 'Ana Silva'),
      from(5, 'Ana Silva'),
      to(5, 'Mrs Silva'),
      from(6, 'Ana Silva'),
      to(6, 'Beatriz Silva'),
      from(7, 'Mrs Silva'),
    ];
    const expected = [
      '2026-11-02 null: Beatriz Silva',
      '2026-11-03 null: Beatriz Silva',
      '2026-11-04 null: Ana Silva',
      '2026-11-05 null: Ana Silva',
      '2026-11-06 null: Ana Silva, Beatriz Silva',
      '2026-11-07 null: Ana Silva',
    ];
    for (const messages of [archive, archive.toReversed()]) {
      fs.writeFileSync(meetings, messages.join(''));
      await taken('--me', 'me@example.org');
      expect(await talks()).toEqual(expected);
    }
  });
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

test('a meeting that was moved to another day or hour is the same one', async () => {
  const on = (start: string) => write(['UID:1', `DTSTART:${start}`, 'SUMMARY:Lunch', ANA]);
  await taken();
  on('20261109T120000Z');
  expect(await taken()).toEqual([0, 1, 0]);
  expect(await talks()).toEqual(['2026-11-09 Lunch: Ana Silva']);
  on('20261109T130000Z');
  expect(await taken()).toEqual([0, 0, 1]);
  on('20261103T130000Z');
  expect(await taken()).toEqual([0, 1, 0]);
  expect(await taken()).toEqual([0, 0, 1]);
  expect(await talks()).toEqual(['2026-11-03 Lunch: Ana Silva']);
  const { stands, anew } = await derived(at.file);
  expect(stands).toEqual(anew);
  expect(JSON.stringify(stands)).toContain('2026-11-03');
});

test('a day that was changed here stays, whatever the calendar says later', async () => {
  await taken();
  await inFile(at.file, (db) => db.sqlite.exec("UPDATE interaction SET held_on = '2026-11-06'"));
  write(['UID:1', 'DTSTART:20261109T120000Z', 'SUMMARY:Long lunch', ANA]);
  expect(await taken()).toEqual([0, 1, 0]);
  expect(await talks()).toEqual(['2026-11-06 Long lunch: Ana Silva']);
  expect(await taken()).toEqual([0, 0, 1]);
});

test('a series that was moved to another hour tells nothing new', async () => {
  const at10 = ['UID:1', 'DTSTART:20261005T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=4', 'SUMMARY:Weekly', ANA];
  write(at10);
  expect(await taken()).toEqual([4, 0, 0]);
  const before = await content(at.file);
  write(at10.with(1, 'DTSTART:20261005T110000Z'));
  expect(await taken()).toEqual([0, 0, 4]);
  expect(await content(at.file)).toEqual(before);
  write(at10, ['UID:1', 'RECURRENCE-ID:20261012T100000Z', 'DTSTART:20261014T100000Z', 'SUMMARY:Weekly', ANA]);
  expect(await taken()).toEqual([0, 1, 3]);
  expect((await talks()).map((talk) => talk.slice(0, 10))).toEqual([
    '2026-10-05',
    '2026-10-14',
    '2026-10-19',
    '2026-10-26',
  ]);
});

test('a meeting that is repeated from now on, or no longer, is the same one', async () => {
  const single = ['UID:1', 'DTSTART:20261105T120000Z', 'SUMMARY:Lunch', ANA];
  const weekly = [...single, 'RRULE:FREQ=WEEKLY;COUNT=2'];
  await taken();
  write(weekly);
  expect(await taken()).toEqual([1, 1, 0]);
  expect(await taken()).toEqual([0, 0, 2]);
  const days = ['2026-11-05 Lunch: Ana Silva', '2026-11-12 Lunch: Ana Silva'];
  expect(await talks()).toEqual(days);
  write(single);
  expect(await taken()).toEqual([0, 1, 0]);
  expect(await taken()).toEqual([0, 0, 1]);
  expect(await talks()).toEqual(days);
  // Where one id stands for both, they are two.
  for (const both of [
    [single, weekly],
    [weekly, single],
  ]) {
    write(...both);
    await taken();
    expect(await taken()).toEqual([0, 0, 3]);
  }
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
