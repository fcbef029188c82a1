import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import type { ImportedTalk } from '../../src/domain/imported.ts';
import { readDate } from '../../src/formats/mail/date.ts';
import { ownAddresses } from '../../src/formats/mail/own.ts';
import { mail } from '../../src/formats/mail.ts';
import type { Given } from '../../src/formats/record.ts';
import { JOAN, mbox, message, sent } from '../support/mail.ts';
import { GIVEN, type ParsedFile, sourceFile } from '../support/parsed.ts';
import { fixture, imported } from './fixtures.ts';

const KNOWN: Partial<Given> = { me: [JOAN], isKnown: (email) => email.toLowerCase() === 'ana@example.org' };
const EVERYBODY: Partial<Given> = { me: [JOAN], isKnown: (email) => email.endsWith('@example.org') };
const CREATE: Partial<Given> = { me: [JOAN], create: true };

/** The talks as short texts: the day, whom with, and who began. */
function talks({ talks: all }: ParsedFile): readonly string[] {
  return all.map(({ heldOn, people, startedBy }) => `${heldOn} ${whom(people)} ${startedBy}`);
}

function whom(people: ImportedTalk['people']): string {
  return people.map((one) => ('email' in one ? one.email : one.key)).join(', ');
}

describe('archives as programs write them', () => {
  test('Gmail: sent and received, lists, spam, drafts and chats by their labels', async () => {
    const file = await imported(fixture('takeout.mbox'), {
      isKnown: (email) => email.endsWith('@example.org'),
    });
    expect(talks(file)).toEqual([
      '2024-03-05 ana.lopes@example.org them',
      '2024-03-05 ben@example.org me',
      '2024-03-09 ben@example.org them',
    ]);
    expect(file.talks.map(({ line }) => line)).toEqual([1, 37, 90]);
    expect(file.talks[0]?.people).toEqual([{ email: 'ana.lopes@example.org', name: 'Ana Lópes' }]);
    expect(file.talks[1]?.people).toEqual([{ email: 'ben@example.org', name: 'Ben Stone' }]);
    expect(file.talks[0]).toMatchObject({ channel: 'email', text: null, minutes: null });
    expect(file.skipped).toEqual({
      'mailing list message': 1,
      'spam message': 1,
      draft: 1,
      'chat message': 1,
    });
    expect(file.rejects).toEqual([]);
    expect(file.people).toEqual([]);
  });

  test('Gmail, with everybody there was mail both ways with', async () => {
    const file = await imported(fixture('takeout.mbox'), { create: true });
    expect(file.people.map(({ key, name, points }) => [key, name, points])).toEqual([
      [
        'email:ana.lopes@example.org',
        'Ana Lópes',
        [{ kind: 'email', value: 'ana.lopes@example.org', label: null }],
      ],
      ['email:ben@example.org', 'Ben Stone', [{ kind: 'email', value: 'ben@example.org', label: null }]],
    ]);
    expect(talks(file)).toEqual([
      '2024-03-05 email:ana.lopes@example.org them',
      '2024-03-05 email:ben@example.org me',
      '2024-03-09 email:ben@example.org them',
    ]);
  });

  test('Thunderbird: what is deleted but still in the file, and what was sent, which has the field of drafts', async () => {
    const file = await imported(fixture('thunderbird.mbox'), {
      isKnown: (email) => email.endsWith('@example.org'),
    });
    expect(talks(file)).toEqual([
      '2024-01-15 cleo@example.org them',
      '2024-01-16 cleo@example.org me',
      '2024-01-16 joerg@example.org me',
    ]);
    expect(file.talks[2]?.people).toEqual([{ email: 'joerg@example.org', name: 'Jörg Müller' }]);
    expect(file.skipped).toEqual({ 'deleted message': 1, 'automatic message': 1 });
  });

  test('a single message of Apple', async () => {
    const file = await imported(fixture('apple.eml'), EVERYBODY);
    expect(talks(file)).toEqual(['2024-02-10 dora@example.org them']);
    expect(file.talks[0]?.line).toBe(1);
  });
});

