import { expect, test } from 'vitest';
import { findings } from './findings.ts';
import { SEED } from './seed.ts';
import { liveYear } from './year.ts';

test('a year with net ends as it should', async () => {
  const { life, watch } = await liveYear(SEED);
  const found = await findings(life, watch);
  expect(watch.faults).toEqual([]);
  expect(found.filter(({ holds }) => !holds)).toEqual([]);
});
