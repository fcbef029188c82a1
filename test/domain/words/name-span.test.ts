import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_NAME_WORDS, nameSpan, restOfName } from '../../../src/domain/words/name-span.ts';
import { type Named, resolveName } from '../../../src/domain/words/names.ts';
import { TODAY } from '../../support/people.ts';

function people(names: string): Named[] {
  return names.split(', ').map((given) => {
    const [name = '', nickname = null] = given.split(' = ');
    return { id: name, name, nickname, tended: false };
  });
}

/** Where the name ends and whom it means: `Ana Silva | coffee`; `?` before whom to ask about. */
function read(line: string, names: string): string {
  const comma = line.indexOf(',');
  const all = line.split(' ');
  const typed = comma < 0 ? all : line.slice(0, comma).split(' ');
  const words = typed.slice(0, MOST_NAME_WORDS);
  const before = comma >= 0 ? 'comma' : words.length === all.length ? 'end' : 'text';
  const list = people(names);
  const span = nameSpan({ words, before, keyed: /^\d{1,3}$/.test(words[0] ?? '') }, list, TODAY);
  if (span.kind === 'no-name') return 'no name';
  const name = words.slice(0, span.length).join(' ');
  if (span.kind === 'unknown') return `nobody: ${name}`;
  if (span.kind === 'goes-on') return `${name}? ${span.candidates.map((found) => found.name).join(', ')}`;
  const found = resolveName(name, list);
  const who = found.kind === 'one' ? [found.found] : found.kind === 'several' ? found.candidates : [];
  return `${who.map((person) => person.name).join(' or ')} | ${words.slice(span.length).join(' ')}`.trim();
}

describe('where a name ends', () => {
  test.each([
    ['the first name alone', 'ana coffee', 'Ana Costa', 'Ana Costa | coffee'],
    ['a whole name', 'ana costa coffee', 'Ana Costa, Ana Pires', 'Ana Costa | coffee'],
    ['the longest name', 'ana maria coffee', 'Ana, Ana Maria', 'Ana Maria | coffee'],
    ['a nickname', 'pepe coffee', 'José Ødegård = Pepe', 'José Ødegård | coffee'],
    ['a nickname and the rest', 'pepe odegard coffee', 'José Ødegård = Pepe', 'José Ødegård | coffee'],
    ['a nickname of two words', 'big bo coffee', 'Bo Tan = Big Bo', 'Bo Tan | coffee'],
    ['whole words of a longer name', 'ana maria coffee', 'Ana, Ana Maria Lopes', 'Ana Maria Lopes | coffee'],
    ['the first and the last', 'ana lopes coffee', 'Ana, Ana Maria Lopes', 'Ana Maria Lopes | coffee'],
    ['whole words from within', 'maria lopes coffee', 'Ana Maria Lopes', 'Ana Maria Lopes | coffee'],
    ['the begun first name with a whole last', 'an silva coffee', 'Ana Silva', 'Ana Silva | coffee'],
    [
      'a name of many words',
      'ana do carmo e costa silva tea',
      'Ana do Carmo e Costa Silva',
      'Ana do Carmo e Costa Silva |',
    ],
    ['an initial with a period', 'ana s. coffee', 'Ana Silva, Ana Costa', 'Ana Silva | coffee'],
    ['a capital initial', 'ana S coffee', 'Ana Silva, Ana Costa', 'Ana Silva | coffee'],
    ['an initial that is no word', 'ana s coffee', 'Ana Silva, Ana Costa', 'Ana Silva | coffee'],
    ['two initials', 'ana m. s. coffee', 'Ana Maria Silva, Ana Costa', 'Ana Maria Silva | coffee'],
    ['a lone letter before a comma', 'ana a, ben lunch', 'Ana Almeida, Ana Sousa', 'Ana Almeida |'],
    ['a lone letter at the end', 'ana a', 'Ana Almeida, Ana Sousa', 'Ana Almeida |'],
    ['a line of the list', '2 Silva called', 'Ana Silva', '| Silva called'],
    ['a list of one', 'ana, ben lunch', 'Ana Costa', 'Ana Costa |'],
    ['any order of capitals', 'ANA COSTA coffee', 'Ana Costa', 'Ana Costa | coffee'],
    ['namesakes', 'ana silva coffee', 'Ana Silva, ana silva', 'Ana Silva or ana silva | coffee'],
    ['several who are called so', 'ana coffee', 'Ana Costa, Ana Pires', 'Ana Costa or Ana Pires | coffee'],
  ])('%s: %s', (_, line, names, found) => {
    expect(read(line, names)).toBe(found);
  });
});

describe('the beginning of a word is text, and decides nothing', () => {
  const ANAS = 'Ana Almeida or Ana Sousa';
  test.each([
    ['ana a quick call', 'Ana Almeida, Ana Sousa', `${ANAS} | a quick call`],
    ['ana so happy to see her', 'Ana Almeida, Ana Sousa', `${ANAS} | so happy to see her`],
    ['Ana A quick call', 'Ana Almeida, Ana Sousa', `${ANAS} | A quick call`],
    ['Ana I met her', 'Ana Ito, Ana Sousa', 'Ana Ito or Ana Sousa | I met her'],
    ['ana call, then lunch', 'Ana Callahan, Ana Sousa', 'Ana Callahan or Ana Sousa | call'],
    ['ana coffee', 'Ana Coffman, Ana Sousa', 'Ana Coffman or Ana Sousa | coffee'],
    ['ana so kind', 'Ana So Kim, Ana Lee', 'Ana So Kim or Ana Lee | so kind'],
    ['ana maria s told me', 'Ana Maria Silva', 'Ana Maria Silva | told me'],
  ])('%s (%s)', (line, names, found) => {
    expect(read(line, names)).toBe(found);
  });
});

