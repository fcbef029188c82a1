import { expect, test } from 'vitest';
import { type ImportedPerson, NOTHING_TOLD } from '../../src/domain/imported.ts';
import { all } from '../../src/store/db.ts';
import { knownExchange, knownTalk, toldOtherwise } from '../../src/store/known-history.ts';
import {
  contactOfEmail,
  contactOfKey,
  foundPeople,
  recordsUnder,
  toldElsewhere,
} from '../../src/store/sources.ts';
import { inFile } from '../support/content.ts';
import { desk } from '../support/world.ts';

test('whom a file means is looked up by an index, however many came from files of its kind', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--email', 'ana@example.org');
  const ana: ImportedPerson = {
    ...NOTHING_TOLD,
    key: 'a',
    line: 1,
    name: 'Ana Silva',
    points: [
      { kind: 'email', value: 'ana@example.org', label: null },
      { kind: 'phone', value: '+351 911 111 111', label: null },
    ],
  };
  /** Reached by the same address, and called otherwise. */
  const anita = { ...ana, key: 'b', name: 'Anita' };
  const plans = await inFile(at.file, (db) => {
    const before = new Set(db.statements.keys());
    const [found] = foundPeople(db, [ana, anita], 'vcard').values();
    expect(found?.contactId).toBeDefined();
    const reaching = [...db.statements.keys()].filter((sql) => sql.includes('contact_point p'));
    expect(reaching).toHaveLength(2);
    recordsUnder(db, 'csv', 'email:ana@example.org|ana silva');
    toldElsewhere(db, 'c', 's');
    contactOfKey(db, 'csv', 'a');
    contactOfEmail(db, 'ana@example.org');
    knownTalk(db, 'ics', 'a');
    knownExchange(db, 'monica', 'a');
    toldOtherwise(db, 'c', '2026-11-22', 'email', 'mail');
    const asked = [...db.statements.keys()].filter((sql) => !before.has(sql) && sql.includes('source'));
    expect(asked.length).toBeGreaterThan(7);
    return [...asked, ...reaching].flatMap((sql) =>
      all<{ detail: string }>(
        db,
        `EXPLAIN QUERY PLAN ${sql}`,
        ...Array.from(sql.matchAll(/\?/g), () => 'x'),
      ).map(({ detail }) => detail),
    );
  });
  const sources = plans.filter((detail) => /\b(?:s|source)\b/.test(detail));
  expect(sources.length).toBeGreaterThan(6);
  // By the kind alone it would be every record of the kind, for each person of a file.
  for (const detail of sources) expect(detail).not.toMatch(/^SCAN|\(kind=\?\)$/);
  const points = plans.filter((detail) => detail.includes('INDEX contact_point_'));
  expect(points.map((detail) => /contact_point_(\w+)/.exec(detail)?.[1]).sort()).toEqual(['number', 'value']);
});
