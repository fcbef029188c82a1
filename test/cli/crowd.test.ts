import { expect, test } from 'vitest';
import { insert } from '../../src/domain/change.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { contactWith } from '../support/people.ts';
import { type Desk, desk } from '../support/world.ts';

/** 130 people: 70 Anas, 60 Bens, of whom ten have moved on. */
async function crowd(): Promise<Desk> {
  const at = desk();
  await at.net('add', 'Zoe Marsh');
  const changes = Array.from({ length: 130 }, (_, i) => {
    const name = `${i < 70 ? 'Ana' : 'Ben'} Silva ${String(i).padStart(3, '0')}`;
    const stage = i < 120 ? 'stack' : 'moved on';
    return insert('contact', contactWith({ id: `id${i}`, short: `x${i}`, name, stage }));
  });
  await inFile(at.file, (db) =>
    writeChanges(db, { id: 'op', at: '2026-11-22T08:00:00.000Z', command: 'import' }, () => ({ changes })),
  );
  return at;
}

const COUNTED =
  '50 of 121 people, by name: net list kept, or net list city:lisbon, shows some of them; net list --all everybody. 10 more moved on: net list moved on.';

test('a terminal gets a page of a long list and how long it is; a pipe and --all get all of it', async () => {
  const at = await crowd();
  at.terminal = { columns: 80 };
  const page = await at.net('list');
  const lines = page.out.trimEnd().split('\n');
  expect(lines.length).toBe(50);
  expect(lines[0]).toContain('Ana Silva 000');
  expect(lines[49]).toContain('Ana Silva 049');
  expect(page.err.replace(/\s+/g, ' ').trim()).toBe(COUNTED);
  const all = await at.net('list', '--all');
  expect(all.out.trimEnd().split('\n').length).toBe(121);
  expect(all.out.split('\n')[0]).toContain('Ana Silva 000');
  const json = JSON.parse((await at.net('list', '--json')).out);
  expect([json.people.length, json.count, json.movedOn]).toEqual([121, 121, 10]);
  // What fits a filter is a page, too.
  expect((await at.net('list', 'stage:stack')).out.trimEnd().split('\n').length).toBe(50);
  expect((await at.net('list', 'ben')).err).toContain('50 people.');
  at.terminal = null;
  expect((await at.net('list')).out.trimEnd().split('\n').length).toBe(121);
});

test('of a crowd of namesakes the first are told, and how many more there are', async () => {
  const at = await crowd();
  const { code, err } = await at.net('show', 'ana');
  expect(code).toBe(4);
  expect(err).toContain('Ana Silva 007 (x7) and 62 more');
  const { error } = JSON.parse((await at.net('show', 'ana', '--json')).out);
  expect([error.code, error.candidates.length]).toEqual(['ambiguous', 20]);
  expect(error.candidates[0].id).toBe('x0');
  // Who can choose can choose each of them.
  const never = () => Promise.reject(new Error('asked'));
  at.prompt = {
    text: never,
    confirm: never,
    select: never,
    search: async (_question, choices) => {
      const found = await choices('069');
      return found[0]?.value as never;
    },
  };
  expect((await at.net('show', 'ana')).out).toContain('Ana Silva 069');
});

test.each([
  ['ambiguous', ['show', 'Ana'], '62 more'],
  ['not-found', ['log', 'Ana', 'Costa', 'coffee'], '62 more'],
  ['exists', ['add', 'Ana'], '62 more'],
])('of all who could be meant 20 are told of, and how many they are: %s', async (code, typed, more) => {
  const at = await crowd();
  const { error } = JSON.parse((await at.net(...typed, '--json')).out);
  expect([error.code, error.candidates.length]).toEqual([code, 20]);
  expect(error.message).toContain(more);
  expect(error.message.length).toBeLessThan(600);
});
