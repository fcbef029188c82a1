import { expect, test } from 'vitest';
import { readMinutes } from '../../../src/domain/days/minutes.ts';

test.each([
  ['0', 0],
  ['45', 45],
  ['1440', 1440],
  ['20min', 20],
  ['45 min', 45],
  ['45 minutes', 45],
  ['90m', 90],
  ['2h', 120],
  ['2 H', 120],
  ['2 hours', 120],
  ['1h30', 90],
  ['1h 30', 90],
  ['1h30m', 90],
  ['1 hour 30 minutes', 90],
  ['1 hour and 30 min', 90],
  ['1:30', 90],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['an hour', 60],
  ['an hour and a half', 90],
  ['half an hour', 30],
  ['24h', 1440],
])('%s', (said, minutes) => {
  expect(readMinutes(said)).toBe(minutes);
});

test.each([
  '',
  '-5',
  'ten',
  '1441',
  '25h',
  '2h99',
  '2h99m and more',
  '1:75',
  '2d',
  '1.5',
  '12345',
  'h',
  'min',
])('%j is none', (said) => {
  expect(readMinutes(said)).toBeNull();
});
