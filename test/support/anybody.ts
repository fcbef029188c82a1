import fc from 'fast-check';
import { CIRCLES, CONTACT_POINT_KINDS, TRAIT_KINDS } from '../../src/domain/contact.ts';
import { addDays, type Birthday } from '../../src/domain/days/day.ts';
import type { ImportedPerson } from '../../src/domain/imported.ts';
import { TODAY } from './people.ts';

const PIECES = [
  ...'\\ ; , : " \' = < > | # * _ { } [ ] ` ~ % $ & @ ( ) ! ? + - . / ^ é ß 王 ñ'.split(' '),
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u0000',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u2028',
  ],
  ...[
    '👩‍💻',
    '🇵🇹',
    '\\n',
    '\\;',
    'a',
    'Ana',
    'de',
    'BEGIN:VCARD',
    'END:VCARD',
    'X-NET-MET:2020-01-01',
    '=CMD()',
    'item1.TEL:1',
    ';TYPE=HOME',
  ],
];

/** Any text that the store can hold. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'contacts',
      'Ana Silva',
      'mobile',
      'Home fax',
      '_$!<Home>!$_',
      'WORK_PLACE',
      'mailto:a@example.org',
      'x'.repeat(200),
    ),
    fc.stringMatching(/^[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,3}$/),
  )
  .filter((text) => text !== '' && text.isWellFormed());

/** A name has no blanks around it. */
const anyName = anyText.map((text) => text.trim()).filter((text) => text !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(TODAY, -days));
const anyBirthday = fc.oneof(
  anyDay.map((day) => day as unknown as Birthday),
  anyDay.map((day) => `-${day.slice(4)}` as Birthday),
  fc.constantFrom('1604-02-29' as Birthday, '--02-29' as Birthday, '1000-01-01' as Birthday),
);

const anyPoint = fc.record({
  kind: fc.constantFrom(...CONTACT_POINT_KINDS),
  value: fc.oneof(
    anyText,
    fc.constantFrom(
      'ana@example.org',
      '+351 900 000 001',
      '+351900000001',
      'tel:+1;ext=2',
      '٠١٢',
      'https://example.org/a;b,c?d=e',
    ),
  ),
  label: maybe(
    fc.oneof(
      anyText,
      fc.constantFrom('home', 'work', 'cell', 'fax', 'pager', 'car', 'main', 'other', 'Boat'),
    ),
  ),
});

const anyTrait = fc.record({ kind: fc.constantFrom(...TRAIT_KINDS), text: anyText });

/** Anybody whom the store can hold, as a file would tell them; points and traits in the order of their kinds, as they are read. */
export const anybody: fc.Arbitrary<ImportedPerson> = fc
  .record({
    key: fc.uuid(),
    name: anyName,
    nickname: maybe(anyText),
    org: maybe(anyText),
    role: maybe(anyText),
    city: maybe(anyText),
    birthday: maybe(anyBirthday),
    points: fc.array(anyPoint, { maxLength: 5 }),
    traits: fc.array(anyTrait, { maxLength: 6 }),
    notes: fc.array(anyText, { maxLength: 4 }),
    metOn: maybe(anyDay),
    lastOn: maybe(anyDay),
    everyDays: maybe(fc.integer({ min: 1, max: 36_500 })),
    circle: maybe(fc.constantFrom(...CIRCLES)),
  })
  .map((person) => ({
    ...person,
    points: [...person.points].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)),
    traits: [...person.traits].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)),
    line: 1,
    via: null,
  }));
