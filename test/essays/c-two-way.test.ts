import fs from 'node:fs';
import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// C1: begin
// C1: end

// C2: begin
// C2: end

// C3: begin
// C3: end

// C4: begin
// C4: end

// C5: begin
// C5: end

// C6: begin
// C6: end

// C7: begin
// C7: end

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

// C15: begin
// C15: end

// C16: begin
// C16: end
