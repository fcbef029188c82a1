import { describe, expect, test } from 'vitest';
import { type Desk, desk } from '../support/world.ts';

const composed = (text: string) => text.normalize('NFC');
const apart = (text: string) => text.normalize('NFD');

/** Names in scripts whose letters can be written as one sign or as several. */
const NAMES = [
  'José Núñez',
  'Zoë Ångström',
  'Đặng Thị Hà',
  'Jürgen Weiß',
  'Ελένη Παπαδάκη',
  'Йосиф Ёлкин',
  '김민수',
  'がんじ ぱく',
  'Şükrü Çığ',
];

const idOf = async (at: Desk, ...argv: readonly string[]) =>
  JSON.parse((await at.net('--json', ...argv)).out).contact?.id as string | undefined;

describe('39 composed and decomposed are one', () => {
  test.each(NAMES)('39 %s is found by either, and is not added twice', async (name) => {
    for (const [first, second] of [
      [composed(name), apart(name)],
      [apart(name), composed(name)],
    ] as const) {
      expect(first).not.toBe(second);
      const at = desk();
      await at.net('add', 'Ben Okoye');
      const id = await idOf(at, 'add', first);
      expect(await idOf(at, 'show', second)).toBe(id);
      expect(await idOf(at, 'show', second.split(' ')[0] ?? '')).toBe(id);
      expect(JSON.parse((await at.net('list', second, '--json')).out).people).toHaveLength(1);
      const again = await at.net('add', second, '--json');
      expect([again.code, JSON.parse(again.out).error.code]).toEqual([4, 'exists']);
    }
  });

  test('39 a card with the other form of a known name and address brings nobody new', async () => {
    const at = desk();
    await at.net('add', composed('José Núñez'), '--email', 'jose@example.org');
    const { writeFileSync } = await import('node:fs');
    const card = (name: string) =>
      `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:jose@example.org\nEND:VCARD\n`;
    writeFileSync(`${at.directory}/cards.vcf`, card(apart('José Núñez')) + card(composed('José Núñez')));
    const { out } = await at.net('import', `${at.directory}/cards.vcf`, '--json');
    expect(JSON.parse(out).created).toEqual([]);
    expect(JSON.parse((await at.net('list', '--json')).out).people).toHaveLength(1);
  });

  test('39 two cards that differ in nothing else are told as one person who is here twice', async () => {
    const at = desk();
    await at.net('add', composed('José Núñez'), '--birthday', '05-03');
    await at.net('add', apart('José Núñez'), '--birthday', '05-03', '--new');
    const { pairs } = JSON.parse((await at.net('duplicates', '--json')).out);
    expect(pairs).toHaveLength(1);
  });

  test('39 tags, groups, targets, gatherings, cities and filters are compared so, too', async () => {
    const at = desk();
    await at.net(
      'add',
      'Ana Silva',
      '--tag',
      composed('café'),
      '--city',
      composed('Málaga'),
      '--at',
      composed('Fête'),
    );
    await at.net('add', 'Ben Okoye', '--at', apart('Fête'), '--tag', apart('café'));
    for (const filter of ['+café', 'city:málaga', 'at:fête', 'tag:café'])
      for (const form of [composed, apart])
        expect([filter, (await at.net('list', form(filter))).out]).toEqual([
          filter,
          expect.stringContaining('Ana Silva'),
        ]);
    expect(JSON.parse((await at.net('list', apart('at:fête'), '--json')).out).people).toHaveLength(2);
    await at.net('group', 'add', composed('Chœur Élan'));
    expect((await at.net('group', 'check', apart('Chœur Élan'))).code).toBe(0);
    expect((await at.net('group', 'add', apart('Chœur Élan'))).code).toBe(4);
    await at.net('target', 'add', composed('économistes'));
    expect((await at.net('target', 'done', apart('économistes'))).code).toBe(0);
    await at.net('edit', 'ana', '--needs', composed('un résumé'));
    expect((await at.net('edit', 'ana', '--drop', apart('un résumé'))).code).toBe(0);
    expect((await at.net('edit', 'ana', '--drop', apart('café'))).code).toBe(0);
  });

  test('39 what was written is kept as it was written', async () => {
    const at = desk();
    await at.net('add', apart('José Núñez'), '--org', apart('Élan'));
    const { contact } = JSON.parse((await at.net('show', 'jose', '--json')).out);
    expect([contact.name, contact.org]).toEqual([apart('José Núñez'), apart('Élan')]);
  });
});

