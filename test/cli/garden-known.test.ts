import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';
import { desk } from '../support/world.ts';

test('the network is named: the first few, and how many more; and its window is said', async () => {
  const { types } = typist();
  for (const name of ['Ana', 'Ben', 'Carla', 'Dele', 'Eva'])
    await types(`net add ${name} --circle close`, `net log ${name} coffee -g "the deck" -r "an intro"`);
  const said = await types('net garden');
  expect(said).toContain(
    'Network: 5 people in touch both ways, of 5 cards: Ana, Ben, Carla and 2 more.\nIn touch within 180 days, or three cadences where that is longer; both ways, or no score kept.\n',
  );
});

const CARDS = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Silva,,,,,01 Mar 2024
Ben,Okoye,,,,,01 Mar 2024
`;

test('who came of people met long before net knew them is not told before a year, or what was logged in theirs', async () => {
  const at = desk('2026-11-22');
  const file = join(at.directory, 'Connections.csv');
  fs.writeFileSync(file, CARDS);
  expect((await at.net('import', file)).code).toBe(0);
  const told = async () => (await at.net('garden')).out.match(/^\w+ +[█░]* +\d+ of \d+$/gm);
  expect(await told()).toBeNull();
  await at.net('log', 'ana', 'coffee');
  expect(await told()).toBeNull();
  await at.net('log', 'ben', 'coffee', '--on', '2024-06-01');
  expect(await told()).toEqual([expect.stringMatching(/0 of 1$/)]);
  at.day = '2027-11-22' as typeof at.day;
  expect(await told()).toEqual([expect.stringMatching(/1 of 2$/)]);
});

test('a field is told of those who have tags, once somebody has its own', async () => {
  const { types } = typist();
  for (const name of ['Ana', 'Ben', 'Carla', 'Dele', 'Eva', 'Farid'])
    await types(`net add ${name} --circle close`, `net log ${name} coffee -g "the deck" -r "an intro"`);
  expect(await types('net config industry rust', 'net garden')).not.toContain('outside your field, rust');
  for (const name of ['ana', 'ben', 'carla', 'dele', 'eva']) await types(`net edit ${name} --tag law`);
  expect(await types('net garden')).not.toContain('outside your field, rust');
  expect(await types('net garden')).toContain('net edit WHO --tag rust: who is in your field');
  await types('net edit ana --tag rust');
  expect(await types('net garden')).toContain('4 of 5 who have tags are outside your field, rust');
});
