import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../../src/domain/words/fold.ts';
import { LEVELS, levelOf, type Named, resolveName } from '../../../src/domain/words/names.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

function named(name: string, given: Partial<Named> = {}): Named {
  return { id: name, name, nickname: null, tended: false, ...given };
}

function level(query: string, name: string, nickname: string | null = null) {
  return levelOf(query, { name, nickname });
}

/** Whom a query means, as a word or two. */
function meant(query: string, people: readonly Named[], near: readonly Named[] = []) {
  const found = resolveName(query, people, near);
  if (found.kind === 'none') return 'none';
  const ids = found.kind === 'one' ? [found.found.id] : found.candidates.map(({ id }) => id);
  return `${found.kind} ${found.level}: ${ids.join(', ')}`;
}

describe('how a query meets a name', () => {
  test.each([
    ['Ana Silva', 'Ana Silva', null, 'exact'],
    ['ana  SILVA', 'Ana Silva', null, 'exact'],
    ['Ani', 'Ana Silva', 'Ani', 'nickname'],
    ['ana s', 'Ana Silva', null, 'initial'],
    ['ana s.', 'Ana Maria Silva', null, 'initial'],
    ['ana m s', 'Ana Maria Silva', null, 'initial'],
    ['ana silva', 'Ana Maria Silva', null, 'words'],
    ['maria silva', 'Ana Maria Silva', null, 'words'],
    ['ani silva', 'Ana Silva', 'Ani', 'words'],
    ['ani s', 'Ana Silva', 'Ani', 'initial'],
    ['silva ani', 'Ana Silva', 'Ani', null],
    ['ana', 'Ana Silva', null, 'first'],
    ['an', 'Ana Silva', null, 'prefix'],
    ['silv', 'Ana Silva', null, 'prefix'],
    ['ana', 'Mariana Silva', null, null],
    ['silva ana', 'Ana Silva', null, null],
    ['anna', 'Ana Silva', null, null],
    ['ana silva x', 'Ana Silva', null, null],
    ['s ana', 'Ana Silva', null, null],
  ])('%j meets %j (%j): %s', (query, name, nickname, found) => {
    expect(level(query, name, nickname)).toBe(found);
  });
});

