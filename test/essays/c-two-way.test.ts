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

// C10: begin
// C10: end

// C11: begin
test('C11 volunteering has its own log, and is where people were met', async () => {
  const { types, asks } = typist('2026-11-22');
  expect(await types('net group add food bank --kind volunteering --why "nobody goes hungry"')).toContain(
    'food bank: a place to volunteer',
  );
  expect(await types('net group log food bank sorting cans --minutes 180 --aim help')).toContain(
    'Logged food bank, on 2026-11-22: 3 hours there; to help; "sorting cans".',
  );
  const { contact } = await asks<{ contact: { origin: string } }>("net add Vera Lind --at 'food bank'");
  expect(contact.origin).toBe('volunteering');
  expect(await types('net list volunteering')).toContain('Vera Lind');
  const said = await types('net group review food bank');
  expect(said).toContain('time      1 gathering: 3 hours there');
  expect(said).toContain('Does it still further what you believe in?');
});
// C11: end

// C12: begin
// Connections made there came unsought: nothing is due for them, and no sign is raised for giving.
test('C12 whoever was met volunteering is never followed up, unless that is wanted', async () => {
  const { types, on } = typist('2026-11-22');
  await types('net group add food bank --kind volunteering', 'net add Ben Okoye --at DevMeet');
  expect(await types('net add Vera Lind --at "food bank"')).toMatch(
    /^Vera Lind .* rests in the stack: met on 2026-11-22 at food bank/,
  );
  await types('net group log food bank --minutes 700 --with vera,ben');
  on('2026-12-09');
  const said = await types('net today');
  expect(said).not.toContain('Vera');
  expect(said).toContain('Ben Okoye');
  expect(await types('net group check food bank')).toContain('no  given, and nothing back');
  expect(await types('net grow vera')).toContain('Vera Lind');
});
// C12: end

// C13: begin
// C13: end

// C14: begin
// C14: end

// C15: begin
// C15: end

// C16: begin
test('C16 a gathering has an aim, and afterwards was worth it or not', async () => {
  const { types } = typist('2026-11-22');
  await types('net group add choir --kind community');
  await types(
    'net group log choir --aim learn --worth yes --on 2026-11-01',
    'net group log choir --aim learn --worth no --on 2026-11-08',
  );
  await types('net group log choir --aim meet --on 2026-11-15');
  expect(await types('net group review choir')).toContain(
    'worth it  1 of the 2 that say; gone to learn 2, meet 1',
  );
  await types('net group log choir --worth yes --on 2026-11-15');
  expect(await types('net group review choir')).toContain(
    'worth it  2 of the 3 that say; gone to learn 2, meet 1',
  );
});
// C16: end
