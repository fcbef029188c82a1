import { describe, expect, test } from 'vitest';
import { groupCalled } from '../../../src/domain/groups/group.ts';
import { groupSpan, meantGroup } from '../../../src/domain/groups/group-names.ts';
import { groupWith } from '../../support/groups.ts';
import { ago } from '../../support/people.ts';

const groups = ['TechGrow', 'Tech Talks', 'Food Bank', 'Book Club', 'Book Club Reading', 'Café Ü', '***'].map(
  (name, i) => groupWith({ id: `g-${i}`, name }),
);
const left = groupWith({ id: 'g-left', name: 'Bookkeepers', leftOn: ago(3) });
const all = [...groups, left];

describe('the group that a text means', () => {
  test.each([
    ['TechGrow', 'TechGrow'],
    ['techgrow', 'TechGrow'],
    ['techg', 'TechGrow'],
    ['talks', 'Tech Talks'],
    ['tech ta', 'Tech Talks'],
    ['bank', 'Food Bank'],
    ['food  bank', 'Food Bank'],
    ['book club', 'Book Club'],
    ['reading', 'Book Club Reading'],
    ['cafe', 'Café Ü'],
    ['bookkeepers', 'Bookkeepers'],
    ['***', '***'],
  ])('%j is %s', (text, name) => {
    expect(meantGroup(text, all)).toMatchObject({ kind: 'one', group: { name } });
  });

  test.each([
    ['tech', ['TechGrow', 'Tech Talks']],
    ['book', ['Book Club', 'Book Club Reading']],
  ])('%j may be %j', (text, names) => {
    expect(meantGroup(text, all)).toMatchObject({ kind: 'several', groups: names.map((name) => ({ name })) });
  });

  test.each(['', ' ', 'choir', 'bank food', 'ech', '**'])('%j is none', (text) => {
    expect(meantGroup(text, all).kind).toBe('none');
  });

  test('a slip is no name, and says whom it is near', () => {
    expect(meantGroup('TechGrwo', all)).toMatchObject({ kind: 'none', near: [{ name: 'TechGrow' }] });
  });
});

describe('where a name ends and a text begins', () => {
  test.each([
    [['techgrow', 'a', 'talk'], 1],
    [['food', 'bank', 'sorting', 'cans'], 2],
    [['food', 'sorting'], 1],
    [['book', 'club', 'reading'], 3],
    [['book', 'club', 'readings', 'aloud'], 2],
    [['choir', 'practice'], 1],
    [['tech', 'talks'], 2],
  ])('%j: %i', (words, span) => {
    expect(groupSpan(words, all)).toBe(span);
  });
});

test('a gathering is called as its group is, letter for letter but for case', () => {
  expect(groupCalled('tech talks', all)?.name).toBe('Tech Talks');
  expect(groupCalled('bookkeepers', all)?.name).toBe('Bookkeepers');
  expect(groupCalled('tech', all)).toBeNull();
});
