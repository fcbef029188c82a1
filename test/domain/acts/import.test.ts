import { expect, test } from 'vitest';
import { type Told, toldOf, updateImported } from '../../../src/domain/acts/import.ts';
import type { ImportedPerson } from '../../../src/domain/imported.ts';
import { contactWith, TODAY } from '../../support/people.ts';

const ana: ImportedPerson = {
  key: 'ana',
  line: 1,
  name: 'Ana Silva',
  nickname: null,
  org: null,
  role: null,
  city: 'Lisbon',
  birthday: null,
  points: [],
  tags: [],
  notes: [],
  metOn: null,
};
const making = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, id: () => 'new' };

function imported(told: object, notes: readonly string[]) {
  const rows = {
    contact: contactWith(),
    points: [],
    traits: [],
    notes: notes.map((text, i) => ({
      id: `n-${i}`,
      contactId: 'c-000',
      notedOn: TODAY,
      text,
      deletedAt: null,
    })),
  };
  return updateImported({ rows, source: { id: 's-0', told: told as Told } }, ana, 'vcard', making);
}

test('a field that an older net kept as a note moves to its place', () => {
  const { city: _unknown, ...before } = { ...toldOf(ana), notes: ['City: Lisbon'] };
  const { outcome, changes } = imported(before, ['City: Lisbon', 'my own note']);
  expect(outcome).toBe('updated');
  expect(changes).toEqual([
    { update: 'contact', id: 'c-000', set: { city: 'Lisbon' } },
    { update: 'note', id: 'n-0', set: { deletedAt: making.now } },
    { update: 'source', id: 's-0', set: { imported: JSON.stringify(toldOf(ana)) } },
  ]);
});

test('the order of the fields in what was kept does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(toldOf(ana)).reverse());
  expect(imported(reversed, [])).toMatchObject({ outcome: 'unchanged', changes: [] });
});
