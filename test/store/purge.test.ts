import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { all, get } from '../../src/store/db.ts';
import { footprintOf } from '../../src/store/footprint.ts';
import { openFile } from '../../src/store/open.ts';
import { PROSE } from '../../src/store/prose.ts';
import { LINKS, purge, RECOMMENDED } from '../../src/store/purge.ts';
import { columnOf, FIELDS, TABLE_NAMES } from '../../src/store/rows.ts';
import { sweep, unswept } from '../../src/store/sweep.ts';
import { content, derived, inFile } from '../support/content.ts';
import { net, program } from '../support/program.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { buildOnce } from '../support/sitting.ts';
import { tries } from '../support/tries.ts';
import { type Desk, desk } from '../support/world.ts';

type Rows = Record<string, Record<string, unknown>[]>;

let at: Desk;

beforeEach(() => {
  at = desk();
});

/** The words that only the person's rows have; lower case, as what is derived keeps them. */
const TOKENS =
  'quorra zyvex quorrish ferrovia glazier porthaven quokka narwhal ocelot wombat xylograph dugong axolotl pangolin meerkat kakapo tarsier'.split(
    ' ',
  );

async function types(...lines: readonly string[][]): Promise<void> {
  for (const words of lines) {
    const { code, err } = await at.net(...words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
}

/** Somebody with a word of their own in everything that can be known of them, others, and commands taken back and done again. */
async function fill(): Promise<string> {
  fs.writeFileSync(
    join(at.directory, 'card.vcf'),
    'BEGIN:VCARD\nVERSION:3.0\nUID:dugong-1\nFN:Quorra Zyvex\nEMAIL:quorra@axolotl.example\nNOTE:pangolin\nEND:VCARD\n',
  );
  await types(
    ['add', 'Ben Okoye', '--circle', 'close'],
    ['add', 'Eva Berg', '--at', 'DevMeet', '--offers', 'design'],
    ['add', 'Quorra Zyvex', '--circle', 'close', '--last', '5 months ago', '--at', 'meerkat fair'],
    ['edit', 'quorra', '--nick', 'Quorrish', '--org', 'Ferrovia', '--role', 'glazier', '--city', 'Porthaven'],
    [
      'edit',
      'quorra',
      '--email',
      'quorra@axolotl.example',
      '--phone',
      '+351 900 777 001',
      '--needs',
      'quokka',
      '--tag',
      'narwhal',
    ],
    ['edit', 'quorra', '--note', 'an ocelot of her own', '--ask-about', 'the wombat'],
    ['edit', 'quorra', '--drop', 'an ocelot of her own'],
    ['edit', 'quorra', '--city', 'Lisbon'],
    ['import', join(at.directory, 'card.vcf')],
    ['add', 'Zoe Marsh', '--via', 'quorra'],
    ['edit', 'ben', '--via', 'quorra'],
    ['log', 'quorra', 'a talk of xylograph', '-g', 'the kakapo', '-p', 'a tarsier by friday'],
    ['log', 'ben, quorra', 'lunch', '-g', 'a map'],
    ['log', 'ben, eva', 'coffee', '-g', 'a book'],
    ['ask', 'quorra', 'for a kakapo'],
    ['outcome', 'quorra', 'helped'],
    ['outcome', 'quorra', '--fruit', 'a meerkat'],
    ['today'],
    ['log', 'quorra', 'taken back: xylograph'],
    ['undo'],
    ['log', 'quorra', 'done again: xylograph'],
    ['undo'],
    ['redo'],
    ['log', 'ben, quorra', 'both, taken back: pangolin'],
    ['undo'],
    ['edit', 'ben', '--note', 'knows Quorra Zyvex'],
    ['edit', 'ben', '--drop', 'knows Quorra Zyvex'],
    ['done', '1', 'a wombat'],
  );
  return (JSON.parse((await at.net('show', 'quorra', '--json')).out) as { contact: { uuid: string } }).contact
    .uuid;
}

/** Every byte of the file and of what lies beside it, in lower case. */
function bytes(): string {
  return fs
    .readdirSync(at.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && join(entry.parentPath, entry.name).startsWith(at.file))
    .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase())
    .join('\n');
}

function found(words: readonly string[]): string[] {
  const text = bytes();
  return words.filter((word) => text.includes(word));
}

/** The rows that do not belong to somebody, as they should be without them. */
function without(before: Rows, id: string, gone: ReadonlySet<unknown>): Rows {
  const kept = (rows: Record<string, unknown>[]) =>
    rows
      .filter((row) => !gone.has(row.id))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            column !== 'id' && (value === id || gone.has(value)) ? null : value,
          ]),
        ),
      );
  // What was given by recommending them keeps no words of it, and what was paid forward to them stays paid.
  const paidBy = (isGone: boolean) =>
    new Set(
      (before.exchange ?? [])
        .filter((row) => row.deleted_at === null && gone.has(row.id) === isGone)
        .map((row) => row.forwards_id),
    );
  const [paid, paidByOthers] = [paidBy(true), paidBy(false)];
  const exchange = (before.exchange ?? []).map((row) => ({
    ...row,
    ...(gone.has(row.recommendation_id) ? { text: RECOMMENDED } : {}),
    ...(paid.has(row.id) && !paidByOthers.has(row.id) ? { forward_on: null } : {}),
  }));
  return Object.fromEntries(
    Object.entries({ ...before, exchange }).map(([table, rows]) => [table, kept(rows)]),
  );
}

