import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

test('a pause that is only on offer holds stages, and changes no other figure', async () => {
  const who = typist('2026-01-10');
  await who.types(
    'net add Ana Silva --at DevMeet',
    'net add Ben Okoye --circle close',
    'net log ben coffee -g "a book" -r "a song"',
  );
  who.on('2026-08-01');
  const stages = async () => {
    const { people } = await who.asks<{ people: { name: string; stage: string }[] }>('net list');
    return people.map(({ name, stage }) => [name, stage]);
  };
  const shown = async (name: string) =>
    (await who.asks<{ contact: { stage: string } }>(`net show ${name}`)).contact.stage;
  expect(await stages()).toEqual([
    ['Ana Silva', 'growing'],
    ['Ben Okoye', 'kept'],
  ]);
  expect([await shown('ana'), await shown('ben')]).toEqual(['growing', 'kept']);
  const garden = await who.asks<{ network: unknown[]; stages: { stage: string; people: number }[] }>(
    'net garden',
  );
  expect(garden.network).toEqual([]);
  expect(garden.stages.filter(({ people }) => people > 0).map(({ stage }) => stage)).toEqual([
    'growing',
    'kept',
  ]);
  expect((await who.asks<{ untested: { warm: number } }>('net balance --untested')).untested.warm).toBe(0);
});

test('who was moved on from within the window was growing, too', async () => {
  const who = typist();
  await who.types('net add Ana --at DevMeet', 'net config growing 3');
  for (const name of ['Ben', 'Carla']) await who.types(`net add ${name} --at DevMeet`);
  await who.types('net moveon ben', 'net moveon carla', 'net keep ana');
  const { grew } = await who.asks<{ grew: { people: unknown[]; of: number } }>('net garden');
  expect([grew.people.length, grew.of]).toEqual([1, 3]);
});
