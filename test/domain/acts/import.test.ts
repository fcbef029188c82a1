import { expect, test } from 'vitest';
import { createImported, updateImported } from '../../../src/domain/acts/import.ts';
import { type Birthday, day } from '../../../src/domain/days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../../src/domain/imported.ts';
import { contactWith, TODAY } from '../../support/people.ts';

const ana: ImportedPerson = {
  ...NOTHING_TOLD,
  key: 'ana',
  line: 1,
  name: 'Ana Silva',
  city: 'Lisbon',
};
const { key: _key, line: _line, ...toldOfAna } = ana;
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
  return updateImported(
    { rows, source: { id: 's-0', imported: JSON.stringify(told) } },
    ana,
    'vcard',
    making,
  );
}

test('a field that an older net kept as a note moves to its place', () => {
  const { city: _unknown, ...before } = { ...toldOfAna, notes: ['City: Lisbon'] };
  const { outcome, changes } = imported(before, ['City: Lisbon', 'my own note']);
  expect(outcome).toBe('updated');
  expect(changes).toEqual([
    { update: 'contact', id: 'c-000', set: { city: 'Lisbon' } },
    { update: 'note', id: 'n-0', set: { deletedAt: making.now } },
    { update: 'source', id: 's-0', set: { imported: JSON.stringify(toldOfAna) } },
  ]);
});

test('the order of the fields in what was kept does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(toldOfAna).reverse());
  expect(imported(reversed, [])).toMatchObject({ outcome: 'unchanged', changes: [] });
});

const linkedIn = { kind: 'linkedin', origin: 'online' } as const;

test('endless fields are cut, never within a character', () => {
  const long = 'x'.repeat(300_000);
  const { contact, changes } = createImported(
    {
      ...ana,
      nickname: long,
      org: `${'x'.repeat(199)}\u{1f600}`,
      role: long,
      city: long,
      traits: [{ kind: 'tag', text: long }],
      points: [{ kind: 'url', value: long, label: long }],
    },
    linkedIn,
    making,
    () => false,
  );
  expect(contact.org).toBe('x'.repeat(199));
  expect([contact.nickname, contact.role, contact.city].map((text) => text?.length)).toEqual([200, 200, 200]);
  expect(changes).toContainEqual(
    expect.objectContaining({ insert: 'trait', row: expect.objectContaining({ text: 'x'.repeat(10_000) }) }),
  );
  expect(JSON.stringify(changes).length).toBeLessThan(60_000);
});

test("a day to come, or nobody's birthday, is a note", () => {
  const person = { ...ana, metOn: day('2026-11-23'), birthday: '1850-01-01' as Birthday };
  const { contact, changes } = createImported(person, linkedIn, making, () => false);
  expect([contact.metOn, contact.birthday]).toEqual([null, null]);
  const notes = changes.flatMap((change) =>
    'insert' in change && change.insert === 'note' ? [change.row.text] : [],
  );
  expect(notes).toEqual(['Connected on: 2026-11-23', 'Birthday: 1850-01-01']);
});

test('a day to come that is stored already stops no update', () => {
  const rows = { contact: contactWith({ metOn: day('2027-01-01') }), points: [], traits: [], notes: [] };
  const { outcome } = updateImported({ rows, source: null }, ana, 'vcard', making);
  expect(outcome).toBe('updated');
});

test('where both say something new, the user stands and the file is told', () => {
  const rows = { contact: contactWith({ city: 'Porto', org: 'Acme' }), points: [], traits: [], notes: [] };
  const before = { ...toldOfAna, city: 'Faro', org: 'Acme' };
  const source = { id: 's-0', imported: JSON.stringify(before) };
  const { conflicts, changes } = updateImported({ rows, source }, { ...ana, org: 'Bcme' }, 'vcard', making);
  expect(conflicts).toEqual([{ field: 'city', yours: 'Porto', theirs: 'Lisbon' }]);
  expect(changes).toContainEqual({
    update: 'contact',
    id: 'c-000',
    set: { org: 'Bcme', jobChangedOn: TODAY },
  });
});

test('where a file is met for the first time, what is known stands and the file is told, but for days', () => {
  const rows = {
    contact: contactWith({ city: 'Porto', metOn: day('2020-01-01') }),
    points: [],
    traits: [],
    notes: [],
  };
  const told = { ...ana, name: 'ANA SILVA', metOn: day('2021-01-01') };
  expect(updateImported({ rows, source: null }, told, 'vcard', making).conflicts).toEqual([
    { field: 'city', yours: 'Porto', theirs: 'Lisbon' },
  ]);
});

test('what was taken out of somebody does not come back with a file that only fills, whatever its case', () => {
  const rows = { contact: contactWith(), points: [], traits: [], notes: [] };
  const note = { id: 'n-0', contactId: 'c-000', notedOn: TODAY, text: 'Likes figs', deletedAt: making.now };
  const out = () => ({ points: [], traits: [], notes: [note] });
  const told = { ...ana, city: null, notes: ['likes figs', 'plays chess'] };
  const { changes } = updateImported({ rows, source: null, out }, told, 'vcard', making);
  expect(
    changes.flatMap((change) => ('insert' in change && change.insert === 'note' ? change.row : [])),
  ).toEqual([expect.objectContaining({ text: 'plays chess' })]);
});