async function expectWhole(): Promise<void> {
  const { stands, anew } = await derived(at.file);
  expect(stands).toEqual(anew);
  await inFile(at.file, (db) => {
    expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(get(db, 'SELECT mode, operation FROM journal_mode')).toEqual({ mode: 'off', operation: null });
  });
}

test('of somebody who was erased no byte is left, and everything else is as it was', async () => {
  const id = await fill();
  expect(found([...TOKENS, id])).toEqual([...TOKENS, id]);
  const before = (await content(at.file)) as Rows;
  const footprint = await inFile(at.file, (db) => footprintOf(db, [id]));
  expect(footprint.shared).toHaveLength(1);
  const gone = new Set(Object.values(footprint.rows).flatMap((rows) => rows.map((row) => row.id)));

  expect((await at.net('purge', 'quorra', '--yes')).code).toBe(0);
  expect(found([...TOKENS, id])).toEqual([]);
  expect(fs.readdirSync(at.directory).sort()).toEqual(['card.vcf', 'net.db', 'net.db-backups']);
  const { purged, ...after } = (await content(at.file)) as Rows;
  const { purged: none, ...expected } = without(before, id, gone);
  expect(after).toEqual(expected);
  expect(none).toEqual([]);
  // Of the id in the card, the one here, the e-mail address, and the number with the name and the nickname.
  expect(purged).toHaveLength(5);
  await expectWhole();
  expect((await at.net('show', 'ben')).code).toBe(0);
  expect((await at.net('today')).code).toBe(0);
});

test('the numbers of the list stay as they are, and it still grows', async () => {
  await fill();
  const lines = async () => {
    const { out } = await at.net('today', '--json');
    const { lines } = JSON.parse(out) as { lines: { number: number; contact: { name: string } }[] };
    return lines.map(({ number, contact }) => ({ number, name: contact.name }));
  };
  const before = await lines();
  expect(before.map(({ name }) => name)).toContain('Quorra Zyvex');
  await types(['purge', 'quorra', '--yes']);
  const left = before.filter(({ name }) => name !== 'Quorra Zyvex');
  expect(await lines()).toEqual(left);
  await types(
    ['promise', 'eva', 'the photos', '--due', 'today'],
    ['promise', 'ben', 'a map', '--due', 'today'],
  );
  const grown = await lines();
  expect(grown.slice(0, left.length)).toEqual(left);
  expect(grown.map(({ name }) => name)).toEqual(expect.arrayContaining(['Eva Berg', 'Ben Okoye']));
  expect(new Set(grown.map(({ number }) => number)).size).toBe(grown.length);
  const number = before.find(({ name }) => name === 'Quorra Zyvex')?.number;
  expect((await at.net('done', String(number))).code).toBe(4);
});