describe('which messages are touches', () => {
  const skippedOf = async (text: string, given = KNOWN) => (await imported(text, given)).skipped;

  test.each<[string, Record<string, string>]>([
    ['mailing list message', { 'List-Id': '<garden.example.org>' }],
    ['mailing list message', { 'List-Unsubscribe': '<mailto:x@example.org>' }],
    ['mailing list message', { 'List-Post': '<mailto:x@example.org>' }],
    ['mailing list message', { 'Mailing-List': 'contact x@example.org' }],
    ['mailing list message', { 'X-Mailing-List': 'x@example.org' }],
    ['mailing list message', { Precedence: 'bulk' }],
    ['mailing list message', { Precedence: 'List' }],
    ['mailing list message', { precedence: 'junk' }],
    ['automatic message', { Precedence: 'auto_reply' }],
    ['automatic message', { 'Auto-Submitted': 'auto-replied; owner-email="a@example.org"' }],
    ['automatic message', { 'X-Autoreply': 'yes' }],
    ['automatic message', { 'X-Autorespond': 'away' }],
    ['automatic message', { 'X-Auto-Response-Suppress': 'All' }],
    ['automatic message', { 'Return-Path': '<>' }],
    ['automatic message', { From: 'no-reply@example.org' }],
    ['automatic message', { From: 'Shop <orders-noreply@example.org>' }],
    ['automatic message', { From: 'donotreply+17@example.org' }],
    ['automatic message', { From: 'MAILER-DAEMON@example.org' }],
    ['automatic message', { From: 'bounces+joan=example.net@example.org' }],
    ['automatic message', { From: 'Postmaster <postmaster@example.org>' }],
    [
      'automatic message',
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
    ],
    ['mailing list message', { Sender: 'owner-garden@example.org' }],
    ['mailing list message', { Sender: 'garden-bounces+joan=example.net@lists.example.org' }],
    ['draft', { 'X-Gmail-Labels': 'Drafts' }],
    ['draft', { 'X-Uniform-Type-Identifier': 'com.apple.mail-draft' }],
    ['draft', { 'X-Status': 'T' }],
    ['deleted message', { 'X-Gmail-Labels': 'Opened,Trash' }],
    ['deleted message', { 'X-Status': 'D' }],
    ['deleted message', { 'X-Mozilla-Status': '0009' }],
    ['spam message', { 'X-Gmail-Labels': 'Spam' }],
    ['spam message', { 'X-Spam-Flag': 'YES' }],
    ['calendar message', { 'Content-Type': 'text/calendar; method=REPLY' }],
    ['calendar message', { 'Content-Class': 'urn:content-classes:calendarmessage' }],
    ['large mail', { To: Array.from({ length: 11 }, (_, i) => `p${i}@example.org`).join(', ') }],
    ["strangers' message", { From: 'somebody@example.com' }],
    ["strangers' message", { From: 'root' }],
  ])('%s: %j', async (kind, fields) => {
    expect(await skippedOf(message(fields))).toEqual({ [kind]: 1 });
    expect((await imported(message(fields), KNOWN)).talks).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ['submitted by hand', { 'Auto-Submitted': 'no' }],
    ['no spam', { 'X-Spam-Flag': 'NO', 'X-Spam-Status': 'No, score=-2' }],
    ['read', { Status: 'RO', 'X-Mozilla-Status': '0001' }],
    ['read, in a word', { Status: 'read', 'X-Status': 'Delivered, not yet read' }],
    ['sent for her', { Sender: 'Zed, the owner <zed@example.org>' }],
    ['an address in quotes', { From: "'Ana' <'ana@example.org'>" }],
    ['an address with its scheme', { From: 'Ana <mailto:ana@example.org>' }],
    ['labels that only sound alike', { 'X-Gmail-Labels': 'Inbox,Draft horses,Trash bins' }],
    ['to ten', { To: Array.from({ length: 10 }, (_, i) => `p${i}@example.org`).join(', '), Cc: JOAN }],
    ['to nobody that is named', { To: 'undisclosed-recipients:;' }],
    ['to me alone by Bcc', { To: 'other@example.com' }],
  ])('a message that is one: %s', async (_, fields) => {
    expect(talks(await imported(message(fields), KNOWN))).toEqual(['2024-03-05 ana@example.org them']);
  });

  test('what I send to nobody, to myself, or to a robot', async () => {
    expect(await skippedOf(sent('undisclosed-recipients:;'))).toEqual({ 'private note': 1 });
    expect(await skippedOf(sent(JOAN))).toEqual({ 'private note': 1 });
    expect(await skippedOf(sent('no-reply@example.org'))).toEqual({ 'automatic message': 1 });
    expect(await skippedOf(sent('x@example.com'))).toEqual({ "strangers' message": 1 });
  });

  test('a message of mine is for everybody it goes to, one to me for who wrote it', async () => {
    const mine = sent('ana@example.org, Ben <ben@example.org>', {
      Cc: 'cy@example.org',
      Bcc: 'di@example.org',
    });
    expect((await imported(mine, EVERYBODY)).talks.map(({ people }) => whom(people))).toEqual([
      'ana@example.org',
      'ben@example.org',
      'cy@example.org',
      'di@example.org',
    ]);
    const theirs = message({
      To: 'joan@example.net, ben@example.org',
      Cc: 'cy@example.org',
      Bcc: 'di@example.org',
    });
    expect(talks(await imported(theirs, EVERYBODY))).toEqual(['2024-03-05 ana@example.org them']);
  });

  test('my addresses in any case; what is labeled as sent is mine whatever the address', async () => {
    const shouted = sent('ana@example.org', { From: 'JOAN@Example.NET' });
    expect(talks(await imported(shouted, KNOWN))).toEqual(['2024-03-05 ana@example.org me']);
    const alias = sent('ana@example.org', { From: 'j@example.com', 'X-Gmail-Labels': 'Archived,Sent' });
    expect(talks(await imported(alias, KNOWN))).toEqual(['2024-03-05 ana@example.org me']);
  });
});

