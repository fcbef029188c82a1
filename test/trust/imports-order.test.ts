import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';

const ROLES = ['Baker', 'Cook', 'Driver', 'Nurse', 'Pilot', 'Tailor'];

const roles = fc.shuffledSubarray(ROLES, { minLength: 1 });

/** Who has which role here, by the ids of contacts. */
async function whoIs(desk: ImportDesk): Promise<ReadonlyMap<string, string>> {
  const { contact } = (await desk.content()) as unknown as { contact: { id: string; role: string }[] };
  return new Map(contact.map(({ id, role }) => [role, id]));
}

test('33 people of one name and nothing else stay who they are, in whatever order and company they come again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(roles, { minLength: 2, maxLength: 4 }), async (lists) => {
      const desk = importDesk();
      let before: ReadonlyMap<string, string> = new Map();
      for (const list of lists) {
        const path = desk.lay(
          'people.csv',
          `Name,Role\n${list.map((role) => `Ana Silva,${role}\n`).join('')}`,
        );
        await desk.take(path);
        const now = await whoIs(desk);
        for (const role of list) {
          expect(now.has(role)).toBe(true);
          if (before.has(role)) expect(now.get(role)).toBe(before.get(role));
        }
        // Nobody comes in beside somebody whom the file has no more: that one has changed.
        expect(now.size).toBe(Math.max(before.size, list.length));
        before = now;
      }
    }),
    { numRuns: 60 },
  );
});
