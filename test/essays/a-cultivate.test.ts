import { expect, test } from 'vitest';
import { refusedWords } from '../support/refused-words.ts';
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
  expect(said).toContain('Network: 2 people in touch both ways, of 6 cards: Ana Silva and Mom.');
  expect(await types('net log ben called -r "a review"', 'net garden')).toContain(
    'Network: 3 people in touch both ways, of 6 cards: Ana Silva, Ben Okoye and Mom.',
  );
});

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
    list.filter((line) => /last in touch on 2026-06-0\d as you said, you aim for every 30 days$/.test(line)),
  ).toHaveLength(4);
  expect(list.filter((line) => /^ +see how they are \(message, 10 min\)$/.test(line))).toHaveLength(4);
  expect(list.join('\n')).toMatch(
    /Ana Silva +met on 2026-10-01 at DevMeet, no follow-up yet\n +say hello, and ask what they need \(message, 10 min\)/,
  );
});

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
  expect(load).toContain('22 people to tend: that is 8 a week, and a week has room for 5.');
  expect(load).toContain('A wider circle for some of the close ones would help.');
  expect(await me.types('net config slots 9', 'net config minutes 60', 'net keep')).toContain(
    'and a week has room for 6.',
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
test('A8 a slot frees itself once it went both ways, and the old keep theirs in every week', async () => {
  const me = typist('2026-11-02');
  await me.types('net add Mom --circle active --last "3 months ago"', 'net config slots 2');
  await me.types('net add Ana --at DevMeet', 'net add Ben --at DevMeet');
  expect(await me.types('net add Carla --at DevMeet')).toContain('Carla (');
  expect(await me.types('net grow carla').catch(String)).toContain('no room for 1 more');
  expect(await me.types('net today')).toMatch(/^\d {2}Mom +last in touch on 2026-08-02 as you said/m);

  expect(await me.types('net log ana coffee -g "an intro"')).not.toContain('slot');
  expect(await me.types('net log ana lunch -r "a review"')).toContain(
    'Ana is kept from now on, in the active circle: it goes both ways. A growing slot is free.',
  );
  expect(await me.types('net grow carla')).toContain('Carla: growing, 2 of 2.');
});
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
