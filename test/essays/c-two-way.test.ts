import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// C1: begin
// C1: end

test('C2 who begins contact is said from five on', async () => {
  const { types } = typist();
  const four = await types(
    'net add Ana Silva --circle close',
    'net log ana coffee --on 2026-11-01 --started me',
    'net log ana coffee --on 2026-11-03 --started me',
    'net log ana called --on 2026-11-05 --started them',
    'net log ana called --on 2026-11-07 --started me',
    'net show ana',
  );
  expect(four).not.toContain('you started');
  expect(await types('net garden')).not.toContain('you started');
  expect(await types('net log ana called --on 2026-11-09 --started me', 'net show ana')).toContain(
    'you started 4 of 5',
  );
  expect(await types('net garden')).toContain('you started 4 of the 5 that say who did');
});

// C3: begin
// C3: end

test('C4 how far the network reaches beyond my employer and my field', async () => {
  const { types } = typist();
  const friends = [
    ['Ana', 'Acme', 'design'],
    ['Ben', 'ACME', 'law'],
    ['Eva', 'Porto Press', 'design'],
    ['Lee', 'Kete', 'law'],
    ['Zoe', 'Nordlys Lab', 'law'],
  ];
  const known = friends.map(([name, org, tag]) => [
    `net add ${name} Silva --circle close --org "${org}" --tag ${tag}`,
    `net log ${name} coffee -g "the deck" -r "an intro"`,
  ]);
  await types(...known.slice(1).flat());
  expect(await types('net config employer Acme', 'net garden')).not.toContain('work outside');
  expect(await types(...known.slice(0, 1).flat(), 'net garden')).toContain(
    '3 of 5 whose employer is known work outside Acme',
  );
  expect(await types('net garden')).toContain('net config industry TAG: how many are outside your field');
  expect(await types('net config industry Law', 'net garden')).toContain(
    '2 of 5 are outside your field, Law',
  );
});

// C5: begin
// C5: end

test('C6 remote and face to face are told, and after four of five remote comes a meeting', async () => {
  const { types, on } = typist('2026-06-01');
  await types(
    'net add Ana Silva --circle close --city Lisbon',
    'net log ana coffee',
    'net config city Lisbon',
  );
  const calls = ['2026-06-10', '2026-06-20', '2026-06-25'];
  on('2026-07-01');
  await types(...calls.map((date) => `net log ana called --on ${date}`));
  on('2026-08-10');
  const three = await types('net today');
  expect(three).toContain('see how they are');
  expect(three).not.toContain('meet in person');
  // The message settles that list; the next one knows of it.
  await types('net log ana messaged --on 2026-08-10');
  on('2026-09-20');
  expect(await types('net today')).toContain('meet in person, and listen');
  expect(await types('net show ana')).toContain('by call 3, by message 1, in person 1');
  expect(await types('net garden')).toContain('in person 1 of 5, remote 4');
  expect(await types('net log ana coffee', 'net week')).toMatch(
    /^channels +in person 1 of 1, remote 0; since 2026-06-23: in person 1 of 3, remote 2$/m,
  );
});

// C7: begin
// C7: end

// C8: begin
// C8: end

// C9: begin
// C9: end

// C10: begin
// C10: end

// C11: begin
// C11: end

// C12: begin
// C12: end

// C13: begin
// C13: end

test('C14 what was intended and what was done stand side by side', async () => {
  const { types, on } = typist('2026-11-16');
  await types(
    'net add Ana Silva --circle inner --last "3 weeks ago"',
    'net add Ben Okoye --circle close --last "2 months ago"',
    'net promise ben "the photos" --due tomorrow',
    'net add Eva Berg --circle wide --last yesterday',
    'net today',
  );
  on('2026-11-18');
  const said = await types('net log ana coffee -g "the deck"', 'net log eva called', 'net week');
  expect(said).toContain('From 2026-11-16 to 2026-11-18');
  expect(said).toContain('Intended and done: 1 of 2.');
  expect(said).toMatch(/^✓ Ana Silva +be in touch +in person on 2026-11-18, 1 give$/m);
  expect(said).toMatch(/^ {2}Ben Okoye +a promise: "the photos"$/m);
  expect(said).toContain('And 1 more, not on the list: Eva Berg.');
  expect(said).toMatch(/^carry over +"the photos" for Ben Okoye, due 2026-11-17$/m);
  on('2026-11-23');
  await types('net promise ben --kept', 'net today');
  const last = await types('net week --last');
  expect(last).toContain('From 2026-11-16 to 2026-11-22');
  expect(last).toMatch(/^✓ Ana Silva/m);
  expect(last).toMatch(/^carry over +nothing$/m);
});

// C15: begin
// C15: end

// C16: begin
// C16: end
