import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/host/clock.ts';
import { libraryDays } from '../../src/store/local-day.ts';
import { tries } from '../support/tries.ts';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kathmandu',
  'Europe/Lisbon',
  'America/St_Johns',
];

test.each(ZONES)('in %s the days are those that the clock tells', (name) => {
  process.env.TZ = name;
  const dayOf = libraryDays(systemClock);
  const instant = fc.date({ min: new Date('1971-01-02'), max: new Date('2037-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      expect(dayOf(date.toISOString())).toBe(systemClock.dayOf(date.toISOString()));
    }),
    { numRuns: tries(200, 5000) },
  );
});

test('of other years they are the clock’s own', () => {
  process.env.TZ = 'America/New_York';
  const dayOf = libraryDays(systemClock);
  for (const instant of ['1890-07-01T03:30:00.000Z', '1970-06-01T03:30:00.000Z', '2500-01-01T03:30:00.000Z'])
    expect(dayOf(instant)).toBe(systemClock.dayOf(instant));
});
