import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import { importerFor } from '../../src/formats/index.ts';
import { vcard } from '../../src/formats/vcard.ts';
import { parsed, sourceFile } from '../support/parsed.ts';
import { card, first, imported, points } from './fixtures.ts';

const named = (name: string, more = '') => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\n${more}END:VCARD\n`;

describe('a file is separated into its cards', () => {
  test.each<[string, string, string[]]>([
    ['one after the other', named('Ana') + named('Ben'), ['Ana 1', 'Ben 5']],
    ['put together without a line break', `${named('Ana').trimEnd()}${named('Ben')}`, ['Ana 1', 'Ben 4']],
    ['an end that is missing', `BEGIN:VCARD\nFN:Ana\n${named('Ben')}`, ['Ana 1', 'Ben 3']],
    ['the last end missing', `${named('Ana')}BEGIN:VCARD\nFN:Ben`, ['Ana 1', 'Ben 5']],
    ['no version', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD', ['Ana 1']],
    ['indented', named('Ana', 'NOTE:a\n  b\n').replace(/^/gm, '    '), ['Ana 1']],
    ['spaces and any case', 'begin:vcard  \nFN:Ana\nend : vcard\n', ['Ana 1']],
    ['empty lines', named('Ana').replaceAll('\n', '\n\n'), ['Ana 1']],
    [
      'an end within quoted-printable that goes on',
      'BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:An=61=\nEND:VCARD',
      ['Ana 1'],
    ],
    ['one that says it is a card in a note', named('Ana', 'NOTE:x\n BEGIN:VCARD\n'), ['Ana 1']],
  ])('%s', async (_, text, expected) => {
    const { people, rejects } = await imported(text);
    expect(people.map(({ name, line }) => `${name} ${line}`)).toEqual(expected);
    expect(rejects).toEqual([]);
  });

  test.each<[string, string, number[], string[]]>([
    [
      'text before, between and after',
      `Hello\nyou\n${named('Ana')}and\n${named('Ben')}bye`,
      [1, 7, 12],
      ['Ana', 'Ben'],
    ],
    ['a card without its beginning', `FN:Eva\nEND:VCARD\n${named('Ana')}`, [1], ['Ana']],
    ['a card that names nobody', `BEGIN:VCARD\nNOTE:x\nEND:VCARD\n${named('Ana')}`, [1], ['Ana']],
    ['lines that are none', named('Ana', 'TEL:1\nwhat\nis this\nTEL:2\nagain\n'), [5, 8], ['Ana']],
    ['a line without its end', named('Ana', 'TEL;TYPE="work\n'), [4], ['Ana']],
    ['a value that is too long', named('Ana', `TITLE:${'x'.repeat(1_000_001)}\n`), [4], ['Ana']],
    ['a list that is too long', named('Ana', `CATEGORIES:${'x,'.repeat(2000)}\n`), [4], ['Ana']],
    ['too many entries', named('Ana', 'TEL:1\n'.repeat(1100)), [1002], ['Ana']],
    ['another kind of file around', `BEGIN:VCALENDAR\n${named('Ana')}END:VCALENDAR`, [1, 6], ['Ana']],
  ])('%s: rejects with their lines, and the rest is read', async (_, text, lines, names) => {
    const { people, rejects } = await imported(text);
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(rejects.map(({ line }) => line)).toEqual(lines);
  });

  test('a broken card harms no other', async () => {
    const broken = 'BEGIN:VCARD\nVERSION:9\n;;;:\n"":"\nN;=:;\nTEL;;;=:;;\n\u0000\nEND:VCARD\n';
    const names = Array.from({ length: 999 }, (_, i) => `Ana ${i}`);
    const text = [
      ...names.slice(0, 500).map((name) => named(name)),
      broken,
      ...names.slice(500).map((name) => named(name)),
    ];
    const { people, rejects } = await imported(text.join(''));
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(rejects.map(({ line }) => line)).toEqual([2001, 2003, 2007]);
  });

  test('a file without any card is rejected', async () => {
    expect(vcard.detect('hello', sourceFile('hello'))).toBe(false);
    expect(importerFor(sourceFile('hello'))).toBe(null);
    await expect(parsed(vcard, sourceFile('hello'))).rejects.toThrow(NetError);
  });
});

describe('lines that go over several', () => {
  test.each<[string, string, string]>([
    ['folded with a space', 'NOTE:one\n  two', 'one two'],
    ['folded with a tab', 'NOTE:on\n\te', 'one'],
    ['folded within a name', 'NO\n TE:one', 'one'],
    ['folded within its parameters', 'NOTE;X-A="b\n  c";X-D=e\n f:one', 'one'],
    ['an empty fold', 'NOTE:one\n \n  two', 'one two'],
    ['a bare line break in a note', 'NOTE:one\ntwo\n three', 'one\ntwothree'],
    ['quoted-printable, folded after soft line breaks', 'NOTE;QUOTED-PRINTABLE:=C3=\n =B1=C3=\n =B1', 'ññ'],
    [
      'quoted-printable with a space after one',
      'NOTE;QUOTED-PRINTABLE:one=\n two=\n=20three',
      'one two three',
    ],
    ['quoted-printable', 'NOTE;QUOTED-PRINTABLE:o=\nn=65=0D=0A=\ntwo=', 'one\ntwo'],
    ['quoted-printable, folded', 'NOTE;QUOTED-PRINTABLE:o\n n=65', 'one'],
    ['quoted-printable in another charset', 'NOTE;CHARSET=SHIFT_JIS;QUOTED-PRINTABLE:=83=5C=83A', 'ソア'],
    [
      'quoted-printable cut within a character',
      'NOTE;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=B1=C3=B1=C3',
      'ññ\ufffd',
    ],
    ['quoted-printable in Windows-1252', 'NOTE;QUOTED-PRINTABLE:=93Zo=EB=94', '“Zoë”'],
    ['quoted-printable with bare letters', 'NOTE;QUOTED-PRINTABLE:Zoë=20王=', 'Zoë 王'],
    ['quoted-printable with a stray =', 'NOTE;QUOTED-PRINTABLE:1 = 1=zz', '1 = 1=zz'],
    ['an unknown charset', 'NOTE;CHARSET=X-NONE;QUOTED-PRINTABLE:=C3=B1', 'ñ'],
    ['another charset, as it is', 'NOTE;CHARSET=UTF-8:ZoÃ«', 'Zoë'],
    ['base64', 'NOTE;ENCODING=B:b25l\n IHR3bw==', 'one two'],
    ['escapes', 'NOTE:a\\, b\\; c\\: d\\n\\"e\\" \\\\n', 'a, b; c: d\n"e" \\n'],
  ])('%s', async (_, lines, note) => expect((await first(card(lines))).notes).toEqual([note]));

  test('version 2.1 folds between words, and keeps the space', async () => {
    expect((await first(card('NOTE:one\n two', '2.1'))).notes).toEqual(['one two']);
    const long = 'x'.repeat(70);
    expect((await first(card(`NOTE:${long}\n y`, '2.1'))).notes).toEqual([`${long}y`]);
  });
});

describe('keys', () => {
  const keys = async (text: string) => (await imported(text)).people.map(({ key }) => key);

  test('an id of the file, whichever way it is written', async () => {
    const text = ['UID:urn:uuid:a-1', 'UID:a-2', 'X-ABUID:a-3\\:ABPerson', 'UID:\nX-ABUID:a-4']
      .map((id) => card(id))
      .join('');
    expect(await keys(text)).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
  });

  test('without one, the name and a way to reach them', async () => {
    const text = ['EMAIL:Ana@Example.org\nTEL:1', 'TEL:+351 1', 'ORG:Café', '']
      .map((lines) => card(lines))
      .join('');
    expect(await keys(text)).toEqual([
      'name:ana silva|ana@example.org',
      'name:ana silva|+3511',
      'name:ana silva|cafe',
      'name:ana silva|',
    ]);
  });

  test('two people with the same are told apart; the same card twice is one', async () => {
    const text = card('UID:a#2') + card('UID:a\nNOTE:1') + card('UID:a\nNOTE:2') + card('UID:a\nNOTE:1');
    expect(await keys(text)).toEqual(['a#2', 'a', 'a#3']);
    expect((await imported(text)).skipped).toEqual({ 'repeated card': 1 });
  });
});

describe('cards within cards', () => {
  const agent = (depth: number): string =>
    `BEGIN:VCARD\nFN:A${depth}\n${depth > 0 ? `AGENT:\n${agent(depth - 1)}` : ''}END:VCARD\n`;

  test('are notes of the outermost, however deep', async () => {
    const { people } = await imported(`${agent(2)}${card('')}`);
    expect(people.map(({ name, notes }) => [name, notes])).toEqual([
      ['A2', ['Agent: A0', 'Agent: A1']],
      ['Ana Silva', []],
    ]);
    const inline = agent(1).replace('AGENT:\n', 'AGENT:');
    expect((await first(inline)).notes).toEqual(['Agent: A0']);
    expect((await first(card('AGENT:Eve'))).notes).toEqual(['Agent: Eve']);
  });

  test('ten thousand deep take no longer than others', async () => {
    const { people, rejects } = await imported(agent(0).replace('END:VCARD\n', 'AGENT:\n').repeat(10_000));
    expect(people).toHaveLength(1);
    expect(people.flatMap(points)).toEqual([]);
    expect(rejects.map(({ line }) => line)).toEqual([1]);
  });

  test('written into each other end somewhere', async () => {
    const written = (depth: number): string =>
      `BEGIN:VCARD\nFN:A${depth}\n${
        depth > 0
          ? `AGENT:${written(depth - 1)
              .replaceAll('\\', '\\\\')
              .replaceAll('\n', '\\n')}\n`
          : ''
      }END:VCARD\n`;
    const { people, skipped } = await imported(written(6));
    expect(people.map(({ notes }) => notes)).toEqual([['Agent: A5; Agent: A4; Agent: A3']]);
    expect(skipped).toEqual({ 'card within a card': 1 });
  });
});

test('a card without an end is told, and taken in all the same', async () => {
  const whole = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEND:VCARD\n';
  const cut = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ben Okafor\nTEL:021 00';
  const reason = 'this card has no end: the file may have been cut off';
  const { people, rejects, remarks } = await imported(
    `${whole}${cut}\n${whole.replace('Ana', 'Eva')}${cut}1`,
  );
  expect(people).toHaveLength(4);
  expect(rejects).toEqual([]);
  expect(remarks).toEqual([
    { line: 5, reason },
    { line: 13, reason },
  ]);
  expect((await imported(whole)).remarks).toEqual([]);
});