describe('a purge ends what can be taken back', () => {
  test('and says so; what comes after it can be', async () => {
    await fill();
    await at.net('undo');
    await types(['purge', 'quorra', '--yes']);
    const before = await content(at.file);
    for (const verb of ['undo', 'redo']) {
      const { code, err } = await at.net(verb);
      expect([verb, code]).toEqual([verb, 4]);
      expect(err).toContain('since somebody was erased for good');
    }
    await types(['edit', 'ben', '--city', 'Porto'], ['give', 'eva', 'a map']);
    const undone = JSON.parse((await at.net('undo', '99', '--json')).out) as { undone: unknown[] };
    expect(undone.undone).toHaveLength(2);
    expect(await content(at.file)).toEqual(before);
    expect(
      (JSON.parse((await at.net('redo', '99', '--json')).out) as { redone: unknown[] }).redone,
    ).toHaveLength(2);
    await expectWhole();
  });

  test('history shows where', async () => {
    await fill();
    await types(['purge', 'quorra', '--yes'], ['give', 'eva', 'a map']);
    const { operations } = JSON.parse((await at.net('history', '2', '--json')).out) as {
      operations: { command: string }[];
    };
    expect(operations.map(({ command }) => command)).toEqual(['give', 'purge']);
  });
});

describe('whom it erases', () => {
  test('somebody whose adding was taken back, by id and by name', async () => {
    await types(['add', 'Ben Okoye'], ['add', 'Quorra Zyvex'], ['undo']);
    const { short } = (await inFile(at.file, (db) =>
      get<{ short: string }>(db, `SELECT short FROM contact WHERE name LIKE 'Quorra%'`),
    )) as { short: string };
    await types(['purge', short, '--yes']);
    expect(found(['quorra', 'zyvex'])).toEqual([]);
    await types(['add', 'Quorra Zyvex'], ['undo'], ['purge', 'quorra zyvex', '--yes']);
    expect(found(['quorra', 'zyvex'])).toEqual([]);
  });

  test('with those of the same name that were taken back, and no namesake who is here', async () => {
    await types(['add', 'Quorra Zyvex', '--org', 'Ferrovia'], ['undo'], ['add', 'Quorra Zyvex']);
    await types(['add', 'Quorra Zyvex', '--new', '--city', 'Porthaven']);
    const [first] = await inFile(at.file, (db) =>
      all<{ short: string }>(db, 'SELECT short FROM contact WHERE deleted_at IS NULL ORDER BY id'),
    );
    await types(['purge', first?.short ?? '', '--yes']);
    expect(found(['ferrovia'])).toEqual([]);
    expect((await content(at.file)).contact).toMatchObject([{ city: 'Porthaven' }]);
  });

  test('one of several who were taken back only by id', async () => {
    await types(['add', 'Quorra Zyvex', '--circle', 'close'], ['undo'], ['add', 'Ben Okoye']);
    await inFile(at.file, (db) =>
      db.sqlite.exec(`UPDATE contact SET short = 'ben1' WHERE name LIKE 'Quorra%'`),
    );
    await types(['add', 'Ben1', '--new'], ['undo']);
    const { code, err } = await at.net('purge', 'ben1', '--yes');
    expect([code, err]).toEqual([4, expect.stringMatching(/could be .*Quorra.*\nhint: say the id/)]);
  });
});

test('a gathering that others came from stays, and so does one of which more is known', async () => {
  await types(['add', 'Quorra Zyvex', '--at', 'meerkat fair'], ['add', 'Ben Okoye', '--at', 'meerkat fair']);
  await types(['purge', 'quorra', '--yes']);
  expect((await content(at.file)).gathering).toMatchObject([{ name: 'meerkat fair' }]);
  await inFile(at.file, (db) => db.sqlite.exec('UPDATE gathering SET cost = 500'));
  await types(['purge', 'ben', '--yes']);
  expect((await content(at.file)).gathering).toMatchObject([{ name: 'meerkat fair' }]);
});

