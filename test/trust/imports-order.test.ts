import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportDesk, importDesk } from '../support/importing.ts';
import { tries } from '../support/tries.ts';

const ROLES = ['Baker', 'Cook', 'Driver', 'Nurse', 'Pilot', 'Tailor'];

const roles = fc.shuffledSubarray(ROLES, { minLength: 1 });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

async function people(desk: ImportDesk): Promise<readonly Row[]> {
  return (await desk.content()).contact as unknown as readonly Row[];
}

/** Who has which role here, by the ids of contacts. */
async function whoIs(desk: ImportDesk): Promise<ReadonlyMap<string, string>> {
  return new Map((await people(desk)).map(({ id, role }) => [role, id]));
}

/** What is noted of each contact. */
async function notes(desk: ImportDesk): Promise<ReadonlyMap<string, string>> {
  const { note } = (await desk.content()) as unknown as { note: { contact_id: string; text: string }[] };
  return new Map(note.map(({ contact_id: id, text }) => [text, id]));
}

function card(...lines: readonly string[]): string {
  return `BEGIN:VCARD\nVERSION:3.0\n${lines.join('\n')}\nEND:VCARD\n`;
}

const others = (count: number) => Array.from({ length: count }, (_, i) => card(`FN:Other ${i}`)).join('');

describe('33 people of one name and nothing else stay who they are', () => {
  test('33 in whatever order and company they come again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(roles, { minLength: 2, maxLength: 3 }), async (lists) => {
        const desk = importDesk();
        let before: ReadonlyMap<string, string> = new Map();
        for (const list of lists) {
          await desk.take(
            desk.lay('people.csv', `Name,Role\n${list.map((role) => `Ana Silva,${role}\n`).join('')}`),
          );
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
      { numRuns: tries(20, 60) },
    );
  });

  const few = fc.record({
    name: fc.constantFrom('Ana', 'Bo'),
    more: fc.constantFrom('', 'ORG:Acme\n'),
  });
  test('33 whether or not they share an organization, and the same file again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(few, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        few,
        async (all, at, extra) => {
          const desk = importDesk();
          const cards = all.map(({ name, more }, i) => ({
            note: `n${i}`,
            text: card(`FN:${name}\n${more}NOTE:n${i}`),
          }));
          await desk.take(desk.lay('people.vcf', cards.map(({ text }) => text).join('')));
          const before = await notes(desk);
          expect(before.size).toBe(cards.length);
          expect(await people(desk)).toHaveLength(cards.length);
          const kept = cards.filter((_, i) => i !== at % cards.length).toReversed();
          const again = desk.lay(
            'people.vcf',
            [card(`FN:${extra.name}\n${extra.more}NOTE:new`), ...kept.map(({ text }) => text)].join(''),
          );
          await desk.take(again);
          const now = await notes(desk);
          for (const { note } of kept) expect(now.get(note)).toBe(before.get(note));
          expect(now.has('new')).toBe(true);
          const { created, updated } = await desk.take(again);
          expect([created, updated]).toEqual([[], []]);
        },
      ),
      { numRuns: tries(20, 60) },
    );
  });

  test('33 however many come between them', async () => {
    const desk = importDesk();
    const [lisbon, berlin] = ['Lisbon', 'Berlin'].map((city) => card('FN:Ana', `NOTE:met in ${city}`));
    const first = await desk.take(desk.lay('people.vcf', `${others(499)}${lisbon}${berlin}`));
    expect([first.created.length, first.updated.length]).toEqual([501, 0]);
    const apart = desk.lay('people.vcf', `${lisbon}${others(499)}${card('FN:Other x')}${berlin}`);
    expect(await desk.take(apart)).toMatchObject({ created: [{ name: 'Other x' }], updated: [] });
  });

  test('33 wherever a new one of their name comes in', async () => {
    const desk = importDesk();
    const [lisbon, berlin, oslo] = ['L', 'B', 'O'].map((city) => card('FN:Ana', `NOTE:${city}`));
    await desk.take(desk.lay('people.vcf', `${lisbon}${berlin}${others(520)}`));
    const before = await notes(desk);
    const told = await desk.take(desk.lay('people.vcf', `${oslo}${others(520)}${lisbon}${berlin}`));
    expect([told.created.length, told.updated.length]).toEqual([1, 0]);
    expect([...(await notes(desk))].filter(([text]) => before.has(text))).toEqual([...before]);
  });
});

