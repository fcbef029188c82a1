import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { all } from '../../src/store/db.ts';
import { content, derived, inFile } from '../support/content.ts';
import { tries } from '../support/tries.ts';
import { type Desk, desk, type Ran } from '../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

async function types(...lines: readonly (readonly string[])[]): Promise<Ran> {
  let ran: Ran = { code: 0, out: '', err: '' };
  for (const words of lines) {
    ran = await at.net(...words);
    if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.err}`);
  }
  return ran;
}

interface Shown {
  readonly contact: Record<string, unknown>;
  readonly notes: readonly { readonly text: string }[];
}

async function shown(who: string): Promise<Shown> {
  return JSON.parse((await types(['show', who, '--json'])).out) as Shown;
}

async function notes(who: string): Promise<string[]> {
  return (await shown(who)).notes.map(({ text }) => text);
}

/** The live rows that name a contact who is marked deleted. */
function dangling(): Promise<unknown[]> {
  const naming: [string, string][] = [
    ...['contact_point', 'trait', 'note', 'participant', 'exchange', 'source', 'recommendation'].map(
      (table): [string, string] => [table, 'contact_id'],
    ),
    ['recommendation', 'to_id'],
    ['contact', 'via_id'],
  ];
  return inFile(at.file, (db) => [
    ...naming.flatMap(([table, column]) =>
      all(
        db,
        `SELECT '${table}' AS tbl, t.id FROM ${table} t JOIN contact c ON c.id = t.${column}
          WHERE t.deleted_at IS NULL AND c.deleted_at IS NOT NULL`,
      ),
    ),
    ...all(
      db,
      `SELECT 'setting' AS tbl, s.id FROM setting s JOIN contact c ON instr(s.id, c.id) > 0
        WHERE s.deleted_at IS NULL AND c.deleted_at IS NOT NULL`,
    ),
  ]);
}

async function expectWhole(): Promise<void> {
  const { stands, anew } = await derived(at.file);
  expect(stands).toEqual(anew);
  expect(await dangling()).toEqual([]);
  const circles = await inFile(at.file, (db) =>
    all(
      db,
      `WITH RECURSIVE chain (id, via) AS (
        SELECT id, via_id FROM contact WHERE via_id IS NOT NULL AND deleted_at IS NULL
        UNION SELECT chain.id, c.via_id FROM chain JOIN contact c ON c.id = chain.via WHERE c.via_id IS NOT NULL
      ) SELECT id FROM chain WHERE id = via`,
    ),
  );
  expect(circles).toEqual([]);
}

describe('what was with either is with the one who stays', () => {
  test('talks, each once; exchanges, and what is owed', async () => {
    await types(
      ['add', 'Ana Silva', '--circle', 'close'],
      ['add', 'Nana', '--circle', 'wide'],
      ['log', 'ana', 'coffee', '--on', '3 weeks ago'],
      ['log', 'nana', 'a call', '--by', 'call', '--on', '2 weeks ago', '-p', 'the slides by friday'],
      ['log', 'ana, nana', 'lunch', '--on', 'yesterday'],
      ['merge', 'ana, nana', '--yes'],
    );
    const { out } = await types(['show', 'ana']);
    expect(out).toContain('in person 2, by call 1');
    expect(out).toContain('"the slides", due');
    const rows = await inFile(at.file, (db) =>
      all(db, 'SELECT interaction_id FROM participant WHERE deleted_at IS NULL'),
    );
    expect(rows).toHaveLength(3);
    await expectWhole();
  });

  test('whom the other introduced; nobody is introduced by themselves', async () => {
    await types(
      ['add', 'Nana Silva'],
      ['add', 'Ben Okoye', '--via', 'nana'],
      ['add', 'Ana Silva', '--via', 'nana', '--new'],
      ['merge', 'ana', 'nana', '--yes'],
    );
    expect((await types(['show', 'ben'])).out).toContain('introduced by Ana Silva');
    expect((await types(['show', 'ana'])).out).not.toContain('introduced by');
    await expectWhole();
  });

  test('nobody is introduced in a circle: what would close it is kept as a note', async () => {
    await types(
      ['add', 'Carl Diaz'],
      ['add', 'Bea Reis', '--via', 'carl'],
      ['add', 'Ana Silva', '--via', 'bea'],
      ['merge', 'ana', 'carl', '--yes'],
    );
    expect((await types(['show', 'bea'])).out).toContain('introduced by Ana Silva');
    expect((await types(['show', 'ana'])).out).not.toContain('introduced by');
    expect(await notes('ana')).toContain('Met: through Bea Reis (merged)');
    await expectWhole();
    const circle = await at.net('edit', 'ana', '--via', 'bea');
    expect(circle).toMatchObject({ code: 5, out: '' });
    expect(circle.err).toContain('it is Ana Silva through whom you know Bea Reis');
    await types(['undo']);
    expect((await types(['show', 'ana'])).out).toContain('introduced by Bea Reis');
  });

  test('nor is the one in between told as who introduced both', async () => {
    await types(
      ['add', 'Carl Diaz'],
      ['add', 'Dora Lund', '--via', 'carl'],
      ['add', 'Bea Reis', '--via', 'dora'],
      ['add', 'Ana Silva', '--via', 'bea'],
      ['merge', 'carl', 'ana', '--yes'],
    );
    expect((await types(['show', 'carl'])).out).not.toContain('introduced by');
    expect(await notes('carl')).toContain('Met: through Bea Reis (merged)');
    expect((await at.net('edit', 'carl', '--via', 'bea')).code).toBe(5);
    await types(['edit', 'bea', '--via', ''], ['edit', 'carl', '--via', 'bea']);
    expect((await types(['show', 'carl'])).out).toContain('introduced by Bea Reis');
  });

  test('recommendations of and to the other; one between the two is kept as a note', async () => {
    await types(
      ['add', 'Ana Silva'],
      ['add', 'Nana'],
      ['add', 'Ben Okoye'],
      ['add', 'Eva Berg'],
      ['recommend', 'nana', 'knows maps', '--to', 'ben'],
      ['recommend', 'ana', 'draws maps', '--to', 'ben', '--agreed', 'both', '--by', 'email'],
      ['recommend', 'eva', 'prints maps', '--to', 'nana'],
      ['recommend', 'ana', 'they should talk', '--to', 'nana', '--agreed', 'both', '--by', 'email'],
      ['merge', 'ana', 'nana', '--yes'],
    );
    const list = JSON.parse((await types(['recommend', '--json'])).out) as {
      list: { pending: { contact: { name: string }; to: { name: string } }[]; introduced: unknown[] };
    };
    expect(list.list.pending.map(({ contact, to }) => [contact.name, to.name])).toEqual([
      ['Eva Berg', 'Ana Silva'],
    ]);
    expect(list.list.introduced).toHaveLength(1);
    expect(await notes('ana')).toEqual(
      expect.arrayContaining([
        'Nana recommended to Ben Okoye on 2026-11-22, not introduced: knows maps (merged)',
        'Ana Silva recommended to Nana on 2026-11-22, introduced on 2026-11-22: they should talk (merged)',
      ]),
    );
    await expectWhole();
  });

  interface Listed {
    readonly list: Record<'pending' | 'introduced', readonly unknown[]>;
  }

  test.each([
    ['whom they were introduced to', ['--agreed', 'both', '--by', 'email'], [], 'introduced', 2],
    ['where one has agreed', ['--agreed', 'eva'], [], 'pending', 0],
    ['of which something came', ['--agreed', 'both', '--by', 'email'], ['--outcome', 'helped'], 'none', 2],
  ] as const)(
    'the further of two recommendations to one person stays, on either side: %s',
    async (_what, agreed, outcome, where, gives) => {
      for (const order of [
        ['ana', 'nana'],
        ['nana', 'ana'],
      ] as const) {
        at = desk();
        await types(['add', 'Ana Silva'], ['add', 'Nana'], ['add', 'Eva Berg']);
        await types(
          ['recommend', 'ana', 'draws maps', '--to', 'eva'],
          ['recommend', 'nana', 'knows maps', '--to', 'eva', ...agreed],
        );
        if (outcome.length > 0) await types(['recommend', 'nana', '--to', 'eva', ...outcome]);
        await types(['merge', ...order, '--yes']);
        const { list } = JSON.parse((await types(['recommend', '--json'])).out) as Listed;
        const told = [list.pending.length, list.introduced.length];
        expect(told).toEqual(where === 'none' ? [0, 0] : where === 'pending' ? [1, 0] : [0, 1]);
        const live = await inFile(at.file, (db) =>
          all(db, 'SELECT text FROM recommendation WHERE deleted_at IS NULL'),
        );
        expect(live).toEqual([{ text: 'knows maps' }]);
        expect(await notes(order[0])).toContain(
          'Ana Silva recommended to Eva Berg on 2026-11-22, not introduced: draws maps (merged)',
        );
        const tied = await inFile(at.file, (db) =>
          all(
            db,
            `SELECT e.id FROM exchange e JOIN recommendation r ON r.id = e.recommendation_id
              WHERE r.deleted_at IS NULL AND r.text = 'knows maps' AND e.deleted_at IS NULL`,
          ),
        );
        expect(tied).toHaveLength(gives);
        await expectWhole();
      }
    },
  );

  test('of two who were introduced one stays, and both gives are of it', async () => {
    const met = ['--to', 'eva', '--agreed', 'both', '--by', 'email'];
    await types(
      ['add', 'Ana Silva'],
      ['add', 'Nana'],
      ['add', 'Eva Berg'],
      ['recommend', 'ana', ...met],
      ['recommend', 'nana', ...met],
      ['merge', 'ana', 'nana', '--yes'],
    );
    expect(await notes('ana')).toContain(
      'Nana recommended to Eva Berg on 2026-11-22: introduced on 2026-11-22 (merged)',
    );
    const tied = await inFile(at.file, (db) =>
      all(
        db,
        `SELECT DISTINCT r.id FROM exchange e JOIN recommendation r ON r.id = e.recommendation_id
          WHERE r.deleted_at IS NULL AND e.deleted_at IS NULL`,
      ),
    );
    expect(tied).toHaveLength(1);
    expect(
      await inFile(at.file, (db) =>
        all(
          db,
          `SELECT e.id FROM exchange e JOIN recommendation r ON r.id = e.recommendation_id
            WHERE r.deleted_at IS NOT NULL AND e.deleted_at IS NULL`,
        ),
      ),
    ).toEqual([]);
    await expectWhole();
  });

  test('and it is known for two from whom the other was', async () => {
    await types(
      ['add', 'Ana Silva'],
      ['add', 'Ana Silva', '--new', '--email', 'ana@example.org'],
      ['add', 'Ana Silva', '--new', '--city', 'Oslo'],
    );
    const ids = (
      JSON.parse((await types(['list', '--json'])).out) as { people: { id: string }[] }
    ).people.map(({ id }) => id);
    const [one = '', two = '', three = ''] = ids;
    await types(['duplicates', '--apart', two, three], ['merge', one, two, '--yes']);
    const { out } = await types(['duplicates', '--json']);
    expect((JSON.parse(out) as { pairs: unknown[] }).pairs).toEqual([]);
    await expectWhole();
    await types(['undo'], ['undo']);
    expect(
      (JSON.parse((await types(['duplicates', '--json'])).out) as { pairs: unknown[] }).pairs,
    ).toHaveLength(3);
    await types(['redo', '2']);
    expect((JSON.parse((await types(['duplicates', '--json'])).out) as { pairs: unknown[] }).pairs).toEqual(
      [],
    );
  });
});

test('undo takes from the one who stays what came over, also where nothing else of them changed', async () => {
  const cards = ['1', '2'].map(
    (uid) => `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:Ana Silva\nEMAIL:a${uid}@example.org\nEND:VCARD\n`,
  );
  fs.writeFileSync(join(at.directory, 'two.vcf'), cards.join(''));
  await types(
    ['import', join(at.directory, 'two.vcf')],
    ['log', 'a2@example.org', 'coffee', '--they-need', 'a map'],
    ['edit', 'a2@example.org', '--offers', 'maps of old cities'],
    ['merge', 'a1@example.org', 'a2@example.org', '--yes'],
  );
  expect((await types(['show', 'a1@example.org'])).out).toContain('in person 1');
  await expectWhole();
  await types(['undo']);
  expect((await types(['show', 'a1@example.org'])).out).not.toContain('in person');
  expect((await types(['show', 'a2@example.org'])).out).toContain('in person 1');
  await expectWhole();
});

describe('what wins', () => {
  test('the first one, and the other fills what is empty', async () => {
    await types(
      ['add', 'Ana Silva', '--city', 'Lisbon', '--org', 'Acme', '--birthday', '05-03', '--tag', 'maps'],
      [
        'add',
        'Nana',
        '--city',
        'Porto',
        '--org',
        'Tidal',
        '--role',
        'CTO',
        '--birthday',
        '1990-05-03',
        '--tag',
        'Maps',
      ],
      ['edit', 'nana', '--nick', 'Nanita', '--ask-about', 'the boat'],
      ['merge', 'ana', 'nana', '--yes'],
    );
    const { contact } = await shown('ana');
    expect(contact).toMatchObject({
      name: 'Ana Silva',
      nickname: 'Nanita',
      city: 'Lisbon',
      org: 'Acme',
      role: null,
      birthday: '1990-05-03',
      askAbout: 'the boat',
    });
    expect(await notes('ana')).toEqual([
      'Also called: Nana (merged)',
      'Work: CTO at Tidal (merged)',
      'City: Porto (merged)',
    ]);
    await expectWhole();
  });

  test.each([
    [
      ['keep', 'ana', '--circle', 'wide'],
      ['keep', 'nana', '--circle', 'inner'],
      { stage: 'kept', circle: 'inner', everyDays: null },
    ],
    [['keep', 'ana', '--every', '60d'], ['keep', 'nana', '--every', '10d'], { stage: 'kept', everyDays: 10 }],
    [
      ['keep', 'ana', '--circle', 'inner'],
      ['keep', 'nana', '--every', '60d'],
      { stage: 'kept', circle: 'inner', everyDays: null },
    ],
    [['rest', 'ana'], ['keep', 'nana', '--circle', 'close'], { stage: 'kept', circle: 'close' }],
    [['moveon', 'ana', '--yes'], ['grow', 'nana'], { stage: 'growing', movedTo: null }],
    [['moveon', 'ana', '--yes'], ['rest', 'nana'], { stage: 'stack' }],
    [
      ['moveon', 'ana', '--yes', '--to', 'work'],
      ['moveon', 'nana', '--yes', '--to', 'sales'],
      { stage: 'moved on', movedTo: 'work' },
    ],
    [['grow', 'ana'], ['keep', 'nana', '--last', 'yesterday'], { stage: 'kept', lastOn: '2026-11-21' }],
  ])('%s and %s', async (one, two, expected) => {
    await types(['add', 'Ana Silva'], ['rest', 'ana'], ['add', 'Nana'], ['rest', 'nana'], one, two, [
      'merge',
      'ana',
      'nana',
      '--yes',
    ]);
    expect((await shown('ana')).contact).toMatchObject(expected);
    await expectWhole();
  });

  test.each([
    ['ana', 'nana', 'growing', '(not 2027-01-01)'],
    ['nana', 'ana', 'growing', '(the later one wins)'],
    ['ana', 'nana', 'kept', '(not 2027-01-01)'],
    ['nana', 'ana', 'kept', '(the later one wins)'],
  ])('the later snooze, whatever the stages: %s and %s, %s', async (first, other, stage, said) => {
    await types(
      ['add', 'Ana Silva', '--circle', 'close'],
      ['add', 'Nana'],
      stage === 'kept' ? ['keep', 'nana'] : ['log', 'nana', 'coffee'],
      ['snooze', 'ana', '--until', '2027-03-01'],
      ['snooze', 'nana', '--until', '2027-01-01'],
    );
    const { out } = await types(['merge', first, other, '--yes']);
    expect(out.replace(/ +/g, ' ')).toContain(`snoozed until 2027-03-01 ${said}\n`);
    const { contact } = await shown(first);
    expect(contact).toMatchObject({ snoozedUntil: '2027-03-01', stage: 'kept' });
    await expectWhole();
  });

  test('texts that differ in the marks of their script, and addresses whose paths differ in case, are two', async () => {
    await types(
      ['add', 'Ana Silva', '--tag', 'कल', '--url', 'https://youtu.be/AbCdE', '--note', 'Über  kuchen'],
      [
        'edit',
        'ana',
        '--url',
        'https://example.org/ana',
        '--note',
        'किला',
        '--tag',
        'Cafe',
        '--ask-about',
        'मेला',
      ],
      ['add', 'Nana', '--new', '--tag', 'काल', '--url', 'https://youtu.be/abcde', '--note', 'Uber Kuchen'],
      [
        'edit',
        'nana',
        '--url',
        'HTTPS://Example.org/ana',
        '--note',
        'कला',
        '--tag',
        'café',
        '--ask-about',
        'माला',
      ],
      ['merge', 'ana', 'nana', '--yes'],
    );
    const { out } = await types(['show', 'ana', '--json']);
    const { reach, traits } = JSON.parse(out) as {
      reach: { value: string }[];
      traits: { text: string }[];
    };
    expect(reach.map(({ value }) => value).sort()).toEqual([
      'https://example.org/ana',
      'https://youtu.be/AbCdE',
      'https://youtu.be/abcde',
    ]);
    expect(traits.map(({ text }) => text).sort()).toEqual(['Cafe', 'कल', 'काल'].sort());
    expect((await notes('ana')).sort()).toEqual(
      ['Über  kuchen', 'किला', 'कला', 'Ask about: माला (merged)'].sort(),
    );
    await expectWhole();
  });

  test('a note of both is from the earlier day, and nothing of a long text is lost', async () => {
    const long = `${'a deck of slides '.repeat(587)}and more`;
    await types(['add', 'Nana', '--note', 'knows maps', '--ask-about', long]);
    at.day = '2026-11-24' as Desk['day'];
    await types(
      ['add', 'Ana Silva', '--note', 'Knows  maps', '--ask-about', 'the boat'],
      ['merge', 'ana', 'nana', '--yes'],
    );
    const rows = await inFile(at.file, (db) =>
      all<{ text: string; noted_on: string }>(
        db,
        'SELECT text, noted_on FROM note WHERE deleted_at IS NULL ORDER BY noted_on, id',
      ),
    );
    expect(rows[0]).toEqual({ text: 'Knows  maps', noted_on: '2026-11-22' });
    const texts = rows
      .map(({ text }) => text)
      .slice(1)
      .filter((text) => !text.startsWith('Met:'));
    expect(texts).toHaveLength(2);
    expect(texts.join(' ')).toBe(`Ask about: ${long} (merged)`);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(10_000);
    await expectWhole();
    await types(['undo']);
    expect((await shown('nana')).contact.askAbout).toBe(long);
  });

  test('the earlier meeting, with where it was; the later one is kept as a note', async () => {
    await types(
      ['add', 'Ana Silva'],
      ['edit', 'ana', '--met', '2026-10-01', '--at', 'DevMeet'],
      ['add', 'Nana'],
      ['edit', 'nana', '--met', '2026-09-01', '--at', 'the fair'],
      ['merge', 'ana', 'nana', '--yes'],
    );
    expect((await types(['show', 'ana'])).out).toContain('the fair');
    expect((await shown('ana')).contact.metOn).toBe('2026-09-01');
    expect(await notes('ana')).toContain('Met: 2026-10-01 at DevMeet (merged)');
  });

  test('somebody growing who went back to the stack does not grow again', async () => {
    await types(['add', 'Ana Silva'], ['rest', 'ana'], ['add', 'Nana']);
    at.day = '2027-03-22' as Desk['day'];
    await types(['log', 'ana', 'coffee'], ['merge', 'nana', 'ana', '--yes']);
    expect((await shown('nana')).contact.stage).toBe('stack');
    await expectWhole();
  });

  test('that a growing slot is free is said', async () => {
    await types(['add', 'Ana Silva'], ['add', 'Nana']);
    expect((await types(['merge', 'ana', 'nana', '--dry-run'])).out).toContain('That frees a growing slot.');
  });
});

describe('files that told of either', () => {
  const card = (uid: string, name: string, city: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:${name}\nTEL:+351 900 000 00${uid}\nADR:;;;${city};;;\nEND:VCARD\n`;
  const write = (...cards: readonly string[]) =>
    fs.writeFileSync(join(at.directory, 'phone.vcf'), cards.join(''));
  const imports = async () =>
    JSON.parse((await types(['import', join(at.directory, 'phone.vcf'), '--json'])).out) as Record<
      string,
      unknown
    >;

  test('two cards of one file are unchanged, and a changed one changes the one who stays', async () => {
    write(card('1', 'Ana Silva', 'Lisbon'), card('2', 'Nana', 'Porto'));
    await imports();
    await types(['merge', 'ana', 'nana', '--yes']);
    const before = await content(at.file);
    expect(JSON.stringify(await imports())).not.toContain('Nana');
    expect(await content(at.file)).toEqual(before);
    write(
      card('1', 'Ana Silva', 'Oslo'),
      card('2', 'Nana', 'Porto').replace('TEL', 'EMAIL:nana@example.org\nTEL'),
    );
    await imports();
    const { contact } = await shown('ana');
    expect(contact).toMatchObject({ name: 'Ana Silva', city: 'Oslo' });
    expect((await types(['show', 'ana'])).out).toContain('nana@example.org');
    expect((await types(['list'])).err).toContain('1 person');
    await expectWhole();
  });
});

