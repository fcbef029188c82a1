import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIRCLES, CONTACT_POINT_KINDS, TRAIT_KINDS } from '../../src/domain/contact.ts';
import { addDays, type Birthday, dayOf } from '../../src/domain/days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../src/domain/imported.ts';
import { netCsv } from '../../src/formats/csv.ts';
import { importerFor } from '../../src/formats/index.ts';
import {
  active,
  inert,
  labeledCell,
  labeledIn,
  listCell,
  listIn,
} from '../../src/formats/people-csv/cells.ts';
import { formatPeopleCsv } from '../../src/formats/people-csv.ts';
import { parsed, sourceFile } from '../support/parsed.ts';
import { TODAY } from '../support/people.ts';

const PIECES = [
  '\\',
  '\\s',
  '\\u{41}',
  '\n',
  '\n  ',
  '\r',
  ' ',
  '  ',
  '(',
  ')',
  ' (work)',
  "'",
  '"',
  ',',
  ';',
  '=',
  '+',
  '@',
  '\t',
  ':::',
  '\ufeff',
  '\u202e',
  '\0',
  '\u{1f468}\u200d\u{1f469}',
  'é',
  'a',
];
const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...PIECES, '\ud800', '\udc00'), { maxLength: 8 }).map((all) => all.join('')),
);
const text = anyText.filter((said) => said !== '');
const name = anyText.map((said) => said.trim()).filter((said) => said !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(TODAY, -n));

/** As points and traits come back: by kind. */
function byKind<K extends string, V extends { readonly kind: K }>(
  kinds: readonly K[],
  all: readonly V[],
): V[] {
  return kinds.flatMap((kind) => all.filter((one) => one.kind === kind));
}

const person: fc.Arbitrary<ImportedPerson> = fc
  .record({
    name,
    nickname: maybe(text),
    org: maybe(text),
    role: maybe(text),
    city: maybe(text),
    birthday: maybe(
      fc.oneof(day.map(String), fc.constantFrom('--02-29', '--12-31')).map((said) => said as Birthday),
    ),
    points: fc
      .array(
        fc.record({ kind: fc.constantFrom(...CONTACT_POINT_KINDS), value: text, label: maybe(anyText) }),
        { maxLength: 5 },
      )
      .map((all) => byKind(CONTACT_POINT_KINDS, all)),
    traits: fc
      .array(fc.record({ kind: fc.constantFrom(...TRAIT_KINDS), text }), { maxLength: 4 })
      .map((all) => byKind(TRAIT_KINDS, all)),
    notes: fc.array(text, { maxLength: 3 }),
    metOn: maybe(day),
    lastOn: maybe(day),
    everyDays: maybe(fc.integer({ min: 1, max: 3650 })),
    circle: maybe(fc.constantFrom(...CIRCLES)),
  })
  .map((said) => ({ ...NOTHING_TOLD, ...said, key: '', line: 0 }));

const people = fc
  .array(person, { maxLength: 6 })
  .map((all) =>
    all.map((one, i) => ({ ...one, key: `01937c1e-0000-7000-8000-${String(i).padStart(12, '0')}` })),
  );

const written = (all: Iterable<ImportedPerson>) => [...formatPeopleCsv(all)].join('');
const withoutLines = (all: readonly ImportedPerson[]) => all.map((one) => ({ ...one, line: 0 }));