describe('33 a new card in front of an older one of the same name', () => {
  test('33 of the same organization is somebody else', async () => {
    const desk = importDesk();
    const old = card('FN:Bo', 'ORG:Acme', 'NOTE:old');
    await desk.take(desk.lay('people.vcf', old));
    const path = desk.lay('people.vcf', card('FN:Bo', 'ORG:Acme', 'NOTE:new') + old);
    expect(await desk.take(path)).toMatchObject({ created: [{ name: 'Bo' }], updated: [], unchanged: 1 });
    expect(await desk.take(path)).toMatchObject({ created: [], updated: [], unchanged: 2 });
  });

  test.each(['TEL:+351911222333', 'EMAIL:bo@example.org'])(
    '33 of the same %s tells more of them',
    async (point) => {
      const desk = importDesk();
      const old = card('FN:Bo', point, 'NOTE:old');
      await desk.take(desk.lay('people.vcf', old));
      const path = desk.lay('people.vcf', card('FN:Bo', point, 'NOTE:new') + old);
      expect(await desk.take(path)).toMatchObject({ created: [], updated: [{ name: 'Bo' }], unchanged: 1 });
      expect([...(await notes(desk)).keys()].sort()).toEqual(['new', 'old']);
      expect(await desk.take(path)).toMatchObject({ created: [], updated: [], unchanged: 2 });
    },
  );
});

test('33 two of one name and organization in two files are two in both', async () => {
  const desk = importDesk();
  const joao = (...lines: readonly string[]) => card('FN:Joao Silva', 'ORG:Google', ...lines);
  await desk.take(desk.lay('phone.vcf', joao('NOTE:cycling') + joao('NOTE:chess')));
  await desk.take(desk.lay('mail.vcf', joao('TITLE:Engineer') + joao('TITLE:Lawyer')));
  const [cycling, chess] = ['cycling', 'chess'];
  const noted = await notes(desk);
  const roleOf = new Map((await people(desk)).map(({ id, role }) => [id, role]));
  expect([cycling, chess].map((text) => roleOf.get(noted.get(text) ?? ''))).toEqual(['Engineer', 'Lawyer']);
});

describe('33 two files of one name', () => {
  test.each([
    ['mine/contacts.vcf', 'hers/contacts.vcf'],
    ['contacts-01.vcf', 'contacts-02.vcf'],
  ])('33 that come in together are two: %s %s', async (...names) => {
    const desk = importDesk();
    const paths = names.map((name, i) => desk.lay(name, card('FN:Mom', `NOTE:${i}`)));
    const take = () => desk.at.net('import', ...paths, '--json');
    expect((await take()).code).toBe(0);
    expect([(await people(desk)).length, (await notes(desk)).size]).toEqual([2, 2]);
    expect(JSON.parse((await take()).out)).toMatchObject({ created: [], updated: [], unchanged: 2 });
  });
});

describe('32 a thousand cards of one name and number', () => {
  const many = (more: (i: number) => string) =>
    Array.from({ length: 1000 }, (_, i) => card('FN:Ana', 'TEL:+351911222333', `NOTE:${i}`, more(i))).join(
      '',
    );
  test.each([
    ['without an id', many(() => 'ORG:')],
    ['with ids', many((i) => `UID:${i}`)],
  ])('32 %s are one person, and what is more than can be one is told', async (_, text) => {
    const desk = importDesk();
    const told = await desk.take(desk.lay('people.vcf', text));
    expect(await people(desk)).toHaveLength(1);
    expect(told.rejected).toBe(900);
    expect(told.rejects[0]?.reason).toMatch(/more than 100/);
  });

  test('32 and those of one name are as many people, now and again', async () => {
    const desk = importDesk();
    const path = desk.lay(
      'people.vcf',
      Array.from({ length: 3000 }, (_, i) => card('FN:Unknown', `NOTE:${i}`)).join(''),
    );
    expect((await desk.take(path)).created).toHaveLength(3000);
    expect(await desk.take(path)).toMatchObject({ created: [], updated: [], unchanged: 3000 });
  });
});

test('33 who was left of two of one name is still that one when the file changes again', async () => {
  const desk = importDesk();
  const take = (...said: readonly string[]) =>
    desk.take(desk.lay('people.csv', `Name,Notes\n${said.map((note) => `Ana Silva,"${note}"\n`).join('')}`));
  await take('mother of Rui', 'plumber');
  const before = await notes(desk);
  expect(await take('plumber')).toMatchObject({ created: [], updated: [], unchanged: 1 });
  await take('plumber, cheap');
  expect([...(await notes(desk)).entries()].sort()).toEqual([
    ['mother of Rui', before.get('mother of Rui')],
    ['plumber, cheap', before.get('plumber')],
  ]);
  await take('mother of Rui', 'plumber, cheap');
  expect(await notes(desk)).toHaveProperty('size', 2);
});
