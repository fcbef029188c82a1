import { describe, expect, test } from 'vitest';
import { filled, merged, type ToldByFile } from '../../../src/domain/acts/import-told.ts';
import { NOTHING_TOLD } from '../../../src/domain/imported.ts';
import { sheetOf } from '../../../src/domain/sheet.ts';
import { contactWith } from '../../support/people.ts';

type Labels = readonly (string | null)[];

const SHEET = sheetOf({ contact: contactWith(), points: [], traits: [], notes: [] });
const WRITTEN = ['+351 911', '+351-911', '+351911'];

/** One number with some labels, as programs write the same twice. */
const points = (labels: Labels) =>
  labels.map((label, i) => ({ kind: 'phone' as const, value: WRITTEN[i] ?? '', label }));
const told = (labels: Labels): ToldByFile => ({ ...NOTHING_TOLD, name: SHEET.name, points: points(labels) });
const labelsIn = (sheet: { readonly points: readonly { readonly label: string | null }[] }) =>
  sheet.points.map(({ label }) => label);

describe('the label of a number', () => {
  test.each<[string, string | null, Labels, Labels, string | null]>([
    ['that the file has changed', 'home', ['home'], ['work'], 'work'],
    ['that the file has dropped', 'home', ['home'], [null], null],
    ['that the file has added', null, [null], ['work'], 'work'],
    ['that the user has changed', 'den', ['home'], ['work'], 'den'],
    ['that the user has added', 'den', [null], ['work'], 'den'],
    ['that the user has dropped, and the file has not', null, ['home'], ['home'], null],
    ['that the user has dropped, and the file has changed', null, ['home'], ['work'], 'work'],
    ['that the file says still, of two', 'home', ['home', 'work'], ['work', 'home'], 'home'],
    ['that the file says no more, of two', 'home', ['home', 'work'], ['work'], 'work'],
    ['that the file says now, and the user before', 'work', ['home'], ['work'], 'work'],
  ])('%s', (_what, now, before, said, expected) => {
    const sheet = { ...SHEET, points: points([now]) };
    expect(labelsIn(merged(sheet, told(before), told(said), []))).toEqual([expected]);
  });

  test.each<[string | null, Labels, string | null]>([
    [null, ['work'], 'work'],
    ['home', ['work'], 'home'],
    ['home', [null], 'home'],
    [null, [null], null],
  ])('of a file that is met for the first time only fills what is empty: %s, %j', (now, said, expected) => {
    expect(labelsIn(filled({ ...SHEET, points: points([now]) }, told(said)))).toEqual([expected]);
  });

  test('that one file has dropped stays where another says it', () => {
    const sheet = { ...SHEET, points: points(['home']) };
    expect(labelsIn(merged(sheet, told(['home']), told([null]), [told(['home'])]))).toEqual(['home']);
    expect(labelsIn(merged(sheet, told(['home']), told([null]), [told(['work'])]))).toEqual([null]);
    expect(labelsIn(merged(sheet, told(['home']), told(['work']), [told(['home'])]))).toEqual(['work']);
  });
});

test('endless numbers of one person are compared in time', () => {
  const many = Array.from({ length: 40_000 }, (_, i) => ({
    kind: 'phone' as const,
    value: '+351 911',
    label: `label ${i}`,
  }));
  const before = { ...told([]), points: many };
  const bare = many.map((point) => ({ ...point, label: null }));
  const said = { ...told([]), points: [...bare, ...many.toReversed()] };
  const start = performance.now();
  expect(merged({ ...SHEET, points: many.slice(0, 1) }, before, said, [before]).points).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2000);
});