describe('people as a table', () => {
  test('come back exactly, whatever they are called', async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 1, max: 90 }), async (all, size) => {
        const file = sourceFile(written(all), 'people.csv', size);
        expect(importerFor(file)).toBe(netCsv);
        const { people, rejects, skipped } = await parsed(netCsv, file);
        expect(withoutLines(people)).toEqual(all);
        expect([rejects, skipped]).toEqual([[], {}]);
      }),
      { numRuns: 600 },
    );
  });

  test('come back exactly from a file that begins with a mark, too', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (all) => {
        const pieces = [...formatPeopleCsv(all, { marked: true })];
        expect(pieces[0]).toBe('\ufeff');
        const file = sourceFile(pieces.join(''), 'people.csv', 7);
        expect(importerFor(file)).toBe(netCsv);
        expect(withoutLines((await parsed(netCsv, file)).people)).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });

  test('no cell is a formula, in front of a telephone number nothing is put', () => {
    fc.assert(
      fc.property(people, (all) => {
        const rows: string[][] = parse(written(all));
        for (const cell of rows.flat()) {
          expect(/^\s*[=+\-@\t\n\r]/.test(cell) && !/^\+[0-9 ()\p{L}\p{M}]*$/u.test(cell)).toBe(false);
          for (const part of cell.split(/[;\t\n]/).slice(1))
            expect(/^\s*[=+\-@＝＋－＠]/.test(part) && !/^\s*\+[0-9 ()\p{L}\p{M}]*$/u.test(part)).toBe(false);
        }
      }),
    );
  });

  test('read well', () => {
    const ana: ImportedPerson = {
      ...NOTHING_TOLD,
      key: 'a1',
      line: 0,
      name: 'Ana Silva',
      org: '=HYPERLINK("https://example.org")',
      birthday: '--05-03' as Birthday,
      points: [
        { kind: 'email', value: 'ana@example.org', label: 'work' },
        { kind: 'phone', value: '+44 20 7946 0000', label: null },
        { kind: 'phone', value: '+351 (900) 000 001', label: 'cell' },
      ],
      traits: [
        { kind: 'tag', text: 'chess' },
        { kind: 'tag', text: 'tea, green' },
      ],
      notes: ['met in Porto\nlikes rust', "'quoted'"],
      metOn: dayOf(2026, 11, 19),
      everyDays: 30,
      circle: 'close',
    };
    expect(written([ana])).toBe(
      'Name,Nickname,Organization,Role,City,E-mails,Phones,Websites,Birthday,Tags,Interests,Needs,Offers,Notes,Circle,Every days,Met on,Last touch,Id\n' +
        'Ana Silva,,"\'=HYPERLINK(""https://example.org"")",,,ana@example.org (work),"\'+44 20 7946 0000\n+351 (900) 000 001 (cell)",,\'--05-03,"chess\ntea, green",,,,' +
        '"met in Porto\n  likes rust\n\'quoted\'",close,30,2026-11-19,,a1\n',
    );
  });

  test('of nobody is a header, in pieces for many', async () => {
    expect(await parsed(netCsv, sourceFile(written([])))).toMatchObject({ people: [], rejects: [] });
    const many = Array.from({ length: 1000 }, (_, i) => ({
      ...NOTHING_TOLD,
      key: `k${i}`,
      line: 0,
      name: `P${i}`,
    }));
    expect([...formatPeopleCsv(many)].length).toBeGreaterThan(3);
    expect((await parsed(netCsv, sourceFile(written(many)))).people).toHaveLength(1000);
  });
});

describe('a table that was edited', () => {
  const header = 'Id;Name;E-mails;Phones;Websites;Notes;Last touch;Birthday;Every days;Circle;Shirt\n';

  test('in a spreadsheet: other order, other sign, what cannot be read and what was added become notes', async () => {
    const { people, rejects } = await parsed(
      netCsv,
      sourceFile(
        `${header}a;Ana;ana@example.org (work);;;tea;2026-01-02;soon;often;best;blue\nb;;ben@example.org;;;;;;;;\n;Cy;;;;;;;7;Inner;\n;;;;;;;;;;\nd;;;;;x;;;;;\n`,
      ),
    );
    expect(people).toMatchObject([
      {
        key: 'a',
        name: 'Ana',
        lastOn: '2026-01-02',
        birthday: null,
        notes: ['tea', 'Birthday: soon', 'Every days: often', 'Circle: best', 'Shirt: blue'],
      },
      { key: 'b', name: 'ben@example.org' },
      { key: 'name:cy, ', name: 'Cy', everyDays: 7, circle: 'inner' },
    ]);
    expect(rejects).toEqual([{ line: 6, reason: 'this row has no name' }]);
  });
});

