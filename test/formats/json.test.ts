import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import { importerFor } from '../../src/formats/index.ts';
import { faultIn } from '../../src/formats/json/fault.ts';
import { uniqueKeys } from '../../src/formats/json/parts.ts';
import { knotter } from '../../src/formats/knotter.ts';
import { monica } from '../../src/formats/monica.ts';
import { wholeJson } from '../../src/formats/source-text.ts';
import { type ParsedFile, parsed, sourceFile } from '../support/parsed.ts';
import { fixture, imported } from './fixtures.ts';

const FILES = [
  ['monica.json', monica],
  ['knotter.json', knotter],
] as const;

/** Each place in a JSON value, and what stands there. */
function* placesIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* placesIn(inner, [...path, name]);
}

/** A JSON text with something else in a place. */
function withValue(text: string, path: readonly string[], put: string): string {
  const mark = 'put-here';
  const root: unknown = JSON.parse(text);
  const [last] = path.slice(-1);
  if (last === undefined) return put;
  let at = root as Record<string, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[last] = mark;
  return JSON.stringify(root).replace(`"${mark}"`, () => put);
}

/** Everything that a file tells of is whole: unique keys, days, and only people who came before. */
function expectWhole({ people, talks, exchanges, rejects }: ParsedFile): void {
  for (const parts of [people, talks, exchanges]) {
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
    expect(parts.every(({ key, line }) => key !== '' && line >= 1)).toBe(true);
  }
  const keys = new Set(people.map(({ key }) => key));
  const meant = [...talks.flatMap((talk) => talk.people), ...exchanges.map(({ person }) => person)];
  expect(meant.every((one) => 'key' in one && keys.has(one.key))).toBe(true);
  expect(people.every(({ name, notes }) => name !== '' && notes.every((note) => note !== ''))).toBe(true);
  expect(exchanges.every(({ text }) => text !== '')).toBe(true);
  expect(rejects.every(({ line, reason }) => line >= 1 && reason.length < 600)).toBe(true);
}

async function readOrRejected(text: string): Promise<void> {
  for (const importer of [monica, knotter]) {
    try {
      expectWhole(await parsed(importer, sourceFile(text)));
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
      expect(error.code).toBe('rejected');
    }
  }
}

const HOSTILE = [
  '{"__proto__":{"first_name":"Eve"}}',
  '{"constructor":1,"toString":2,"hasOwnProperty":3}',
  '[null,[],{}]',
  '1e999',
  '-0.5',
  '9007199254740993',
  '"9999-99-99T99:99:99Z"',
  '"0001-01-01T00:00:00+14:00"',
  '"\\ud800"',
  '""',
  '" "',
  'true',
  '{"0":"a","2":{}}',
];

describe.each(FILES)('%s', (name, importer) => {
  const text = fixture(name);
  const places = [...placesIn(JSON.parse(text))];

  test('is recognized by what it holds, also without line breaks', () => {
    expect(importerFor(sourceFile(text))).toBe(importer);
    expect(importerFor(sourceFile(JSON.stringify(JSON.parse(text))))).toBe(importer);
  });

  test('tells the same without line breaks, but for the lines', async () => {
    const flat = ({ rejects, ...rest }: ParsedFile): unknown =>
      JSON.parse(JSON.stringify({ ...rest, rejects: rejects.length }).replaceAll(/"line":\d+/g, '"line":1'));
    expect(flat(await imported(JSON.stringify(JSON.parse(text))))).toEqual(flat(await imported(text)));
  });

  test.each([
    ['CRLF', (content: string) => content.replaceAll('\n', '\r\n')],
    ['CR', (content: string) => content.replaceAll('\n', '\r')],
    ['a byte order mark', (content: string) => `\ufeff${content}`],
  ])('%s changes nothing', async (_, change) => {
    expect(await imported(change(text))).toEqual(await imported(text));
  });

  test('any value in place of any other ends in a report or one clear error', async () => {
    const put = fc.oneof(fc.constantFrom(...HOSTILE), fc.json({ maxDepth: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), put, async (path, value) => {
        await readOrRejected(withValue(text, path, value));
      }),
      { numRuns: 1500 },
    );
  });

  test('everything of a wrong type at once is told, not more than a thousand times', async () => {
    for (const put of ['7', '"x"', 'true', '[[1]]', '{"a":1}']) {
      const changed = text.replaceAll(/: (?:"[^"]*"|-?[\d.]+|true|false|null)(?=[,\n])/g, `: ${put}`);
      await readOrRejected(changed);
    }
  });

  test('a file that was cut short says where it ends', async () => {
    const cut = text.slice(0, text.length / 2);
    const error = await imported(cut).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NetError);
    const lines = cut.split('\n');
    expect((error as NetError).message).toBe(
      `this file is broken at line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1}: it is no JSON from there on`,
    );
  });

  test('nesting 10 000 levels deep is read, or told', async () => {
    const deep = [
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    ];
    for (const put of deep)
      for (const path of places.filter((_, i) => i % 10 === 0)) {
        await readOrRejected(withValue(text, path, put));
      }
  });
});