describe('the list of the week', () => {
  async function intended(...words: readonly string[]): Promise<[string, string][]> {
    const week = JSON.parse((await types(['week', ...words, '--json'])).out) as {
      intended: { contact: { name: string }; state: string }[];
    };
    return week.intended.map(({ contact, state }) => [contact.name, state]);
  }

  test('what was intended with the other, done or not, is looked back at under the one who stays', async () => {
    await types(
      ['add', 'Ana Silva', '--circle', 'wide', '--last', '2026-11-20'],
      ['add', 'Nana', '--circle', 'close', '--last', '5 months ago'],
      ['add', 'Eva Berg', '--circle', 'close', '--last', '5 months ago'],
      ['add', 'Ben Okoye', '--circle', 'wide', '--last', '2026-11-20'],
      ['today'],
      ['log', 'nana', 'coffee'],
    );
    const before = await intended();
    expect([...before].sort()).toEqual([
      ['Eva Berg', 'open'],
      ['Nana', 'done'],
    ]);
    const rows = await content(at.file);
    await types(['merge', 'ana', 'nana', '--yes'], ['merge', 'ben', 'eva', '--yes']);
    expect([...(await intended())].sort()).toEqual([
      ['Ana Silva', 'done'],
      ['Ben Okoye', 'open'],
    ]);
    await types(['merge', 'ben', 'ana', '--yes']);
    expect(await intended()).toEqual([['Ben Okoye', 'done']]);
    await types(['undo', '3']);
    expect(await content(at.file)).toEqual(rows);
    expect(await intended()).toEqual(before);
  });

  test('where a list had ended before they became one, its lines are as they were', async () => {
    await types(
      ['add', 'Ana Silva', '--circle', 'wide', '--last', '2026-11-20'],
      ['add', 'Nana', '--circle', 'close', '--last', '5 months ago'],
      ['today'],
    );
    at.day = '2026-12-02' as Desk['day'];
    await types(['merge', 'ana', 'nana', '--yes']);
    expect(await intended('--last')).toEqual([['Ana Silva', 'open']]);
  });

  test('the line of the other leaves it, what is owed to them is said under the one who stays, and undo brings it back', async () => {
    await types(
      ['add', 'Ana Silva'],
      ['rest', 'ana'],
      ['add', 'Nana', '--circle', 'close', '--last', '5 months ago'],
      ['add', 'Eva Berg', '--circle', 'close', '--last', '5 months ago'],
    );
    await types(['promise', 'nana', 'the slides', '--due', 'today']);
    const before = (await types(['today'])).out;
    expect(before).toContain('Nana');
    await types(['merge', 'ana', 'nana', '--yes']);
    const after = (await types(['today'])).out;
    expect(after).not.toMatch(/^\S*\s*Nana/m);
    expect(after).toContain('Ana Silva');
    expect(after).toContain('the slides');
    expect(after).toContain('Eva Berg');
    const number = /^\s*(\d+)\s+Nana/m.exec(before)?.[1] ?? '';
    expect((await at.net('done', number, 'sent')).code).toBe(4);
    await types(['undo']);
    expect((await types(['today'])).out).toContain('Nana');
  });
});