describe('days that a spreadsheet has rewritten', () => {
  const read = async (days: readonly string[]) => {
    const rows = days.map((day, i) => `p${i};P${i};;;;;${day};;;\n`).join('');
    const header = 'Id;Name;E-mails;Phones;Websites;Notes;Last touch;Birthday;Met on;Shirt\n';
    return parsed(netCsv, sourceFile(header + rows));
  };
  const days = async (...said: string[]) => (await read(said)).people.map(({ lastOn }) => lastOn);

  test('are read where they can be no other', async () => {
    expect(await days('29.02.2024', '1.3.2024')).toEqual(['2024-02-29', '2024-03-01']);
    expect(await days('2/29/2024', '3/4/2024')).toEqual(['2024-02-29', '2024-03-04']);
    expect(await days('29/02/2024', '04/03/2024')).toEqual(['2024-02-29', '2024-03-04']);
    expect(await days('2024-02-29', '2/3/2024')).toEqual(['2024-02-29', null]);
  });

  test('and are told where they cannot be', async () => {
    const { people, remarks } = await read(['2024-02-29', '3/4/2024']);
    expect(people[1]).toMatchObject({ lastOn: null, notes: ['Last touch: 3/4/2024'] });
    expect(remarks).toEqual([{ line: 3, reason: 'Last touch: "3/4/2024" cannot be read: kept as a note' }]);
  });
});

describe('cells', () => {
  test.each<[string, string]>([
    ['=1+1', "'=1+1"],
    [' \t@x', "' \t'@x"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20x', "'\uff20x"],
    ['+1-555-123-4567', "'+1-555-123-4567"],
    ['+49/30/1234', "'+49/30/1234"],
    ['+1.5', "'+1.5"],
    ['+44 (0)20 79460000', '+44 (0)20 79460000'],
    ["a;=cmd|'/C calc'!A0", "a;'=cmd|'/C calc'!A0"],
    ["a; '=1", "a; ''=1"],
    ['a\t=1;-2', "a\t'=1;'-2"],
    ['a\n+351 900 (home)\n-5', "a\n+351 900 (home)\n'-5"],
    ['-5', "'-5"],
    ['+44 20 7946 0000', '+44 20 7946 0000'],
    ['+44 (0)20-7946.0000/1', "'+44 (0)20-7946.0000/1"],
    ['+44 20 (work)', '+44 20 (work)'],
    // On lines of their own they would be added up.
    ['+44\n+351', "'+44\n+351"],
    ["+44 1\n=cmd|'/C calc'!A0", "'+44 1\n'=cmd|'/C calc'!A0"],
    ['+1+cmd', "'+1+cmd"],
    ["'", "''"],
    ['Ana', 'Ana'],
  ])('%j is inert as %j', (cell, expected) => {
    expect(inert(cell)).toBe(expected);
    expect(active(expected)).toBe(cell);
  });

  test('whatever a cell is, it is active again as it was', () => {
    const piece = fc.constantFrom("'", ';', '\t', '\n', ' ', '=', '+', '-', '\uff1d', '1', 'a');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 12 }), (cell) => {
        expect(active(inert(cell))).toBe(cell);
      }),
      { numRuns: 3000 },
    );
  });

  test('lists come back, with labels and without', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (items) => {
        expect(listIn(listCell(items))).toEqual(items);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: anyText, label: maybe(anyText) }), { maxLength: 5 }),
        (items) => {
          expect(labeledIn(labeledCell(items))).toEqual(items);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('any text is read as some list', () => {
    fc.assert(fc.property(anyText, (cell) => [listIn(cell), labeledIn(cell)].every(Array.isArray)));
    for (const cell of [
      '\\'.repeat(200_000),
      '\n '.repeat(100_000),
      '+1 ('.repeat(50_000),
      ')'.repeat(200_000),
    ]) {
      inert(cell);
      labeledIn(cell);
    }
  });
});