describe('where the words go on as another name', () => {
  test.each([
    ['Ana Silva coffee', 'Ana Costa', 'Ana Silva? Ana Costa'],
    ['Bob Marley', 'Bob Tan', 'Bob Marley? Bob Tan'],
    ['Ana Silva, Ana Costa lunch', 'Ana Costa', 'Ana Silva? Ana Costa'],
    ['Ana Silva coffee', 'Ana', 'Ana Silva? Ana'],
    ['ana silva coffee', 'Ana Costa, Pedro Silva', 'ana silva? Ana Costa'],
    ['ana silva coffee', 'Ana Costa, Ana Pires, Pedro Silva', 'ana silva? Ana Costa, Ana Pires'],
    ['Ana S. coffee', 'Ana Costa', 'Ana S.? Ana Costa'],
    ['ana s. coffee', 'Ana Costa', 'ana s.? Ana Costa'],
    ['ANA SILVA coffee', 'Ana Costa', 'ANA SILVA? Ana Costa'],
    ['Ana Silva: all well', 'Ana Costa', 'Ana Silva:? Ana Costa'],
    ['silva ana coffee', 'Ana Silva, Bo Ana', 'silva ana? Ana Silva'],
    ['Silva Ana coffee', 'Ana Silva', 'Silva Ana? Ana Silva'],
    ['José de Souza coffee', 'José Ødegård', 'José de Souza? José Ødegård'],
    ['José da Silva coffee', 'José Ødegård, Pedro da Silva', 'José da Silva? José Ødegård'],
  ])('%s (%s)', (line, names, found) => {
    expect(read(line, names)).toBe(found);
  });

  test.each([
    ['ana Coffee', 'Ana Costa'],
    ['Ana Coffee with her', 'Ana Costa'],
    ['Ana Lunch on Monday', 'Ana Costa'],
    ['Ana Monday over lunch', 'Ana Costa'],
    ['Ana Last Tuesday', 'Ana Costa'],
    ['Ana March 14', 'Ana Costa'],
    ['Ana Zoom', 'Ana Costa'],
    ['Ana The deck', 'Ana Costa'],
    ['Ana PhD defence', 'Ana Costa'],
    ['Ana NYC trip', 'Ana Costa'],
    ['ana Lisbon trip', 'Ana Costa'],
    ['ana so happy', 'Ana Costa, Kim So'],
    ['ana will call', 'Ana Costa, George Will'],
    ['ana coffee', 'Ana Costa, John Coffee'],
    ['ana and Pedro came', 'Ana Costa'],
    ['ana silva coffee', 'Ana Costa, Silva Pedro'],
    ['ana silva coffee', 'Ana Costa'],
  ])('text it is: %s (%s)', (line, names) => {
    expect(read(line, names)).toBe(`Ana Costa | ${line.split(' ').slice(1).join(' ')}`);
  });
});

describe('where nobody is known', () => {
  test.each([
    ['zoe coffee', 'nobody: zoe'],
    ['Zoe Marsh coffee', 'nobody: Zoe Marsh'],
    ['Zoe Coffee', 'nobody: Zoe'],
    ['Zoe Marsh, Bo lunch', 'nobody: Zoe Marsh'],
    ['zoe marsh, bo lunch', 'nobody: zoe marsh'],
    ['zoe coffee, then lunch', 'nobody: zoe'],
    ['Will Smith coffee', 'nobody: Will Smith'],
    ['lunch on friday with Zoe', 'no name'],
    ['yesterday coffee', 'no name'],
    ['Monday with Zoe', 'no name'],
    ['the meeting with Zoe', 'no name'],
    ['5pm call', 'no name'],
    ['-x', 'no name'],
    ['2026 plans', 'no name'],
    ['call with ana', 'no name'],
  ])('%s', (line, found) => {
    expect(read(line, 'Ana Callahan')).toBe(found);
  });
});

describe('the rest of a chosen name', () => {
  test.each([
    ['costa coffee', 'Ana Costa', 1],
    ['csota coffee', 'Ana Costa', 1],
    ['maria lopes coffee', 'Ana Maria Lopes', 2],
    ['coffee costa', 'Ana Costa', 0],
    ['so happy', 'Ana So', 0],
    ['costa', 'Ana Costa', 1],
    ['', 'Ana Costa', 0],
  ])('%s (%s)', (words, name, length) => {
    expect(restOfName(words.split(' '), { name, nickname: null })).toBe(length);
  });
});

test('whatever is typed, the words that are taken as a name mean by themselves whom they mean here', () => {
  const word = fc.constantFrom(
    'Ana',
    'ana',
    'Maria',
    'maria',
    'Silva',
    'silva',
    'S.',
    's',
    'a',
    'Sousa',
    'so',
    'coffee',
    'An',
  );
  const aName = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.uniqueArray(aName, { maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 6 }),
      (names, words) => {
        const list = names.map((name): Named => ({ id: name, name, nickname: null, tended: false }));
        const span = nameSpan({ words, before: 'text', keyed: false }, list, TODAY);
        if (span.kind !== 'known') return;
        expect(resolveName(words.slice(0, span.length).join(' '), list).kind).not.toBe('none');
      },
    ),
    { numRuns: 1000, seed: 20261122 },
  );
});