describe('when', () => {
  const heldOn = async (fields: Record<string, string | null>) =>
    (await imported(mbox(message(fields)), KNOWN)).talks.map(({ heldOn: on }) => on);

  test('the local day of the date', async () => {
    const dayOf: Given['dayOf'] = (instant) =>
      new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10) as ReturnType<Given['dayOf']>;
    const file = await imported(message({ Date: 'Tue, 5 Mar 2024 18:00:00 +0000' }), { ...KNOWN, dayOf });
    expect(file.talks[0]?.heldOn).toBe('2024-03-06');
  });

  test('the same archive in another time zone tells the same talks', async () => {
    const dates = [
      'Tue, 5 Mar 2024 01:00:00 +0000',
      'Tue, 5 Mar 2024 18:00:00 +0000',
      'Wed, 6 Mar 2024 03:00:00 +0000',
    ];
    const archive = mbox(...dates.map((date) => message({ Date: date })));
    const talksAt = async (hours: number) => {
      const dayOf: Given['dayOf'] = (instant) =>
        new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 10) as ReturnType<
          Given['dayOf']
        >;
      return (await imported(archive, { ...KNOWN, dayOf })).talks;
    };
    const keysAt = async (hours: number) => (await talksAt(hours)).map(({ key }) => key);
    const keys = await keysAt(0);
    expect(keys).toHaveLength(2);
    for (const hours of [-8, -3, 5, 9, 14]) expect(await keysAt(hours)).toEqual(keys);
    expect((await talksAt(-8)).map(({ heldOn: on }) => on)).toEqual(['2024-03-04', '2024-03-05']);
  });

  test('others have their turn while nothing is told yet', async () => {
    const archive = mbox(...Array.from({ length: 1000 }, () => message({})));
    const parse = await mail.parser();
    let turns = 0;
    for await (const part of parse(sourceFile(archive), { ...GIVEN, ...KNOWN }))
      if ('nothing' in part) turns++;
    expect(turns).toBe(1000);
  });

  test('without a date that can be read what the servers say, else the line above it', async () => {
    const Received = 'from a by b;\n Sun, 3 Mar 2024 10:00:00 +0000';
    expect(await heldOn({ Date: 'yesterday', Received })).toEqual(['2024-03-03']);
    expect(await heldOn({ Date: null, Received: 'from a by b; whenever' })).toEqual(['2024-03-05']);
    expect(await heldOn({ Date: null })).toEqual(['2024-03-05']);
  });

  test('a message without any date, or one that cannot be, is rejected with its line', async () => {
    const texts = [
      message({ Date: null }),
      message({ Date: 'Tue, 5 Mar 2999 10:00:00 +0000' }),
      message({ Date: 'Thu, 1 Jan 1970 00:00:00 +0000' }),
      message({ From: null }),
    ];
    const reasons = await Promise.all(
      texts.map(async (text) => (await imported(`\n\n${text}`, KNOWN)).rejects[0]),
    );
    expect(reasons).toEqual([
      { line: 3, reason: 'this message has no date that can be read' },
      { line: 3, reason: 'this message is of 2999-03-05, which is still to come' },
      { line: 3, reason: 'this message is of 1970-01-01, when there was no mail yet' },
      { line: 3, reason: 'this message does not say who wrote it' },
    ]);
    const all = await imported(mbox(message(), ...texts.slice(1)), KNOWN);
    expect(all.rejects.map(({ line }) => line)).toEqual([9, 17, 25]);
    expect(all.talks).toHaveLength(1);
  });

  test.each<[string, string | null]>([
    ['Tue, 5 Mar 2024 10:00:00 +0100 (CET (really))', '2024-03-05T09:00:00.000Z'],
    ['5 Mar 2024 10:00 EST', '2024-03-05T15:00:00.000Z'],
    ['Tue, 05 Mar 24 10:00:00 GMT', '2024-03-05T10:00:00.000Z'],
    ['Tue, 5 Mar 99 10:00:00 Z', '1999-03-05T10:00:00.000Z'],
    ['Tue, 5 Mar 102 10:00:00 Z', '2002-03-05T10:00:00.000Z'],
    ['Tue Mar  5 10:00:00 2024', '2024-03-05T10:00:00.000Z'],
    ['Tue Mar 05 10:00:00 +0200 2024', '2024-03-05T08:00:00.000Z'],
    ['Tue Mar  5 10:00:00 CEST 2024', '2024-03-05T08:00:00.000Z'],
    ['Tue Mar 05 2024 10:00:00 GMT+0100 (CET)', '2024-03-05T09:00:00.000Z'],
    ['Tuesday, 5-Mar-2024 10:00:00 -0330', '2024-03-05T13:30:00.000Z'],
    ['2024-03-05 10:00:00+01:00', '2024-03-05T09:00:00.000Z'],
    ['2024-03-05T10:00:00.123Z', '2024-03-05T10:00:00.000Z'],
    ['5 Mar 2024 3:00:00 PM', '2024-03-05T15:00:00.000Z'],
    ['Tue, 5 Mar 2024 10:00:00 +9959', '2024-03-05T10:00:00.000Z'],
    ['Tue, 31 Feb 2024 10:00:00 +0000', null],
    ['Tue, 0 Mar 2024 10:00:00 +0000', null],
    ['2024-00-05 10:00:00', null],
    ['Tue, 5 Mar 2024 25:00:00 +0000', null],
    ['Tue, 5 Mar 2024', null],
    ['', null],
    [`5 Mar 2024 10:00 ${'('.repeat(500)}`, null],
  ])('%s', (text, instant) => {
    const read = readDate(text);
    expect(read === null ? null : new Date(read).toISOString()).toBe(instant);
  });
});

