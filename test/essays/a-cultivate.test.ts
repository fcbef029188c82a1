import { expect, test } from 'vitest';
import { refusedWords } from '../support/refused-words.ts';
import { typist } from '../support/typist.ts';

// A1: begin
// A1: end

test('A2 a few people are tended, each with a reason and a move', async () => {
  const me = typist('2026-10-01');
  for (let i = 1; i <= 8; i++) await me.types(`net add "Friend ${i}" --circle close --last 2026-06-0${i}`);
  await me.types('net add Ana Silva --at DevMeet');
  me.on('2026-10-03');
  const list = (await me.types('net today')).split('\n').filter((line) => line !== '');
  // Five people, each a line with the reason and one with the move.
  expect(list.filter((line) => /^\d {2}/.test(line))).toHaveLength(5);
  expect(list).toHaveLength(10);
  expect(
    list.filter((line) => /nothing logged yet, quiet \d+ days, you aim for 30$/.test(line)),
  ).toHaveLength(4);
  expect(list.filter((line) => /^ +see how they are \(message, 10 min\)$/.test(line))).toHaveLength(4);
  expect(list.join('\n')).toMatch(
    /Ana Silva +met on 2026-10-01 at DevMeet, no follow-up yet\n +say hello, and ask what they need \(message, 10 min\)/,
  );
});

// A3: begin
// A3: end

// A4: begin
// A4: end

// A5: begin
// A5: end

// A6: begin
// A6: end

test('A7 what they need, what I can offer and a question for next time are at hand, and the moves use them', async () => {
  const me = typist('2026-11-22');
  await me.types(
    'net add Ana Silva --needs "a contract template" --circle close --last 2026-07-01',
    'net config offers "contract templates, grant reviews"',
    'net add Ben Okoye --needs "an illustrator" --circle close --last 2026-07-02',
    'net add Lee Chen --offers "illustrator for books"',
    'net add Mia Duarte --ask-about "how the move to Porto went" --circle close --last 2026-07-03',
  );
  const ana = await me.types('net show ana');
  expect(ana).toMatch(/^needs +a contract template$/m);
  expect(await me.types('net show lee')).toMatch(/^offers +illustrator for books$/m);
  expect(await me.types('net show mia')).toMatch(/^ask about +how the move to Porto went$/m);
  const list = await me.types('net today');
  expect(list).toContain('offer contract templates: they need a contract template (message, 10 min)');
  expect(list).toContain(
    'introduce them to Lee Chen, who offers illustrator for books: they need an illustrator (message, 10 min)',
  );
  expect(list).toContain('ask: how the move to Porto went (message, 10 min)');
});

// A8: begin
// A8: end

// A9: begin
// A9: end

test('A10 every move has its minutes, within those of the week, and nothing is counted up', async () => {
  const me = typist('2026-10-01');
  const weeks = ['2026-07-01', '2026-07-08', '2026-07-15', '2026-07-22'];
  for (const name of ['Ana', 'Ben', 'Carla']) {
    await me.types(`net add ${name} --city Lisbon --circle close --last 2026-05-01`);
    for (const day of weeks) await me.types(`net log ${name} coffee --on ${day}`);
  }
  await me.types('net config city Lisbon', 'net config minutes 80');
  type Line = { move: { minutes: number; medium: string; text: string } };
  const { lines } = await me.asks<{ lines: Line[] }>('net today');
  expect(lines).toHaveLength(3);
  const minutes = lines.map(({ move }) => move.minutes);
  // One coffee is what eighty minutes leave room for beside the two others, who get a message each.
  expect(minutes).toEqual([60, 10, 10]);
  expect(minutes.reduce((a, b) => a + b)).toBeLessThanOrEqual(80);
  const list = await me.types('net today');
  for (const { move } of lines) {
    expect(list).toContain(`${move.text} (${move.medium}, ${move.minutes} min)`);
  }
  // Weeks of doing what the list says earn nothing: no word of it, and no figure that grows.
  const said = await me.types('net done 1 coffee', 'net done 2 wrote', 'net done 3 wrote', 'net today');
  expect(refusedWords(list + said)).toEqual([]);
  expect(said).toContain('That is the week.');
});

test('A11 somebody with whom nothing is counted is never labeled, and never listed later for it', async () => {
  const me = typist('2026-05-01');
  await me.types(
    'net add Ben Okoye --circle close --last 2026-04-01',
    'net add Mom --circle close --last 2026-04-01 --no-score',
  );
  for (const day of ['2026-05-02', '2026-05-10', '2026-05-20', '2026-05-30']) {
    me.on(day);
    for (const who of ['ben', 'mom']) await me.types(`net ask ${who} a favor`, `net outcome ${who} ignored`);
  }
  me.on('2026-08-20');
  expect(await me.types('net show ben')).toContain('one-sided so far: helped 0 of 4 asks');
  const mom = await me.types('net show mom');
  expect(mom).toContain('asked 4 (ignored 4)');
  expect(mom).not.toContain('one-sided');
  type Line = { contact: { name: string }; score: number };
  const { lines } = await me.asks<{ lines: Line[] }>('net today');
  const scoreOf = (name: string) => lines.find(({ contact }) => contact.name === name)?.score ?? Number.NaN;
  expect(scoreOf('Mom')).toBeGreaterThan(scoreOf('Ben Okoye'));
});

// A12: begin
// A12: end

// A13: begin
// A13: end
