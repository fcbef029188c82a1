import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../formats/fixtures.ts';
import { importDesk } from '../support/importing.ts';

const path = (name: string) => fileURLToPath(new URL(`../formats/fixtures/${name}`, import.meta.url));

/** What history needs besides; the others pass it over. */
const WHOLE = ['--create', '--yes', '--me', 'me@example.org', '--me', 'joan@example.net'];

const isHistory = (name: string) => /\.(?:ics|eml|mbox)$/.test(name);

describe('33 the same file again adds nothing', () => {
  test.each(FIXTURES)('33 %s', async (name) => {
    const desk = importDesk();
    await desk.at.net('add', 'Dora Field', '--email', 'dora@example.org');
    const first = await desk.take(path(name), ...WHOLE);
    expect(first.people + first.talks.created).toBeGreaterThan(0);
    const before = await desk.content();
    const copy = desk.lay(`copy-${name}`, fs.readFileSync(path(name)));
    for (const again of [path(name), path(name), copy]) {
      const told = await desk.take(again, ...WHOLE);
      // Whom history brought in is known by now: of them it tells nothing any more.
      expect([told.created, told.updated, told.unchanged]).toEqual([
        [],
        [],
        isHistory(name) ? 0 : first.people,
      ]);
      expect(told.talks).toEqual({ created: 0, updated: 0, unchanged: first.talks.created });
      expect(told.exchanges).toEqual({ created: 0, updated: 0, unchanged: first.exchanges.created });
      expect([told.rejects, told.skipped]).toEqual([first.rejects, first.skipped]);
      expect(await desk.content()).toEqual(before);
    }
    const { operations } = JSON.parse((await desk.at.net('history', '--json')).out) as {
      operations: { command: string }[];
    };
    expect(operations.map(({ command }) => command)).toEqual(['import', 'add']);
  });

  test('33 and nothing grows where all of them are imported in any order', async () => {
    const desk = importDesk();
    // What one file says of somebody may differ from what another of its kind says: the last one updates. Nothing is added by that.
    const counts = async (names: readonly string[]) => {
      let created = 0;
      for (const name of names) {
        const told = await desk.take(path(name), ...WHOLE);
        created += told.created.length + told.talks.created + told.exchanges.created;
      }
      const rows = Object.entries(await desk.content()).map(([table, { length }]) => [table, length]);
      return { created, rows };
    };
    await counts(FIXTURES);
    const { rows } = await counts(FIXTURES);
    expect(await counts(FIXTURES.toReversed())).toMatchObject({ created: 0 });
    expect(await counts(FIXTURES)).toEqual({ created: 0, rows });
  });

  test('33 a person who is in two files is one person', async () => {
    const desk = importDesk();
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEMAIL:ana@example.org\nEND:VCARD\n';
    await desk.take(desk.lay('one.vcf', card.repeat(3)));
    await desk.take(desk.lay('two.csv', 'Name,E-mail\nAna Silva,ANA@example.org\n'));
    await desk.take(desk.lay('three.vcf', card));
    expect((await desk.content()).contact).toHaveLength(1);
  });
});