describe('one talk for each person and day', () => {
  const at = (day: number, hour: number) => `${day} Mar 2024 ${hour}:00:00 +0000`;
  const conversation = [
    sent('ana@example.org', { Date: at(6, 12) }),
    message({ Date: at(5, 15) }),
    sent('ana@example.org', { Date: at(5, 9) }),
    message({ Date: at(6, 8) }),
  ];

  test('begun by who wrote first, in the order of the days, wherever the messages stand', async () => {
    const expected = ['2024-03-05 ana@example.org me', '2024-03-06 ana@example.org them'];
    const there = await imported(mbox(...conversation), KNOWN);
    const back = await imported(mbox(...conversation.toReversed()), KNOWN);
    expect(talks(there)).toEqual(expected);
    expect(talks(back)).toEqual(expected);
    expect(back.talks.map(({ key }) => key)).toEqual(there.talks.map(({ key }) => key));
  });

  test('two archives that overlap tell the same talks', async () => {
    const [inbox, outbox] = [
      conversation.filter((text) => text.startsWith('From: Ana')),
      conversation.filter((text) => text.startsWith('From: Joan')),
    ];
    const keys = async (texts: readonly string[]) =>
      (await imported(mbox(...texts), KNOWN)).talks.map(({ key }) => key);
    expect(await keys(inbox)).toEqual(await keys(outbox));
    expect(await keys([...inbox, ...outbox, ...inbox])).toEqual(await keys(conversation));
  });
});

