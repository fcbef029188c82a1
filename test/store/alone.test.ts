import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../support/world.ts';

const program = fileURLToPath(new URL('../support/locking-alone.ts', import.meta.url));
const COUNT = 4;

function locks(file: string, number: number): Promise<string> {
  return new Promise((resolve) => {
    let err = '';
    const child = spawn(process.execPath, [program, file, String(number), String(COUNT)]);
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('close', (code) => resolve(code === 0 ? '' : err));
  });
}

test('several that want a file alone, and have its log in use, get it one after the other', async () => {
  const file = join(temporaryDirectory(), 'held.db');
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('CREATE TABLE held (number)');
  sqlite.close();
  const ends = await Promise.all(Array.from({ length: COUNT }, (_, number) => locks(file, number)));
  expect(ends).toEqual(ends.map(() => ''));
  const held = new Database(file).prepare('SELECT number FROM held ORDER BY number').pluck().all();
  expect(held).toEqual(ends.map((_, number) => number));
});