describe('letters that not every keyboard has', () => {
  test.each([
    ['Jose', 'Jos\u00e9 Lima', 'first'],
    ['Jos\u00e9 lima', 'Jose\u0301 Lima', 'exact'],
    ['Jose\u0301 lima', 'Jos\u00e9 Lima', 'exact'],
    ['soren orsted', 'Søren Ørsted', 'exact'],
    ['lukasz', 'Łukasz Nowak', 'first'],
    ['gross', 'Anna Groß', 'prefix'],
    ['anna groß', 'Anna Gross', 'exact'],
    ['WANG', '王小明', 'prefix'],
    ['王小明', '王小明', 'exact'],
    ['王', '王小明', 'prefix'],
    ['ivan', 'Иван Петров', 'first'],
    ['obrien', "Mary O'Brien", 'prefix'],
    ["o'brien", 'Mary O’Brien', 'prefix'],
    ['mary o’b', "Mary O'Brien", 'initial'],
    ['anne marie', 'Anne-Marie Roy', 'words'],
    ['anne-marie roy', 'Anne Marie Roy', 'exact'],
    ['fox', '🦊', 'exact'],
    ['🦊', '🦊', 'exact'],
    ['🦊', '🐻', null],
    ['!!!', '!!!', 'exact'],
    ['!!!', '???', null],
    ['', 'Ana Silva', null],
    ['  ', 'Ana Silva', null],
    ['', '', null],
    ['ana', '', null],
  ])('%j meets %j: %s', (query, name, found) => {
    expect(level(query, name)).toBe(found);
  });

  describe('with a Turkish keyboard', () => {
    const before = { LC_ALL: process.env.LC_ALL, LANG: process.env.LANG };
    beforeEach(() => {
      Object.assign(process.env, { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
    });
    afterEach(() => {
      for (const [key, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
    });

    test.each([
      ['IPEK', 'İpek Işık'],
      ['ipek', 'İpek Işık'],
      ['İPEK ışık', 'Ipek Isik'],
      ['LISA', 'lisa'],
      ['ilgin', 'Ilgın'],
    ])('%j meets %j', (query, name) => {
      expect(['exact', 'first']).toContain(level(query, name));
    });
  });
});

describe('whom a query means', () => {
  const ana = named('Ana Silva', { tended: true });
  const anna = named('Ana Souza');
  const ben = named('Ben Ana', { nickname: 'Ana' });

  test.each([
    ['one who is met exactly, before a nickname', 'ana silva', [ana, ben], [], 'one exact: Ana Silva'],
    ['a nickname before a first name', 'ana', [ana, ben], [], 'one nickname: Ben Ana'],
    ['first name and initial before a first name', 'ana so', [ana, anna], [], 'one initial: Ana Souza'],
    [
      'whole words before beginnings',
      'ana maria',
      [named('Ana Mariana Roy'), named('Ana Maria Roy')],
      [],
      'one words: Ana Maria Roy',
    ],
    ['who is tended before the stack', 'ana', [anna, ana], [], 'one first: Ana Silva'],
    ['but only within a level', 'ana souza', [anna, ana], [], 'one exact: Ana Souza'],
    [
      'nobody but by asking, where two fit',
      'an',
      [named('Ana'), named('Ani')],
      [],
      'several prefix: Ana, Ani',
    ],
    ['a typo only by asking, though one fits', 'amna', [ana], [ana], 'several fuzzy: Ana Silva'],
    [
      'a typo by asking about all near, in order',
      'amna',
      [],
      [anna, ana],
      'several fuzzy: Ana Souza, Ana Silva',
    ],
    ['no typo where a name fits', 'ana', [ana], [anna], 'one first: Ana Silva'],
    ['nobody', 'zoe', [ana, anna], [], 'none'],
    ['nobody for an empty name', '', [ana, named('')], [], 'none'],
  ] as const)('%s', (_, query, people, near, found) => {
    expect(meant(query, people, near)).toBe(found);
  });
});

describe('whatever the names are', () => {
  const word = fc.constantFrom(
    'Ana',
    'ana',
    'An',
    'Silva',
    'José',
    'Jose\u0301',
    'Ø',
    '王',
    "O'B",
    '-',
    '🦊',
    'ß',
  );
  const aName = fc.oneof(
    fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const people = fc.array(
    fc.record({
      id: fc.uuid(),
      name: aName,
      nickname: fc.option(aName, { nil: null }),
      tended: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  test('everybody is found exactly by their own name, however its accents are written', () => {
    fc.assert(
      fc.property(aName, (name) => {
        const found = level(name.normalize('NFD'), name.normalize('NFC'));
        expect(found).toBe(fold(name) === '' ? null : 'exact');
        expect(found).toBe(level(name.normalize('NFC'), name.normalize('NFD')));
      }),
      RUNS,
    );
  });

  test('the best level wins, a typo is never one, and the order of the people changes nothing', () => {
    fc.assert(
      fc.property(people, aName, (list, query) => {
        const found = resolveName(query, list, list);
        if (found.kind === 'none') return;
        expect(found.kind === 'one' && found.level === 'fuzzy').toBe(false);
        const levels = list.map((person) => levelOf(query, person)).filter((at) => at !== null);
        const best = Math.min(...levels.map((at) => LEVELS.indexOf(at)), LEVELS.length - 1);
        expect(LEVELS.indexOf(found.level)).toBe(best);
        const again = resolveName(query, [...list].reverse(), list);
        expect(again.kind).toBe(found.kind);
      }),
      RUNS,
    );
  });
});