test('what others are told of with their name is listed with the line to type, and left as it is', async () => {
  await types(
    ['add', 'Quorra Zyvex', '--nick', 'Q', '--circle', 'close'],
    ['add', 'Ben Okoye', '--circle', 'close'],
  );
  await types(
    ['edit', 'ben', '--note', "Quorra's brother"],
    ['log', 'ben', 'talk of QUÓRRA ZYVEX', '-g', 'the quorrafold'],
  );
  await types(
    ['add', 'Eva Berg', '--needs', 'a quorr', '--circle', 'close'],
    ['config', 'offers', 'what Zyvex makes'],
  );
  const { mentions } = JSON.parse((await at.net('purge', 'quorra', '--dry-run', '--json')).out) as {
    mentions: unknown[];
  };
  expect(mentions).toEqual([
    { in: 'details', of: 'Ben Okoye', what: null, line: 'net edit ben', editable: true },
    { in: 'talk', of: 'Ben Okoye', what: null, line: 'net show ben', editable: false },
  ]);
  await types(['purge', 'quorra', '--yes']);
  expect((await content(at.file)).note).toMatchObject([{ text: "Quorra's brother" }]);
});

test('an earlier wording that names them is blanked with them', async () => {
  await types(['add', 'Quorra Zyvex'], ['add', 'Ben Okoye', '--org', 'Zyvex and sons']);
  await types(
    ['edit', 'ben', '--note', 'Quorra Zyvex knows him'],
    ['edit', 'ben', '--ask-about', 'Quorra Zyvex'],
  );
  await types(
    ['edit', 'ben', '--drop', 'Quorra Zyvex knows him'],
    ['edit', 'ben', '--ask-about', 'the boat'],
  );
  expect(found(['quorra zyvex'])).toEqual(['quorra zyvex']);
  await types(['purge', 'quorra', '--yes']);
  expect(found(['quorra'])).toEqual([]);
  expect((await content(at.file)).contact).toMatchObject([
    { name: 'Ben Okoye', org: 'Zyvex and sons', ask_about: 'the boat' },
  ]);
});

test('what net noted at a recommendation of them names them no more, and the give to the other stays', async () => {
  await types(
    ['add', 'Ana Silva', '--circle', 'close'],
    ['add', 'Quorra Zyvex', '--circle', 'close'],
    ['add', 'Ben Okoye', '--circle', 'close'],
    ['add', 'Carla Ruiz', '--circle', 'close'],
    ['recommend', 'ana', '--to', 'quorra', 'she likes ocelots', '--agreed', 'both'],
    ['recommend', 'quorra', '--to', 'carla', 'a wombat', '--agreed', 'both', '--by', 'email'],
    ['recommend', 'quorra', '--to', 'ben', '--agreed', 'both'],
    ['undo'],
    ['recommend', 'ana', '--to', 'ben', 'a map', '--agreed', 'both'],
  );
  const { out } = await at.net('purge', 'quorra', '--yes', '--json');
  expect((JSON.parse(out) as { mentions: unknown[] }).mentions).toEqual([]);
  expect(found(['quorra', 'zyvex', 'ocelot', 'wombat'])).toEqual([]);
  const { out: balance } = await at.net('balance', 'ana');
  expect(balance).toContain('given        2 (referral 2)');
  expect(balance).toContain('"a recommendation" (referral)');
  expect(balance).toContain('"recommended to Ben Okoye: a map" (referral)');
  await expectWhole();
});

test('what was paid forward to them stays paid', async () => {
  await types(
    ['add', 'Ana Silva', '--circle', 'close'],
    ['add', 'Ben Okoye', '--circle', 'close'],
    ['log', 'ana', 'coffee', '-r', 'the deck', '-r', 'a wombat'],
    ['forward', 'ana', '--which', '1'],
    ['give', 'ben', 'a book'],
    ['forward', 'ana'],
    ['purge', 'ben', '--yes'],
  );
  const { open } = JSON.parse((await at.net('forward', '--json')).out) as {
    open: { help: { text: string } }[];
  };
  expect(open.map(({ help }) => help.text)).toEqual(['a wombat']);
  await expectWhole();
});

test('--dry-run leaves every byte alone', async () => {
  await fill();
  const before = bytes();
  const { code, out } = await at.net('purge', 'quorra', '--dry-run');
  expect([code, out]).toEqual([0, expect.stringContaining('It would erase Quorra Zyvex')]);
  expect(bytes()).toBe(before);
});

