import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { isNetError } from '../../../src/domain/error.ts';
import { isDocument } from '../../../src/formats/document-reading.ts';
import { systemClock } from '../../../src/host/clock.ts';
import { namedFile } from '../../../src/host/files.ts';
import { newId } from '../../../src/host/ids.ts';
import { demoNetwork } from '../../../src/steps/demo-network.ts';
import type { DocumentTaken } from '../../../src/steps/import/document/rows.ts';
import { takeDocument } from '../../../src/steps/import/document.ts';
import { closeFile } from '../../../src/store/connect.ts';
import { all, type Db } from '../../../src/store/db.ts';
import { openFile } from '../../../src/store/open.ts';
import { writeInBulk } from '../../../src/store/operation.ts';
import { content, derived, inFile } from '../../support/content.ts';
import { commandLine, runAll } from '../../support/random-commands.ts';
import { tries } from '../../support/tries.ts';
import { type Desk, desk } from '../../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

/** Takes a document into the file of a desk, as one operation. */
async function takenIn(desk: Desk, document: string, rehearse = false): Promise<DocumentTaken> {
  const path = join(desk.directory, 'document.json');
  fs.writeFileSync(path, document);
  const db: Db = await openFile(desk.file, { access: 'create', machine: newId, clock: systemClock });
  try {
    const stamp = { id: newId(), at: `${desk.day}T10:00:00.000Z`, command: 'import' };
    return await writeInBulk(db, stamp, rehearse, (write) =>
      takeDocument(db, namedFile(path), desk.day, write, async () => {}),
    );
  } finally {
    closeFile(db);
  }
}

const exported = async (desk: Desk) => (await desk.net('export')).out;
const rowsIn = (document: string) => document.split('\n').filter((line) => line.startsWith('{"id"')).length;

