import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Birthday, CalendarDate } from '../../src/domain/days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../src/domain/imported.ts';
import { formatCards } from '../../src/formats/vcard/format.ts';
import { splitName } from '../../src/formats/vcard/split-name.ts';
import { anybody } from '../support/anybody.ts';
import { tries } from '../support/tries.ts';
import { imported } from './fixtures.ts';

const written = (...people: ImportedPerson[]) => [...formatCards(people)].join('');
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

const ana: ImportedPerson = {
  ...NOTHING_TOLD,
  key: '01937c1e-0000-7000-8000-00000000a003',
  line: 1,
  name: 'Dr. Ana Maria de Sá, PhD',
  nickname: 'Anita',
  org: 'Nordlys; Lab',
  role: 'editor, part-time',
  city: 'Lisbon',
  birthday: '--05-03' as Birthday,
  points: [
    { kind: 'email', value: 'ana@example.org', label: 'work' },
    { kind: 'email', value: 'ana@home.example.org', label: null },
    { kind: 'phone', value: '+351 900 000 001', label: 'cell' },
    { kind: 'phone', value: '+351 900 000 002', label: 'Boat' },
    { kind: 'url', value: 'https://example.org/ana', label: null },
  ],
  traits: [
    { kind: 'interest', text: 'climbing, indoors' },
    { kind: 'need', text: 'a designer' },
    { kind: 'offer', text: 'grant reviews' },
    { kind: 'tag', text: 'press' },
    { kind: 'tag', text: 'a, b' },
  ],
  notes: ['met at the fair:\nby the river', 'knows Ben', 'Label: value\n\nwith a gap'],
  metOn: '2026-01-05' as CalendarDate,
  lastOn: '2026-11-02' as CalendarDate,
  everyDays: 30,
  circle: 'close',
};

test('a card that every program reads', () => {
  expect(unfolded(written(ana))).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'UID:01937c1e-0000-7000-8000-00000000a003',
    'FN:Dr. Ana Maria de Sá\\, PhD',
    'N:de Sá;Ana;Maria;Dr.;PhD',
    'NICKNAME:Anita',
    'ORG:Nordlys\\; Lab',
    'TITLE:editor\\, part-time',
    'ADR:;;;Lisbon;;;',
    'BDAY:--0503',
    'EMAIL;TYPE=WORK:ana@example.org',
    'EMAIL:ana@home.example.org',
    'TEL;TYPE=CELL:+351 900 000 001',
    'item1.TEL:+351 900 000 002',
    'item1.X-ABLabel:Boat',
    'URL:https://example.org/ana',
    'CATEGORIES:press,a\\, b',
    'NOTE:met at the fair:\\nby the river\\n\\nknows Ben\\n\\nLabel: value\\n\\nwith a gap',
    'X-NET-NOTES:29\\,9\\,24',
    'X-NET-INTEREST:climbing\\, indoors',
    'X-NET-NEED:a designer',
    'X-NET-OFFER:grant reviews',
    'X-NET-MET:2026-01-05',
    'X-NET-LAST:2026-11-02',
    'X-NET-EVERY:30',
    'X-NET-CIRCLE:close',
    'END:VCARD',
    '',
  ]);
});

