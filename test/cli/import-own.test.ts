import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';
import type { Desk } from '../support/world.ts';

let desk: ImportDesk;

beforeEach(() => {
  desk = importDesk();
});

async function types(at: Desk, ...lines: readonly (readonly string[])[]): Promise<void> {
  for (const words of lines) {
    const { code, err } = await at.net(...words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
}

const path = (name: string) => join(desk.at.directory, name);
const contacts = async (from: ImportDesk) => (await from.content()).contact as Record<string, unknown>[];

test('a cadence that is brought in is everybody’s at once', async () => {
  const other = importDesk();
  await types(
    other.at,
    ['add', 'Bo Berg'],
    ['config', 'close', '120'],
    ['export', join(other.at.directory, 'all.json')],
  );
  await types(desk.at, ['add', 'Ana Silva', '--circle', 'close']);
  await types(desk.at, ['import', join(other.at.directory, 'all.json')]);
  expect((await desk.at.net('config', 'close')).out).toContain('120');
  expect(await desk.at.net('check')).toMatchObject({ code: 0 });
});

describe.each(['people.vcf', 'people.csv'])('what net has written as %s', (name) => {
  test('keeps in another file only those who are kept here', async () => {
    await types(
      desk.at,
      ['add', 'Ana Silva', '--circle', 'close'],
      ['moveon', 'ana', '--yes'],
      ['add', 'Bo Berg', '--circle', 'active', '--every', '40d'],
      ['rest', 'bo'],
      ['add', 'Cy Dahl', '--circle', 'close', '--every', '20d'],
      ['export', path(name)],
    );
    const other = importDesk();
    const told = await other.take(path(name));
    expect(told.created.map((person) => person.name)).toEqual(['Ana Silva', 'Bo Berg', 'Cy Dahl']);
    expect(await contacts(other)).toMatchObject([
      { name: 'Ana Silva', stage: 'stack', circle: null, every_days: null },
      { name: 'Bo Berg', stage: 'stack', circle: null, every_days: null },
      { name: 'Cy Dahl', stage: 'kept', circle: 'close', every_days: 20 },
    ]);
  });

  test('takes nothing from those who rest where it was written', async () => {
    await types(desk.at, ['add', 'Bo Berg', '--circle', 'active', '--every', '40d'], ['export', path(name)]);
    const other = importDesk();
    await other.take(path(name));
    await types(desk.at, ['rest', 'bo']);
    fs.rmSync(path(name));
    await types(desk.at, ['export', path(name)]);
    await other.take(path(name));
    expect(await contacts(other)).toMatchObject([{ stage: 'kept', circle: 'active', every_days: 40 }]);
  });
});

describe.each(['people.vcf', 'people.csv'])('whoever is one with another since net wrote %s', (name) => {
  const merged = async () => {
    await types(
      desk.at,
      ['add', 'Ana Silva'],
      ['add', 'Ana Costa', '--phone', '+351911'],
      ['add', 'Ana Rocha', '--city', 'Faro'],
      ['export', path(name)],
      ['merge', 'ana costa', 'ana rocha', '--yes'],
    );
    const before = await desk.content();
    await types(desk.at, ['merge', 'ana silva', 'ana costa', '--yes']);
    return before;
  };

  test('is the one who stays, whatever number of merges lies between', async () => {
    await merged();
    const told = await desk.take(path(name));
    expect([told.created, told.rejected]).toEqual([[], 0]);
    expect(await contacts(desk)).toMatchObject([{ name: 'Ana Silva' }]);
    expect(await desk.take(path(name))).toMatchObject({ created: [], updated: [], unchanged: 3 });
  });

  test('is themselves again once the merge is taken back', async () => {
    const before = await merged();
    await desk.take(path(name));
    await types(desk.at, ['undo']);
    await types(desk.at, ['undo']);
    expect(await desk.content()).toEqual(before);
    expect((await desk.take(path(name))).created).toEqual([]);
    expect(await contacts(desk)).toHaveLength(2);
  });

  test('stays out where the one who stays was erased', async () => {
    await merged();
    await types(desk.at, ['purge', 'ana silva', '--yes']);
    expect((await desk.take(path(name))).created).toEqual([]);
    expect(await contacts(desk)).toEqual([]);
  });
});

test('whoever was renamed and then erased stays out by the name that a file has', async () => {
  const desk = importDesk();
  const card = (uid: string) =>
    desk.lay('p.vcf', `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:Ana S.\nTEL:+351 911 222 333\nEND:VCARD\n`);
  await desk.take(card('1'));
  await desk.at.net('edit', 'ana', '--name', 'Quorra Zyvex');
  await desk.at.net('purge', 'quorra', '--yes');
  const told = await desk.take(card('2'));
  expect(told.created).toEqual([]);
});
