import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';
import { desk } from '../support/world.ts';

interface Week {
  readonly intended: readonly { readonly contact: { readonly name: string }; readonly state: string }[];
}

const statesOf = ({ intended }: Week) => intended.map(({ contact, state }) => `${contact.name}: ${state}`);

test('what a line was listed for is done, whatever was promised since: today as a week later', async () => {
  const { types, asks, on } = typist('2026-11-02');
  await types(
    'net add Ana --circle inner --last "2 months ago"',
    'net today',
    'net promise ana "the deck" --due "in 5 days"',
  );
  on('2026-11-05');
  await types('net log ana coffee');
  const said = await types('net week');
  expect(said).toContain('Intended and done: 1 of 1.');
  expect(said).toMatch(/^✓ Ana +be in touch +in person on 2026-11-05$/m);
  expect(said).toContain('carry over  "the deck" for Ana');
  on('2026-11-10');
  expect(statesOf(await asks<Week>('net week --last'))).toEqual(['Ana: done']);
});

test('who was set aside is so a week later too, and does not count', async () => {
  const { types, asks, on } = typist('2026-11-02');
  for (const name of ['Ana', 'Ben', 'Carla', 'Dele', 'Eva'])
    await types(`net add ${name} --circle inner --last "2 months ago"`);
  await types(
    'net today',
    'net moveon ana',
    'net snooze ben --until "in 3 weeks"',
    'net rest carla',
    'net log dele coffee',
  );
  const states = ['Ana: aside', 'Ben: aside', 'Carla: aside', 'Dele: done', 'Eva: open'];
  expect(statesOf(await asks<Week>('net week')).sort()).toEqual(states);
  expect(await types('net week')).toContain('Intended and done: 1 of 2, and 3 set aside.');
  on('2026-11-10');
  // What happens after its days changes nothing about them.
  await types('net snooze eva --until "in 3 weeks"', 'net keep ana', 'net keep carla', 'net log ben coffee');
  expect(statesOf(await asks<Week>('net week --last')).sort()).toEqual(states);
  const last = await types('net week --last');
  expect(last).toContain('Intended and done: 1 of 2, and 3 set aside.');
  expect(last).toMatch(/^ {2}Ben +be in touch +set aside$/m);
});

test('what is owed is not set aside by a snooze', async () => {
  const { types, asks, on } = typist('2026-11-02');
  await types('net add Ana --circle inner', 'net promise ana "the deck" --due tomorrow', 'net today');
  await types('net snooze ana --until "in 4 weeks"');
  expect(statesOf(await asks<Week>('net week'))).toEqual(['Ana: open']);
  on('2026-11-10');
  expect(statesOf(await asks<Week>('net week --last'))).toEqual(['Ana: open']);
});

test('a first day is one day, an open line is said once, and two meetings on a day are twice', async () => {
  const at = desk('2026-11-02');
  for (const name of ['Ana', 'Ben']) await at.net('add', name, '--circle', 'inner', '--last', '2 months ago');
  expect((await at.net('week')).out).toBe(
    'From 2026-10-27 to 2026-11-02\nNo list was made in these days, and nothing is carried over.\n',
  );
  await at.net('today');
  await at.net('log', 'ana', 'coffee');
  await at.net('log', 'ana', 'lunch');
  const { out } = await at.net('week');
  expect(out).toMatch(/^On 2026-11-02\n/);
  expect(out.match(/Ben/g)).toHaveLength(1);
  expect(out).toContain('in person twice on 2026-11-02');
  at.terminal = { columns: 80 };
  const shown = (await at.net('week')).out;
  expect(shown).toMatch(/^Today\n/);
  expect(shown).toContain('in person twice today');
});
