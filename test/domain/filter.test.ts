import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIRCLES, ORIGINS } from '../../src/domain/contact.ts';
import { NetError } from '../../src/domain/error.ts';
import { asksForMoved, type Listed, readFilter } from '../../src/domain/filter.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

function listed(given: Partial<Listed> = {}): Listed {
  return {
    name: 'Ana Silva',
    nickname: 'Ani',
    org: 'Acme Ltd',
    role: 'CTO',
    city: 'São Paulo',
    stage: 'kept',
    circle: 'inner',
    origin: 'event',
    via: 'Lee Chen',
    at: 'DevMeet',
    warmth: 'warm',
    label: 'giver',
    tags: ['rust', 'Book Club'],
    interests: ['chess'],
    needs: ['an investor'],
    offers: ['legal templates'],
    ...given,
  };
}

const NOTHING: Partial<Listed> = {
  org: null,
  role: '',
  city: null,
  circle: null,
  origin: null,
  via: null,
  at: null,
  warmth: null,
  label: null,
  tags: [],
  interests: [],
  needs: [],
  offers: [],
};

describe('a filter lets somebody pass', () => {
  test.each([
    'name:silva',
    'name:ani',
    'org:acme',
    'role:cto',
    'city:sao paulo',
    'CITY:SÃO',
    'stage:kept',
    'circle:inn',
    'origin:event',
    'via:lee',
    'at:devmeet',
    'warmth:warm',
    'label:giver',
    'tag:club',
    'interest:chess',
    'needs:investor',
    'offers: legal ',
    '+rust',
    '+Rust',
    '+book club',
    '-go',
    '-rus',
    'inner',
    'INNER',
    'kept',
    'event',
    'ana',
    'ana s',
    'ani',
    'silv',
    '',
    '  ',
  ])('%j', (word) => {
    expect(readFilter([word])(listed())).toBe(true);
  });

  test.each([
    'name:lee',
    'org:acme inc',
    'city:lisbon',
    'stage:growing',
    'circle:close',
    'tag:go',
    'needs:legal',
    'org:',
    'tag:',
    '+rus',
    '+go',
    '-rust',
    '-BOOK CLUB',
    'close',
    'growing',
    'dormant',
    'moved',
    'work',
    'lee',
    'acme',
    '+',
    '!!!',
  ])('and not: %j', (word) => {
    expect(readFilter([word])(listed())).toBe(false);
  });

  test.each('org role city circle origin via at warmth label tag interest needs offers'.split(' '))(
    'an empty %s is found',
    (field) => {
      expect(readFilter([`${field}:`])(listed(NOTHING))).toBe(true);
      expect(readFilter([`${field}:`])(listed())).toBe(false);
    },
  );

  test.each([
    [[], true],
    [['ana', 'inner', '+rust', 'city:paulo'], true],
    [['ana', 'inner', '-rust'], false],
    [['kept', 'event', 'work'], false],
  ])('only where all of %j hold: %s', (words, passes) => {
    expect(readFilter(words)(listed())).toBe(passes);
  });

  test.each([
    ['inner', { stage: 'stack' }, false],
    ['inner', { stage: 'growing' }, false],
    ['inner', { stage: 'dormant' }, true],
    ['dormant', { stage: 'dormant' }, true],
    ['moved', { stage: 'moved on' }, true],
    ['stage:moved on', { stage: 'moved on' }, true],
    ['stage:moved', { stage: 'moved on' }, true],
    ['stage:moved-on', { stage: 'moved on' }, true],
    ['movedon', { stage: 'moved on' }, true],
    ['moved-on', { stage: 'kept' }, false],
    ['warm', {}, true],
    ['cold', {}, false],
    ['cold', { warmth: null }, false],
    ['Cooling', { warmth: 'cooling' }, true],
  ])('%j of %j: %s', (word, given, passes) => {
    expect(readFilter([word])(listed(given))).toBe(passes);
  });
});

describe('a field that does not exist is refused', () => {
  test.each(['zodiac:leo', 'tags:rust', 'toString:x', 'http://example.org'])('%j', (word) => {
    expect(() => readFilter([word])).toThrow(NetError);
  });

  test.each(['constructor:x', '__proto__:x', 'constructor:'])('%j', (word) => {
    expect(() => readFilter([word])(listed())).toThrow(NetError);
  });
});

describe('a word that a field never holds is refused, with those that it does', () => {
  test.each([
    ['stage:grwing', 'stack, growing, kept, dormant, moved on'],
    ['circle:best', 'inner, close, active, wide'],
    ['origin:x', 'event, group'],
    ['warmth:x', 'warm, cooling, cold'],
    ['label:x', 'giver, one-sided so far'],
  ])('%j', (word, hint) => {
    expect(() => readFilter([word])).toThrow(NetError);
    expect(() => readFilter([word])).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) }),
    );
  });
});

test.each([
  [['moved', 'on'], true],
  [['ana', 'Moved-On'], true],
  [['stage:moved'], true],
  [['stage:moved', 'on'], true],
  [['kept'], false],
  [['on'], false],
  [[], false],
])('%j asks for people who moved on: %s', (words, asks) => {
  expect(asksForMoved(words)).toBe(asks);
});

test.each([[['moved on']], [['moved', 'on']], [['stage:moved', 'on']]])('%j finds who moved on', (words) => {
  expect(readFilter(words)(listed({ stage: 'moved on' }))).toBe(true);
});

describe('whatever is asked for', () => {
  const value = fc.constantFrom('rust', 'ana', 'são', 'go', '', ...CIRCLES, ...ORIGINS);
  const word = fc.oneof(
    value,
    value.map((text) => `+${text}`),
    value.map((text) => `org:${text}`),
    value.map((text) => `tag:${text}`),
  );
  const person = fc.record({
    org: fc.option(value, { nil: null }),
    tags: fc.array(value, { maxLength: 3 }),
    circle: fc.option(fc.constantFrom(...CIRCLES), { nil: null }),
    stage: fc.constantFrom('stack', 'growing', 'kept', 'dormant', 'moved on'),
  });

  test('more words never let more people pass, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, person, (words, more, given) => {
        const somebody = listed(given);
        const passes = readFilter([...words, more])(somebody);
        expect(passes).toBe(readFilter(words)(somebody) && readFilter([more])(somebody));
        expect(passes).toBe(readFilter([more, ...words])(somebody));
      }),
      RUNS,
    );
  });

  test('+tag and -tag part everybody in two', () => {
    fc.assert(
      fc.property(value, person, (tag, given) => {
        if (tag === '') return;
        const somebody = listed(given);
        expect(readFilter([`+${tag}`])(somebody)).toBe(!readFilter([`-${tag}`])(somebody));
      }),
      RUNS,
    );
  });
});
