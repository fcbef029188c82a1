import { describe, expect, test } from 'vitest';
import { parse } from '../../src/cli/program.ts';
import { type Entry, entriesUnder, entryAt, entryOf, HEADINGS, REGISTRY } from '../../src/cli/registry.ts';
import { desk } from '../support/world.ts';

const names = REGISTRY.map(({ name }) => name);
const two = REGISTRY.filter(({ name }) => name.includes(' '));
const families = [...new Set(two.map(({ name }) => name.split(' ')[0] ?? ''))];

describe('the command table', () => {
  test('names each command once, in one word or two, under a heading that is listed', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const { name, heading } of REGISTRY) {
      expect(name).toMatch(/^[a-z]+( [a-z-]+)?$/);
      expect(HEADINGS).toContain(heading);
    }
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['show', undefined, 'show'],
    ['show', 'ana', 'show'],
    // The second word is whom it is about, though it is the name of a command too.
    ['show', 'list', 'show'],
    ['list', 'kept', 'list'],
    ['list', undefined, 'list'],
    ['sho', undefined, undefined],
    ['', undefined, undefined],
    ['nothing', 'list', undefined],
    ['ana', 'show', undefined],
  ])('net %s %s', (first, second, name) => {
    expect(entryAt(first, second)?.name).toBe(name);
  });

  test('one word begins no family, unless a command of two begins so', () => {
    for (const name of names.filter((known) => !known.includes(' ') && !families.includes(known)))
      expect(entriesUnder(name)).toEqual([]);
    expect(entriesUnder('')).toEqual([]);
    expect(entriesUnder('gro')).toEqual([]);
  });

  test('two words go before one, and a family alone is its list', () => {
    for (const entry of two) {
      const [first = '', second = ''] = entry.name.split(' ');
      expect(entryAt(first, second)).toBe(entry);
      expect(entriesUnder(first)).toContain(entry);
    }
    for (const first of families) {
      const alone: Entry | undefined = entryOf(first) ?? entryOf(`${first} list`);
      expect(entryAt(first, undefined)).toBe(alone);
      expect(entryAt(first, 'nothing')).toBe(entryOf(first));
    }
  });
});

describe('what names no command is said to', () => {
  test.each([
    [['dance'], 'there is no command "dance"', 'net help all lists the commands'],
    [['dance', 'list'], 'there is no command "dance"', 'net help all lists the commands'],
    [['shwo', 'ana'], 'there is no command "shwo"', 'did you mean net show?'],
    [['help', 'dance'], 'there is no command "dance"', 'net help all lists the commands'],
    [['help', 'dance', 'all'], 'there is no command "dance"', 'net help all lists the commands'],
  ])('net %j', async (argv, message, hint) => {
    await expect(parse(argv, '0.0.0', 80)).rejects.toMatchObject({ code: 'usage', message, hint });
  });

  test('the second word of a family, with what it knows', async () => {
    for (const first of families.filter((name) => entryOf(name) === undefined)) {
      const known = entriesUnder(first).map(({ name }) => name.slice(first.length + 1));
      const { code, err } = await desk().net(first, 'dance');
      expect([code, err]).toEqual([2, expect.stringContaining(`net ${first} does not know "dance"`)]);
      expect(err.replace(/\s+/g, ' ')).toContain(`it knows ${known.join(', ')}: net help ${first}`);
    }
  });
});

describe('help', () => {
  test.each(names)('net help %s, net %s --help and options before the words say the same', async (name) => {
    const words = name.split(' ');
    const texts = await Promise.all(
      [
        ['help', ...words],
        [...words, '--help'],
        ['--db', 'x.db', ...words, '-h'],
        ['--json', ...words, '-h'],
      ].map((argv) => parse(argv, '0.0.0', 80)),
    );
    expect(new Set(texts.map((parsed) => parsed.kind === 'print' && parsed.text)).size).toBe(1);
    expect(texts[0]).toMatchObject({ text: expect.stringContaining(`Usage: net ${name} `) });
  });

  test('of a family lists its commands', async () => {
    for (const first of families) {
      for (const argv of [
        ['help', first],
        [first, '--help'],
      ]) {
        const parsed = await parse(argv, '0.0.0', 80);
        const text = parsed.kind === 'print' ? parsed.text : '';
        for (const { name, summary } of entriesUnder(first))
          expect(text).toMatch(new RegExp(`${name} +${summary}`));
      }
    }
  });

  test('the words may stand after options', async () => {
    const parsed = await parse(['--json', '--db', 'show', 'list', '--quiet', 'kept'], '0.0.0', 80);
    expect(parsed).toMatchObject({
      kind: 'run',
      args: ['kept'],
      globals: { json: true, quiet: true, db: 'show' },
    });
  });
});
