import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// A1: begin
// A1: end

// A2: begin
// A2: end

// A3: begin
test('A3 cards wait in a stack and are decided on one by one; of many from one evening two are chosen', async () => {
  const me = typist('2026-11-19');
  const evening = ['Ana', 'Ben', 'Carla', 'Dele', 'Eva', 'Farid'];
  const added = [];
  for (const name of evening) added.push(await me.types(`net add ${name} --at DevMeet`));
  expect(added[4]).not.toContain('choose');
  expect(added[5]).toContain('6 people from DevMeet: choose two to grow with net stack --at DevMeet.');
  const waiting = async () =>
    (await me.asks<{ waiting: { name: string }[] }>('net stack')).waiting.map(({ name }) => name);
  expect(await waiting()).toEqual(['Farid', 'Eva', 'Dele', 'Carla']);

  const chosen = await me.types('net stack --at DevMeet --grow carla,ana --rest-others');
  expect(chosen).toContain('Carla and Ana: growing, 2 of 2.');
  expect(chosen).toContain('Ben, Farid, Eva and Dele: in the stack.');
  expect(await waiting()).toEqual([]);
  await me.types('net undo');
  expect(await waiting()).toHaveLength(4);

  const decided = await me.types('net stack --keep carla --circle close --rest dele --moveon eva');
  expect(decided).toMatch(
    /Carla: kept, close circle\.[\s\S]*Dele: in the stack\.[\s\S]*Eva: off every list\./,
  );
  expect(await waiting()).toEqual(['Farid']);
  me.on('2026-11-26');
  await me.types('net log dele coffee');
  expect(await waiting()).toEqual(['Farid', 'Dele']);

  me.on('2027-11-22');
  await me.types('net log ana coffee');
  me.on('2027-11-23');
  expect(await me.types('net stack')).toContain('2 cards that were untouched for a year were left out');
  expect(await waiting()).toEqual(['Dele']);
});
// A3: end

// A4: begin
test('A4 a week has room for so many: a third waits, and the load of the circles is told', async () => {
  const me = typist();
  await me.types('net add Ana', 'net add Ben');
  expect(await me.types('net add Carla')).toContain('Ana and Ben are growing, and 2 at once are enough.');
  await expect(me.types('net grow carla')).rejects.toThrow('there is no room for 1 more');
  expect(await me.types('net config growing 3', 'net grow carla')).toContain('Carla: growing, 3 of 3.');

  const friends = Array.from({ length: 20 }, (_, i) => `net add Friend${i} --circle close --every 3w`);
  await me.types(...friends, 'net undo');
  const load = await me.types('net keep');
  expect(load).toContain('22 people to tend: that is 8 a week, and you have 5.');
  expect(load).toContain('A wider circle for some of the close ones would help.');
  expect(await me.types('net config slots 9', 'net config minutes 60', 'net keep')).toContain(
    'and you have 6.',
  );
  expect(await me.types('net config minutes 90', 'net keep')).not.toContain('would help');
});
// A4: end

// A5: begin
test('A5 who is looked for is on a list, which a free slot reads out and a new person fills', async () => {
  const me = typist();
  await me.types('net target add science journalists --want 2', 'net target add a baker');
  expect(await me.types('net today')).toContain(
    '2 growing slots are free: look for "science journalists" (0 of 2 found).',
  );
  expect(await me.types('net add Ana --at DevMeet --target science')).toContain(
    'for "science journalists", 1 of 2 found.',
  );
  expect(await me.types('net today')).toContain(
    'A growing slot is free: look for "science journalists" (1 of 2 found).',
  );
  expect(await me.types('net add Ben --circle close --target 1')).toContain(
    'for "science journalists", 2 of 2 found: that is all of them.',
  );
  expect(await me.types('net today')).toContain('look for "a baker" (0 of 1 found).');
  expect(await me.types('net target')).toMatch(/1 {2}science journalists {2}2 of 2 found: Ana and Ben/);
  expect(await me.types('net target done 1')).toContain('"science journalists": closed');
  expect(await me.types('net target')).toMatch(/^1 {2}a baker {2}0 of 1 found$/m);
  expect(await me.types('net show ana')).toMatch(/target +science journalists/);
});
// A5: end

// A6: begin
// A6: end

// A7: begin
// A7: end

// A8: begin
test('A8 a slot frees itself once it went both ways, and the old keep theirs in every week', async () => {
  const me = typist('2026-11-02');
  await me.types('net add Mom --circle active --last "3 months ago"', 'net config slots 2');
  await me.types('net add Ana --at DevMeet', 'net add Ben --at DevMeet');
  expect(await me.types('net add Carla --at DevMeet')).toContain('Carla (');
  expect(await me.types('net grow carla').catch(String)).toContain('no room for 1 more');
  expect(await me.types('net today')).toMatch(/^\d {2}Mom +nothing logged yet/m);

  expect(await me.types('net log ana coffee -g "an intro"')).not.toContain('slot');
  expect(await me.types('net log ana lunch -r "a review"')).toContain(
    'Ana is kept from now on, in the active circle: it goes both ways. A growing slot is free.',
  );
  expect(await me.types('net grow carla')).toContain('Carla: growing, 2 of 2.');
});
// A8: end

// A9: begin
// A9: end

// A10: begin
// A10: end

// A11: begin
// A11: end

// A12: begin
// A12: end

// A13: begin
test('A13 more than a circle holds is said: 5 inner, 15 inner and close together', async () => {
  const me = typist();
  const add = (count: number, circle: string) =>
    me.types(...Array.from({ length: count }, (_, i) => `net add ${circle}${i} --circle ${circle}`));
  expect(await add(5, 'inner')).not.toContain('few can hold');
  expect(await add(10, 'close')).not.toContain('few can hold');
  expect(await me.types('net add Zoe --circle close')).toContain(
    'Inner and close together have 16 people, and few can hold more than 15.',
  );
  expect(await me.types('net keep zoe --circle inner')).toContain(
    'The inner circle has 6 people, and few can hold more than 5.',
  );
  expect(await me.types('net keep')).toContain('The inner circle has 6 people');
  expect(await me.types('net edit zoe --circle wide')).not.toContain('few can hold');
});
// A13: end
