import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apart } from '../support/apart.ts';
import { derived } from '../support/content.ts';
import { type ImportDesk, importDesk } from '../support/importing.ts';
import { buildOnce } from '../support/sitting.ts';

beforeAll(buildOnce);

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const names = ({ created }: { created: readonly { readonly name: string }[] }) =>
  created.map(({ name }) => name);

describe('29 recurrence bombs are capped, in a second at most', () => {
  const guest = 'ATTENDEE;CN=Ana:mailto:ana@example.org';
  const calendar = (lines: string, events = 1) =>
    `BEGIN:VCALENDAR\n${Array.from({ length: events }, (_, i) => `BEGIN:VEVENT\nUID:${i}\n${lines}\n${guest}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;
  const zone = (rule: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Bomb\n${`BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:${rule}\nEND:STANDARD\n`.repeat(50)}END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Bomb:20260102T100000\n${guest}\nEND:VEVENT\nEND:VCALENDAR\n`;
  const start = 'DTSTART:19700101T000000Z';
  test.each<[string, string]>([
    ['every second for ever', calendar(`${start}\nRRULE:FREQ=SECONDLY`)],
    ['every second, a hundred times over', calendar(`${start}\nRRULE:FREQ=SECONDLY`, 100)],
    ['a billion times', calendar(`${start}\nRRULE:FREQ=MINUTELY;COUNT=1000000000`)],
    ['a day that never comes', calendar(`${start}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`)],
    [
      'a day that never comes, by the second',
      calendar(`${start}\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31`, 20),
    ],
    [
      'a leap day every century',
      calendar('DTSTART:00010229T000000Z\nRRULE:FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29'),
    ],
    [
      'everything at once',
      calendar(
        `${start}\nRRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${Array.from({ length: 24 }, (_, i) => i).join(',')};BYMINUTE=${Array.from({ length: 60 }, (_, i) => i).join(',')};BYSECOND=${Array.from({ length: 60 }, (_, i) => i).join(',')}`,
        20,
      ),
    ],
    ['many rules in one event', calendar(`${start}\n${'RRULE:FREQ=HOURLY\n'.repeat(1000)}X-A:1`)],
    [
      'many dates in one event',
      calendar(
        `${start}\nRDATE:${Array.from({ length: 200_000 }, (_, i) => `2026010${1 + (i % 9)}T10${String(i % 60).padStart(2, '0')}00Z`).join(',')}`,
      ),
    ],
    [
      'positions without end',
      calendar(
        `${start}\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${Array.from({ length: 366 }, (_, i) => i + 1).join(',')}`,
        50,
      ),
    ],
    ['an interval beyond all numbers', calendar(`${start}\nRRULE:FREQ=DAILY;INTERVAL=99999999999999999999`)],
    ['a zone that changes each second', zone('FREQ=SECONDLY')],
    ['a zone that changes each day', zone('FREQ=DAILY')],
  ])('29 %s', async (_, text) => {
    await desk.at.net('add', 'Ana', '--email', 'ana@example.org');
    const file = desk.lay('bomb.ics', text);
    const idle = await apart(
      desk.at.file,
      'import',
      desk.lay('idle.ics', calendar('DTSTART:20260102T100000Z')),
      '--dry-run',
    );
    const { code, cpu, peak } = await apart(desk.at.file, 'import', file, '--dry-run');
    expect([0, 3]).toContain(code);
    expect(cpu - idle.cpu).toBeLessThan(1000);
    expect(peak).toBeLessThan(300_000_000);
  });

  test('29 what is capped is said', async () => {
    await desk.at.net('add', 'Ana', '--email', 'ana@example.org');
    const told = await desk.take(
      desk.lay('bomb.ics', calendar('DTSTART:20260101T000000Z\nRRULE:FREQ=HOURLY')),
      '--yes',
    );
    expect(told.skipped).toEqual({ 'repetition cut': 1 });
    expect(told.talks.created).toBeGreaterThan(0);
    expect(told.talks.created).toBeLessThanOrEqual(1000);
  });
});

describe('30 a quote that does not end costs its own row', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'in the middle',
      'Name,E-mail,City,Note\nAna,a@example.org,Porto,x\nEva,"e@example.org,Faro,y\nBen,b@example.org,Oslo,z\nCy,c@example.org,Lyon,w\n',
      ['Ana', 'Eva', 'Ben', 'Cy'],
    ],
    ['in the last row', 'Name,E-mail\nAna,a@example.org\nBen,"b@example.org\n', ['Ana', 'Ben']],
    [
      'in the first row',
      'Name,E-mail,City,Note\nAna,"a@example.org,Porto,x\nBen,b@example.org,Oslo,z\n',
      ['Ana', 'Ben'],
    ],
  ])('30 %s', async (_, text, everybody) => {
    const told = await desk.take(desk.lay('people.csv', text));
    const broken = told.rejects.length;
    expect(broken).toBeLessThanOrEqual(1);
    expect(names(told)).toHaveLength(everybody.length - broken);
    expect(everybody).toEqual(expect.arrayContaining(names(told)));
    expect(told.code).toBe(broken === 0 ? 0 : 3);
  });

  test('30 in a header', async () => {
    expect((await desk.refused(desk.lay('people.csv', '"Name,E-mail\nAna,a@example.org\n'))).code).toBe(5);
  });

  test('30 in each of a thousand rows', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `Person ${i},"${i}@example.org,Porto,x\n`).join('');
    const told = await desk.take(desk.lay('people.csv', `Name,E-mail,City,Note\n${rows}`));
    expect(told.created.length + told.rejected).toBeGreaterThan(0);
    expect([0, 3]).toContain(told.code);
  });

  test('30 in a card and a calendar', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nTEL;TYPE="home:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n';
    expect(names(await desk.take(desk.lay('people.vcf', card)))).toEqual(['Ana', 'Ben']);
    const event = (uid: number, cn: string) =>
      `BEGIN:VEVENT\nUID:${uid}\nDTSTART:2026010${uid}\nATTENDEE;CN=${cn}:mailto:cy@example.org\nEND:VEVENT\n`;
    const text = `BEGIN:VCALENDAR\n${event(1, '"Cy')}${event(2, '"Cy"')}END:VCALENDAR\n`;
    expect((await desk.take(desk.lay('a.ics', text), '--create', '--yes')).talks.created).toBeGreaterThan(0);
  });
});

