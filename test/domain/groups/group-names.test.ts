import { describe, expect, test } from 'vitest';
import { groupCalled } from '../../../src/domain/groups/group.ts';
import { groupSpan, meantGroup } from '../../../src/domain/groups/group-names.ts';
import { groupWith } from '../../support/groups.ts';
import { ago } from '../../support/people.ts';

const groups = ['TechGrow', 'Tech Talks', 'Food Bank', 'Book Club', 'Book Club Reading', 'Café Ü', '***'].map(
  (name, i) => groupWith({ id: `g-${i}`, name }),
);
const short = ['Artists', 'On Stage', 'Out and About', 'Go', 'Web 3'].map((name, i) =>
  groupWith({ id: `s-${i}`, name }),
);
const left = groupWith({ id: 'g-left', name: 'Bookkeepers', leftOn: ago(3) });
const all = [...groups, left];

describe('the group that a text means', () => {
  test.each([
    ['TechGrow', 'TechGrow'],
    ['techgrow', 'TechGrow'],
    ['techg', 'TechGrow'],
    ['talks', 'Tech Talks'],
    ['tech tal', 'Tech Talks'],
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

  test.each([
    ['a', ['Artists', 'Out and About']],
    ['ar', ['Artists']],
    ['on', ['On Stage']],
    ['on st', ['On Stage']],
    ['out and', ['Out and About']],
    ['about', ['Out and About']],
  ])('%j is none, and near %j', (text, names) => {
    const found = meantGroup(text, short);
    expect(found.kind).toBe('none');
    expect(found.kind === 'none' && found.near.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test.each([
    ['art', 'Artists'],
    ['on stage', 'On Stage'],
    ['stage', 'On Stage'],
    ['out and about', 'Out and About'],
    ['go', 'Go'],
    ['3', 'Web 3'],
  ])('%j is whole, or long enough: %s', (text, name) => {
    expect(meantGroup(text, short)).toMatchObject({ kind: 'one', group: { name } });
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

  test.each([
    [['on', 'stage', 'a', 'talk'], 2],
    [['stage', 'on', 'tuesday'], 1],
    [['artists', 'on', 'stage'], 1],
    [['out', 'and', 'about', 'and', 'home'], 3],
  ])('%j: %i, the little words being text', (words, span) => {
    expect(groupSpan(words, short)).toBe(span);
  });
});

test('a gathering is called as its group is, letter for letter but for case', () => {
  expect(groupCalled('tech talks', all)?.name).toBe('Tech Talks');
  expect(groupCalled('bookkeepers', all)?.name).toBe('Bookkeepers');
  expect(groupCalled('tech', all)).toBeNull();
});
