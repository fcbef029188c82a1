import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
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