const SEARCHES = [
  '"',
  '""',
  '"ana',
  "'",
  "o'brien",
  'AND',
  'OR',
  'NOT',
  'ana AND ben',
  'c++',
  'c#',
  'multi-agent',
  '-agent',
  'NEAR(',
  'NEAR(ana ben, 2)',
  '%',
  '_',
  '*',
  'an*',
  '?',
  '[a]',
  '^ana',
  '{x}',
  'a:b:c',
  ':',
  'name:"',
  '\\',
  '\\"',
  '(',
  ')',
  '()',
  '$1',
  '.*',
  '(?:',
  '+',
  '++',
  ';',
  '--',
  '/* */',
  '0x',
  '1e9',
  '💡',
  '\u0000',
] as const;

/** Every command that takes words to look for, with the words; what it says of somebody that nobody is called. */
const LOOKING: readonly (readonly [what: string, argv: (words: string) => readonly string[]])[] = [
  ['list', (words) => ['list', '--', words]],
  ['list of a name', (words) => ['list', `name:${words}`]],
  ['list of a tag', (words) => ['list', `+${words}`]],
  ['list of an offer', (words) => ['list', `offers:${words}`]],
  ['list of a need', (words) => ['list', `needs:${words}`]],
  ['list of a gathering', (words) => ['list', `at:${words}`]],
  ['show', (words) => ['show', '--', words]],
  ['log', (words) => ['log', '--', words, 'coffee']],
  ['give', (words) => ['give', '--', words, 'a book']],
  ['ask', (words) => ['ask', '--', words, 'a favor']],
  ['promise', (words) => ['promise', '--', words, 'a book']],
  ['thank', (words) => ['thank', '--', words]],
  ['outcome', (words) => ['outcome', '--', words, 'helped']],
  ['balance', (words) => ['balance', '--', words]],
  ['forward', (words) => ['forward', '--', words]],
  ['recommend', (words) => ['recommend', 'quentin', `--to=${words}`]],
  ['keep', (words) => ['keep', '--', words]],
  ['grow', (words) => ['grow', '--', words]],
  ['grow for a target', (words) => ['grow', 'quentin', `--target=${words}`]],
  ['rest', (words) => ['rest', '--', words]],
  ['snooze', (words) => ['snooze', '--', words]],
  ['moveon', (words) => ['moveon', '--yes', '--', words]],
  ['edit', (words) => ['edit', '--city=Porto', '--', words]],
  ['edit of what is not there', (words) => ['edit', 'quentin', `--drop=${words}`]],
  ['add by somebody', (words) => ['add', 'Zoe', '--new', `--via=${words}`]],
  ['add for a target', (words) => ['add', 'Zoe', '--new', `--target=${words}`]],
  ['merge', (words) => ['merge', '--yes', '--', words, 'wilma']],
  ['duplicates', (words) => ['duplicates', '--', words]],
  ['purge', (words) => ['purge', '--yes', '--', words]],
  ['stack', (words) => ['stack', `--rest=${words}`]],
  ['stack at a gathering', (words) => ['stack', `--at=${words}`]],
  ['group check', (words) => ['group', 'check', '--', words]],
  ['group review', (words) => ['group', 'review', '--', words]],
  ['group leave', (words) => ['group', 'leave', '--yes', '--', words]],
  ['group log with somebody', (words) => ['group', 'log', 'Choir', `--with=${words}`]],
  ['target done', (words) => ['target', 'done', '--', words]],
];

