import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

test('C1 a move gives first, then introduces, then listens, and never asks', async () => {
  const { types, asks } = typist('2026-09-01');
  type Week = { lines: { number: number; contact: { name: string }; move: { act: string; text: string } }[] };
  const move = async () =>
    (await asks<Week>('net today')).lines.find(({ contact }) => contact.name === 'Ana Silva')?.move;
  await types('net add Ana Silva --circle inner --last "2 months ago"');
  expect(await move()).toMatchObject({ act: 'listen', text: expect.stringContaining('see how they are') });
  await types(
    'net edit ana --needs "a grant review"',
    'net add Ben Okoye --at DevMeet --offers "grant reviews"',
  );
  expect(await move()).toMatchObject({
    act: 'introduce',
    text: expect.stringContaining('introduce them to Ben Okoye'),
  });
  await types('net config offers "a grant review"');
  expect(await move()).toMatchObject({ act: 'give', text: expect.stringContaining('offer a grant review') });
});

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

test('C8 each give says what kind of help it was: said, or told by its words', async () => {
  const { types, asks } = typist('2026-09-01');
  await types('net add Ana Silva --circle close');
  expect(await types('net give ana "intro to Lee"')).toContain(
    'Gave Ana Silva an introduction: "intro to Lee".',
  );
  expect(await types('net give ana "three names" --type referral')).toContain('Gave Ana Silva a referral');
  expect(await types('net log ana coffee -g "advice: on her CV"')).toContain('gave "on her CV" (advice)');
  const { give } = await asks<{ give: { type: string; text: string } }>('net give ana --event "Rust meetup"');
  expect(give).toMatchObject({ type: 'resource', text: 'passed on Rust meetup' });
  await types(
    'net log ana called -g "listened for an hour"',
    'net promise ana "an hour on her grant"',
    'net promise ana --kept',
  );
  expect(await types('net balance ana')).toContain(
    'given        6 (introduction 1, advice 1, time 1, referral 1, resource 1, support 1)',
  );
});

test('C9 the first talk asks once what they need, and what they need comes first', async () => {
  const { types } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle close --interest climbing',
    'net add Ben Okoye --needs "a designer"',
  );
  const hint = 'What does Ana Silva need? net log ana --they-need "…", when you know.';
  expect(await types('net log ana coffee')).toContain(`${hint}\nTake it back: net undo.`);
  expect(await types('net log ana called')).not.toContain('What does');
  expect(await types('net log ben coffee')).not.toContain('What does');
  await types('net log ana lunch --they-need "a co-founder"');
  expect(await types('net show ana')).toMatch(/^Ana Silva .*\nneeds +a co-founder\n/);
});

// C10: begin
// C10: end

// C11: begin
// C11: end

// C12: begin
// C12: end

test('C13 two people are recommended once both agree: a give to each, and what came of it is followed', async () => {
  const { types } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle close --offers "old maps"',
    'net add Ben Okoye --at DevMeet --needs "an old map"',
  );
  expect(await types('net recommend')).toMatch(/could meet[\s\S]*net recommend ana --to ben\n/);
  expect(await types('net recommend ana --to ben "she knows every street"')).toContain(
    'Ask Ana Silva and Ben Okoye first, then: net recommend ana --to ben --agreed both.',
  );
  expect(await types('net recommend ana --to ben --agreed ben')).toContain('Ask Ana Silva first');
  expect(await types('net balance')).toContain('Nothing is noted yet');
  expect(await types('net recommend ana --to ben --agreed ana')).toContain(
    'Ana Silva and Ben Okoye are introduced',
  );
  expect(await types('net balance ana')).toContain(
    '"recommended to Ben Okoye: she knows every street" (referral)',
  );
  expect(await types('net balance ben')).toContain(
    '"recommended Ana Silva to them: she knows every street" (referral)',
  );
  expect(await types('net recommend')).toContain('no outcome yet');
  await types('net recommend ana --to ben --outcome helped');
  expect(await types('net recommend')).toContain(
    '1 introduction in the last 365 days, since 2025-09-01: helped 1.',
  );
});

// C14: begin
// C14: end

// C15: begin
// C15: end

// C16: begin
// C16: end
