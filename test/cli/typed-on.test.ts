import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

test('what is to be typed next is about the file that was named with --db', async () => {
  const at = desk();
  const other = join(at.directory, "an other's.db");
  const named = `net --db "${other}"`;
  const on = (...argv: readonly string[]) => at.net(...argv, '--db', other);
  expect((await on('doctor')).out).toContain(`${named} add "Ana Silva"`);
  expect((await on('list')).err).toContain(`${named} add "Ana Silva"`);
  expect((await on('add', 'Ana Silva')).err).toContain(`${named} keep ana`);
  expect((await on('backup')).err).toContain(`${named} restore last`);
  expect((await on('restore', 'last')).err).toMatch(
    new RegExp(`hint: ${named} restore .* --yes, or --dry-run`),
  );
  fs.chmodSync(other, 0o644);
  expect((await on('check')).out).toContain(`what to type: ${named} check --mend`);
  expect((await at.net(`--db=${other}`, 'show', 'nobody')).err).toContain(named);
});

test('where none was named nothing is put in, and what is no command stays', async () => {
  const at = desk();
  expect((await at.net('add', 'Ana Silva')).err).toContain('net keep ana');
  expect((await at.net('add', 'Ana Silva')).err).not.toContain('--db');
  const { err } = await at.net('list', '--db', join(at.directory, 'none.db'));
  expect(err).toContain('there is no file yet');
});