describe('a thousand times as many as there are', () => {
  test.each([
    ['tags', 'monica.json', '"tags": [', JSON.stringify('a tag').concat(',')],
    ['wrong tags', 'monica.json', '"tags": [', '1,'],
    ['ids', 'monica.json', '"values": [', '"00000000-0000-4000-8000-000000000101",'],
    [
      'contacts',
      'knotter.json',
      '"contacts": [',
      '{"display_name":"Ana","interactions":[{"occurred_at":1}]},',
    ],
    ['wrong contacts', 'knotter.json', '"contacts": [', '[],'],
  ])('%s take no longer than their length', async (_, name, after, item) => {
    const read = await imported(fixture(name).replaceAll(after, `${after}${item.repeat(20_000)}`));
    expectWhole(read);
    expect(read.rejects.length).toBeLessThanOrEqual(1001);
  });
});

test('JSON of no known tool is recognized by nobody', () => {
  for (const text of [
    '{}',
    '[]',
    '{"net":1,\n"contact":[\n{"id":"a","name":"Ana"}\n]}',
    '{"contacts":[{"name":"Ana"}]}',
    '{"account":"me","version":1}',
    '[{"account":{"app_version":"4.1.2"}}]',
    JSON.stringify({ note: fixture('monica.json') }),
    JSON.stringify({ note: fixture('knotter.json') }),
  ])
    expect(importerFor(sourceFile(text))).toBeNull();
});

test.each([
  [monica, '{"app_version":"4.1.2","account":{}}', 0],
  [knotter, '{"metadata":{"format_version":1},"contacts":[]}', 0],
])('%o: an export without anybody is no error', async (importer, text, count) => {
  expect((await parsed(importer, sourceFile(text))).people).toHaveLength(count);
});

test.each([
  [monica, '{"version":"1.0"}', 'there is no account in this file'],
  [monica, '7', 'there is no account in this file'],
  [knotter, '{"contacts":{}}', 'there is no list of contacts in this file'],
  [knotter, 'null', 'there is no list of contacts in this file'],
  [knotter, '', 'this file is broken at line 1, character 1: it is no JSON from there on'],
])('%o: a file that is something else says so', async (importer, text, message) => {
  await expect(parsed(importer, sourceFile(text))).rejects.toThrow(message);
});

describe('where a text stops being JSON', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u12',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\t',
      '\u0001',
      'é',
    ],
  );
  const nearly = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(2), piece).map(([text, at, length, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + length);
    }),
    fc.json(),
  );

  test('it is null exactly where the parser of the program takes the text', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        expect(faultIn(text) === null).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('what stands before it can still become JSON', () => {
    const endings = [
      '"',
      '1',
      ':1',
      '0',
      'ull',
      'rue',
      'alse',
      'u0000"',
      '0000"',
      '000"',
      '00"',
      '0"',
      'n"',
      'll',
      'l',
      'ue',
      'lse',
      'se',
      'e',
      '1"',
    ];
    const closed = (text: string) => {
      const open: string[] = [];
      for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/g)) {
        if (found === '[') open.unshift(']');
        else if (found === '{') open.unshift('}');
        else if (found === ']' || found === '}') open.shift();
      }
      return ['', ...endings, '"a":1', '":1', ':null', 'null'].some((end) =>
        isJson(`${text}${end}${open.join('')}`),
      );
    };
    const short = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(short, (text) => {
        const fault = faultIn(text);
        if (fault === null) return;
        const lines = text.split('\n').slice(0, fault.line);
        const before = [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, fault.column - 1)].join('\n');
        expect(text.startsWith(before)).toBe(true);
        expect(closed(before)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['{"a": x}', 1, 7],
    ['{"a": 1,}', 1, 9],
    ['{\n  "a" 1\n}', 2, 7],
    ['[1,\r\n2', 2, 2],
    ['"a\nb"', 1, 3],
    ['1 2', 1, 3],
    ['[}', 1, 2],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(faultIn(text)).toEqual({ line, column });
  });

  test('it takes no longer than the length of the text', () => {
    const long = [
      `["${'a'.repeat(20_000_000)}`,
      '['.repeat(1_000_000),
      `{"a":${'1'.repeat(1_000_000)}x`,
      '[1,'.repeat(500_000),
    ];
    for (const text of long) {
      expect(faultIn(text)).not.toBeNull();
    }
  });
});

test('keys are told apart, also from those that look like it', () => {
  const unique = uniqueKeys();
  expect(['a', 'a#2', 'a', 'a', 'b', 'a#2'].map(unique)).toEqual(['a', 'a#2', 'a#3', 'a#4', 'b', 'a#2#2']);
  const long = 'x'.repeat(300);
  expect(new Set([unique(long), unique(`${long}y`)]).size).toBe(2);
});

test('a file that is too large to be read at once is refused before it is read', () => {
  const large = { ...sourceFile('{}', 'large.json'), size: 100_000_001 };
  expect(() => wholeJson(large)).toThrow(
    expect.objectContaining({
      code: 'rejected',
      message: 'large.json is larger than 100 MB, and can only be read at once',
      hint: expect.stringMatching(/split/),
    }),
  );
  expect(wholeJson({ ...large, size: 100_000_000 })).toBe('{}');
});
