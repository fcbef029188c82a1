import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schema } from '../../src/formats/document-schema.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { faults } from '../support/valid.ts';
import { desk } from '../support/world.ts';

const schema = JSON.parse(
  fs.readFileSync(new URL('../../docs/export.schema.json', import.meta.url), 'utf8'),
) as Schema;

test('whatever was done, the export is as docs/export.schema.json says', async () => {
  const at = desk();
  await runAll(at, fc.sample(commandLine, { numRuns: 300, seed: 51 }));
  const document = JSON.parse((await at.net('export')).out) as Record<string, unknown[]>;
  expect([...faults(schema, document)]).toEqual([]);
  expect(
    Object.values(document).filter((rows) => Array.isArray(rows) && rows.length > 0).length,
  ).toBeGreaterThan(9);
}, 30_000);

test.each<[string, (contact: Record<string, unknown>) => void, string]>([
  ['a field that is missing', (contact) => delete contact.name, '/contact/0/name: is missing'],
  ['a word that is none', (contact) => (contact.stage = 'gone'), '/contact/0/stage: gone is no word'],
  ['a day that is none', (contact) => (contact.metOn = 'today'), '/contact/0/metOn: today is not like'],
  ['a number for a text', (contact) => (contact.city = 5), '/contact/0/city: 5 is no string or null'],
  ['no cadence at all', (contact) => (contact.everyDays = 0), '/contact/0/everyDays: 0'],
])('it refuses %s', async (_what, change, fault) => {
  const at = desk();
  await at.net('add', 'Ana');
  const document = JSON.parse((await at.net('export')).out) as { contact: Record<string, unknown>[] };
  change(document.contact[0] ?? {});
  expect([...faults(schema, document)].join('\n')).toContain(fault);
});