/** What objects have of themselves. */
const OWN = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'];

describe('31 names of what every object has are names like all others', () => {
  const proto = Object.getOwnPropertyNames(Object.prototype);
  test.each<[string, (name: string) => string, number]>([
    ['headers', (name) => `Name,${name},E-mail\nAna ${name},told,ana@example.org\n`, 1],
    ['the only headers', (name) => `${name},${name},Name\nx,y,Ana ${name}\n`, 1],
    ['cells', (name) => `Name,City,Tags\n${name},${name},${name}\n`, 1],
    [
      'a card',
      (name) =>
        `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nUID:${name}\n${name}:x\n${name}.TEL;TYPE=${name};${name}=${name}:1\n${name}.X-ABLabel:${name}\nCATEGORIES:${name}\nX-${name}:y\nEND:VCARD\n`,
      1,
    ],
    [
      'a group of cards',
      (name) =>
        `BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:${name}\nMEMBER:${name}\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ana\nUID:${name}\nEND:VCARD\n`,
      1,
    ],
    [
      'an event',
      (name) =>
        `BEGIN:VCALENDAR\nBEGIN:${name}\nEND:${name}\nBEGIN:VTIMEZONE\nTZID:${name}\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:${name}\nDTSTART;TZID=${name}:20260102T100000\n${name}:x\nRRULE:FREQ=${name};${name}=1\nATTENDEE;CN=${name};${name}=x:mailto:${name}@example.org\nEND:VEVENT\nEND:VCALENDAR\n`,
      1,
    ],
    [
      'a message',
      (name) =>
        `From ${name} Mon Jan  1 00:00:00 2024\nFrom: ${name} <${name}@example.org>\n${name}: x\nTo: me@example.org\nX-Gmail-Labels: ${name}\nDate: Mon, 15 Jan 2024 20:00:00 +0000\n\nx\n\nFrom me Mon Jan  1 00:00:00 2024\nFrom: me@example.org\nTo: ${name} <${name}@example.org>\nDate: Mon, 15 Jan 2024 20:00:00 +0000\n\nx\n`,
      1,
    ],
    [
      'friends.md',
      (name) =>
        `### ${name}:\n### Activities:\n- 2026-01-02: Saw **${name}** in _${name}_. @${name}\n\n### Friends:\n- ${name} (a.k.a. ${name}) [${name}] @${name}\n`,
      1,
    ],
    [
      'knotter',
      (name) =>
        `{"metadata":{"format_version":1,"app_version":"1","schema_version":1},"${name}":{"${name}":1},"contacts":[{"id":"${name}","display_name":"${name}","tags":["${name}"],"${name}":{"x":1},"interactions":[{"id":"${name}","kind":"${name}","occurred_at":1767348000}]}]}`,
      1,
    ],
    [
      'Monica',
      (name) =>
        `{"version":"1.0-preview.1","app_version":"4.1.2","account":{"uuid":"a","${name}":{},"data":[{"type":"${name}","values":[]},{"type":"contact","values":[{"uuid":"${name}","${name}":{"x":1},"properties":{"first_name":"${name}","tags":["${name}"],"gender":"${name}"},"data":[{"type":"activity","values":["${name}"]}]}]},{"type":"activity","values":[{"uuid":"${name}","properties":{"happened_at":"2026-01-02","type":"${name}","summary":"x"}}]}]}}`,
      1,
    ],
    [
      'what net exported',
      (name) =>
        `{"net":1,\n"${name}":[\n{"id":1}\n],\n"setting":[\n{"id":"${name}","value":"x","${name}":1}\n]}\n`,
      0,
    ],
    [
      'what net exported, on one line',
      (name) => `{"net":1,"${name}":[{"id":1}],"setting":[{"id":"${name}","value":"x","${name}":{"x":1}}]}\n`,
      0,
    ],
  ])('31 %s', async (_, file, people) => {
    for (const name of OWN) {
      const here = importDesk();
      const told = await here.take(
        here.lay('file', file(name)),
        '--create',
        '--yes',
        '--me',
        'me@example.org',
      );
      expect([name, told.created.length]).toEqual([name, people]);
      const again = await here.take(
        here.lay('file', file(name)),
        '--create',
        '--yes',
        '--me',
        'me@example.org',
      );
      expect([name, again.created, again.updated, again.talks.created]).toEqual([name, [], [], 0]);
      const { stands, anew } = await derived(here.at.file);
      expect(stands).toEqual(anew);
      expect((await here.at.net('list')).code).toBe(0);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(proto);
  });

  test.each(OWN)('31 --map with %s', async (name) => {
    const file = desk.lay('people.csv', `${name},x\nAna,1\n`);
    expect((await desk.at.net('import', file, '--map', `${name}=1`)).code).toBe(2);
    expect(names(await desk.take(file, '--map', `name=${name}`))).toEqual(['Ana']);
    expect((await desk.at.net('show', 'Ana')).code).toBe(0);
  });
});

describe('34 nothing is written but where it was said', () => {
  const CLIMBING = [
    '../../etc/passwd',
    '..',
    '.',
    '/etc/passwd',
    '..\\..\\x',
    'C:\\x',
    '~/x',
    'a/b',
    '\0a',
    'CON',
    '%2e%2e%2fx',
    '-rf',
    'x'.repeat(300),
    '.hidden',
  ];

  test('34 names of people become names of files within the directory', async () => {
    const csv = ['Name,City', ...CLIMBING.map((name) => `"${name}",Porto`)].join('\n');
    await desk.take(desk.lay('in/people.csv', csv));
    const outside = () =>
      fs
        .readdirSync(desk.at.directory, { recursive: true })
        .map(String)
        .filter((path) => !path.startsWith('pages'))
        .sort();
    const before = outside();
    const pages = join(desk.at.directory, 'pages');
    expect((await desk.at.net('export', `${pages}/`)).code).toBe(0);
    expect(outside()).toEqual(before);
    const written = fs.readdirSync(pages, { withFileTypes: true });
    expect(written.every((entry) => entry.isFile() && /^[^.\-/\\][^/\\]*\.md$/.test(entry.name))).toBe(true);
    const people = (await desk.content()).contact?.length ?? 0;
    expect(people).toBeGreaterThan(10);
    expect(written.length).toBeGreaterThanOrEqual(people);
  });

  test('34 names, photos and attachments of cards are never paths', async () => {
    const cards = CLIMBING.map(
      (name) =>
        `BEGIN:VCARD\nVERSION:3.0\nFN:${name.replace('\0', '')}\nUID:../../${name}\nPHOTO;VALUE=uri:file:///etc/passwd\nSOURCE:../../x\nEND:VCARD\n`,
    );
    const file = desk.lay('people.vcf', cards.join(''));
    const before = fs.readdirSync(desk.at.directory).sort();
    await desk.take(file, '--dry-run');
    expect(fs.readdirSync(desk.at.directory).sort()).toEqual(before);
    await desk.take(file);
    expect(JSON.stringify(await desk.content())).not.toContain('root:');
    for (const format of ['vcf', 'csv', 'json'])
      expect((await desk.at.net('export', join(desk.at.directory, `out.${format}`))).code).toBe(0);
    const left = fs.readdirSync(desk.at.directory).filter((name) => !before.includes(name));
    expect(left.sort()).toEqual(['net.db', 'out.csv', 'out.json', 'out.vcf']);
  });

  test('34 links in a Maildir are not followed', async () => {
    const secret = desk.lay(
      'secret/1.eml',
      'From: Secret <secret@example.org>\nTo: me@example.org\nDate: Mon, 15 Jan 2024 20:00:00 +0000\n\nx\n',
    );
    desk.lay(
      'mail/cur/1:2,S',
      'From: Ana <ana@example.org>\nTo: me@example.org\nDate: Mon, 15 Jan 2024 20:00:00 +0000\n\nx\n',
    );
    desk.lay('mail/new/x', '');
    fs.symlinkSync(secret, join(desk.at.directory, 'mail/cur/2:2,S'));
    fs.symlinkSync(join(desk.at.directory, 'secret'), join(desk.at.directory, 'mail/.Secret'));
    fs.symlinkSync('..', join(desk.at.directory, 'mail/cur/up'));
    await desk.at.net('add', 'Ana', '--email', 'ana@example.org');
    await desk.at.net('add', 'Secret', '--email', 'secret@example.org');
    const told = await desk.take(join(desk.at.directory, 'mail'), '--yes', '--me', 'me@example.org');
    expect(told.talks.created).toBe(1);
  });
});