test('whoever is erased is erased with those who were one with them', async () => {
  await types(
    ['add', 'Ana Silva'],
    ['add', 'Quorra Zyvex', '--city', 'Porthaven', '--org', 'Ferrovia', '--note', 'an ocelot'],
    ['add', 'Wombat Xylograph', '--city', 'Meerkat'],
    ['add', 'Ben Okoye'],
    ['edit', 'ben', '--note', 'knows Quorra Zyvex'],
    ['edit', 'ben', '--drop', 'knows Quorra Zyvex'],
    ['duplicates', '--apart', 'ben', 'ana'],
    ['merge', 'quorra', 'wombat', '--yes'],
    ['merge', 'ana', 'quorra', '--yes'],
    ['purge', 'ana', '--yes'],
  );
  const bytes = fs
    .readdirSync(at.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && join(entry.parentPath, entry.name).startsWith(at.file))
    .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase())
    .join('\n');
  for (const word of [
    'quorra',
    'zyvex',
    'porthaven',
    'ferrovia',
    'ocelot',
    'wombat',
    'xylograph',
    'meerkat',
    'apart ',
  ])
    expect(bytes).not.toContain(word);
  expect((await types(['list'])).err).toContain('1 person');
  await expectWhole();
});

const WORDS = 'grant review intro deck'.split(' ');
const who = fc.constantFrom('ana', 'nana', 'ana, nana', 'ben, nana', 'ana, ben');
const one = fc.constantFrom('ana', 'nana');
const word = fc.constantFrom(...WORDS);
const day = fc.constantFrom('today', 'yesterday', '3 weeks ago', '5 months ago');
const doing = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)));