describe('44 whatever is looked for, it is looked for as it is', () => {
  test.each(LOOKING)('44 %s', async (_, line) => {
    const at = desk();
    await at.net('add', 'Quentin Xylo', '--circle', 'close');
    await at.net('add', 'Wilma Zorn', '--at', 'DevMeet');
    await at.net('group', 'add', 'Choir');
    for (const words of SEARCHES) {
      const { code, out, err } = await at.net('--json', ...line(words));
      // Found, found nobody, or refused in one line: never a bug, and never somebody else.
      expect([words, [0, 2, 4, 5].includes(code), err]).toEqual([
        words,
        true,
        expect.not.stringContaining('bug'),
      ]);
      if (code !== 0) expect([words, JSON.parse(out).error.message]).toEqual([words, expect.any(String)]);
    }
    const { people } = JSON.parse((await at.net('list', '--all', '--json')).out);
    expect(
      people
        .map(({ name }: { name: string }) => name)
        .filter((name: string) => name !== 'Zoe')
        .sort(),
    ).toEqual(['Quentin Xylo', 'Wilma Zorn']);
  });

  /** What is called so is found by it. */
  const CALLED = [
    "Sinéad O'Brien",
    'Jean-Luc "JL" Picard',
    'Anders AND Co',
    'Max NEAR(Moritz)',
    'Ünal %_* Öz',
    'C++ Guild',
    'Robert"); DROP TABLE contact;--',
  ];

  test.each(CALLED)('44 %s is found by the whole name and by its first word', async (name) => {
    const at = desk();
    const id = await idOf(at, 'add', '--', name);
    await at.net('add', 'Ben Okoye');
    expect(await idOf(at, 'show', '--', name)).toBe(id);
    expect(await idOf(at, 'show', '--', name.split(' ')[0] ?? '')).toBe(id);
    expect(JSON.parse((await at.net('list', '--json', '--', name)).out).people).toHaveLength(1);
  });

  test.each([
    'c++',
    'c#',
    'multi-agent',
    "o'brien",
    '"quoted"',
    '100%',
    'snake_case',
    'a*b',
    'NOT',
    'a:b',
    '💡',
  ])('44 a tag, a need, an offer, a city and a group that are called %s are found by it', async (word) => {
    const at = desk();
    await at.net(
      'add',
      'Ana Silva',
      `--tag=${word}`,
      `--needs=${word} help`,
      `--offers=${word} lessons`,
      `--city=${word}`,
      `--at=${word}`,
    );
    await at.net(
      'add',
      'Ben Okoye',
      '--tag=other',
      '--needs=other',
      '--offers=other',
      '--city=other',
      '--at=other',
    );
    for (const field of ['tag', 'needs', 'offers', 'city', 'at']) {
      const { people } = JSON.parse((await at.net('list', `${field}:${word}`, '--json')).out);
      expect([field, people.map(({ name }: { name: string }) => name)]).toEqual([field, ['Ana Silva']]);
    }
    expect((await at.net('list', `+${word}`)).out).toContain('Ana');
    expect((await at.net('list', '--', `-${word}`)).out).not.toContain('Ana');
    await at.net('group', 'add', word);
    expect((await at.net('group', 'check', word)).code).toBe(0);
    await at.net('target', 'add', word);
    expect((await at.net('target', 'done', word)).code).toBe(0);
  });

  test('44 a sign that stands for any letter elsewhere finds nobody else', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva', '--city', 'Porto', '--tag', 'rust');
    for (const any of ['%', '_', '*', 'P%', 'P_rto', 'Port*', 'P.rto', 'a|b']) {
      expect([any, JSON.parse((await at.net('list', `city:${any}`, '--json')).out).people]).toEqual([
        any,
        [],
      ]);
      expect([any, JSON.parse((await at.net('list', `+${any}`, '--json')).out).people]).toEqual([any, []]);
    }
  });
});
