import { expect, test } from 'vitest';
import { observe } from '../../../src/domain/acts/group.ts';
import { eventsOf, reportsOf } from '../../../src/domain/groups/report.ts';
import { observationWith } from '../../support/groups.ts';
import { ago } from '../../support/people.ts';

const crowd = { ...observationWith('ambush', ago(1)), text: 'Her boss came' };
const seen = [
  crowd,
  { ...crowd, id: 'o-2', text: 'her  boss CAME' },
  { ...crowd, id: 'o-3', text: null },
  { ...crowd, id: 'o-4', kind: 'pitch' as const },
  { ...crowd, id: 'o-5', notedOn: ago(2) },
];

test('one report for each kind, day and text; one event for each day and text', () => {
  expect(reportsOf(seen).map(({ id }) => id)).toEqual([crowd.id, 'o-3', 'o-4', 'o-5']);
  expect(eventsOf(seen).map(({ id }) => id)).toEqual([crowd.id, 'o-3', 'o-5']);
});

test('what is known is not noted again', () => {
  const making = { id: () => 'new', now: '2026-11-22T09:00:00.000Z', today: ago(0) };
  const noted = observe('g-000', ['ambush', 'milked'], ago(1), 'her boss came', seen, making);
  expect(noted.observations.map(({ kind }) => kind)).toEqual(['milked']);
  expect(noted.changes).toHaveLength(1);
  expect(observe('g-000', ['ambush'], ago(3), null, seen, making).observations).toHaveLength(1);
});
