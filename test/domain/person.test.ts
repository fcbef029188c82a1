import { expect, test } from 'vitest';
import { holdsGrowingSlot } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

test.each([
  [66, true],
  [67, true],
  [68, false],
])('somebody grown %i days ago holds a growing slot: %j', (grown, holds) => {
  const person = personWith({ stage: 'growing', grownOn: ago(grown) }, [{ heldOn: ago(1) }]);
  expect(holdsGrowingSlot(person, { settings: DEFAULTS, pauses: [], today: TODAY })).toBe(holds);
});