describe('on a terminal', () => {
  /** Answers what is asked for with one text; a text that is refused is answered with nothing. */
  function answering(typed: string): { said: string[] } {
    const said: string[] = [];
    at.terminal = { columns: 100 };
    at.prompt = {
      text: async ({ message, check }) => {
        const verdict = (await check?.(typed)) ?? true;
        said.push(message, String(verdict));
        return verdict === true ? typed : '';
      },
      confirm: () => Promise.reject(new Error('asked')),
      select: () => Promise.reject(new Error('asked')),
      search: () => Promise.reject(new Error('asked')),
    };
    return { said };
  }

  test.each([
    ['the name', 'quorra  zyvex', 0],
    ['nothing', '', 130],
    ['yes', 'y', 130],
    ['half of the name', 'quorra', 130],
  ])('%s is typed', async (_what, typed, expected) => {
    await types(['add', 'Quorra Zyvex'], ['add', 'Ben Okoye']);
    const before = await content(at.file);
    const { said } = answering(typed);
    const { code, err } = await at.net('purge', 'quorra');
    expect([code, said[0]]).toEqual([expected, 'Type "Quorra Zyvex" to erase them, or nothing to leave:']);
    expect(err).toContain('It cannot be taken back, and neither can anything that was done before it.');
    if (expected === 0) expect(found(['quorra'])).toEqual([]);
    else expect(await content(at.file)).toEqual(before);
  });

  test('another program writes meanwhile: what goes is looked at again, and asked again where it has changed', async () => {
    await types(['add', 'Quorra Zyvex', '--circle', 'close'], ['add', 'Ben Okoye']);
    const other = desk(at.day, 0xb000);
    other.file = at.file;
    let asked = 0;
    answering('quorra zyvex');
    const { prompt } = at;
    at.prompt = {
      ...(prompt as NonNullable<typeof prompt>),
      text: async (question) => {
        if (asked++ === 0) await other.net('log', 'quorra', 'a talk of xylograph');
        return prompt?.text(question) ?? '';
      },
    };
    expect((await at.net('purge', 'quorra')).code).toBe(0);
    expect(asked).toBe(2);
    expect(found(['quorra', 'xylograph'])).toEqual([]);
  });
});

