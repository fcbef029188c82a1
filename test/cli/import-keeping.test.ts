import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportedPerson, NOTHING_TOLD } from '../../src/domain/imported.ts';
import { formatPeopleCsv } from '../../src/formats/people-csv.ts';
import { content, derived } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

/** A file of people that `net import` reads. */
function fileOf(people: readonly Partial<ImportedPerson>[], name = 'people.csv'): string {
  const path = join(at.directory, name);
  const whole = people.map((person, i) => ({
    ...NOTHING_TOLD,
    key: `k${i}`,
    line: 1,
    name: `P${i}`,
    ...person,
  }));
  fs.writeFileSync(path, [...formatPeopleCsv(whole)].join(''));
  return path;
}

async function stages(): Promise<Record<string, number>> {
  const rows = (await content(at.file)).contact as { stage: string }[];
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ stage }) => stage)].map(([stage, all]) => [stage, all.length]),
  );
}

describe('whoever brings a cadence is kept', () => {
  test('as far as a week has room, and the rest is named', async () => {
    const path = fileOf(Array.from({ length: 12 }, () => ({ everyDays: 7 })));
    const { out } = await at.net('import', path);
    // A week has room for five people, each of whom is due every week.
    expect(await stages()).toEqual({ kept: 5, stack: 7 });
    expect(out).toContain('Kept: P0, P1, P2, P3 and P4.');
    expect(out).toContain('P5, P6, P7, P8, P9, P10 and P11 would be more than a week has room for');
    expect((await at.net('keep')).out).not.toContain('more than a week holds');
    const { stands, anew } = await derived(at.file);
    expect(stands).toEqual(anew);
  });

  test('with the circle and the cadence that came along', async () => {
    await at.net('import', fileOf([{ circle: 'close' }, { everyDays: 40 }, {}]));
    const [first, second, third] = (await content(at.file)).contact as Record<string, unknown>[];
    expect(first).toMatchObject({ stage: 'kept', circle: 'close', every_days: null, kept_on: '2026-11-22' });
    expect(second).toMatchObject({ stage: 'kept', circle: 'active', every_days: 40 });
    expect(third).toMatchObject({ stage: 'stack', circle: null });
  });

  test('a dry run says so, and one undo takes everything back', async () => {
    const path = fileOf([{ everyDays: 30 }]);
    expect((await at.net('import', path, '--dry-run')).out).toContain('It would keep P0.');
    await at.net('import', path);
    await at.net('undo');
    expect(await stages()).toEqual({});
    await at.net('redo');
    expect(await stages()).toEqual({ kept: 1 });
  });

  test('whoever was let rest stays so when the file changes', async () => {
    await at.net('import', fileOf([{ everyDays: 30 }]));
    await at.net('rest', 'P0');
    await at.net('import', fileOf([{ everyDays: 40, city: 'Porto' }]));
    expect(await stages()).toEqual({ stack: 1 });
  });

  test('nobody is moved who is tended already, or was moved on from', async () => {
    await at.net('import', fileOf([{}, {}]));
    await at.net('keep', 'P0', '--circle', 'inner');
    await at.net('moveon', 'P1', '--yes');
    await at.net('import', fileOf([{ everyDays: 30 }, { everyDays: 30 }]));
    const [first, second] = (await content(at.file)).contact as Record<string, unknown>[];
    expect(first).toMatchObject({ stage: 'kept', circle: 'inner', every_days: 30 });
    expect(second).toMatchObject({ stage: 'moved on' });
  });
});

describe('three talks within a year', () => {
  const friends = (days: readonly string[]) => {
    const path = join(at.directory, 'friends.md');
    const lines = days.map((day) => `- ${day}: Coffee with **Ana Silva**.`);
    fs.writeFileSync(path, `### Activities:\n${lines.join('\n')}\n\n### Friends:\n- Ana Silva\n`);
    return path;
  };

  test.each([
    ['three', ['2026-11-01', '2026-06-01', '2025-11-23'], 'kept'],
    ['two', ['2026-11-01', '2026-06-01'], 'stack'],
    ['three, one of them longer ago', ['2026-11-01', '2026-06-01', '2025-11-22'], 'stack'],
    ['five long ago', ['2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01', '2020-05-01'], 'stack'],
  ])('%s', async (_, days, stage) => {
    await at.net('import', friends(days));
    expect(await stages()).toEqual({ [stage]: 1 });
  });

  test('the third one keeps whoever came in with two', async () => {
    await at.net('import', friends(['2026-11-01', '2026-06-01']));
    await at.net('import', friends(['2026-11-20', '2026-11-01', '2026-06-01']));
    expect(await stages()).toEqual({ kept: 1 });
  });
});
