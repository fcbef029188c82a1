import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import { importerFor } from '../../src/formats/index.ts';
import { gathering } from '../../src/formats/mail/gathered.ts';
import { ownAddresses } from '../../src/formats/mail/own.ts';
import { messagesOf } from '../../src/formats/mail/split.ts';
import { mail } from '../../src/formats/mail.ts';
import type { Given, SourceFile } from '../../src/formats/record.ts';
import { namedFile } from '../../src/host/files.ts';
import { directory, JOAN, mbox, message, sent } from '../support/mail.ts';
import { GIVEN, type ParsedFile, parsed, sourceFile } from '../support/parsed.ts';
import { card, FIXTURES, fixture, imported } from './fixtures.ts';

const ALL: Partial<Given> = { me: [JOAN], isKnown: () => true };
const AT = 'Tue Mar  5 10:00:00 2024';

/** Where the messages of a text begin, whatever the pieces that it comes in. */
function lines(text: string): readonly number[] {
  const [whole = [], ...others] = [1 << 16, 1, 7, 64].map((size) =>
    [...messagesOf(sourceFile(text, 'file', size))].map(({ line }) => line),
  );
  for (const other of others) expect(other).toEqual(whole);
  return whole;
}

describe('where messages begin', () => {
  test.each<[string, string, readonly number[]]>([
    ['one message', message(), [1]],
    ['two', mbox(message(), message()), [1, 9]],
    ['with CRLF', mbox(message(), message()).replaceAll('\n', '\r\n'), [1, 9]],
    ['with empty lines and a byte order mark above', `\ufeff\n\n${mbox(message())}`, [3]],
    ['quoted', mbox(message({}, `one\n\n>From ana@example.org ${AT}\n>>From b ${AT}`), message()), [1, 12]],
    [
      'a sentence',
      mbox(message({}, 'one\n\nFrom here on: it rains.\n\nFrom Tuesday we are away.'), message()),
      [1, 13],
    ],
    [
      'a line as one that begins a message, not after an empty line',
      mbox(message({}, `a\nFrom b ${AT}\nTo: x`)),
      [1],
    ],
    ['one that no header follows', mbox(message({}, `a\n\nFrom b ${AT}\nand so it went`)), [1]],
    ['without a body', mbox('From: a@b.c\n', 'From: a@b.c\n'), [1, 4]],
    [
      'cut in the middle of a header',
      `From - ${AT}\nFrom: a@b.c\nTo: d\nFrom - ${AT}\nFrom: a@b.c\n`,
      [1, 4],
    ],
    ['cut right after it began', `${mbox(message())}From - ${AT}\n`, [1, 9]],
    ['cut within the line that begins it', `${mbox(message())}From ana@exam`, [1]],
    [
      'zones, and dates with commas',
      `From a Tue Mar 05 10:00:00 +0000 2024\nTo: b\n\n\nFrom a Tue, 5 Mar 2024 10:00:00 +0100\nTo: b\n`,
      [1, 5],
    ],
    [
      'no address, quoted and hidden ones',
      `From ${AT}\nTo: b\n\nFrom "a b"@c ${AT}\nTo: b\n\nFrom a at b.c  ${AT}\nTo: b\n`,
      [1, 4, 7],
    ],
    ['the length of an emlx above', `412       \n${message()}`, [1]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('Content-Length is believed where the next message or the end is there, and nowhere else', () => {
    const body = `Look:\n\nFrom cleo@example.org ${AT}\nFrom: cleo@example.org\n\nHello there\n`;
    const told = (length: number) => message({ 'Content-Length': String(length) }, body).replace(/\n$/, '');
    expect(lines(mbox(told(body.length), message()))).toEqual([1, 15]);
    expect(lines(mbox(told(body.length)))).toEqual([1]);
    for (const wrong of [body.length - 20, body.length + 20, 1, 0, 10 ** 14])
      expect(lines(mbox(told(wrong), message()))).toEqual([1, 10, 15]);
  });

  test('a length that swallows many messages is not believed', () => {
    const many = Array.from({ length: 300 }, () => message());
    const rest = mbox(...many);
    const first = message({ 'Content-Length': String(rest.length + 'Hello.\n\n'.length) });
    expect(lines(mbox(first) + rest)).toHaveLength(301);
  });
});

describe('which files are mail', () => {
  test.each<[string, string]>([
    ['an mbox', mbox(message())],
    ['a message', message()],
    ['a message that is only a header', 'Received: from a\nFrom: root\n'],
    ['a message that holds a card', message({}, card(''))],
    ['a message above which Apple writes its length', `1234      \n${message()}`],
  ])('%s', (_, text) => {
    expect(importerFor(sourceFile(text))?.name).toBe('Mail');
  });

  test.each<[string, string]>([
    ['a card', card('EMAIL:ana@example.org')],
    ['a table', 'From,To,Date\nana@example.org,joan@example.net,2024-03-05\n'],
    ['LinkedIn', fixture('connections.csv')],
    [
      'a calendar',
      'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:20240305T100000Z\nEND:VEVENT\nEND:VCALENDAR\n',
    ],
    ['prose', 'From Monday on I am away.\n\nTo Ana: have fun.\n'],
    ['a letter', 'To: Ana\nFrom: Joan\n\nDear Ana,\n'],
    [
      'a sentence with a date',
      'From Ana Tue Mar 5 10:00:00 2024 and so on and on it went for a long time\nTo: x\n',
    ],
    ['friends', '# Friends\n\n- Ana (ana@example.org)\n'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(mail.detect(text, sourceFile(text))).toBe(false);
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['a Maildir', { 'cur/1.host:2,S': message() }, true],
    ['a directory of messages', { 'a/one.eml': message() }, true],
    ['Takeout', { 'Takeout/archive_browser.html': '<html>', 'Takeout/Mail/All.mbox': mbox(message()) }, true],
    ['Thunderbird, whose files have no ending', { 'Inbox.msf': '// <!-- -->', Inbox: mbox(message()) }, true],
    ['cards', { 'a.vcf': card(''), 'new/b.vcf': card('') }, false],
    ['code', { 'new/readme': 'Hello', 'cur/x': 'y' }, false],
    ['empty', {}, false],
  ])('a directory: %s', (_, files, is) => {
    expect(mail.detect('', directory(files))).toBe(is);
  });

  test('what has no message is rejected', async () => {
    for (const file of [sourceFile('nothing'), sourceFile(''), directory({ 'a.vcf': card('') })])
      await expect(parsed(mail, file, ALL)).rejects.toThrow('there is no message in');
  });
});

describe('directories', () => {
  const days = ({ talks }: ParsedFile) => talks.map(({ heldOn }) => Number(heldOn.slice(-2)));
  const of = (day: number) => message({ Date: `${day} Mar 2024 10:00 Z` });

  test('a Maildir on disk: flags, folders, and what is still being delivered', async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'net-maildir-'));
    const files: Record<string, string> = {
      'cur/1.host:2,S': of(1),
      'cur/2.host:2,DS': of(2),
      'cur/3.host:2,ST': of(3),
      'new/4.host': of(4),
      'tmp/5.host': of(5),
      '.Archive.2024/cur/6.host:2,': of(6),
      '.Trash/cur/7.host:2,S': of(7),
      '.INBOX.Junk/cur/8.host:2,S': of(8),
      '.Entw&APw-rfe/cur/9.host:2,S': of(9),
      '.Sent/cur/10.host:2,S': sent('ana@example.org', {
        From: 'j@example.com',
        Date: '10 Mar 2024 10:00 Z',
      }),
      dovecot: 'an index',
      'cur/11.host:2,S': of(11),
    };
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
    try {
      const file = namedFile(root);
      expect(importerFor(file)?.name).toBe('Mail');
      const read = await parsed(mail, file, ALL);
      expect(days(read)).toEqual([1, 4, 6, 10, 11]);
      expect(read.talks.map(({ startedBy }) => startedBy)).toEqual(['them', 'them', 'them', 'me', 'them']);
      expect(read.skipped).toEqual({ draft: 2, 'deleted message': 2, 'spam message': 1 });
      expect(read.rejects).toEqual([]);
    } finally {
      fs.rmSync(root, { recursive: true });
    }
  });

  test('Apple and Thunderbird: folders by the names of their files', async () => {
    const read = await parsed(
      mail,
      directory({
        'Inbox.mbox/mbox': mbox(of(1)),
        'Deleted Messages.mbox/mbox': mbox(of(2)),
        'Drafts.mbox/mbox': mbox(of(3)),
        'Local Folders/Junk': mbox(of(4)),
        'Local Folders/Junk.msf': 'an index',
        'Local Folders/Gesendet': mbox(
          sent('ana@example.org', { From: 'j@example.com', Date: '5 Mar 2024 10:00 Z' }),
        ),
        'drafts.eml': of(6),
      }),
      ALL,
    );
    expect(days(read)).toEqual([1, 5, 6]);
    expect(read.skipped).toEqual({ 'deleted message': 1, draft: 1, 'spam message': 1 });
  });

  test('what offlineimap calls folders, and what Apple keeps beside its messages', async () => {
    const read = await parsed(
      mail,
      directory({
        'INBOX/cur/1:2,S': of(1),
        'INBOX.Drafts/cur/2:2,S': of(2),
        '[Gmail].Trash/cur/3:2,S': of(3),
        '[Gmail].Sent Mail/cur/4:2,S': sent('ana@example.org', {
          From: 'j@example.com',
          Date: '4 Mar 2024 10:00 Z',
        }),
        'IN.mbox/1-2/Data/Messages/5.emlx': `9\n${of(5)}`,
        'IN.mbox/1-2/Data/Attachments/5/2/forwarded.eml': of(6),
        'Local Folders/Unsent Messages': mbox(of(7)),
      }),
      ALL,
    );
    expect(days(read)).toEqual([1, 4, 5]);
    expect(read.skipped).toEqual({ draft: 2, 'deleted message': 1 });
  });

  test('a profile of Thunderbird with a full cache', () => {
    const cache = Array.from(
      { length: 900 },
      (_, i) => [`a.default/Cache/${i % 16}/${i}`, '\0junk'] as const,
    );
    const files = { ...Object.fromEntries(cache), 'a.default/Mail/Local Folders/Inbox': mbox(of(1)) };
    expect(mail.detect('', directory(files))).toBe(true);
  });

  test('a message that cannot be read is named by its path', async () => {
    const read = await parsed(
      mail,
      directory({ 'a.eml': of(1), 'b/c.eml': 'nothing', 'd.eml': message({ Date: null }) }),
      ALL,
    );
    expect(read.rejects).toEqual([
      { line: 1, reason: 'b/c.eml: this message has no header' },
      { line: 1, reason: 'd.eml: this message has no date that can be read' },
    ]);
    expect(days(read)).toEqual([1]);
  });

  test('the same messages in an mbox and a Maildir are the same talks', async () => {
    const keys = ({ talks }: ParsedFile) => talks.map(({ key }) => key);
    const copies = directory({ 'new/1': of(1), 'cur/2:2,S': of(2) });
    expect(keys(await parsed(mail, copies, ALL))).toEqual(keys(await imported(mbox(of(2), of(1)), ALL)));
    expect(ownAddresses(directory({ '.Sent/cur/1:2,S': sent('ana@example.org') }))).toEqual([JOAN]);
  });
});

describe('bounds', () => {
  /** A message with a long text, made as it is read. */
  function large(megabytes: number): SourceFile {
    const piece = Buffer.from(`${'QUJD'.repeat(19)}\n`.repeat(3000));
    const count = Math.ceil((megabytes * 1e6) / piece.length);
    return {
      path: 'large.mbox',
      size: count * piece.length,
      files: null,
      chunks: function* () {
        yield Buffer.from(mbox(message()).trimEnd());
        for (let i = 0; i < count; i++) yield piece;
        yield Buffer.from(`\n${mbox(message({ Date: '6 Mar 2024 10:00 Z' }))}`);
      },
    };
  }

  test('an attachment costs no memory', async () => {
    await parsed(mail, large(1), ALL);
    const before = process.memoryUsage();
    const { talks } = await parsed(mail, large(300), ALL);
    const after = process.memoryUsage();
    expect(talks).toHaveLength(2);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(10e6);
    expect(after.rss - before.rss).toBeLessThan(150e6);
  });

  test('the body of a single message is not read', async () => {
    let read = 0;
    const file: SourceFile = {
      ...sourceFile(message()),
      chunks: function* () {
        yield Buffer.from(message());
        read++;
        yield Buffer.from('more');
      },
    };
    expect((await parsed(mail, file, ALL)).talks).toHaveLength(1);
    expect(read).toBe(0);
  });

  test('more people and days than can be held are left out', () => {
    const gathered = gathering({ ...GIVEN, isKnown: () => true }, { people: 2, talks: 3 });
    const add = (name: string, day: number) =>
      gathered.add({ people: [{ email: name, name: null }], by: 'me', instant: day * 86_400_000, day }, 1);
    expect([add('a', 1), add('b', 1), add('c', 1), add('a', 2), add('a', 3), add('a', 2)]).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect([...gathered.parts()]).toHaveLength(3);
  });

  const long = (text: string, length = 200_000) => text.repeat(length / text.length);
  test.each<[string, string]>([
    ['recipients', message({ To: Array.from({ length: 10_000 }, (_, i) => `p${i}@example.org`).join(', ') })],
    [
      'recipients on lines',
      message({ To: Array.from({ length: 10_000 }, (_, i) => `p${i}@example.org`).join(',\n ') }),
    ],
    ['fields of recipients', message({}).replace('To:', `${'Cc: a@b.c\n'.repeat(20_000)}To:`)],
    ['parameters', message({ 'Content-Type': `text/plain${long(';a=b')}` })],
    ['parameters in an address', message({ From: `a@example.org${long(';a=b')}` })],
    ['comments in comments', message({ From: `${long('(')}a@example.org${long(')')}`, To: long('(') })],
    ['groups in groups', message({ To: `${long('a:')}b@example.org;` })],
    ['angle brackets', message({ From: long('<') })],
    ['addresses of signs', message({ From: long('@'), To: long('<@') })],
    ['quotes', message({ From: long('"'), To: long('\\"') })],
    ['encoded words', message({ From: long('=?utf-8?Q?=41?= ') })],
    ['encoded words that do not end', message({ From: long('=?utf-8?Q?'), To: long('=?') })],
    ['spaces', message({ From: `a${long(' ')}@example.org`, Date: long(' ') })],
    ['commas', message({ To: long(','), From: `"${long(',')}" <a@example.org>` })],
    ['labels', message({ 'X-Gmail-Labels': long('a,') })],
    ['servers', message({ Date: null }).replace('To:', `${'Received: a; b\n'.repeat(20_000)}To:`)],
    ['a date', message({ Date: `Tue, 5 Mar 2024 ${long('1 ')}` })],
    ['folds', message({ To: `a@example.org${'\n '.repeat(200_000)}` })],
    ['fields', `${'X-Thing: 1\n'.repeat(50_000)}${message()}`],
    ['a line', `X-Thing: ${long('x', 5_000_000)}\n${message()}`],
    ['dashes', message({ From: `${long('no-')}@example.org` })],
    ['beginnings', `From - ${AT}\n`.repeat(20_000)],
    ['beginnings without an address', mbox(message({}, `\nFrom ${long('a at ')}`)).repeat(2)],
    ['sentences', mbox(message({}, '\nFrom here\n'.repeat(50_000)))],
    ['lengths', mbox(...Array.from({ length: 3000 }, () => message({ 'Content-Length': '100000' })))],
  ])('%s without end', async (_, text) => {
    for (const given of [ALL, { ...ALL, create: true }, {}]) {
      try {
        await parsed(mail, sourceFile(text), given);
      } catch (error) {
        if (!(error instanceof NetError)) throw error;
      }
    }
  });

  test('a list of recipients that was cut names nobody by half', async () => {
    const cut = sent(`${' '.repeat(63_990)}ana@example.org`);
    expect((await imported(cut, ALL)).skipped).toEqual({ 'large mail': 1 });
  });
});

describe('whatever a file holds', () => {
  const MAIL = FIXTURES.filter((name) => /\.(?:mbox|eml)$/.test(name)).map(fixture);
  const pieces = fc.constantFrom(
    ...`From |From - ${AT}\n|From: |To: |Cc: |Date: |\n|\r\n|\n\n| |\t|<|>|@|,|;|:|(|)|"|\\|=?utf-8?Q?|?=|=C3|é|\0|\ud800|Content-Length: 9\n|ana@example.org|X-Gmail-Labels: Sent\n|Delivered-To: a@b.c\n|constructor|__proto__`.split(
      '|',
    ),
  );
  const given = fc.constantFrom<Partial<Given>>(ALL, { me: [JOAN], create: true }, { create: true }, {});

  async function readsOrRefuses(bytes: Uint8Array, told: Partial<Given>): Promise<void> {
    try {
      const { people, talks, rejects } = await parsed(mail, sourceFile(bytes, 'file', 100), told);
      expect(new Set(talks.map(({ key }) => key)).size).toBe(talks.length);
      const keys = new Set(people.map(({ key }) => key));
      expect(keys.size).toBe(people.length);
      for (const talk of talks)
        for (const one of talk.people) if ('key' in one) expect(keys).toContain(one.key);
      expect([...people, ...talks, ...rejects].every(({ line }) => line >= 1)).toBe(true);
      expect(people.every(({ name }) => name.trim() !== '')).toBe(true);
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
    }
  }

  test('arbitrary bytes end in parts or a NetError', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), given, readsOrRefuses), {
      numRuns: 500,
    });
    const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, given, (parts, told) => readsOrRefuses(Buffer.from(parts.join('')), told)),
      { numRuns: 1000 },
    );
  });

  test('so do fixtures with a few places changed', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.oneof(pieces, fc.string({ maxLength: 3 }))), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MAIL), changes, given, async (text, places, told) => {
        const changed = places.reduce((now, [at, length, put]) => {
          const from = at % (now.length + 1);
          return now.slice(0, from) + put + now.slice(from + length);
        }, text);
        await readsOrRefuses(Buffer.from(changed), told);
      }),
      { numRuns: 1000 },
    );
  });

  test('no word of a subject or a text is ever in a part', async () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/).map((text) => `zq${text}`);
    const line = fc.oneof(
      word,
      fc.constantFrom('', 'From here', `>From a@b.c ${AT}`, 'To: x@example.com', '--b'),
    );
    const one = fc.record({
      subject: word,
      body: fc.array(fc.tuple(word, line), { minLength: 1, maxLength: 6 }),
      mine: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), fc.boolean(), async (all, create) => {
        const texts = all.map(({ subject, body, mine }) =>
          (mine ? sent('Ana Lopes <ana@example.org>') : message())
            .replace("Nobody's business", subject)
            .replace('Hello.', body.map(([said, then]) => `${said}\n${then}`).join('\n')),
        );
        const told = { ...ALL, create, isKnown: () => !create };
        for (const text of [mbox(...texts), ...texts])
          expect(JSON.stringify(await imported(text, told))).not.toContain('zq');
      }),
      { numRuns: 300 },
    );
  });
});