describe('who', () => {
  test('with --create only whoever wrote and was written to; the others are counted', async () => {
    const file = await imported(
      mbox(
        message({ From: 'Ben <ben@example.com>' }),
        message({ From: 'Ben <ben@example.com>' }),
        sent('Cy <cy@example.com>'),
        message(),
        sent('ana@example.org', { Date: '9 Mar 2024 10:00 Z' }),
      ),
      CREATE,
    );
    expect(file.people.map(({ name }) => name)).toEqual(['Ana Lopes']);
    expect(file.skipped).toEqual({ 'one-way message': 3 });
    expect(file.talks).toHaveLength(2);
  });

  test('who is known is not taken in again, and needs no answer', async () => {
    const file = await imported(message(), { ...KNOWN, create: true });
    expect(file.people).toEqual([]);
    expect(file.talks[0]?.people).toEqual([{ email: 'ana@example.org', name: 'Ana Lopes' }]);
  });

  test.each<[string, string]>([
    ['"Lopes, Ana" <a@example.com>', 'Ana Lopes'],
    ["'Ana Lopes' <a@example.com>", 'Ana Lopes'],
    ['"\'Ana Lopes\'" <a@example.com>', 'Ana Lopes'],
    ['=?utf-8?B?QW5hIEzDs3Blcw==?= <a@example.com>', 'Ana Lópes'],
    ['=?iso-8859-1?Q?Ana_L=F3pes?= <a@example.com>', 'Ana Lópes'],
    ['=?utf-8?Q?Ana_L=C3?=\n =?utf-8?Q?=B3pes?= <a@example.com>', 'Ana Lópes'],
    ['=?nonsense?Q?Ana?= <a@example.com>', 'Ana'],
    ['Ana Lópes <a@example.com>', 'Ana Lópes'],
    ['Ana\n Lopes\n <a@example.com>', 'Ana Lopes'],
    ['a@example.com (Ana Lopes)', 'Ana Lopes'],
    ['"a@example.com" <A@Example.com>', 'a'],
    ['a@example.com', 'a'],
    ['Ana Lopes, PhD <x>, a@example.com', 'a'],
    ['"Lopes, PhD" <a@example.com>', 'Lopes, PhD'],
    ['Friends: Ana Lopes <a@example.com>;', 'Ana Lopes'],
    ['"Ana \\"Nan\\" Lopes" <a@example.com>', 'Ana "Nan" Lopes'],
    ['\u001b[31mAna <a@example.com>', '[31mAna'],
    ['<a@example.com>', 'a'],
  ])('%s', async (from, name) => {
    const { people } = await imported(mbox(message({ From: from }), sent('a@example.com')), CREATE);
    expect(people.map((person) => [person.key, person.name])).toEqual([['email:a@example.com', name]]);
  });

  test('bytes of Latin-1 in a header', async () => {
    const bytes = Buffer.from(
      mbox(message({ From: 'Ana Lópes <a@example.com>' }), sent('a@example.com')),
      'latin1',
    );
    expect((await imported(bytes, CREATE)).people[0]?.name).toBe('Ana Lópes');
  });

  test('a name as they write it themselves, the latest of them', async () => {
    const file = await imported(
      mbox(
        message({ From: 'Ana Lopes <a@example.com>', Date: '2 Mar 2024 10:00 Z' }),
        message({ From: 'Ana Reis <a@example.com>', Date: '4 Mar 2024 10:00 Z' }),
        message({ From: 'A <a@example.com>', Date: '3 Mar 2024 10:00 Z' }),
        sent('Anita <a@example.com>', { Date: '9 Mar 2024 10:00 Z' }),
      ),
      CREATE,
    );
    expect(file.people[0]?.name).toBe('Ana Reis');
  });

  test('addresses as they are: subaddresses, other alphabets, both names of Gmail', async () => {
    const all = [
      'ana+garden@example.org',
      'ana@bücher.example',
      'ana@gmail.com',
      'ana@googlemail.com',
      'аня@пример.example',
    ];
    const given = { me: [JOAN], isKnown: () => true };
    const file = await imported(sent(all.join(', ')), given);
    expect(file.talks.map(({ people }) => whom(people)).sort()).toEqual(all.sort());
  });
});