/** What there may be between me and the two, and others. */
const aLine: fc.Arbitrary<readonly string[]> = fc.oneof(
  doing('log', who, word, '--on', day, '-g', word),
  doing('log', who, word, '--by', 'message', '--no-answer'),
  doing('log', one, word, '--they-asked', word, '--they-need', word),
  doing('promise', one, word, '--due', 'friday'),
  doing('ask', one, word),
  doing('outcome', one, fc.constantFrom('helped', 'busy'), '--which', '1'),
  doing('forward', one, '--which', '1'),
  doing('give', one, word),
  doing(
    'recommend',
    fc.constantFrom('ana', 'nana', 'ben'),
    word,
    '--to',
    fc.constantFrom('eva', 'nana', 'ana'),
  ),
  doing('recommend', one, '--to', fc.constantFrom('eva', 'nana', 'ana'), '--agreed', 'both', '--by', 'email'),
  doing('recommend', one, '--to', 'eva', '--outcome', 'helped'),
  doing('keep', one, '--circle', fc.constantFrom('inner', 'wide'), '--every', fc.constantFrom('10d', '6w')),
  doing('keep', one, '--last', day),
  doing('grow', one),
  doing('rest', one),
  doing('snooze', one),
  doing('moveon', one, '--yes', '--to', 'sales'),
  doing('edit', one, '--city', word, '--tag', word, '--note', word),
  doing('edit', one, '--org', word, '--role', word, '--ask-about', word),
  doing(
    'edit',
    one,
    '--email',
    fc.constantFrom('a@example.org', 'A@Example.org'),
    '--phone',
    '+351 900 000 001',
  ),
  doing('edit', one, '--birthday', fc.constantFrom('05-03', '1990-05-03'), '--met', day, '--at', word),
  doing('edit', 'ben', '--via', one),
  doing('edit', 'ana', '--via', 'nana'),
  doing('edit', one, '--via', 'ben'),
  doing('edit', one, '--offers', word, '--needs', word),
  doing('duplicates', '--apart', one, fc.constantFrom('ben', 'eva', 'ana')),
  doing('undo'),
  doing('today'),
);

test('whatever was between: nothing names the other anymore, undo brings all back, redo has it again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aLine, { minLength: 3, maxLength: 25 }),
      fc.boolean(),
      async (lines, turned) => {
        at = desk();
        await types(
          ['add', 'Ana Silva'],
          ['add', 'Nana', '--at', 'DevMeet'],
          ['add', 'Ben Okoye'],
          ['add', 'Eva Berg'],
        );
        for (const words of lines) {
          const { code, err } = await at.net(...words);
          if (code === 1) throw new Error(`net ${words.join(' ')}: ${err}`);
        }
        const before = await content(at.file);
        const [first, other] = turned ? ['nana', 'ana'] : ['ana', 'nana'];
        const dry = (await at.net('merge', first, other, '--dry-run')).out;
        // An undo may have taken one of them back.
        if (dry === '') return;
        expect(await content(at.file)).toEqual(before);
        await types(['merge', first, other, '--yes']);
        const after = await content(at.file);
        await expectWhole();
        await types(['today'], ['undo']);
        expect(await content(at.file)).toEqual(before);
        await expectWhole();
        await types(['redo']);
        expect(await content(at.file)).toEqual(after);
        await expectWhole();
      },
    ),
    { numRuns: tries(12, 40) },
  );
}, 120_000);