describe('cut short between erasing and sweeping', () => {
  async function cutShort(): Promise<void> {
    const id = await fill();
    await inFile(at.file, (db) => {
      const stamp = { id: newId(), at: '2026-11-22T09:00:00.000Z', command: 'purge' };
      purge(db, stamp, footprintOf(db, [id]), [], () => false);
    });
  }

  test('they are gone from the rows, and net purge alone finishes it', async () => {
    await cutShort();
    expect((await at.net('show', 'quorra')).code).toBe(4);
    expect((await at.net('purge', '--dry-run')).out).toContain('An erasing was cut short');
    await types(['give', 'eva', 'a map']);
    expect((await at.net('purge')).out).toBe('What an erasing left in the file is gone.\n');
    expect(found(TOKENS.filter((word) => !['quorra', 'zyvex'].includes(word)))).toEqual([]);
    expect((await at.net('purge')).code).toBe(2);
  });

  test('whoever types the same again is told', async () => {
    await cutShort();
    const { code, err } = await at.net('purge', 'quorra zyvex', '--yes');
    expect([code, err]).toEqual([4, expect.stringContaining('cut short is finished now')]);
    expect((await at.net('purge')).code).toBe(2);
  });

  test('the next purge of anybody finishes it too', async () => {
    await cutShort();
    await types(['purge', 'zoe', '--yes']);
    expect(found(TOKENS.filter((word) => !['quorra', 'zyvex'].includes(word)))).toEqual([]);
    expect((await at.net('purge')).code).toBe(2);
  });

  test('while another program reads it is not swept, and said', async () => {
    await cutShort();
    const db = await openFile(at.file, {
      access: 'write',
      machine: newId,
      clock: systemClock,
      copy: true,
      patience: 50,
    });
    const reader = new Database(at.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM contact').get();
    const begun = unswept(db) ?? '';
    const stamp = { id: newId(), at: '2026-11-22T09:00:00.000Z', command: 'sweep' };
    expect(() => sweep(db, stamp, begun)).toThrow(/in use by another program: what was erased is gone/);
    expect(unswept(db)).toBe(begun);
    reader.close();
    sweep(db, stamp, begun);
    expect(unswept(db)).toBeNull();
    closeFile(db);
    expect(found(TOKENS.filter((word) => !['quorra', 'zyvex'].includes(word)))).toEqual([]);
  });
});

test('others who write at the same time all arrive, and nobody comes back', async () => {
  await types(['add', 'Quorra Zyvex', '--circle', 'close'], ['add', 'Ben Okoye', '--circle', 'close']);
  buildOnce();
  const together = [
    ['purge', 'quorra', '--yes'],
    ...Array.from({ length: 8 }, (_, i) => ['log', 'ben', `talk nr ${i}`]),
    ['export', join(at.directory, 'meanwhile.json')],
  ].map(
    (argv) =>
      new Promise<number | null>((resolve) => {
        const env = { ...process.env, NET_DB: at.file };
        spawn(program, [net, ...argv], { env, stdio: 'ignore' }).on('exit', resolve);
      }),
  );
  expect(new Set(await Promise.all(together))).toEqual(new Set([0]));
  expect((await content(at.file)).interaction).toHaveLength(8);
  expect(found(['quorra', 'zyvex'])).toEqual([]);
  await expectWhole();
});

test('after any commands anybody can be erased, and nobody else changes', async () => {
  for (const seed of [1, 2, 3, 4].slice(0, tries(1, 4))) {
    at = desk();
    await runAll(at, fc.sample(commandLine, { numRuns: 250, seed }));
    const people = (await content(at.file)).contact as { id: string; short: string }[];
    for (const { id, short } of people.filter((_, i) => i % 7 === seed)) {
      const before = (await content(at.file)) as Rows;
      const { rows } = await inFile(at.file, (db) => footprintOf(db, [id]));
      const gone = new Set(Object.values(rows).flatMap((traces) => traces.map((trace) => trace.id)));
      const { code, err } = await at.net('purge', short, '--yes');
      expect([code, err]).toEqual([0, expect.stringContaining('cannot be taken back')]);
      const { purged: _left, ...after } = (await content(at.file)) as Rows;
      const { purged: _before, ...expected } = without(before, id, gone);
      expect(after).toEqual(expected);
      expect(found([id])).toEqual([]);
      await expectWhole();
    }
  }
}, 120_000);

test('every reference to a row that may go with somebody is known', async () => {
  await types(['add', 'Ben']);
  const going = Object.keys(await inFile(at.file, (db) => footprintOf(db, []).rows));
  const keys = await inFile(at.file, (db) =>
    TABLE_NAMES.flatMap((table) =>
      all<{ to: string; from: string; needed: number }>(
        db,
        `SELECT f."table" AS "to", f."from", c."notnull" AS needed
          FROM pragma_foreign_key_list(?) f JOIN pragma_table_info(?) c ON c.name = f."from"`,
        table,
        table,
      )
        .filter(({ to }) => going.includes(to))
        .map((key) => ({ table, ...key })),
    ),
  );
  // A row that cannot be without theirs goes too, as what something came from does; any other loses the reference.
  const goes = ({ table, needed }: (typeof keys)[number]) => needed === 1 || table === 'source';
  for (const { table } of keys.filter(goes)) expect(going).toContain(table);
  const links = keys.filter((key) => !goes(key)).map(({ table, from, to }) => `${table}.${from} ${to}`);
  expect(links.sort()).toEqual(LINKS.map(([from, column, to]) => `${from}.${column} ${to}`).sort());
});

/** Texts that are no prose: words of a list, and what only the program reads. */
const NO_PROSE =
  /^(id|kind|stage|circle|origin|channel|type|outcome|aim|fee_per|currency|short|started_by|pitch|birthday|salt|hash)$|_(id|on|at|day|until)$/;

test('every column that may tell of somebody is known', () => {
  for (const table of TABLE_NAMES) {
    const texts = Object.entries(FIELDS[table]).filter(([, kind]) => kind === 'text');
    const prose = texts.map(([field]) => columnOf(field)).filter((column) => !NO_PROSE.test(column));
    expect([table, [...(PROSE[table] ?? [])].sort()]).toEqual([table, prose.sort()]);
  }
});