describe('which address is mine', () => {
  const own = (text: string, isKnown?: (email: string) => boolean) => ownAddresses(sourceFile(text), isKnown);

  test('where it was delivered to', () => {
    expect(own(message({ 'Delivered-To': 'Joan@Example.net' }))).toEqual([JOAN]);
    expect(
      own(message({ 'X-Original-To': 'joan@example.net', 'Delivered-To': 'local@example.net' })),
    ).toEqual([JOAN, 'local@example.net']);
    expect(own(message({ 'Envelope-To': '<joan@example.net>' }))).toEqual([JOAN]);
    const listed = mbox(
      message({ 'Delivered-To': 'mailing list garden@example.org' }),
      message({ 'Delivered-To': JOAN, Cc: 'x@example.org' }),
    );
    expect(own(listed)).toEqual([JOAN]);
  });

  test('where what was sent came from', () => {
    expect(own(mbox(sent('ana@example.org', { 'X-Gmail-Labels': 'Gesendet' })))).toEqual([JOAN]);
    expect(ownAddresses(sourceFile(mbox(sent('ana@example.org')), 'Sent.mbox'))).toEqual([JOAN]);
  });

  test('the one that most messages name', async () => {
    const text = mbox(message(), message({ From: 'ben@example.org' }), sent('cy@example.org'));
    expect(own(text)).toEqual([JOAN]);
    expect(talks(await imported(text, { isKnown: (email) => email !== JOAN }))).toHaveLength(3);
  });

  test('not the one that most messages name, where they show it better', () => {
    const text = mbox(
      message({ 'Delivered-To': JOAN }),
      message({ To: 'friends@example.org' }),
      message({ To: 'friends@example.org' }),
    );
    expect(own(text)).toEqual([JOAN]);
  });

  test('never somebody who is known, where nothing but the number speaks for it', () => {
    const text = mbox(message(), sent('ana@example.org'));
    expect(own(text, (email) => email === 'ana@example.org')).toEqual([JOAN]);
  });

  test('where two could be it, or nobody is in half of the messages, it asks', async () => {
    const strangers = mbox(
      ...['a', 'b', 'c'].map((name) => message({ From: `${name}@example.com`, To: `${name}@example.net` })),
    );
    for (const text of [message(), strangers]) {
      const failure: unknown = await imported(text, {}, 'mail.mbox').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NetError);
      expect(failure).toMatchObject({
        code: 'usage',
        message: 'mail.mbox does not show which address is yours',
        hint: 'net import mail.mbox --me you@example.org',
      });
    }
  });
});
