import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

test('A1 a network is the people in touch both ways, not the cards', async () => {
  const { types, on } = typist('2026-01-10');
  await types('net add Old Friend --circle inner', 'net log old coffee -g "a hand" -r "a hand"');
  on('2026-11-22');
  const said = await types(
    'net add Ana Silva --circle close',
    'net log ana coffee -g "the deck" -r "an intro"',
    'net add Ben Okoye --circle close',
    'net log ben coffee -g "the deck"',
    'net add Mom --circle inner --no-score',
    'net log mom called',
    'net add Card One --at DevMeet',
    'net add Card Two --at DevMeet',
    'net garden',
  );
  expect(said).toContain('Network: 2 people in touch both ways, of 6 cards.');
  expect(await types('net log ben called -r "a review"', 'net garden')).toContain(
    'Network: 3 people in touch both ways, of 6 cards.',
  );
});

// A2: begin
// A2: end

// A3: begin
// A3: end

// A4: begin
// A4: end

// A5: begin
// A5: end

test('A6 how and how often two people are in touch stands on one line', async () => {
  const { types } = typist();
  const said = await types(
    'net add Ana Silva --circle close',
    'net log ana coffee --on 2026-09-01',
    'net log ana called --on 2026-10-01',
    'net log ana coffee --on 2026-11-10',
    'net show ana',
  );
  expect(said).toMatch(
    /^in touch +every 30 days intended; usually every 35 days; last 2026-11-10; in person 2, by call 1$/m,
  );
});

// A7: begin
// A7: end

// A8: begin
// A8: end

test('A9 the plan of a week is stored and holds, and stages tell the time in them', async () => {
  const { types, asks, on } = typist('2026-11-01');
  await types('net add Ana Silva --at DevMeet', 'net add Mom --circle inner --last "3 weeks ago"');
  const plan = await asks<{ plan: object; lines: object[] }>('net today');
  await types('net today');
  on('2026-11-07');
  expect((await asks<typeof plan>('net today')).plan).toEqual({ first: '2026-11-01', last: '2026-11-07' });
  expect(plan.lines.length).toBe(2);
  on('2026-11-13');
  expect(await types('net show ana')).toContain('growing for 12 days');
  const garden = await types('net add Lee Chen --circle wide', 'net garden');
  expect(garden).toMatch(/^growing +█+ +1, 12 days$/m);
  expect(garden).toMatch(/^kept +█+ +2, 6 days$/m);
  expect(garden).toMatch(/^dormant +0$/m);
});

// A10: begin
// A10: end

// A11: begin
// A11: end

test('A12 how well the intended cadence was kept is told by circle', async () => {
  const { types, on } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle inner',
    'net add Ben Okoye --circle inner',
    'net add Eva Berg --circle close',
  );
  on('2026-11-20');
  await types(
    'net log ana coffee --on 2026-11-10',
    'net log ben coffee --on 2026-10-10',
    'net log eva called',
  );
  on('2026-11-22');
  const said = await types('net add Lee Chen --circle inner', 'net log lee coffee', 'net week');
  expect(said).toContain('inner: 1 of 2 within 14 days');
  expect(said).toContain('close: 1 of 1 within 30 days');
});

// A13: begin
// A13: end
