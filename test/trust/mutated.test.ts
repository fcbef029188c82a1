import { expect, test } from 'vitest';
import { EXITS } from '../../src/cli/failure.ts';
import { content, derived, inFile } from '../support/content.ts';
import { importDesk } from '../support/importing.ts';
import { mutant } from '../support/mutations.ts';
import { tries } from '../support/tries.ts';

const MUTANTS = tries(300, 1000);

/** Of the many more that `npm run torture -- imports` tries, those that once ended in a crash. */
const CRASHED = [1_006_621];

/** One in so many is really imported, and taken back. */
const SAMPLE = 6;

const WHOLE = ['--create', '--yes', '--me', 'me@example.org', '--me', 'joan@example.net'];

/** A report, or one clear error: what a file may be refused for. */
const REPORTED = [0, 3];
const REFUSED = [EXITS.usage.exit, EXITS.rejected.exit, EXITS.newer.exit];

test(`each of ${MUTANTS} mutated files ends in a report or one clear error`, async () => {
  const desk = importDesk();
  await desk.at.net('add', 'Ana Silva', '--email', 'ana@example.org');
  const before = await desk.content();
  const counts = { reported: 0, refused: 0, imported: 0 };
  for (const seed of [...Array(MUTANTS).keys(), ...CRASHED]) {
    const { family, name, bytes } = mutant(seed);
    const what = `mutant(${seed}): ${name}, ${family}`;
    const path = desk.lay('file', bytes);
    const { code, out, err } = await desk.at.net('import', path, ...WHOLE, '--dry-run');
    if (REPORTED.includes(code)) {
      counts.reported++;
      expect(out, what).toMatch(/It would be: \d+ created, .*rejected\.\n$/s);
      expect(code, what).toBe(out.endsWith(' 0 rejected.\n') ? 0 : 3);
    } else {
      counts.refused++;
      expect(REFUSED, `${what}: ${err}`).toContain(code);
      expect([out, err], what).toEqual(['', expect.stringMatching(/^net: [^\n]+\nhint: [^\n]+\n$/)]);
    }
    if (seed % SAMPLE !== 0 || !REPORTED.includes(code)) continue;
    const really = await desk.at.net('import', path, ...WHOLE);
    expect(really.code, what).toBe(code);
    const { stands, anew } = await derived(desk.at.file);
    expect(stands, what).toEqual(anew);
    if (JSON.stringify(await desk.content()) !== JSON.stringify(before)) {
      counts.imported++;
      expect((await desk.at.net('undo')).code, what).toBe(0);
    }
    expect(await desk.content(), what).toEqual(before);
  }
  expect(await content(desk.at.file)).toEqual(before);
  await inFile(desk.at.file, (db) => {
    expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
  });
  const { stands, anew } = await derived(desk.at.file);
  expect(stands).toEqual(anew);
  // Both happen, or the files were too broken, or too whole, to show anything.
  expect(Math.min(counts.reported, counts.refused, counts.imported)).toBeGreaterThan(10);
});
