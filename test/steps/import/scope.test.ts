import { expect, test } from 'vitest';
import { baseOf, isSameFile, numbered, scopesOf } from '../../../src/steps/import/scope.ts';

const scopeOf = (path: string) => scopesOf([path]).get(path);

test.each([
  ['contacts.vcf', 'contacts.vcf'],
  ['backup/contacts.vcf', 'contacts.vcf'],
  ['Contacts (2).vcf', 'contacts.vcf'],
  ['contacts copy.vcf', 'contacts.vcf'],
  ['contacts-2026-11-22.vcf', 'contacts.vcf'],
  ['contacts-2026-11.vcf', 'contacts.vcf'],
  ['contacts_20261122.vcf', 'contacts.vcf'],
  ['contacts 22.11.2026.vcf', 'contacts.vcf'],
  ['contacts-01.vcf', 'contacts-01.vcf'],
  ['my friends.md', 'my-friends.md'],
])('%s is the list %s', (path, name) => expect(scopeOf(path)).toBe(name));

test('files of one name that come in together are told apart by their directories', () => {
  const paths = ['mine/a.vcf', 'hers/a.vcf', 'hers/b.vcf', 'hers/b.vcf'];
  expect(Object.fromEntries(scopesOf(paths))).toEqual({
    'mine/a.vcf': 'mine/a.vcf',
    'hers/a.vcf': 'hers/a.vcf',
    'hers/b.vcf': 'b.vcf',
  });
});

test('a made-up key is its base, its file and a number', () => {
  expect(baseOf('name:ana| in a.vcf#2')).toBe('name:ana|');
  expect(numbered('name:ana| in a.vcf#2', 7)).toBe('name:ana| in a.vcf#7');
  expect(isSameFile('name:ana| in a.vcf#2', 'name:ana| in a.vcf')).toBe(true);
  expect(isSameFile('name:ana| in a.vcf', 'name:ana| in b.vcf')).toBe(false);
});