/** The document with rows replaced, added or taken out. */
function changed(
  document: string,
  change: (tables: Record<string, Record<string, unknown>[]>) => void,
): string {
  const tables = JSON.parse(document) as Record<string, Record<string, unknown>[]>;
  change(tables);
  const { net, ...rest } = tables;
  const parts = Object.entries(rest).map(([table, rows]) =>
    rows.length === 0
      ? `"${table}":[]`
      : `"${table}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  return `{"net":${JSON.stringify(net)},\n${parts.join(',\n')}}\n`;
}

async function expectSound(desk: Desk): Promise<void> {
  await inFile(desk.file, (db) => {
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(all(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
  const { stands, anew } = await derived(desk.file);
  expect(stands).toEqual(anew);
}

describe('into an empty file', () => {
  test('whatever was done, the export of it is the same byte for byte, and undo takes all of it back', async () => {
    for (const seed of [41, 42, 43].slice(0, tries(1, 3))) {
      at = desk();
      await runAll(at, fc.sample(commandLine, { numRuns: 200, seed }));
      const document = await exported(at);
      const other = desk(at.day);
      const taken = await takenIn(other, document);
      expect(taken).toMatchObject({
        back: 0,
        unchanged: 0,
        conflicts: [],
        rejects: [],
        remarks: [],
        unknown: {},
      });
      expect(taken.added).toBe(rowsIn(document));
      expect(await exported(other)).toBe(document);
      expect(await content(other.file)).toEqual(await content(at.file));
      await expectSound(other);
      expect((await other.net('undo')).code).toBe(0);
      expect(rowsIn(await exported(other))).toBe(0);
      await expectSound(other);
      const again = await takenIn(other, document);
      expect([again.added, again.back]).toEqual([0, taken.added]);
      expect(await exported(other)).toBe(document);
      await expectSound(other);
    }
  }, 90_000);

  test('the demo network, too', async () => {
    for (const words of demoNetwork(at.day)) await at.net(...words);
    const document = await exported(at);
    const other = desk();
    await takenIn(other, document);
    expect(await exported(other)).toBe(document);
    expect((await other.net('today')).out).not.toBe('');
  });

  test('somebody of whom a file told more than fits into a screen or two hundred, too', async () => {
    const note = 'met "at the fair"\n'.repeat(500);
    const notes = Array.from({ length: 400 }, (_, i) => `NOTE:${i} ${note.replaceAll('\n', '\\n')}`);
    const cards = join(at.directory, 'people.vcf');
    fs.writeFileSync(
      cards,
      `BEGIN:VCARD\nVERSION:3.0\nUID:ana\nFN:Ana Silva\n${notes.join('\n')}\nEND:VCARD\n`,
    );
    expect((await at.net('import', cards)).code).toBe(0);
    const document = await exported(at);
    expect(Math.max(...document.split('\n').map(({ length }) => length))).toBeGreaterThan(3_600_000);
    const other = desk();
    expect((await takenIn(other, document)).rejects).toEqual([]);
    expect((await exported(other)) === document).toBe(true);
  });

  test('in any other layout, too', async () => {
    for (const words of demoNetwork(at.day)) await at.net(...words);
    const document = await exported(at);
    for (const text of [
      JSON.stringify(JSON.parse(document)),
      JSON.stringify(JSON.parse(document), null, 2),
      document.replaceAll('\n', '\r\n'),
      `\ufeff${document}`,
      document.replaceAll('\n{', '\n  {'),
    ]) {
      const other = desk();
      expect((await takenIn(other, text)).rejects).toEqual([]);
      expect(await exported(other)).toBe(document);
    }
  });

  test('rehearsed, nothing of it stays', async () => {
    await at.net('add', 'Ana', '--at', 'DevMeet');
    const other = desk();
    expect((await takenIn(other, await exported(at), true)).created).toHaveLength(1);
    expect((await other.net('export')).code).toBe(10);
  });
});

describe('what was answered once', () => {
  const idsOf = (document: string) =>
    (JSON.parse(document) as { contact: { id: string }[] }).contact.map(({ id }) => id).sort();

  beforeEach(async () => {
    await at.net('add', 'Ana Silva', '--email', 'ana@example.org', '--new');
    await at.net('add', 'Ana Silva', '--phone', '+351 900 000 001', '--new');
    await at.net('duplicates', '--apart', ...idsOf(await exported(at)));
    const table = join(at.directory, 'table.csv');
    fs.writeFileSync(table, 'Wer,Was\nBen Okoye,Chess\n');
    await at.net('import', table, '--map', 'name=Wer');
  });

  test('who is somebody else, and what columns are, goes along', async () => {
    const document = await exported(at);
    expect(document).toMatch(/"id":"apart /);
    expect(document).toMatch(/"id":"columns /);
    const other = desk();
    expect((await takenIn(other, document)).rejects).toEqual([]);
    expect(await exported(other)).toBe(document);
    expect((await other.net('duplicates')).out).toBe((await at.net('duplicates')).out);
    expect((await other.net('duplicates', '--json')).out).not.toContain('Ana Silva');
  });

  test('of somebody who does not come in nothing is said but that', async () => {
    const [gone] = idsOf(await exported(at));
    const without = changed(await exported(at), (tables) => {
      tables.contact = (tables.contact ?? []).filter(({ id }) => id !== gone);
      tables.contact_point = [];
      tables.participant = [];
    });
    const { rejects } = await takenIn(desk(), without);
    expect(rejects.map(({ reason }) => reason)).toContain('setting.id names a row that is not there');
  });

  test.each([
    ['one person', (id: string) => id.slice(0, 42)],
    ['the same person twice', (id: string) => `${id.slice(0, 42)} ${id.slice(6, 42)}`],
    ['two people the other way round', (id: string) => `apart ${id.slice(43)} ${id.slice(6, 42)}`],
    ['more than two', (id: string) => `${id} ${id.slice(6, 42)}`],
    ['nobody', () => 'apart'],
    ['a key without end', (id: string) => id.repeat(3)],
  ])('%s cannot be apart', async (_what, change) => {
    const odd = changed(await exported(at), ({ setting = [] }) => {
      for (const row of setting) if (String(row.id).startsWith('apart')) row.id = change(String(row.id));
    });
    const { rejects } = await takenIn(desk(), odd);
    expect(rejects.map(({ reason }) => reason).join()).toMatch(/does not name two people|no setting/);
  });
});

describe('into a file with content', () => {
  let document: string;

  beforeEach(async () => {
    await at.net('add', 'Ana Silva', '--at', 'DevMeet', '--email', 'ana@example.org');
    await at.net('add', 'Ben Okoye', '--via', 'ana', '--circle', 'close');
    await at.net('log', 'ana', 'coffee', '-g', 'a book');
    await at.net('log', 'ana, ben', 'lunch');
    await at.net('edit', 'ana', '--note', 'likes rust');
    await at.net('config', 'slots', '7');
    document = await exported(at);
  });

  test('its own export changes nothing', async () => {
    const taken = await takenIn(at, document);
    expect(taken).toMatchObject({ created: [], added: 0, back: 0, conflicts: [], deleted: 0, rejects: [] });
    expect(taken.unchanged).toBe(rowsIn(document));
    expect((await at.net('history', '--json')).out).not.toContain('import');
  });

  test('rows that are here stay as they are, and are told of by person', async () => {
    await at.net('edit', 'ana', '--org', 'Nordlys');
    await at.net('config', 'slots', '9');
    const now = await exported(at);
    const taken = await takenIn(at, document);
    expect(taken.conflicts).toEqual([
      { name: 'Ana Silva', rows: 1 },
      { name: null, rows: 1 },
    ]);
    expect(await exported(at)).toBe(now);
  });

  test('rows that are not here come in, of those who are here too', async () => {
    await at.net('add', 'Cleo Marsh', '--needs', 'a map');
    const other = desk('2026-11-22', 0xb000);
    await takenIn(other, document);
    await other.net('edit', 'ben', '--note', 'plays chess');
    const taken = await takenIn(other, await exported(at));
    expect(taken.created.map(({ name }) => name)).toEqual(['Cleo Marsh']);
    const { notes } = JSON.parse((await other.net('show', 'ben', '--json')).out) as { notes: unknown };
    expect(JSON.stringify(notes)).toContain('plays chess');
    await expectSound(other);
  });

  test('what was deleted here stays deleted', async () => {
    await at.net('edit', 'ana', '--drop', 'likes rust');
    await at.net('config', 'slots', '--unset');
    const now = await exported(at);
    const taken = await takenIn(at, document);
    expect(taken).toMatchObject({ added: 0, back: 0, deleted: 2 });
    expect(await exported(at)).toBe(now);
  });

  test('what only an undo took back comes back', async () => {
    await at.net('undo', '3');
    const taken = await takenIn(at, document);
    expect(taken.added).toBe(0);
    expect(taken.back).toBeGreaterThan(3);
    expect(await exported(at)).toBe(document);
    await expectSound(at);
  });

  test('somebody who was erased stays out with all that is theirs', async () => {
    await at.net('recommend', 'ana', 'as a reviewer', '--to', 'ben', '--agreed', 'both', '--by', 'email');
    document = await exported(at);
    await at.net('purge', 'ana', '--yes');
    const taken = await takenIn(at, document);
    expect(taken.erased).toEqual([{ line: expect.any(Number), name: 'Ana Silva' }]);
    expect(taken).toMatchObject({ created: [], rejects: [], remarks: [] });
    const now = await exported(at);
    for (const word of [
      'Ana Silva',
      'ana@example.org',
      'coffee',
      'likes rust',
      'a book',
      'DevMeet',
      'as a reviewer',
    ])
      expect(now).not.toContain(word);
    await expectSound(at);
  });

  test('into another file that knows of it by the e-mail address alone', async () => {
    const other = desk('2026-11-22', 0xb000);
    await other.net('add', 'Ana S.', '--email', 'ana@example.org');
    await other.net('purge', 'ana', '--yes');
    const taken = await takenIn(other, document);
    expect(taken.erased).toMatchObject([{ name: 'Ana Silva' }]);
    expect(taken.created.map(({ name }) => name)).toEqual(['Ben Okoye']);
    expect(taken.remarks).toEqual([]);
    const now = await exported(other);
    for (const word of ['Ana Silva', 'ana@example.org', 'coffee', 'DevMeet']) expect(now).not.toContain(word);
    expect(now).toContain('lunch');
    await expectSound(other);
  });

  test('marks of the erased come in, and keep them out from then on', async () => {
    await at.net('export', join(at.directory, 'people.vcf'));
    await at.net('purge', 'ana', '--yes');
    const other = desk('2026-11-22', 0xb000);
    await takenIn(other, await exported(at));
    const { out } = await other.net('import', join(at.directory, 'people.vcf'), '--json');
    expect(JSON.parse(out)).toMatchObject({ created: [], erased: [{ name: 'Ana Silva' }] });
  });

  test('a short id that is taken gets longer', async () => {
    const other = desk();
    await other.net('add', 'Zoe Marsh', '--at', 'the fair');
    const [zoe] = (JSON.parse(await exported(other)) as { contact: { short: string }[] }).contact;
    const moved = document.replaceAll('-00000000', '-10000000').replaceAll('"id":"slots"', '"id":"slots"');
    const taken = await takenIn(other, moved);
    const shorts = taken.created.map(({ short }) => short);
    expect(zoe?.short).toBe('a003');
    expect(shorts).toContain('0a003');
    expect((await other.net('show', '0a003', '--json')).code).toBe(0);
    await expectSound(other);
  });
});

describe('a document that was edited', () => {
  let document: string;
  const ID = '01937c1e-0000-7000-8000-00000000ffff';

  beforeEach(async () => {
    await at.net('add', 'Ana Silva', '--at', 'DevMeet', '--email', 'ana@example.org', '--needs', 'a map');
    await at.net('add', 'Ben Okoye', '--via', 'ana', '--circle', 'close');
    await at.net('log', 'ana, ben', 'lunch', '-g', 'a book');
    await at.net('config', 'slots', '7');
    document = await exported(at);
  });

  const first = (rows: Record<string, unknown>[] | undefined) => rows?.[0] ?? {};

  test.each<[string, (tables: Record<string, Record<string, unknown>[]>) => void, RegExp]>([
    ['no id', (t) => delete first(t.trait).id, /trait\.id is missing/],
    ['an id that is none', (t) => (first(t.trait).id = '../x'), /trait\.id is "\.\.\/x", and no id/],
    ['a number for a text', (t) => (first(t.trait).text = 5), /trait\.text is 5, not a text/],
    ['a list for a text', (t) => (first(t.trait).text = ['a']), /not a text/],
    ['an empty text', (t) => (first(t.trait).text = ' '), /trait\.text is empty/],
    ['an endless text', (t) => (first(t.trait).text = 'x'.repeat(30_000)), /has 30000 characters/],
    ['half a character', (t) => (first(t.trait).text = '\ud800'), /half a character/],
    ['an unknown word', (t) => (first(t.trait).kind = 'secret'), /it can be tag, interest, need, offer/],
    ['a word of the prototype', (t) => (first(t.trait).kind = 'constructor'), /it can be/],
    ['a day that is none', (t) => (first(t.trait).notedOn = '2026-02-30'), /no day of the calendar/],
    ['the last day of all', (t) => (first(t.trait).notedOn = '9999-12-31'), /no day of the calendar/],
    ['a day of the year 1', (t) => (first(t.trait).notedOn = '0001-01-01'), /no day of the calendar/],
    ['a talk to come', (t) => (first(t.interaction).heldOn = '2999-12-31'), /heldOn is 2999-12-31, which is/],
    ['a gift to come', (t) => (first(t.exchange).madeOn = '2026-11-24'), /madeOn is 2026-11-24, which is/],
    ['a note to come', (t) => (first(t.trait).notedOn = '2027-01-01'), /still to come/],
    ['a birthday that is none', (t) => (first(t.contact).birthday = '05-03'), /no birthday/],
    ['an instant that is none', (t) => (first(t.contact).createdAt = 'now'), /no instant/],
    ['a flag that is none', (t) => (first(t.interaction).meeting = 1), /not true or false/],
    ['a cadence of nothing', (t) => (first(t.contact).everyDays = 0), /not a whole number from 1/],
    ['an endless cadence', (t) => (first(t.contact).everyDays = 1e15), /not a whole number/],
    ['half a minute', (t) => (first(t.gathering).minutes = 0.5), /not a whole number/],
    ['null for a name', (t) => (first(t.contact).name = null), /contact\.name is missing/],
    ['a row that is a list', (t) => t.trait?.push([] as never), /no row of trait: it is no object/],
    ['a row that is a text', (t) => t.trait?.push('x' as never), /it is no object/],
    ['the same id twice', (t) => t.trait?.push({ ...first(t.trait) }), /another row of trait has the id/],
    [
      'somebody who is not there',
      (t) => (first(t.trait).contactId = ID),
      /trait\.contactId names a row that is not there/,
    ],
    ['a setting that cannot be', (t) => (first(t.setting).value = '-5'), /"-5" is no value for slots/],
    [
      'a source of nothing',
      (t) => t.source?.push({ id: ID, contactId: null, kind: 'vcard', key: 'a', imported: '{}' }),
      /a source is of one/,
    ],
    [
      'a source that tells nothing',
      (t) =>
        t.source?.push({ id: ID, contactId: first(t.contact).id, kind: 'vcard', key: 'a', imported: 'x' }),
      /not what a file tells of somebody/,
    ],
    [
      'a source with odd lists',
      (t) =>
        t.source?.push({
          id: ID,
          contactId: first(t.contact).id,
          kind: 'vcard',
          key: 'a',
          imported: '{"name":"Ana","points":[1],"traits":[],"notes":[]}',
        }),
      /not what a file tells of somebody/,
    ],
    [
      'a recommendation to oneself',
      (t) => {
        const { id } = first(t.contact);
        t.recommendation?.push({
          id: ID,
          contactId: id,
          toId: id,
          madeOn: '2026-01-01',
          createdAt: '2026-01-01T00:00:00Z',
        });
      },
      /to themselves/,
    ],
  ])('%s is a reject, and everything else comes in', async (_what, change, reason) => {
    for (const layout of [(text: string) => text, (text: string) => JSON.stringify(JSON.parse(text))]) {
      const other = desk();
      const text = changed(document, change);
      const taken = await takenIn(other, layout(text));
      expect(taken.rejects.map((reject) => reject.reason).join('\n')).toMatch(reason);
      const [{ line } = { line: 0 }] = taken.rejects;
      expect(line).toBeGreaterThan(0);
      if (text === layout(text)) expect(taken.rejects.some((reject) => reject.line > 1)).toBe(true);
      expect(taken.added).toBeGreaterThan(2);
      await expectSound(other);
      expect([0, 10]).toContain((await other.net('today')).code);
    }
  });

  test('what need not be there is left out, and said', async () => {
    const other = desk();
    const taken = await takenIn(
      other,
      changed(document, ({ contact = [] }) => {
        Object.assign(first(contact), { viaId: ID, targetId: ID, nickname: undefined });
      }),
    );
    expect(taken.rejects).toEqual([]);
    expect(taken.remarks.map(({ reason }) => reason)).toEqual([
      'contact.viaId names a row that is not there: taken in without it',
      'contact.targetId names a row that is not there: taken in without it',
    ]);
    await expectSound(other);
  });

  test('days of somebody that are still to come are left out, and said; tomorrow is today elsewhere', async () => {
    const other = desk();
    const taken = await takenIn(
      other,
      changed(document, ({ contact = [], exchange = [] }) => {
        Object.assign(first(contact), { lastOn: '2999-12-31', metOn: '2026-11-23' });
        Object.assign(first(exchange), { dueOn: '2027-12-31' });
      }),
    );
    expect(taken.rejects).toEqual([]);
    expect(taken.remarks.map(({ reason }) => reason)).toEqual([
      'contact.lastOn is 2999-12-31, which is still to come: taken in without it',
    ]);
    const tables = JSON.parse(await exported(other)) as Record<string, Record<string, unknown>[]>;
    expect(first(tables.contact)).toMatchObject({ metOn: '2026-11-23' });
    expect(first(tables.exchange)).toMatchObject({ dueOn: '2027-12-31' });
    await expectSound(other);
    expect((await other.net('today')).code).toBe(0);
  });

  test('those who introduced one another in a circle come in, one of them without', async () => {
    const other = desk();
    const taken = await takenIn(
      other,
      changed(document, ({ contact = [] }) => {
        const [ana = {}, ben = {}] = contact;
        ana.viaId = ben.id;
      }),
    );
    expect(taken.created).toHaveLength(2);
    expect(taken.remarks).toHaveLength(1);
    expect(taken.remarks[0]?.reason).toMatch(/circle/);
    const { contact } = JSON.parse(await exported(other)) as { contact: { viaId: string | null }[] };
    expect(contact.filter(({ viaId }) => viaId !== null)).toHaveLength(1);
  });

  test('oneself is introduced by nobody', async () => {
    const other = desk();
    await takenIn(
      other,
      changed(document, ({ contact = [] }) => (first(contact).viaId = first(contact).id)),
    );
    const { contact } = JSON.parse(await exported(other)) as { contact: { viaId: string | null }[] };
    expect(contact[0]?.viaId).toBeNull();
  });

  test('tables and fields of a newer net are left alone, and said', async () => {
    const text = changed(document, (tables) => {
      tables.mood = [{ id: ID }];
      first(tables.contact).shoeSize = 40;
      Object.defineProperty(first(tables.contact), '__proto__', { value: { name: 'Eve' }, enumerable: true });
      Object.assign(tables, JSON.parse('{"__proto__":[{"id":"x"}],"toString":[]}'));
    });
    const other = desk();
    const taken = await takenIn(other, text);
    expect(taken.rejects).toEqual([]);
    expect(taken.unknown).toMatchObject({ mood: 1, 'contact.shoeSize': 1 });
    expect(await exported(other)).toBe(document);
  });

  test('a broken line is a reject, and so is an end that is missing', async () => {
    const lines = document.split('\n');
    const at = lines.findIndex((line) => line.startsWith('{"id"') && line.includes('a map'));
    const broken = lines.with(at, '{"id":"01937c1e-');
    expect((await takenIn(desk(), broken.join('\n'))).rejects).toEqual([
      { line: at + 1, reason: 'this is no row of trait: it is no JSON' },
    ]);
    const cutOff = document.slice(0, document.length * 0.6);
    const { rejects, added } = await takenIn(desk(), cutOff);
    expect(rejects.at(-1)?.reason).toMatch(/no end|no JSON/);
    expect(added).toBeGreaterThan(1);
  });

  test.each([
    ['{"net":2,\n"contact":[]}', 'newer'],
    ['{"net":"1"}', 'rejected'],
    ['{"net":0.5,\n"contact":[]}', 'rejected'],
    ['{"net":}', 'rejected'],
    ['{"net":1', 'rejected'],
    [`{"net":1,"a":${'['.repeat(100_000)}`, 'rejected'],
    ['{"net": 99999999999999999999, "contact": []}', 'newer'],
  ])('%j', async (text, code) => {
    expect(isDocument(text)).toBe(true);
    await expect(takenIn(desk(), text)).rejects.toMatchObject({ code });
  });

  test('what is recognized', () => {
    expect(['{"net":1', '\ufeff{ "net" : 1', '\n{\n  "net":1'].every(isDocument)).toBe(true);
    expect(['{"version":1}', '["net"]', '', '{"nets":1}', 'a {"net":1'].some(isDocument)).toBe(false);
  });
});

test('however a document is mutated, it ends in a report or one clear error, and the file stays sound', async () => {
  await at.net('add', 'Ana Silva', '--at', 'DevMeet', '--email', 'ana@example.org', '--needs', 'a map');
  await at.net('add', 'Ben Okoye', '--via', 'ana', '--circle', 'close');
  await at.net('log', 'ana, ben', 'lunch', '-g', 'a book');
  await at.net('recommend', 'ana', '--to', 'ben');
  const document = await exported(at);
  const put = fc.oneof(
    fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '\n',
      'null',
      '-1',
      '1e99',
      'true',
      '"__proto__"',
      '\\u0000',
      '\ud800',
      '2026-13-01',
      '9999-12-31',
      '2999-12-31',
      '0001-01-01',
    ),
    fc.string({ maxLength: 3 }),
  );
  const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(8), put), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const text = changes.reduce((now, [where, length, piece]) => {
        const from = where % (now.length + 1);
        return now.slice(0, from) + piece + now.slice(from + length);
      }, document);
      const other = desk();
      try {
        await takenIn(other, text);
      } catch (error) {
        if (!isNetError(error)) throw error;
        return;
      }
      // Where nothing came in there is no file, or one in which nothing was ever written.
      const { code } = await other.net('today');
      expect([0, 10]).toContain(code);
      if (code === 0) await expectSound(other);
    }),
    { numRuns: tries(25, 80) },
  );
}, 120_000);
