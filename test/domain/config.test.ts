import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONFIG, configKey, parseSettings } from '../../src/domain/config.ts';
import { NetError } from '../../src/domain/error.ts';
import { DEFAULTS, type Settings } from '../../src/domain/settings.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

function read(key: string, text: string): Settings {
  return configKey(key).read(DEFAULTS, text);
}

/** What went wrong, as its code and message. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NetError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

describe('a setting is read, and written back', () => {
  test.each([
    ['slots', '2', { slots: 2 }, '2'],
    ['slots', ' 15 ', { slots: 15 }, '15'],
    ['minutes', '20', { minutes: 20 }, '20'],
    ['minutes', '3000', { minutes: 3000 }, '3000'],
    ['growing', '1', { growingSlots: 1 }, '1'],
    ['growing', '010', { growingSlots: 10 }, '10'],
    ['inner', '10d', { cadence: { ...DEFAULTS.cadence, inner: 10 } }, '10d'],
    ['close', '6w', { cadence: { ...DEFAULTS.cadence, close: 42 } }, '42d'],
    ['active', '3 months', { cadence: { ...DEFAULTS.cadence, active: 90 } }, '90d'],
    ['wide', 'every year', { cadence: { ...DEFAULTS.cadence, wide: 365 } }, '365d'],
    ['seasons', '12-15..01-06', { seasons: [{ from: '12-15', to: '01-06' }] }, '12-15..01-06'],
    [
      'seasons',
      ' 08-01..08-31,02-29..03-01 ',
      {
        seasons: [
          { from: '08-01', to: '08-31' },
          { from: '02-29', to: '03-01' },
        ],
      },
      '08-01..08-31, 02-29..03-01',
    ],
    ['seasons', '', { seasons: [] }, ''],
    ['city', ' São Paulo ', { city: 'São Paulo' }, 'São Paulo'],
    ['city', ' ', { city: null }, ''],
    ['interests', 'chess, , 囲碁 ,', { interests: ['chess', '囲碁'] }, 'chess, 囲碁'],
    ['offers', 'legal templates', { offers: ['legal templates'] }, 'legal templates'],
    ['offers', '', { offers: [] }, ''],
  ])('%s %j', (key, text, changed, shown) => {
    expect(read(key, text)).toEqual({ ...DEFAULTS, ...changed });
    expect(configKey(key).show(read(key, text))).toBe(shown);
  });

  test.each([
    ['slots', '1'],
    ['slots', '16'],
    ['slots', '5.5'],
    ['slots', '-5'],
    ['slots', 'five'],
    ['slots', ''],
    ['slots', '٥'],
    ['minutes', '19'],
    ['minutes', '3001'],
    ['minutes', '0x50'],
    ['minutes', '1e2'],
    ['growing', '0'],
    ['growing', '11'],
    ['inner', '0d'],
    ['inner', '11y'],
    ['close', 'often'],
    ['active', ''],
    ['wide', '-3w'],
    ['seasons', '12-15'],
    ['seasons', '12-15..13-01'],
    ['seasons', '02-30..03-01'],
    ['seasons', '12-15..01-06 08-01..08-31'],
    ['seasons', '12-15...01-06'],
    ['seasons', '1-5..2-6'],
  ])('%s %j is refused', (key, text) => {
    expect(refusal(() => read(key, text))).toMatch(new RegExp(`^rejected: .* is no value for ${key}$`));
  });

  test.each(['slot', '', 'constructor', '__proto__', 'Slots'])('there is no setting %j', (key) => {
    expect(refusal(() => configKey(key))).toBe(`usage: there is no setting "${key}"`);
  });
});

describe('the settings of a file', () => {
  test('are the defaults where nothing is stored', () => {
    expect(parseSettings(new Map())).toEqual(DEFAULTS);
  });

  test('pass over a key that a newer net has written', () => {
    const stored = new Map([
      ['slots', '7'],
      ['moons', '3'],
    ]);
    expect(parseSettings(stored)).toEqual({ ...DEFAULTS, slots: 7 });
  });

  test('say which stored value is none', () => {
    expect(refusal(() => parseSettings(new Map([['minutes', 'many']])))).toContain('no value for minutes');
  });

  test('are the same when they are written and read back', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replaceAll(',', '').trim())
      .filter((text) => text !== '');
    const span = fc.integer({ min: 1, max: 3650 });
    const monthDay = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2000-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(5, 10));
    const settings = fc
      .record({
        slots: fc.integer({ min: 2, max: 15 }),
        minutes: fc.integer({ min: 20, max: 3000 }),
        growingSlots: fc.integer({ min: 1, max: 10 }),
        cadence: fc.record({
          inner: span,
          close: span,
          active: span,
          wide: span,
          growing: fc.constant(DEFAULTS.cadence.growing),
        }),
        seasons: fc.array(fc.record({ from: monthDay, to: monthDay }), { maxLength: 3 }),
        city: fc.option(word, { nil: null }),
        interests: fc.array(word, { maxLength: 4 }),
        offers: fc.array(word, { maxLength: 4 }),
      })
      .map((given): Settings => ({ ...DEFAULTS, ...given }));
    fc.assert(
      fc.property(settings, (given) => {
        const stored = new Map(CONFIG.map(({ key, show }) => [key, show(given)] as const));
        expect(parseSettings(stored)).toEqual(given);
      }),
      RUNS,
    );
  });
});