describe('whoever is written', () => {
  test('is read back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anybody, { selector: ({ key }) => key, maxLength: 4, minLength: 1 }),
        async (people) => {
          const { people: back, rejects, skipped } = await imported(written(...people));
          expect(back.map((person) => ({ ...person, line: 1 }))).toEqual(people);
          expect([rejects, skipped]).toEqual([[], {}]);
        },
      ),
      { numRuns: tries(300, 1500) },
    );
  });

  test('has lines of at most 75 bytes, and none that a text has added', () => {
    const PROPERTY =
      /^(BEGIN|END|VERSION|UID|FN|N|NICKNAME|ORG|TITLE|ADR|BDAY|(item\d+\.)?(EMAIL|TEL|URL)(;TYPE=[A-Z]+)?|item\d+\.X-ABLabel|CATEGORIES|NOTE|X-NET-[A-Z]+):/;
    fc.assert(
      fc.property(anybody, (person) => {
        const text = written(person);
        expect(text.endsWith('END:VCARD\r\n')).toBe(true);
        const lines = text.split('\r\n').slice(0, -1);
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        }
        for (const line of unfolded(text).slice(0, -1)) expect(line).toMatch(PROPERTY);
        expect(unfolded(text).filter((line) => line === 'BEGIN:VCARD')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what another program changed', () => {
  const read = async (change: (lines: readonly string[]) => readonly string[]) =>
    (await imported(change(unfolded(written(ana))).join('\r\n'))).people[0];

  test('without the lines of net it is the same person with one note', async () => {
    const bare = await read((lines) => lines.filter((line) => !line.startsWith('X-NET-')));
    expect(bare).toMatchObject({
      key: ana.key,
      name: ana.name,
      notes: [ana.notes.join('\n\n')],
      metOn: null,
    });
  });

  test('a NOTE that was changed is one note again, and what was not changed stays as it was', async () => {
    const changed = await read((lines) => lines.map((line) => line.replace('knows Ben', 'knows Ben Okoye')));
    expect(changed).toEqual({ ...ana, notes: [ana.notes.join('\n\n').replace('Ben', 'Ben Okoye')] });
  });

  test('an exact value counts only while the card says what it said', async () => {
    const odd = { ...ana, name: 'Ana\tSilva', org: 'Acme\u0000' };
    const [same] = (await imported(written(odd))).people;
    expect(same).toEqual({ ...odd, line: 1 });
    const [other] = (await imported(written(odd).replace('FN:Ana Silva', 'FN:Ana Sousa'))).people;
    expect(other).toMatchObject({ name: 'Ana Sousa', org: 'Acme\u0000' });
  });

  test.each([
    ['X-NET-MET:soon', { metOn: null, notes: ['Met: soon'] }],
    ['X-NET-EVERY:-3', { everyDays: null, notes: ['Every: -3'] }],
    ['X-NET-CIRCLE:outer', { circle: null, notes: ['Circle: outer'] }],
    ['X-NET-NOTES:3\\,1', { notes: [] }],
    ['NOTE:abcdef\nX-NET-NOTES:3\\,3', { notes: ['abcdef'] }],
    ['NOTE:abcdef\nX-NET-NOTES:1e9', { notes: ['abcdef'] }],
    ['NOTE:abcdef\nX-NET-NOTES:NaN\\,-6', { notes: ['abcdef'] }],
    ['X-NET-EXACT:{', { name: 'Ana Silva', notes: [] }],
    ['X-NET-EXACT:["name"\\,"x"\\,"Eve"]', { name: 'Ana Silva' }],
    ['X-NET-EXACT:["__proto__"\\,"x"\\,{}]', { name: 'Ana Silva' }],
    ['X-NET-EXACT:null', { name: 'Ana Silva' }],
  ])('%s', async (lines, expected) => {
    const [person] = (await imported(`BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\n${lines}\nEND:VCARD\n`)).people;
    expect(person).toMatchObject(expected);
  });
});

test.each([
  ['Ana Silva', ['Silva', 'Ana', '', '', '']],
  ['Cher', ['', 'Cher', '', '', '']],
  ['Ludwig van Beethoven', ['van Beethoven', 'Ludwig', '', '', '']],
  ['Maria João da Silva', ['da Silva', 'Maria', 'João', '', '']],
  ['Prof. Dr. Anna Schmidt', ['Schmidt', 'Anna', '', 'Prof. Dr.', '']],
  ['Sammy Davis Jr.', ['Davis', 'Sammy', '', '', 'Jr.']],
  ['Van Morrison', ['Morrison', 'Van', '', '', '']],
  ['王秀英', ['', '王秀英', '', '', '']],
  ['Dr.', ['', 'Dr.', '', '', '']],
  ['', ['', '', '', '', '']],
  ['Anna Müller, PhD', ['Müller', 'Anna', '', '', 'PhD']],
  ['Anna Müller, MBA, PhD', ['Müller', 'Anna', '', '', 'MBA, PhD']],
  ['Anna, PhD', ['', 'Anna', '', '', 'PhD']],
  ['+1 555 0101', ['', '+1 555 0101', '', '', '']],
])('"%s" taken apart', (name, expected) => {
  const { family, given, middle, prefix, suffix } = splitName(name);
  expect([family, given, middle, prefix, suffix]).toEqual(expected);
});
