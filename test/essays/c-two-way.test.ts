import fs from 'node:fs';
import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// C1: begin
// C1: end

// C2: begin
// C2: end

test('C3 an interest that both share opens the talk', async () => {
  const me = typist('2026-11-22');
  await me.types(
    'net add Ana Silva --interest "running on trails" --circle close --last 2026-07-01',
    'net config interests "trail running, old maps"',
    'net add Ben Okoye --interest chess --circle close --last 2026-07-01',
  );
  expect(await me.types('net show ana')).toMatch(/^interests +running on trails$/m);
  const list = await me.types('net today');
  expect(list).toMatch(/Ana Silva .*\n +open with running on trails, which you share \(message, 10 min\)/);
  expect(list).toMatch(/Ben Okoye .*\n +see how they are \(message, 10 min\)/);
});

// C4: begin
// C4: end

test('C5 a pitch is noted, whoever made it, and adds no warmth', async () => {
  const me = typist('2026-10-01');
  await me.types('net add Ben Okoye --circle close', 'net log ben coffee --on 2026-07-01');
  const before = await me.asks<Shown>('net show ben');
  await me.types(
    'net log ben lunch, a new fund --pitch them',
    'net log ben "called, my services" --pitch me',
  );
  const after = await me.asks<Shown>('net show ben');
  expect(after.rhythm).toEqual(before.rhythm);
  expect(after.rhythm).toMatchObject({ touches: 1, lastOn: '2026-07-01', gap: 92 });
  expect(after.standing).toEqual(before.standing);
  expect(await me.types('net show ben')).toMatch(/2026-10-01, in person: a pitch; lunch, a new fund/);
  // Quiet since July, and so it stays.
  expect(await me.types('net today')).toContain('Ben Okoye  1 touch, quiet 92 days, you aim for 30');
});

interface Shown {
  readonly rhythm: object;
  readonly standing: object;
}

// C6: begin
// C6: end

test('C7 somebody met online gets a first real talk', async () => {
  const me = typist('2026-11-20');
  await me.types('net add Ana Silva --origin online', 'net add Ben Okoye --at DevMeet');
  me.on('2026-11-22');
  const list = await me.types('net today');
  expect(list).toMatch(/Ana Silva .*\n +a first real talk \(call, 25 min\)/);
  expect(list).toMatch(/Ben Okoye .*\n +say hello, and ask what they need \(message, 10 min\)/);
  // Once there was one, it is no longer the first.
  await me.types('net log ana called');
  me.on('2026-12-20');
  expect(await me.types('net today')).not.toContain('a first real talk');
});

// C8: begin
// C8: end

// C9: begin
// C9: end

test('C10: one command takes out all that was typed, one erases somebody to the last byte, and both stay on this machine', async () => {
  const { types, desk } = typist();
  await types(
    'net add Quorra Zyvex --at DevMeet --needs "a glazier" --email q@tapir.example',
    'net add Ben Okoye --circle close',
    'net log quorra coffee, she told of the wombat -g "the narwhal deck" -p "a dugong by friday"',
    'net log ben, quorra lunch at the pier',
    'net edit ben --note "likes ocelots"',
  );
  const words = [
    'Quorra Zyvex',
    'a glazier',
    'q@tapir.example',
    'the wombat',
    'the narwhal deck',
    'a dugong',
  ];
  const shared = ['Ben Okoye', 'lunch at the pier', 'likes ocelots'];
  const out = await types('net export');
  for (const word of ['DevMeet', ...words, ...shared]) expect(out).toContain(word);
  expect(await types('net purge quorra --dry-run')).toContain(
    'It would erase Quorra Zyvex, with 2 talks with them alone, 2 exchanges, 2 details and 1 gathering',
  );
  const erased = await types('net purge quorra --yes');
  expect(erased).toContain('1 talk with others stays, without them.');
  const bytes = fs.readFileSync(desk.file, 'latin1').toLowerCase();
  for (const word of words) expect([word, bytes.includes(word.toLowerCase())]).toEqual([word, false]);
  const left = await types('net export');
  for (const word of shared) expect(left).toContain(word);
});

// C11: begin
// C11: end

// C12: begin
// C12: end

// C13: begin
// C13: end

// C14: begin
// C14: end

test('C15 selling happens elsewhere, and ends the tending', async () => {
  const me = typist('2026-11-22');
  await me.types(
    'net add Ana Silva --circle inner --last 2026-10-01',
    'net add Ben Okoye --circle inner --last 2026-10-01',
  );
  const said = await me.types('net moveon ben --to sales');
  expect(said).toContain('Ben Okoye: off every list, and on to sales. Nothing is deleted.');
  expect(await me.types('net show ben')).toContain('Ben Okoye (a004)  moved on to sales');
  const { contact } = await me.asks<{ contact: { stage: string; movedTo: string } }>('net show ben');
  expect(contact).toMatchObject({ stage: 'moved on', movedTo: 'sales' });
  const list = await me.types('net today');
  expect(list).toContain('Ana Silva');
  expect(list).not.toContain('Ben Okoye');
  expect(await me.types('net keep ben', 'net show ben')).toContain('kept, inner circle');
});

// C16: begin
// C16: end
