import { beforeEach, describe, expect, test } from 'vitest';
import { derived } from '../support/content.ts';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

const names = ({ created }: { created: readonly { readonly name: string }[] }) =>
  created.map(({ name }) => name);

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
    expect(
      (await desk.take(desk.lay('a.ics', text), '--create', '--yes', '--me', 'me@example.org')).talks.created,
    ).toBeGreaterThan(0);
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
